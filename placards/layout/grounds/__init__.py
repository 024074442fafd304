"""A box and a seed become outlines: grounds, stickers and borders, as pure functions without colours.

All of them draw as for a sheet that is read from left to right; `plot.Plot` mirrors what they drew. What is irregular
comes from a `chance.Chance`, and how many figures there may be is bounded by `outline.MOST`: where a sheet is so large
that there would be more, the figures grow instead.
"""
