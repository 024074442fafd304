"""Tests of placards.compose."""
