"""Tests of what becomes of files for a press."""
