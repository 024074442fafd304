"""Language tags, dates and digits become what layout and people need of them."""
