"""Choices (slogans × languages × layouts × sizes × outputs) become jobs: the one planner."""
