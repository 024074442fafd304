"""``placards shape``: what the text engine makes of a text, or of every line of a JSON Lines file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from placards.cli.main import EXIT_FAILED
from placards.problems.errors import InputError, PlacardsError, Place
from placards.text.inspect import inspect_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help="the text")
    parser.add_argument("--lang", default="und", metavar="L", help="language tag (default: und)")
    parser.add_argument("--font", type=Path, metavar="FILE", help="a font to use before all others")
    parser.add_argument("--dir", choices=("auto", "ltr", "rtl"), default="auto", help="base direction")
    parser.add_argument("--role", default="text", help="font role or family (default: text)")
    parser.add_argument("--lines", metavar="FILE", help='read {"text", "lang"[, "dir"]} a line; "-" is standard input')
    parser.add_argument("--json", action="store_true", help="the contract's JSON object instead of a table")


def run(arguments: argparse.Namespace) -> int:
    if (arguments.text is None) == (arguments.lines is None):
        raise InputError("give a text or --lines", remedy='For example: placards shape "سلام" --lang fa --json')
    if arguments.lines is None:
        result = inspect_text(
            arguments.text, arguments.lang, direction=arguments.dir, font=arguments.font, role=arguments.role
        )
        print(json.dumps(result, ensure_ascii=False) if arguments.json else "\n".join(_table(result)))
        return EXIT_FAILED if result["missing"] else 0
    failed = False
    for number, line in _lines(arguments.lines):
        result = _shape_line(line, number, arguments)
        failed = failed or "error" in result
        print(json.dumps(result, ensure_ascii=False))
    return EXIT_FAILED if failed else 0


def _lines(name: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers in the file."""
    if name == "-":
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            raise InputError(
                f"cannot be read ({error.strerror})", remedy="Check the name", place=Place(name)
            ) from error
    for number, raw in enumerate(data.split(b"\n"), 1):
        if raw.strip():
            yield number, raw.decode("utf-8", errors="surrogateescape")


def _shape_line(line: str, number: int, arguments: argparse.Namespace) -> dict[str, Any]:
    try:
        data = json.loads(line)
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            raise InputError(f"line {number} is no object with a “text”")
        language, direction = data.get("lang", arguments.lang), data.get("dir", arguments.dir)
        if not isinstance(language, str) or direction not in ("auto", "ltr", "rtl"):
            raise InputError(f"line {number} has a wrong “lang” or “dir”", remedy="dir is auto, ltr or rtl")
        return inspect_text(data["text"], language, direction=direction, font=arguments.font, role=arguments.role)
    except PlacardsError as error:
        return {"error": str(error)}
    except (ValueError, RecursionError) as error:
        return {"error": f"line {number} is not JSON: {error}"}


def _table(result: dict[str, Any]) -> Iterator[str]:
    yield f"{result['language']} {result['base_direction']}"
    for line in result["lines"]:
        for run in line["runs"]:
            text, font = result["text"][run["start"] : run["end"]], Path(run["font"]).name
            yield f"  {run['start']}..{run['end']} {run['script']} level {run['level']} {font}  {text}"
            yield "    " + " ".join(f"{g['id']}@{g['cluster']}+{g['x_advance']}" for g in run["glyphs"])
    for missing in result["missing"]:
        yield f"  missing {missing['code_point']} at {missing['index']}"
