"""``placards credits``: who made the art and the fonts that something shows, under which licence, and whether they were
changed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from placards.cli.main import complain
from placards.problems.errors import InputError, PlacardsError

if TYPE_CHECKING:
    from placards.art.credits import Credit
    from placards.inputs import Inputs

_HEADS = {"layout": "Layouts", "art": "Art", "font": "Fonts"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("art", nargs="*", metavar="ART", help="pieces of art by name (default: everything shipped)")
    parser.add_argument("--layout", metavar="NAME", help="what a layout may show")
    parser.add_argument("--campaign", type=Path, metavar="FILE", help="what all artefacts of a campaign show")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(arguments: argparse.Namespace) -> int:
    if sum(map(bool, (arguments.art, arguments.layout, arguments.campaign))) > 1:
        raise InputError("cli-credits-of-one")
    found = list(dict.fromkeys(_asked(arguments)))
    if arguments.json:
        import json

        print(json.dumps([asdict(credit) for credit in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found)) or "nothing")
    return 0


def _asked(arguments: argparse.Namespace) -> Iterator[Credit]:
    from placards.art.credits import credits_of
    from placards.plan.planner import open_inputs

    roots = [root.resolve() for root in arguments.path]
    if arguments.campaign:
        yield from _of_campaign(arguments.campaign, roots)
        return
    inputs = open_inputs(roots)
    library = inputs.artwork
    if arguments.layout:
        yield from _of_layout(arguments.layout, inputs)
        return
    for name in arguments.art:
        library.piece(name)  # raises for a name that there is none of
    yield from credits_of(arguments.art or library.names(), library)
    if not arguments.art:
        yield from inputs.font_credits().values()


def _of_layout(name: str, inputs: Inputs) -> Iterator[Credit]:
    """The layout's own credit, the pieces that it names or may take by a theme, and the fonts of its roles."""
    from placards.art.credits import Credit, credits_of
    from placards.plan.art import art_elements

    layout = inputs.layout(name)
    if layout.layout.credit:
        yield Credit("layout", name, layout.layout.credit)
    library = inputs.artwork
    elements = list(art_elements(layout))
    named = [element.art for element in elements if element.art and element.art != "auto"]
    suiting = library.suiting_any() if any(element.art == "auto" for element in elements) else ()
    yield from credits_of((*named, *suiting), library)
    roles = {r.name for element in layout.layout.every_element for r in element.refers() if r.to == "role"}
    known = inputs.font_credits()
    for family in inputs.fonts().families:
        if roles & family.roles or family.name in roles:
            yield from (known[file.path.name] for file in family.files if file.path.name in known)


def _of_campaign(file: Path, roots: Sequence[Path]) -> Iterator[Credit]:
    """What every artefact shows; those that cannot be made are named, and the rest goes on."""
    from placards.pipeline import Engine
    from placards.plan.planner import plan_campaign

    made = plan_campaign(file, roots)
    for problem in made.problems:
        complain(InputError(problem))
    engine = Engine(inputs=made.inputs)
    for job in made.jobs:
        try:
            yield from engine.credits(job)
        except PlacardsError as error:
            complain(error)


def _lines(found: Sequence[Credit]) -> Iterator[str]:
    from placards.art.credits import credit_line

    for kind, head in _HEADS.items():
        lines = [f"  {credit}" for credit in found if credit.kind == kind]
        if lines:
            yield from (f"{head}:", *lines, "")
    small = credit_line(found)
    if small:
        yield from ("In small print:", f"  {small}")
