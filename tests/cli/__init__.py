"""Tests of placards.cli."""
