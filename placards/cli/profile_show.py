"""``placards profile show``: everything that a profile says, those that it extends included."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("profile", metavar="NAME", help="a name of “placards list profiles”, or a file")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own profiles")
    parser.add_argument("--json", action="store_true", help="a JSON object")


def run(arguments: argparse.Namespace) -> int:
    from placards.plan.planner import open_inputs
    from placards.plan.printing import printing_of

    printing = printing_of(arguments.profile)
    inputs = open_inputs([path.resolve() for path in arguments.path], printings=[printing])
    values = asdict(inputs.profile(printing.name))
    if arguments.json:
        print(json.dumps(values, ensure_ascii=False, indent=1))
        return 0
    for name, value in _flat(values, ""):
        print(f"{name}: {value}")
    return 0


def _flat(values: dict[str, Any], start: str) -> list[tuple[str, str]]:
    """Every value in a line of its own, as ``finishing.hem_mm: 30``; what is not said is left out."""
    lines = []
    for name, value in values.items():
        if isinstance(value, dict):
            lines += _flat(value, f"{start}{name}.")
        elif value not in (None, "", ()):
            lines.append((start + name, _shown(name, value)))
    return lines


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in ("text", "large"):
        return " ".join(f"{amount * 100:g}" for amount in value)
    if name == "most_ink":
        return f"{value * 100:g} %"
    if isinstance(value, tuple):
        return ", ".join(str(one) if not isinstance(one, tuple) else " ".join(map(str, one)) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


__all__ = ["add_arguments", "run"]
