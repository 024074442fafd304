"""Tests of placards.press.preflight."""
