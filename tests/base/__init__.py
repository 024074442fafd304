"""Tests of the modules that everything stands on."""
