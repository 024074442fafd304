"""A poster becomes sheets that a home printer holds: cut, glued in order, and as large as it was drawn."""
