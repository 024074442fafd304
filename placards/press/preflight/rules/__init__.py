"""One module for each family of rules: what each asks for, who says so, and how it is found."""
