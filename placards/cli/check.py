"""``placards check``: layouts, packs, campaigns, catalogs and fonts, one sentence for each thing that is wrong."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from placards.cli.main import EXIT_FAILED
from placards.files.shipped import fonts_folder, templates_folder
from placards.locale.language import parse_language
from placards.problems.errors import InputError, PlacardsError, Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; a warning does not fail the check."""

    sentence: str
    severity: str = "error"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="*", type=Path, help="files or folders (default: what is shipped)")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(arguments: argparse.Namespace) -> int:
    paths = arguments.path or [templates_folder(), fonts_folder()]
    findings: list[Finding] = []
    count = 0
    for path in paths:
        if not path.exists():
            raise InputError("there is no such file or folder", remedy="Check the name", place=Place(path))
        for kind, target in _targets(path):
            count += 1
            findings += _CHECKS[kind](target)
    if arguments.json:
        print(
            json.dumps(
                [{"severity": f.severity, "problem": f.sentence} for f in findings], ensure_ascii=False, indent=1
            )
        )
    else:
        for finding in findings:
            print(f"{finding.severity}: {finding.sentence}")
        errors = sum(f.severity == "error" for f in findings)
        print(f"{count} things checked: {errors} errors, {len(findings) - errors} warnings.")
    return EXIT_FAILED if any(f.severity == "error" for f in findings) else 0


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
        elif child.parent.name in ("slogans", "campaigns") and child.suffix == ".toml":
            yield "pack" if child.parent.name == "slogans" else "campaign", child
        elif child.suffix.lower() in (".ttf", ".otf"):
            yield "font", child
        elif child.name == "fonts.toml":
            yield "fonts", child
        elif child.suffix == ".po":
            yield "catalog", child
        elif child.suffix == ".toml" and child.parent == path:
            yield _kind_of_file(child), child


def _kind_of_file(path: Path) -> str:
    if path.name == "layout.toml":
        return "layout"
    if path.name == "fonts.toml":
        return "fonts"
    if path.suffix == ".po":
        return "catalog"
    if path.suffix.lower() in (".ttf", ".otf"):
        return "font"
    if path.suffix == ".toml":
        from placards.files.toml import read_toml

        try:
            data = read_toml(path).data
        except PlacardsError:
            return "campaign"  # the check itself will say what is wrong
        return "pack" if "slogan" in data or "pack" in data else "campaign"
    raise InputError(
        "this is nothing that can be checked",
        remedy="Give a .toml, .po, .ttf or .otf file, or a folder",
        place=Place(path),
    )


def _layout(path: Path) -> Iterator[Finding]:
    from placards.template.folder import layout_at

    yield from _caught(lambda: layout_at(path if path.is_dir() else path.parent))


def _pack(path: Path) -> Iterator[Finding]:
    from placards.messages.pack import read_pack

    yield from _caught(lambda: read_pack(path))


def _campaign(path: Path) -> Iterator[Finding]:
    from placards.plan.planner import plan_campaign

    problems: list[Finding] = []

    def plan() -> None:
        problems.extend(Finding(str(p)) for p in plan_campaign(path).problems)

    yield from _caught(plan)
    yield from problems


def _catalog(path: Path) -> Iterator[Finding]:
    from placards.messages.library import MessageLibrary
    from placards.messages.po.catalog import read_catalog
    from placards.messages.proof.check import check_catalog

    # locale/<language>/LC_MESSAGES/<pack>.po: the packs stand beside "locale", or are shipped.
    parts = path.resolve().parents
    in_locale = len(parts) > 3 and parts[2].name == "locale"
    roots = [parts[3]] if in_locale else []
    language = parts[1].name if in_locale else "und"
    found: list[Finding] = []

    def read() -> None:
        pack = MessageLibrary.with_shipped(roots).pack(path.stem)
        catalog = read_catalog(path, str(parse_language(language)), path.stem)
        found.extend(Finding(str(v), str(v.severity)) for v in check_catalog(catalog, pack))

    yield from _caught(read)
    yield from found


def _font(path: Path) -> Iterator[Finding]:
    from placards.text.fontset import describe_font_file

    yield from _caught(lambda: describe_font_file(path))


def _fonts(path: Path) -> Iterator[Finding]:
    import hashlib

    from placards.text.fontset import read_fonts_toml

    def read() -> None:
        families, preferences = read_fonts_toml(path)
        names = {family.name for family in families}
        for preference in preferences:
            for name in preference.families:
                if name not in names:
                    raise InputError(f"a preference names “{name}”, which no family is called", place=Place(path))
        for family in families:
            for file in family.files:
                if not file.path.is_file():
                    raise InputError(f"“{family.name}” lacks its file {file.path.name}", place=Place(path))
                if file.sha256 and hashlib.sha256(file.path.read_bytes()).hexdigest() != file.sha256:
                    raise InputError(f"{file.path.name} is not the file that was listed (checksum)", place=Place(path))
            if family.license_file and not (path.parent / family.license_file).is_file():
                raise InputError(f"“{family.name}” lacks its licence {family.license_file}", place=Place(path))

    yield from _caught(read)


def _caught(action: object) -> Iterator[Finding]:
    try:
        assert callable(action)
        action()
    except PlacardsError as error:
        yield from (Finding(str(found)) for found in error.diagnostics)


_CHECKS = {
    "layout": _layout,
    "pack": _pack,
    "campaign": _campaign,
    "catalog": _catalog,
    "font": _font,
    "fonts": _fonts,
}
