# ruff: noqa: E501
"""Commands, options and values become command lines whose every path lies inside the case's folder.

Where a person says “write there” or “read that”, there and that are theirs to choose: hostile paths belong into files.
"""

from __future__ import annotations

import os
from random import Random

from fuzz import grammars, words

_PATHS = (".", "campaign.toml", "layouts/x", "layouts/x/layout.toml", "slogans/demo.toml", "locale/ar/LC_MESSAGES/demo.po", "own.ttf", "more", "none", "none.toml", "empty.toml", "picture.png", "layouts", "rally", "ralley", "lines.jsonl", "\udcff", "é.toml", "")  # fmt: skip
_OUTPUTS = ("x.pdf", "x.svg", "out/x.png", "x", "x.gif", ".pdf", "layouts", "x.jpg", "x.webp", "é.svg", "\udcff.svg", "a" * 300 + ".svg", "-", "campaign.toml", "x.svg/y.svg")  # fmt: skip


def command_line(rng: Random) -> bytes:
    """Arguments, parted by NUL."""

    def text(longest: int = 60) -> str:
        return words.text(rng, longest).replace("\0", "")

    def some(*options: tuple[str, object]) -> list[str]:
        out: list[str] = []
        for name, value in options:
            for _ in range(rng.choice((0, 0, 1, 1, 2)) if name.endswith("*") else int(rng.random() < 0.25)):
                given = rng.choice(value) if isinstance(value, tuple) else value() if callable(value) else None
                given = (
                    text(20) if given is not None and rng.random() < 0.08 and value not in (_PATHS, _OUTPUTS) else given
                )
                out += [name.rstrip("*"), *([] if given is None else [str(given)])]
        return out

    def tag() -> str:
        return rng.choice(("en", "ar", "ur", "demo", "klingon", grammars.language(rng)))

    packs = ("demo", "demo/one", "demo/none", "peace", "peace/peace-now", "two", "")
    command = rng.choice(
        ("make", "make", "make", "batch", "list", "check", "catalog", "shape", "text", "help", "maek", "")
    )
    end: list[str] = []
    if command == "make":
        arguments = [text()] if rng.random() < 0.8 else []
        arguments += some(
            ("--slogan", packs), ("--lang*", tag), ("--layout", ("big", "x", "plain", "many", "event-card", "none")),
            ("--size", lambda: grammars.size(rng)), ("--palette", ("day", "night", "none")), ("--title", text), ("--organiser", text),
            ("--place", text), ("--date", ("2027-04-14", "2027-13-01", "x")), ("--time", ("16:30", "25:00", "x")),
            ("--calendar*", grammars.CALENDARS), ("--digits", grammars.DIGITS), ("--link", lambda: grammars.link(rng).replace("\0", "")),
            ("--draft", None), ("--require", ("translated", "approved")), ("--path", (".", "more", "none", "own.ttf")),
        )  # fmt: skip
        end = ["--dpi", rng.choice(("30", "40", "nan", "inf", "-1", "x")), "-o", rng.choice(_OUTPUTS)]
    elif command == "batch":
        arguments = [rng.choice(tuple(p for p in _PATHS if p not in ("rally", ".")))]
        arguments += some(
            ("--only", ("*", "one/*", "[", "")), ("--force", None), ("--draft", None), ("--require", ("approved",)), ("--json", None),
            ("--path", (".", "none")),
        )  # fmt: skip
        end = ["-j", "1", "--out", rng.choice(("out", "layouts/x/layout.toml", "out/deep"))]
    elif command == "list":
        arguments = [rng.choice(("layouts", "slogans", "sizes", "fonts", "campaigns", "languages", "layout"))]
        arguments += some(("--json", None), ("--path", (".", "none")))
    elif command == "check":
        arguments = [p for p in (rng.choice(_PATHS), rng.choice(_PATHS)) if p not in ("rally",)] + some(
            ("--json", None)
        )
    elif command == "catalog":
        arguments = [rng.choice(("extract", "init", "update", "status", "check", "approve", "stauts"))]
        arguments += [rng.choice((tag(), *packs)) for _ in range(rng.choice((0, 1, 2)))]
        arguments += some(("--pack", packs), ("--json", None), ("--fix", None), ("--by", text), ("--date", ("2026-01-01", "2099-01-01", "x")), ("--unfuzzy", None), ("--also", tag))  # fmt: skip
        end = ["--path", rng.choice((".", "more"))]
    elif command == "shape":
        arguments = [text()] if rng.random() < 0.7 else []
        arguments += some(
            ("--lang", tag), ("--font", _PATHS), ("--dir", ("rtl", "up")), ("--role", ("display", "Anton", "displya")),
            ("--lines", ("-", *_PATHS)), ("--json", None),
        )  # fmt: skip
    else:
        arguments = [text(), *some(("--lang", tag), ("--visual", None), ("--json", None), ("--help", None))]
    if arguments and rng.random() < 0.15:
        arguments.insert(rng.randrange(len(arguments) + 1), rng.choice(("--", "-h", "--xyz", text(10), "-j", "")))
    return b"\0".join(
        os.fsencode(word) if os.name == "posix" else word.encode() for word in (command, *arguments, *end)
    )
