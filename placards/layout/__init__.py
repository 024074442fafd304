"""A layout and its messages become a Scene: fit, break into lines, compose, mirror."""
