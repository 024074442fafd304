"""A designer's folder becomes a checked Layout."""
