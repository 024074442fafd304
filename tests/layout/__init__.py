"""Tests of placards.layout."""
