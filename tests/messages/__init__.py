"""Tests of placards.messages."""
