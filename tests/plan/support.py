"""Worlds and Choices for planner tests, as small as tests like them."""

from __future__ import annotations

from placards.files.shipped import shipped_source
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.plan.choices import Choices
from placards.plan.planner import Asked, Plan, plan
from placards.problems.errors import PlacardsError

from ..campaign.support import LAYOUT, MANY, PACK
from ..messages.support import entry

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

#: A World without a folder of one's own: the pack “demo”, two languages of it, the layouts “plain” and “many”.
FILES = {
    "slogans/demo.toml": PACK.encode(),
    "locale/ar/LC_MESSAGES/demo.po": (
        PO + entry("one", "Water is life", "الماء حياة") + entry("two", "Peace for all", "السلام للجميع")
    ).encode(),
    "locale/de/LC_MESSAGES/demo.po": (
        PO + entry("one", "Water is life", "Wasser ist Leben") + entry("two", "Peace for all", "Frieden", "#, fuzzy")
    ).encode(),
    "layouts/plain/layout.toml": LAYOUT.replace("{name}", "plain").encode(),
    "layouts/many/layout.toml": MANY.replace("{name}", "many").encode(),
}


def memory(**more: bytes | str) -> Inputs:
    """Those files, and others under their names with “/” written as “__”, before what is shipped."""
    extra = {name.replace("__", "/"): text if isinstance(text, bytes) else text.encode() for name, text in more.items()}
    return Inputs(World([Memory({**FILES, **extra}), shipped_source()]))


def planned(choices: Choices, inputs: Inputs | None = None) -> Plan:
    """The plan of some Choices."""
    return plan([Asked(choices)], inputs or memory())


def codes(made: Plan) -> list[str]:
    """The codes of everything that the plan says."""
    return [found.code for found in made.diagnostics]


def notes(made: Plan) -> list[str]:
    """The codes of everything that its jobs say."""
    return sorted({note.code for job in made.jobs for note in job.notes})


def refused(made: Plan) -> str:
    """The one error of a plan without jobs."""
    assert made.jobs == ()
    (problem,) = made.problems
    return str(problem)


__all__ = ["PlacardsError", "codes", "memory", "notes", "planned", "refused"]
