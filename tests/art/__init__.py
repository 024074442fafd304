"""Vector art."""
