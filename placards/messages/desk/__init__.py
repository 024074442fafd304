"""The translator's desk: templates, catalogs brought up to date, notes, statistics."""
