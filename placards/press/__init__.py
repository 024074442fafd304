"""What a printer needs of an artefact: inks, marks, finishing, tiles, imposition, preflight."""
