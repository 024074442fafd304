"""A sheet of questions becomes one HTML file that a reader fills in, offline, and that saves the answers as a PO file."""
