"""A campaign file becomes jobs, and jobs become files and a manifest."""
