"""What a fluent reader is asked about becomes Scenes: a sheet of paper, page by page, and placards as small pictures."""
