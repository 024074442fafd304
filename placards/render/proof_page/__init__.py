"""A sheet of questions becomes one HTML file to fill in offline, which saves the answers as a PO file."""
