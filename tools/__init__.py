"""Scripts that build what is shipped, and look at what was made."""
