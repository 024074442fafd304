"""``placards check``: layouts, packs, campaigns, profiles and more, one sentence for each thing that is wrong."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placards.cli.main import EXIT_FAILED
from placards.files.shipped import fonts_folder, templates_folder, world_of
from placards.problems.diagnostic import Diagnostic, Diagnostics, Severity, diagnostic
from placards.problems.errors import InputError, PlacardsError, Place
from placards.problems.wording import finished

if TYPE_CHECKING:
    from placards.messages.proof.check import Violation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="*", type=Path, help="files or folders (default: what is shipped)")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(arguments: argparse.Namespace) -> int:
    found = Diagnostics()
    count = 0
    for path in arguments.path or [templates_folder(), fonts_folder()]:
        if not path.exists():
            raise InputError("cli-path-missing", place=Place(path))
        for kind, target in _targets(path):
            count += 1
            for problem in checked(kind, target):
                found(problem)
    return tell(found, count, "thing", as_list=arguments.json)


def checked(kind: str, target: Path) -> Iterator[Diagnostic]:
    """Everything that is wrong with a file or folder of a kind; what cannot even be read is one of its problems."""
    try:
        yield from CHECKS[kind](target)
    except PlacardsError as error:
        yield from error.diagnostics


def as_json(found: Diagnostic) -> dict[str, Any]:
    """A Diagnostic for programs. ``problem`` is the whole sentence with its place, ``what`` the clause alone."""
    place = found.place
    return {
        "code": found.code,
        "severity": found.severity.value,
        "problem": str(found),
        "what": finished(found.problem()),
        "remedy": finished(found.advice()) if found.advice() else "",
        "place": {
            "file": None if place.file is None else str(place.file),
            "line": place.line,
            "column": place.column,
            "key": place.key,
            "message": place.message,
            "language": place.language,
        },
        "parameters": {name: list(value) if isinstance(value, tuple) else value for name, value in found.parameters},
    }


def tell(found: Diagnostics, count: int, noun: str, *, as_list: bool) -> int:
    """Print what was found in so many things, as sentences or as a JSON list; the exit code."""
    if as_list:
        print(json.dumps([as_json(problem) for problem in found], ensure_ascii=False, indent=1))
    else:
        for problem in found:
            print(f"{problem.severity}: {problem}")
        print(summary(count, found, noun))
    return EXIT_FAILED if found.errors else 0


def summary(count: int, found: Diagnostics, noun: str) -> str:
    """How many were looked at, and how much was found."""
    errors, warnings = len(found.errors), sum(d.severity is Severity.WARNING for d in found)
    notes = len(found) - errors - warnings
    more = f", {_counted(notes, 'note')}" if notes else ""
    return f"{_counted(count, noun)} checked: {_counted(errors, 'error')}, {_counted(warnings, 'warning')}{more}."


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


#: Kinds by the name of the file.
_NAMED = {"layout.toml": "layout", "fonts.toml": "fonts", "palettes.toml": "palettes", "brand.toml": "brand"}

#: And by the folder that it lies in.
_FOLDERS = {"slogans": "pack", "campaigns": "campaign", "profiles": "profile"}


def _targets(path: Path) -> Iterator[tuple[str, Path]]:
    """What a path holds, as (kind, file or folder)."""
    if path.is_file():
        yield _kind_of_file(path), path
        return
    if (path / "layout.toml").is_file():
        yield "layout", path
        return
    for child in sorted(path.rglob("*")):
        if child.name == "layout.toml":
            yield "layout", child.parent
        elif child.parent.name in _FOLDERS and child.suffix == ".toml":
            yield _FOLDERS[child.parent.name], child
        elif child.suffix.lower() in (".ttf", ".otf"):
            yield "font", child
        elif child.name in ("fonts.toml", "palettes.toml", "brand.toml"):
            yield _NAMED[child.name], child
        elif child.suffix == ".po":
            yield "catalog", child
        elif child.suffix == ".toml" and child.parent == path:
            yield _kind_of_file(child), child


#: Keys that only a campaign has, and keys by one of which a profile is known.
_CAMPAIGN = {"campaign", "set", "table"}
_PROFILE = {"extends", "standard", "inks", "bleed", "safe", "condition", "black", "finishing", "scale", "marks"}


def _kind_of_file(path: Path) -> str:
    named = _NAMED.get(path.name)
    kind = named or {".po": "catalog", ".ttf": "font", ".otf": "font"}.get(path.suffix.lower())
    if kind:
        return kind
    if path.suffix == ".toml":
        from placards.files.toml import read_toml

        try:
            data = read_toml(path).data
        except PlacardsError:
            return "campaign"  # the check itself will say what is wrong
        if "slogan" in data or "pack" in data:
            return "pack"
        profile = path.resolve().parent.name == "profiles" or _PROFILE & data.keys()
        return "profile" if profile and not _CAMPAIGN & data.keys() else "campaign"
    from placards.plan.table.source import is_table

    if is_table(path):
        return "campaign"
    raise InputError("cli-check-kind", place=Place(path))


def _layout(path: Path) -> Iterator[Diagnostic]:
    from placards.inputs import Inputs
    from placards.kit.checking import found_at_once
    from placards.template.folder import layout_at

    folder = (path if path.is_dir() else path.parent).resolve()
    # The fonts that a layout may name lie beside the folder of layouts, or are shipped.
    inputs = Inputs(world_of([folder.parent.parent] if folder.parent.name == "layouts" else []))
    yield from found_at_once(layout_at(folder), inputs)


def _pack(path: Path) -> Iterator[Diagnostic]:
    from placards.messages.pack import read_pack
    from placards.messages.proof.check import check_pack

    yield from map(_of_rule, check_pack(read_pack(path)))


def _campaign(path: Path) -> Iterator[Diagnostic]:
    from placards.plan.planner import MAX_JOBS_EVER, plan_campaign

    yield from plan_campaign(path, limit=MAX_JOBS_EVER).diagnostics


def _catalog(path: Path) -> Iterator[Diagnostic]:
    from placards.locale.language import parse_language
    from placards.messages.library import MessageLibrary
    from placards.messages.po.catalog import read_catalog
    from placards.messages.proof.check import check_catalog

    # locale/<language>/LC_MESSAGES/<pack>.po: the packs stand beside "locale", or are shipped.
    parts = path.resolve().parents
    in_locale = len(parts) > 3 and parts[2].name == "locale"
    roots = [parts[3]] if in_locale else []
    language = parts[1].name if in_locale else "und"
    pack = MessageLibrary.with_shipped(roots).pack(path.stem)
    catalog = read_catalog(path, str(parse_language(language)), path.stem)
    yield from map(_of_rule, check_catalog(catalog, pack))


def _of_rule(violation: Violation) -> Diagnostic:
    return diagnostic(
        "cli-check-rule",
        place=violation.place,
        severity=Severity(str(violation.severity)),
        rule=violation.rule,
        problem=violation.problem,
        remedy_text=violation.remedy,
    )


def _font(path: Path) -> Iterator[Diagnostic]:
    from placards.text.font_files import describe_font_file

    describe_font_file(path)
    return iter(())


def _fonts(path: Path) -> Iterator[Diagnostic]:
    from placards.text.fontset import read_fonts_toml

    families, preferences = read_fonts_toml(path)
    names = {family.name for family in families}
    for preference in preferences:
        for name in preference.families:
            if name not in names:
                yield diagnostic("cli-check-preference", place=Place(path), name=name)
    for family in families:
        for file in family.files:
            if not file.path.is_file():
                yield diagnostic("cli-check-font-missing", place=Place(path), family=family.name, file=file.path.name)
            elif file.sha256 and _sha256(file.path) != file.sha256:
                yield diagnostic("cli-check-font-other", place=Place(path), file=file.path.name)
        if family.license_file and not (path.parent / family.license_file).is_file():
            yield diagnostic("cli-check-licence", place=Place(path), family=family.name, file=family.license_file)


def _palettes(path: Path) -> Iterator[Diagnostic]:
    from placards.template.shared import read_palettes

    read_palettes(path)
    return iter(())


def _profile(path: Path) -> Iterator[Diagnostic]:
    from placards.plan.planner import open_inputs
    from placards.plan.printing import printing_of

    # Others that it extends lie beside it, or in the folder of profiles of the campaign around it, or are shipped.
    printing = printing_of(str(path.resolve()))
    open_inputs([], printings=[printing]).profile(printing.name)
    return iter(())


def _brand(path: Path) -> Iterator[Diagnostic]:
    from placards.inputs import Inputs
    from placards.plan.brand import check_brand, read_brand

    brand = read_brand(path)
    check_brand(brand, Inputs(world_of([brand.folder])))
    return iter(())


def _sha256(path: Path) -> str:
    import hashlib

    from placards.files.world import read_bytes

    return hashlib.sha256(read_bytes(path)).hexdigest()


#: Kind → what is wrong with a file or folder of it.
CHECKS: dict[str, Callable[[Path], Iterator[Diagnostic]]] = {
    "layout": _layout,
    "pack": _pack,
    "campaign": _campaign,
    "catalog": _catalog,
    "font": _font,
    "fonts": _fonts,
    "palettes": _palettes,
    "brand": _brand,
    "profile": _profile,
}
