"""What placards costs in time and memory, beside Typst, WeasyPrint and bare PDFium: run ``python -m bench``."""
