"""Tests of what stands beside the artefacts."""
