"""Spreadsheets (CSV, TSV, XLSX, ODS, XLS) become rows of texts, each with its place."""
