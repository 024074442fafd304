"""Tests of placards.template."""
