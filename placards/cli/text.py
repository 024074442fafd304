"""``placards text``: plain text for vinyl cutters, LED signs and other tools that cannot shape."""

from __future__ import annotations

import argparse
import json
import sys

from placards.text.plain import plain_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="the text")
    parser.add_argument("--lang", default="und", metavar="L", help="language tag (default: und)")
    parser.add_argument("--visual", action="store_true", help="in visual order, for tools that draw from left to right")
    parser.add_argument("--json", action="store_true", help="the text and its warnings as one JSON object")


def run(arguments: argparse.Namespace) -> int:
    result = plain_text(arguments.text, arguments.lang, visual=arguments.visual)
    if arguments.json:
        warnings = [w.sentence() for w in result.warnings]
        print(json.dumps({"text": result.text, "warnings": warnings}, ensure_ascii=False))
        return 0
    print(result.text)
    for warning in result.warnings:
        print(f"placards: warning: {warning.sentence()}", file=sys.stderr)
    return 0
