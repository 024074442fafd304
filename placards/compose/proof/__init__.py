"""What a fluent reader is asked about becomes Scenes: the pages of a sheet, and placards as small pictures."""
