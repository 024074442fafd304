"""PO files, read fast and edited losslessly."""
