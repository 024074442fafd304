"""A run makes what is not right in the folder, and nothing else: the folder is that of a build from nothing."""

from __future__ import annotations

import io
import json
import re
import shutil
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from placards.campaign.program import LIBRARIES
from placards.campaign.run import BatchResult, batch
from placards.files.shipped import fonts_folder
from placards.problems.errors import InputError

from ..messages.support import entry, write, write_po
from .support import LAYOUT, campaign, make_folder, one_set, write_layout
from .test_folder import codes, said

#: A layout with a picture beside it, a piece of art that goes with the slogan, and letters of the folder's own face.
PICTURED = (
    LAYOUT.replace('id = "translation"', 'role = "hand"\nid = "translation"')
    + """[[element]]
id = "mark"
type = "art"
file = "mark.svg"
inside = "safe"
top = "70%"
width = "20%"
start = "0%"

[[element]]
id = "piece"
type = "art"
art = "own/leaf"
fills = ["ink"]
inside = "safe"
top = "70%"
width = "20%"
end = "0%"
"""
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H{size}V10H0Z" fill="#000"/></svg>'

PALETTE = """[{name}]
label = "{name}"
tags = ["light"]
paper = "{paper}"
ink = "#000000"
accent = "#aa0000"
"""


ROOT = Path(__file__).parents[2]


def run(folder: Path, out: Path, **options: Any) -> BatchResult:
    return batch(folder / "demo.toml", out, **options)


LATIN, ARABIC = range(0x20, 0x250), [0x20, *range(0x600, 0x700)]


def face(folder: Path, name: str, source: str, characters: Iterable[int], wider: int) -> None:
    """A face of the folder's own, made of a part of a shipped one, its letters so many units further apart."""
    font = TTFont(fonts_folder() / source, recalcTimestamp=False)
    subsetter = Subsetter(Options(name_IDs="*", notdef_outline=True, layout_features="*"))
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = name
    metrics = font["hmtx"].metrics
    for glyph, (advance, bearing) in metrics.items():
        metrics[glyph] = (advance + wider if advance else 0, bearing)
    buffer = io.BytesIO()
    font.save(buffer)
    write(folder / "fonts" / f"{name}.ttf", buffer.getvalue())


def latin_face(folder: Path, number: int) -> None:
    face(folder, "Own Latin", "Anton/Anton-Regular.ttf", LATIN, 9 * number)


def arabic_face(folder: Path, number: int) -> None:
    face(folder, "Own Arabic", "Lalezar/Lalezar-Regular.ttf", ARABIC, 9 * number)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with everything of its own."""
    folder = make_folder(tmp_path_factory.mktemp("start"))
    write_layout(folder, "pictured", PICTURED)
    write(folder / "layouts" / "pictured" / "mark.svg", SVG.replace("{size}", "5"))
    write(folder / "art" / "own" / "leaf.svg", SVG.replace("{size}", "7"))
    latin_face(folder, 0)
    arabic_face(folder, 0)
    sets = [
        one_set("plain", tags=["demo"], languages=["en", "ar", "fr"], palettes=["day", "night"]),
        one_set("pictured", layouts=["pictured"], slogans=["demo/one"], languages=["ar", ["en", "fr"]]),
    ]
    campaign(folder, "\n".join(sets), HEAD)
    return folder


HEAD = 'name = "Demo"\ndate = 2026-12-10'

Edit = Callable[[Path, int], None]


def _replace(path: str, old: str, new: str) -> Edit:
    def edit(folder: Path, number: int) -> None:
        file = folder / path
        text = file.read_text()
        at = text.index(old)
        end = text.index("\n", at)
        file.write_text(text[:at] + new.replace("{n}", str(number)) + text[end:])

    return edit


def _translation(folder: Path, number: int) -> None:
    second = entry("two", "Peace for all", f"السلام للجميع {'و' * number}")
    write_po(folder, "ar", entry("one", "Water is life", "الماء حياة"), second, pack="demo")


EDITS: dict[str, Edit] = {
    "a translation": _translation,
    "a slogan": _replace("slogans/demo.toml", 'text = "Water', 'text = "Water is life {n}"'),
    "a colour": _replace("layouts/plain/layout.toml", 'ink = "#ffffff"', 'ink = "#fffff{n}"'),
    "a place in a layout": _replace("layouts/plain/layout.toml", 'bottom = "4', 'bottom = "4{n}%"'),
    "a comment in a layout": _replace("layouts/plain/layout.toml", "languages = 2", "languages = 2 # {n}"),
    "a Latin face": latin_face,
    "an Arabic face": arabic_face,
    "a picture beside a layout": lambda folder, n: _svg(folder / "layouts/pictured/mark.svg", n),
    "a piece of art": lambda folder, n: _svg(folder / "art/own/leaf.svg", n),
    "a piece that nobody shows": lambda folder, n: _svg(folder / "art/own/flower.svg", n),
    "the date": _replace("demo.toml", "date =", "date = 2026-12-1{n}"),
    "copies": _replace("demo.toml", 'sizes = ["a6"]', 'sizes = ["a6"]\ncopies = {n}00\nformats = ["pdf"]'),
}


def _svg(path: Path, number: int) -> None:
    write(path, SVG.replace("{size}", str(number)))


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def artefacts(files: dict[str, bytes]) -> dict[str, bytes]:
    """What is no list, and no thumbnail."""
    return {name: data for name, data in files.items() if "/" in name and not name.startswith("thumbnails/")}


def check_edits(start: Path, folder: Path, edits: list[tuple[str, int]]) -> None:
    work, out, scratch = folder / "campaign", folder / "out", folder / "scratch"
    shutil.copytree(start, work)
    run(work, out)
    for name, number in edits:
        before = tree(out)
        EDITS[name](work, number)
        done = run(work, out, prune=True)
        run(work, scratch)
        assert tree(out) == tree(scratch), name
        shutil.rmtree(scratch)
        changed = {file for file, data in artefacts(tree(out)).items() if before.get(file) != data}
        assert set(done.made) == changed, (name, number)
        assert set(done.unchanged) == artefacts(tree(out)).keys() - changed


def test_an_edit_makes_exactly_what_depends_on_it(start: Path, tmp_path: Path) -> None:
    check_edits(start, tmp_path, [(name, 3) for name in EDITS])


def test_the_edits_are_seen(start: Path, tmp_path: Path) -> None:
    """Else the test above would say nothing."""
    work, out = tmp_path / "campaign", tmp_path / "out"
    shutil.copytree(start, work)
    run(work, out)
    kept = {}
    for name in sorted(EDITS.keys() - {"a comment in a layout", "a piece that nobody shows", "copies", "a slogan"}):
        EDITS[name](work, 4)
        done = run(work, out)
        assert done.made, name
        kept[name] = len(done.unchanged)
    assert {name for name, count in kept.items() if not count} <= {"the date"}


@settings(max_examples=3)
@given(edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(1, 8)), min_size=1, max_size=4))
def test_any_edits_lead_to_the_folder_of_a_build_from_nothing(
    start: Path, tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    check_edits(start, folder, edits)
    shutil.rmtree(folder)


# --- what a second run does ----------------------------------------------------------------------------------------


@pytest.fixture
def folder(start: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(start, tmp_path / "campaign"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_mtime_ns, p.stat().st_ino) for p in folder.rglob("*") if p.is_file()}


def test_a_second_run_touches_nothing(folder: Path, out: Path) -> None:
    first = run(folder, out)
    before = stamps(out)
    second = run(folder, out)
    assert second.made == ()
    assert sorted(second.unchanged) == list(first.made)
    assert stamps(out) == before


def test_what_is_missing_or_was_edited_is_made_again_and_told(folder: Path, out: Path) -> None:
    first = run(folder, out)
    whole = tree(out)
    gone, edited, *_ = first.made
    (out / gone).unlink()
    (out / edited).write_bytes(b"somebody wrote here")
    done = run(folder, out)
    assert done.made == (gone, edited)
    assert tree(out) == whole
    assert codes(done) == ["build-overwritten"]
    assert edited in said(done, "build-overwritten")
    assert gone not in said(done, "build-overwritten")


def test_force_makes_everything_anew(folder: Path, out: Path) -> None:
    first = run(folder, out)
    assert run(folder, out, force=True).made == first.made


def test_the_record_of_a_program_that_drew_otherwise_counts_for_nothing(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(folder, out)
    monkeypatch.setattr("placards.campaign.ingredients.program_digest", lambda: "0" * 16)
    done = run(folder, out, explain="*")
    assert done.made == first.made
    assert {str(d.why) for d in done.why} == {
        "made anew, because this changed: placards itself, or a library that draws."
    }


def test_every_library_is_in_the_program_s_digest_or_draws_nothing() -> None:
    planning = {"filelock", "hijridate", "nepali-datetime", "pikepdf", "platformdirs", "pydantic", "python-calamine"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split("[<>=~! ]", line)[0] for line in project["dependencies"]}
    assert asked == {*LIBRARIES} | planning


@pytest.mark.parametrize("damage", ["inputs", "looked_at", "sha256", "files"])
@pytest.mark.parametrize("value", [None, "x", {"x": 1}])
def test_a_record_that_tells_nonsense_counts_for_nothing(folder: Path, out: Path, damage: str, value: object) -> None:
    first = run(folder, out)
    whole = tree(out)
    data = json.loads(whole["manifest.json"])
    data["artefacts"][0][damage] = value
    (out / "manifest.json").write_text(json.dumps(data))
    done = run(folder, out)
    # A list of further files that is none says that there are no others.
    assert done.made in ((first.made[0],), ()) if damage == "files" else done.made == (first.made[0],)
    assert tree(out) == whole or damage == "files"


# --- explain, dry run, prune ---------------------------------------------------------------------------------------


def test_a_run_says_why_it_makes_what_it_makes(folder: Path, out: Path) -> None:
    done = run(folder, out, explain="plain/en/one-day-a6.pdf")
    assert [str(d.why) for d in done.why] == ["made, because no earlier run made it."]
    done = run(folder, out, explain="plain/en/one-day-a6.pdf")
    assert [str(d.why) for d in done.why] == ["not made again: nothing that it is made of has changed."]
    latin_face(folder, 5)
    EDITS["a place in a layout"](folder, 7)
    done = run(folder, out, explain="plain/en/*", dry_run=True)
    assert {str(d.why) for d in done.why} == {"made anew, because this changed: the layout, “fonts/Own Latin.ttf”."}
    assert len(done.why) == 4


def test_a_run_that_only_looks_makes_nothing(folder: Path, out: Path) -> None:
    done = run(folder, out, dry_run=True)
    assert done.made == ()
    assert len(done.left) == 12
    assert not out.exists() or tree(out) == {}


def test_an_artefact_that_nobody_knows_cannot_be_explained(folder: Path, out: Path) -> None:
    with pytest.raises(InputError, match=r"no artefact called “plain/en/on-day-a6.pdf”.*Did you mean"):
        run(folder, out, explain="plain/en/on-day-a6.pdf")


def test_pruning_removes_what_is_not_asked_for_and_nothing_else(folder: Path, out: Path) -> None:
    run(folder, out)
    mine, changed = out / "plain" / "fr" / "mine.txt", out / "plain" / "ar" / "two-day-a6.pdf"
    write(mine, "mine")
    write(out / "pictured" / "notes.txt", "mine too")
    changed.write_bytes(changed.read_bytes() + b"% I signed it")
    campaign(folder, one_set("plain", slogans=["demo/one"], palettes=["day", "night"]), HEAD)
    before = tree(out)
    looked = run(folder, out, prune=True, dry_run=True)
    assert "10 artefacts of earlier runs" in said(looked, "build-would-prune")
    assert tree(out) == before
    done = run(folder, out, prune=True)
    assert done.made == ()
    assert sorted(artefacts(tree(out))) == sorted(
        ["pictured/notes.txt", "plain/ar/two-day-a6.pdf", "plain/fr/mine.txt", *done.unchanged]
    )
    assert len(list((out / "thumbnails").rglob("*.png"))) == len(done.unchanged) + 1
    assert not (out / "pictured" / "ar").exists()
    assert codes(done) == ["build-pruned", "build-edited-kept", "output-older", "derived-altered"]
    assert "two-day-a6.pdf" in said(done, "build-edited-kept")


def test_a_plan_with_mistakes_prunes_nothing(folder: Path, out: Path) -> None:
    run(folder, out)
    before = artefacts(tree(out))
    campaign(folder, one_set("plain", slogans=["demo/one", "demo/oen"], palettes=["day", "night"]), HEAD)
    done = run(folder, out, prune=True)
    assert "build-not-pruned" in codes(done)
    assert artefacts(tree(out)) == before
