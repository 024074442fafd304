"""What comes out of a batch besides its artefacts: check sums, a picking list, zips to send, bundles to print."""
