"""A layout and a job's content become Scenes."""
