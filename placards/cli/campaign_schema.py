"""``placards campaign schema``: the JSON Schema of campaign files, for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write (default: standard output)")


def run(arguments: argparse.Namespace) -> int:
    from placards.files.writing import write_file
    from placards.kit.campaign_schema import schema_text

    if arguments.output is None:
        sys.stdout.write(schema_text())
        return 0
    write_file(arguments.output, schema_text().encode())
    print(arguments.output)
    return 0
