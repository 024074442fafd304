"""What a proof-reader would mark in packs and catalogs."""
