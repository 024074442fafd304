"""The JSON Schema of a kind of file, for editors, goes to standard output or into a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--output``."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write (default: standard output)")


def put(text: str, output: Path | None) -> int:
    """Write a schema where it is wanted; the exit code. Raises OutputError."""
    from placards.files.writing import write_file

    if output is None:
        sys.stdout.write(text)
        return 0
    write_file(output, text.encode())
    print(output)
    return 0
