"""``placards shape``: what the text engine makes of a text, or of every line of a JSON Lines file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from placards.cli.main import EXIT_FAILED
from placards.files.world import read_bytes
from placards.problems.errors import InputError, PlacardsError, UnknownNameError, near
from placards.text.fontset import ROLE_WEIGHTS, shipped_fonts
from placards.text.inspect import inspect_text

#: A file of lines is no larger.
MAX_LINES_BYTES = 100_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help="the text")
    parser.add_argument("--lang", default="und", metavar="L", help="language tag (default: und)")
    parser.add_argument("--font", type=Path, metavar="FILE", help="a font to use before all others")
    parser.add_argument("--dir", choices=("auto", "ltr", "rtl"), default="auto", help="base direction")
    parser.add_argument("--role", default="text", help="font role or family (default: text)")
    parser.add_argument("--vertical", action="store_true", help="lines from top to bottom")
    parser.add_argument("--lines", metavar="FILE", help='read {"text", "lang"[, "dir"]} a line; "-" is standard input')
    parser.add_argument("--json", action="store_true", help="the contract's JSON object instead of a table")


def run(arguments: argparse.Namespace) -> int:
    if (arguments.text is None) == (arguments.lines is None):
        raise InputError("cli-shape-nothing")
    _check_role(arguments.role)
    if arguments.lines is None:
        result = inspect_text(
            arguments.text,
            arguments.lang,
            direction=arguments.dir,
            font=arguments.font,
            role=arguments.role,
            vertical=arguments.vertical,
        )
        print(json.dumps(result, ensure_ascii=False) if arguments.json else "\n".join(_table(result)))
        return EXIT_FAILED if result["missing"] else 0
    failed = False
    for number, line in _lines(arguments.lines):
        result = _shape_line(line, number, arguments)
        failed = failed or "error" in result
        print(json.dumps(result, ensure_ascii=False))
    return EXIT_FAILED if failed else 0


def _check_role(role: str) -> None:
    """Raise UnknownNameError for what is neither a role of letters nor the name of a family."""
    if role in ROLE_WEIGHTS:
        return
    fonts = shipped_fonts()
    if fonts.family(role) is None:
        known = [*ROLE_WEIGHTS, *(family.name for family in fonts.families)]
        raise UnknownNameError("cli-shape-role", remedy=near(role, known), role=role)


def _lines(name: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers in the file."""
    data = sys.stdin.buffer.read() if name == "-" else read_bytes(Path(name), MAX_LINES_BYTES)
    for number, raw in enumerate(data.split(b"\n"), 1):
        if raw.strip():
            yield number, raw.decode("utf-8", errors="surrogateescape")


def _shape_line(line: str, number: int, arguments: argparse.Namespace) -> dict[str, Any]:
    try:
        data = json.loads(line)
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            raise InputError("cli-shape-object", line=number)
        language, direction = data.get("lang", arguments.lang), data.get("dir", arguments.dir)
        if not isinstance(language, str) or direction not in ("auto", "ltr", "rtl"):
            raise InputError("cli-shape-keys", line=number)
        return inspect_text(
            data["text"],
            language,
            direction=direction,
            font=arguments.font,
            role=arguments.role,
            vertical=arguments.vertical,
        )
    except PlacardsError as error:
        return {"error": str(error)}
    except (ValueError, RecursionError) as error:
        return {"error": str(InputError("cli-shape-json", line=number, reason=str(error)))}


def _table(result: dict[str, Any]) -> Iterator[str]:
    yield f"{result['language']} {result['base_direction']}"
    for line in result["lines"]:
        for run in line["runs"]:
            text, font = result["text"][run["start"] : run["end"]], Path(run["font"]).name
            stand = f" {run['stand']}" if "stand" in run else ""
            yield f"  {run['start']}..{run['end']} {run['script']} level {run['level']} {font}{stand}  {text}"
            glyphs = [f"{g['id']}@{g['cluster']}+{g['x_advance'] or -g['y_advance']}" for g in run["glyphs"]]
            yield "    " + " ".join(glyphs)
    for missing in result["missing"]:
        yield f"  missing {missing['code_point']} at {missing['index']}"
