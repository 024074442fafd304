"""Tests of placards.elements."""
