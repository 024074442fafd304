"""One campaign file becomes right placards, banners and images in every language."""

__version__ = "0.1.0"
