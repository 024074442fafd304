"""``python -m bench`` prints one table: medians, ratios and targets. Names of benchmarks pick some of them."""

from __future__ import annotations

import argparse
import gc
import importlib

from bench.report import Row, as_json, table

#: Name → module. Imported when run: nobody needs WeasyPrint to measure memory.
BENCHMARKS = {
    name: f"bench.{module}"
    for name, module in (
        ("warm", "warm_pdf"), ("image", "image"), ("cold", "cold"), ("batch", "batch"), ("curve", "curve"),
        ("memory", "memory"), ("preview", "preview"), ("watch", "watch"), ("thousand", "thousand"), ("plan", "plan"),
        ("cluster", "cluster"),
    )
}  # fmt: skip


def main() -> int:
    """Run the benchmarks; with --strict, 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--json", action="store_true", help="all details, for programs")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a target is missed")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    gc.set_threshold(100_000, 20, 20)  # as the command and its workers have it (placards/__main__.py)
    rows: list[Row] = []
    for name in arguments.names or BENCHMARKS:
        rows.extend(importlib.import_module(BENCHMARKS[name]).measure())
    print(as_json(rows) if arguments.json else table(rows))
    return int(arguments.strict and any(row.met is False for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
