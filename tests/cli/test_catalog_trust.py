"""What an artefact says of its messages: ``--require`` refuses, ``--draft`` marks, manifest and metadata tell."""

from __future__ import annotations

import io
import json
import math
import re
from pathlib import Path

import pikepdf
import pytest

from placards.cli.main import main
from placards.job import Job
from placards.layout.watermark import tint
from placards.locale.language import parse_language, script_of
from placards.messages.draft import draft_word
from placards.messages.library import MessageLibrary
from placards.messages.trust.approval import fingerprint
from placards.messages.trust.status import Status
from placards.pipeline import Engine
from placards.plan.planner import plan_campaign
from placards.scene.items import Group, Item, TextBlock
from placards.values.color import BLACK, WHITE, parse_hex
from placards.values.geometry import Matrix, Rect

from ..messages.support import entry, write, write_pack, write_po

UNMOVED = Matrix()
CEASEFIRE, TALK = ("ceasefire-now", "Ceasefire now"), ("talk-not-war", "Talk, don’t fight")

CAMPAIGN = """[campaign]
name = "Trust"

[[set]]
name = "a"
layouts = ["big"]
slogans = ["demo/ceasefire-now", "demo/talk-not-war"]
languages = ["en", "ur", "fa", "de"]
sizes = ["a6"]
"""


def approval(slogan: tuple[str, str], text: str, kind: str = "approved by Amina on 2027-01-31") -> str:
    return f"# placards: {kind} sha256:{fingerprint(slogan[1], text)}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One message of every status: ur approved and fuzzy, fa official and translated, de missing and edited since."""
    write_pack(tmp_path, name="demo")
    write(tmp_path / "trust.toml", CAMPAIGN)
    write_po(
        tmp_path,
        "ur",
        entry(*CEASEFIRE, "جنگ بندی", approval(CEASEFIRE, "جنگ بندی")),
        entry(*TALK, "بات کرو", "#, fuzzy", approval(TALK, "بات کرو")),
        pack="demo",
    )
    write_po(
        tmp_path,
        "fa",
        entry(*CEASEFIRE, "آتش‌بس", approval(CEASEFIRE, "آتش‌بس", "official OHCHR")),
        entry(*TALK, "گفتگو"),
        pack="demo",
    )
    edited = entry(*TALK, "Reden statt schießen!", approval(TALK, "Reden statt schießen"))
    write_po(tmp_path, "de", edited, pack="demo")
    return tmp_path


def batch(folder: Path, *options: str) -> tuple[int, set[str]]:
    code = main(["batch", str(folder / "trust.toml"), "--out", str(folder / "out"), "-j", "1", *options])
    made = {p.relative_to(folder / "out" / "a").as_posix() for p in (folder / "out").rglob("*.pdf")}
    return code, made


