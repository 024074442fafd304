"""A string becomes glyph runs: itemize, bidi, break, shape."""
