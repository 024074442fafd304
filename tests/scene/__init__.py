"""Tests of placards.scene."""
