"""Tests of placards.campaign."""
