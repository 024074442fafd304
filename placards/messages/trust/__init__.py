"""How far a text can be trusted, and who stands for it."""
