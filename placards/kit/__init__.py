"""What designers need to make layouts: a first one, a check, a preview, a schema for editors, a gallery of all."""
