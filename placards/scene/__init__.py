"""A closed display list that layouts make and renderers draw."""
