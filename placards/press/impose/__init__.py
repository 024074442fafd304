"""Pages become sheets to print, cut and fold: several at once, booklets, two sides, tent cards, stickers."""
