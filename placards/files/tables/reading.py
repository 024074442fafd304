"""A spreadsheet file is known by its bytes, whatever it is called, and read as what it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from placards.files.tables.delimited import read_delimited
from placards.files.tables.table import Recognise, Spreadsheet
from placards.problems.diagnostic import diagnostic
from placards.problems.errors import InputError, Place

_TEXTS = (".csv", ".tsv", ".txt", ".tab")

#: By what their suffixes say.
_KINDS = {**dict.fromkeys(_TEXTS, "text"), ".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS", ".xls": "XLS"}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: The name of an encrypted workbook's stream in the directory of its container.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_spreadsheet(data: bytes, name: str, place: Place, recognise: Recognise) -> Spreadsheet:
    """All sheets of a file that people call *name*; raises InputError, with what to do, for what is none."""
    kind = _kind(data, place)
    said = _KINDS.get(PurePath(name).suffix.lower(), kind)
    if kind == "text":
        found = read_delimited(data, place, recognise)
    else:
        # Imported here: who has a CSV file needs no library for workbooks.
        from placards.files.tables import workbook

        read = {"XLSX": workbook.read_xlsx, "ODS": workbook.read_ods, "XLS": workbook.read_xls}[kind]
        found = read(data, place)
    if said == kind:
        return found
    other = diagnostic("table-kind-other", place=place, suffix=PurePath(name).suffix, kind=_CALLED[kind])
    return Spreadsheet(found.sheets, (other, *found.notes))


_CALLED = {"text": "a text file", "XLSX": "an XLSX workbook", "ODS": "an ODS document", "XLS": "an XLS workbook"}


def _kind(data: bytes, place: Place) -> str:
    if data.startswith(b"PK\3\4"):
        return _zipped(data, place)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise InputError("table-password", place=place)
        return "XLS"
    start = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<?xml", b"<workbook", b"<office:")):
        raise InputError("table-other", place=place, kind="an XML file")
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<div")):
        raise InputError("table-other", place=place, kind="a web page")
    if start.startswith(b"%pdf"):
        raise InputError("table-other", place=place, kind="a PDF file")
    if not data.strip():
        raise InputError("table-empty", place=place)
    return "text"


def _zipped(data: bytes, place: Place) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # zipfile raises many kinds for damage
        raise InputError("table-damaged", place=place) from error
    if "xl/workbook.xml" in names:
        return "XLSX"
    if "content.xml" in names:
        return "ODS"
    if any(name.endswith(".iwa") or name.startswith("Index.zip") for name in names):
        raise InputError("table-other", place=place, kind="a Numbers document")
    if "xl/workbook.bin" in names:
        raise InputError("table-other", place=place, kind="an XLSB workbook")
    raise InputError("table-other", place=place, kind="a zip file without a spreadsheet")
