"""Vector art: shipped pieces and people's own SVG files become Drawings, and Drawings become Scene items."""
