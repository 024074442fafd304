"""``placards profile schema``: the JSON Schema of profiles, for editors."""

from __future__ import annotations

import argparse

from placards.cli.schema_out import add_arguments, put


def run(arguments: argparse.Namespace) -> int:
    from placards.kit.profile_schema import schema_text

    return put(schema_text(), arguments.output)


__all__ = ["add_arguments", "run"]
