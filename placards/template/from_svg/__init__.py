"""A drawing from Inkscape or Figma becomes a layout: parts named as slots become elements, the rest stays art."""
