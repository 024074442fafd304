"""Scenes become files: PDF, SVG, PNG, JPEG and WebP. Start at `placards.render.formats`."""
