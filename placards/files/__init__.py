"""Bytes in and out: what people wrote becomes checked values, and what we made becomes whole files."""
