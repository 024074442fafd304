"""A class's source becomes what is said of each of its fields: the comment behind it or above it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Sequence


def comments(value: type) -> dict[str, str]:
    """What stands behind or above each field in the source, of a class and those that it extends."""
    out: dict[str, str] = {}
    for one in reversed(value.__mro__):
        if not one.__module__.startswith("placards"):
            continue
        try:
            source = inspect.getsource(one)
        except (OSError, TypeError):
            continue
        lines = inspect.cleandoc("\n" + source).splitlines() if source[:1].isspace() else source.splitlines()
        body = ast.parse("\n".join(lines)).body[0]
        for node in getattr(body, "body", []):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                out[node.target.id] = _comment(lines, node)
    return out


def _comment(lines: Sequence[str], node: ast.AnnAssign) -> str:
    rest = lines[(node.end_lineno or node.lineno) - 1][node.end_col_offset or 0 :].strip()
    if rest.startswith("#") and "noqa" not in rest:
        return rest.lstrip("#: ")
    above = []
    number = node.lineno - 2
    while number >= 0 and lines[number].strip().startswith("#:"):
        above.append(lines[number].strip().lstrip("#: "))
        number -= 1
    return " ".join(reversed(above))
