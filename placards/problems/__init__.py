"""What went wrong, where, and what to do: values for people and programs."""