def subject(pdf: bytes) -> str:
    """What a PDF says it is about."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return str(document.docinfo["/Subject"])


ALL = {f"{lang}/{name}-a6.pdf" for lang in ("en", "ur", "fa", "de") for name in ("ceasefire-now", "talk-not-war")}


@pytest.mark.parametrize(
    ("options", "code", "left_out"),
    [
        ([], 0, {"ur/talk-not-war", "de/ceasefire-now"}),
        (["--draft"], 0, {"de/ceasefire-now"}),
        (["--require", "translated"], 1, {"ur/talk-not-war", "de/ceasefire-now"}),
        (["--require", "approved"], 1, {"ur/talk-not-war", "de/ceasefire-now", "fa/talk-not-war", "de/talk-not-war"}),
    ],
    ids=["default", "draft", "translated", "approved"],
)
def test_batch_refuses_exactly_the_others_and_names_them(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int, left_out: set[str]
) -> None:
    names = {f"{name}-a6.pdf" for name in left_out}
    assert batch(folder, *options) == (code, ALL - names)
    shown = capsys.readouterr().err
    refused = re.findall(r"^placards: refused: demo/(\S+) in (\S+) is (\w+), not (\w+)\.$", shown, re.MULTILINE)
    if "--require" in options:
        assert {f"{language}/{name}" for name, language, _, _ in refused} == left_out
        assert {wanted for *_, wanted in refused} == {options[1]}
        statuses = {f"{language}/{name}": status for name, language, status, _ in refused}
        assert statuses["ur/talk-not-war"] == "fuzzy"
        assert statuses["de/ceasefire-now"] == "missing"
        assert statuses.get("de/talk-not-war", "translated") == "translated", "an edit has revoked the approval"
    else:
        assert refused == []


def test_the_manifest_tells(folder: Path) -> None:
    batch(folder, "--draft")
    manifest = json.loads((folder / "out" / "manifest.json").read_text("utf-8"))
    statuses = {record["file"]: record["messages"][0]["status"] for record in manifest["artefacts"]}
    assert statuses == {
        "a/en/ceasefire-now-a6.pdf": "source",
        "a/en/talk-not-war-a6.pdf": "source",
        "a/ur/ceasefire-now-a6.pdf": "approved",
        "a/ur/talk-not-war-a6.pdf": "fuzzy",
        "a/fa/ceasefire-now-a6.pdf": "official",
        "a/fa/talk-not-war-a6.pdf": "translated",
        "a/de/talk-not-war-a6.pdf": "translated",
    }
    assert [r["file"] for r in manifest["artefacts"] if r["draft"]] == ["a/ur/talk-not-war-a6.pdf"]


def test_the_file_itself_tells(folder: Path) -> None:
    out = folder / "two.pdf"
    common = ["--path", str(folder), "--size", "a6", "-o", str(out)]
    assert main(["make", "--slogan", "demo/talk-not-war", "--lang", "en", "--lang", "fa", *common]) == 0
    assert subject(out.read_bytes()) == "en: source; fa: translated, not approved"
    assert main(["make", "--slogan", "demo/ceasefire-now", "--lang", "fa", *common]) == 0
    assert subject(out.read_bytes()) == "fa: official translation"


@pytest.mark.parametrize(
    ("slogan", "language", "required", "sentence"),
    [
        ("talk-not-war", "fa", "approved", "“demo/talk-not-war” in fa is translated, not approved."),
        ("talk-not-war", "ur", "translated", "fuzzy"),
        ("ceasefire-now", "de", "translated", "has no translation into de"),
        ("ceasefire-now", "ur", "approved", ""),
        ("ceasefire-now", "fa", "approved", ""),
        ("ceasefire-now", "en", "approved", ""),
    ],
)
def test_make_requires_too(
    folder: Path, capsys: pytest.CaptureFixture[str], slogan: str, language: str, required: str, sentence: str
) -> None:
    out = folder / "x.pdf"
    arguments = ["--slogan", f"demo/{slogan}", "--lang", language, "--require", required, "--size", "a6"]
    assert main(["make", *arguments, "--path", str(folder), "-o", str(out)]) == (2 if sentence else 0)
    assert sentence in capsys.readouterr().err
    assert out.exists() != bool(sentence)


@pytest.mark.parametrize("command", [["batch", "rally"], ["make", "--slogan", "peace/peace-now"]])
def test_require_and_draft_contradict(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--require", "approved", "--draft"]) == 2
    assert "--require and --draft contradict each other. Keep one of the two." in capsys.readouterr().err


def test_require_with_nothing_left_is_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "trust.toml", CAMPAIGN.replace('"en", "ur", "fa", "de"', '"de"'))
    assert batch(folder, "--require", "approved") == (1, set())
    assert capsys.readouterr().err.count("placards: refused:") == 2


# --- the word across the sheet -------------------------------------------------------------------------------------


def drafts(folder: Path) -> tuple[Engine, list[Job]]:
    plan = plan_campaign(folder / "trust.toml", draft=True)
    return Engine(inputs=plan.inputs), [job for job in plan.jobs if job.content.draft is not None]


def walk(items: tuple[Item, ...], outer: Matrix = UNMOVED) -> list[tuple[TextBlock, Matrix]]:
    found: list[tuple[TextBlock, Matrix]] = []
    for item in items:
        if isinstance(item, TextBlock):
            found.append((item, outer))
        elif isinstance(item, Group):
            inner = item.transform if item.transform != UNMOVED else outer
            found += walk(item.items, inner)
    return found


def test_only_drafts_are_marked_in_their_language(folder: Path) -> None:
    engine, (job,) = drafts(folder)
    assert job.content.draft is not None
    assert (job.name, job.content.draft.text, job.content.draft.language) == (
        "a/ur/talk-not-war-a6.pdf",
        "مسودہ",
        "ur",
    )
    (scene,) = engine.scenes(job)
    assert [block.text for block, _ in walk(scene.items)].count("مسودہ") == 1, "searchable, and once"


@pytest.mark.parametrize("size", ["a6", "a6-landscape", "banner-300x50cm", "story", "10x90cm"])
@pytest.mark.parametrize("layout", ["big", "two-languages", "band"])
def test_the_word_stays_on_the_sheet_behind_the_slogan(folder: Path, size: str, layout: str) -> None:
    languages = '["ur", "en"]' if layout == "two-languages" else '"ur"'
    text = CAMPAIGN.replace('"en", "ur", "fa", "de"', languages).replace('["big"]', f'["{layout}"]')
    write(folder / "trust.toml", text.replace('"a6"', f'"{size}"'))
    engine, (job,) = drafts(folder)
    for scene in engine.scenes(job):
        blocks = walk(scene.items)
        word, turn = next((b, m) for b, m in blocks if b.role == "draft")
        assert [b.role for b, _ in blocks].index("draft") == 0, "whatever is drawn later covers it"
        trim = Rect(0, 0, *scene.trim)
        ink = word.lines[0].ink
        for x in (ink.x, ink.right):
            for y in (ink.y, ink.bottom):
                corner = Rect(turn.a * x + turn.c * y + turn.e, turn.b * x + turn.d * y + turn.f, 0, 0)
                assert trim.contains(corner, 0.01)
        assert math.isclose(turn.a * turn.d - turn.b * turn.c, 1, abs_tol=1e-6), "turned, and no larger"
        assert max(ink.width, ink.height) > 0.4 * min(scene.trim), "readable"


def test_files_of_every_kind_carry_it(folder: Path) -> None:
    for suffix in ("pdf", "svg", "png"):
        write(folder / "trust.toml", CAMPAIGN + f'formats = ["{suffix}"]\n')
        engine, (job,) = drafts(folder)
        bare = type(job.content)(job.content.languages, job.content.entries)
        plain = Job(job.name, job.layout, job.size, bare, output=job.output)
        marked = engine.make(job).data
        assert marked != engine.make(plain).data
        if suffix == "pdf":
            assert subject(marked) == "ur: draft, not checked"


@pytest.mark.parametrize("background", ["#ffffff", "#000000", "#ffd500", "#d81e05", "#0b5563", "#808080"])
def test_the_tint_shows_and_stays_light(background: str) -> None:
    paint = parse_hex(background)
    changed = tint(paint)
    assert 0.05 < max(abs(a - b) for a, b in zip(paint.rgb, changed.rgb, strict=True)) < 0.3
    assert tint(WHITE).luminance < 1
    assert tint(BLACK).luminance > 0


def test_every_language_with_catalogs_has_its_word() -> None:
    library = MessageLibrary.with_shipped()
    shipped = [s.language for s in library.languages() if s.translated + s.fuzzy > 60]
    assert shipped
    own = [tag for tag in shipped if script_of(tag) == script_of(parse_language(tag).language)]  # no transliterations
    without = [tag for tag in own if library.message("interface/draft", tag).status is Status.MISSING]
    assert without == ["ln", "mg", "om", "rw", "sn", "tn"], "nobody was sure of a word"
    assert draft_word(library, "mg") == ("DRAFT", "en")
    assert draft_word(library, "ar-EG") == ("مسودة", "ar")
    assert draft_word(library, "tlh") == ("DRAFT", "en")
    assert "interface/draft" not in [slogan.full_name for slogan in library.slogans()]
    assert "interface" not in [pack.name for pack in library.packs()]


def test_a_broken_interface_catalog_stops_no_poster(folder: Path) -> None:
    write(folder / "locale" / "ur" / "LC_MESSAGES" / "interface.po", 'msgid "\n')
    _, (job,) = drafts(folder)
    assert job.content.draft is not None
    assert job.content.draft.text == "DRAFT"
