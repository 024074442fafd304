"""What is not for a press is PDF/A-2a and PDF/UA-1, as veraPDF sees it; and what a screen reader is told, in order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Literal

import pikepdf
import pytest
from PIL import Image

from placards.cli.main import main
from placards.files.shipped import templates_folder
from placards.job import Job
from placards.layout.content import Content, Entry, SlotText
from placards.plan.planner import plan_campaign
from placards.press.icc import condition_icc
from placards.render.options import RenderOptions
from placards.render.pdf import render_pdf
from placards.render.pdf_bundle import Bound, Cover, bundle_pdf
from placards.render.structure import actual_text
from placards.scene.items import Group, Metadata, Picture, Scene
from placards.values.geometry import Matrix, Rect
from placards.values.profile import Condition, Profile
from tests.jobs import example_job, layouts, make
from tests.render.building import BLUE, RED, block, png, rectangle, scene
from tests.tools.verapdf import verapdf

BOX = Rect(20, 20, 560, 100)
PHOTO = png(Image.new("RGB", (4, 4), (0, 128, 255)))

#: Scripts and directions take turns over the layouts.
LANGUAGES = ("en", "ar", "ja", "hi", "he", "th", "de", "ur")

#: So many of a campaign's artefacts are checked, and each of its layouts; ``tests/tools/verapdf.py`` takes all.
FROM_EACH = 12

#: Languages that are no plain codes.
PRIVATE = (SlotText("Freiheit", "de-1901"), SlotText("二度と", "ja-x-osaka"))


def elements(data: bytes) -> list[tuple[str, ...]]:
    """The structure, top down: kind, indented, and what is said of language, ActualText and Alt."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_told(pdf.Root.StructTreeRoot.K, 0))


def _told(element: pikepdf.Object, depth: int) -> Iterator[tuple[str, ...]]:
    said = [str(element[key]) for key in ("/Lang", "/ActualText", "/Alt") if key in element]
    yield ("  " * depth + str(element.S).lstrip("/"), *said)
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _told(kid, depth + 1)


#: Scenes that put together what is marked in odd ways.
SQUARE = Group((rectangle(10, 10, 20, 20, RED),), alt="A red square")
CIRCLE = Group((rectangle(40, 10, 20, 20, BLUE),), alt="A blue one")
STICKER = (block("Peace", "en", BOX), SQUARE)
ODD = {
    "together": scene(Group((SQUARE, CIRCLE), opacity=0.5), Group((CIRCLE,), layer="Art"), *STICKER),
    "in-a-figure": scene(Group((SQUARE, Group((CIRCLE,), opacity=0.5)), alt="Both"), *STICKER),
    "copies": scene(*[Group(STICKER, Matrix(f=100 * n)) for n in range(3)]),
    "copies-in-layers": scene(
        *[Group((SQUARE,), Matrix(f=100 * n), layer=f"L{n}", blend="multiply") for n in range(3)]
    ),
    "untitled": replace(scene(*STICKER), metadata=Metadata("", "en")),
    "empty": scene(),
    "wordless": scene(rectangle(0, 0, 9, 9, RED)),
    "signs": replace(scene(*STICKER), metadata=Metadata("A < B & “C” \x07 (D) \\", "en", "<&>", "(", (")",))),
    "escaped": scene(replace(block("بـ(ب)ب", "ar", BOX), text="ب()\\\rب")),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is wrong with every shipped layout, two campaigns, odd Scenes, a bundle of some and a reader's sheet, by the
    file's name: one process checks them all."""
    folder = tmp_path_factory.mktemp("files")
    made = {f"odd-{name}": render_pdf([one]) for name, one in ODD.items()}
    for number, name in enumerate(layouts().names()):
        size = layouts().layout(name).layout.sizes[0]
        made[f"layout-{name}"] = make(example_job(name, LANGUAGES[number % len(LANGUAGES)], size)).data
    for campaign in ("rally", "human-rights"):
        jobs = [
            job
            for job in plan_campaign(templates_folder() / "campaigns" / f"{campaign}.toml").jobs
            if job.suffix == ".pdf"
        ]
        first = {job.layout: job for job in reversed(jobs)}
        for number, job in enumerate(dict.fromkeys([*first.values(), *jobs[:: len(jobs) // FROM_EACH]])):
            made[f"{campaign}-{number}-{job.layout}"] = make(job).data
    private = Content(("de-1901", "ja-x-osaka"), (Entry("x/y", PRIVATE),))
    made["private"] = make(Job("x.pdf", "two-languages", "a3", private)).data
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    assert main(["catalog", "sheet", "ar", "peace/no-more-war", "--all", "-o", str(folder / "sheet.pdf")]) == 0
    names = list(made)[:: len(made) // 4]
    members = [Bound(folder / f"{name}.pdf", name, name, copies=1 + n % 2) for n, name in enumerate(names)]
    with (folder / "bundle.pdf").open("wb") as stream:
        bundle_pdf(members, Cover("All", "en", bytes(16)), stream, lambda: None)
    found = verapdf(sorted(folder.glob("*.pdf")))
    return {
        file.stem: [f"{flavour} {rule}" for flavour, verdict in both.items() for rule in verdict.broken]
        for file, both in found.items()
    }


@pytest.mark.parametrize("of", ["layout-", "rally-", "human-rights-", "odd-", "private", "sheet", "bundle"])
def test_files_are_archival_and_accessible(of: str, verdicts: dict[str, list[str]]) -> None:
    chosen = {name: broken for name, broken in verdicts.items() if name.startswith(of)}
    assert len(chosen) >= (
        FROM_EACH if of in ("rally-", "human-rights-") else len(layouts().names()) * (of == "layout-") or 1
    )
    assert {name: broken for name, broken in chosen.items() if broken} == {}


def test_the_witness_sees_what_is_wrong(tmp_path: FilePath) -> None:
    """Each thing that a file says or does for it is needed, or the verdict would not be worth much."""
    whole = render_pdf([scene(block("Peace", "en", BOX), rectangle(0, 0, 9, 9, RED))])
    edits = {
        "title": lambda pdf: pdf.Root.__delattr__("Metadata"),
        "structure": lambda pdf: pdf.Root.__delattr__("StructTreeRoot"),
        "marked": lambda pdf: pdf.Root.__delattr__("MarkInfo"),
        "intent": lambda pdf: pdf.Root.__delattr__("OutputIntents"),
        "language": lambda pdf: pdf.Root.__delattr__("Lang"),
        "displayed": lambda pdf: pdf.Root.__delattr__("ViewerPreferences"),
        "parents": lambda pdf: pdf.pages[0].__delattr__("StructParents"),
    }
    files = []
    for name, edit in edits.items():
        with pikepdf.open(io.BytesIO(whole)) as pdf:
            edit(pdf)
            files.append(tmp_path / f"{name}.pdf")
            pdf.save(files[-1], deterministic_id=True, fix_metadata_version=False)
    found = verapdf(files)
    for file, verdicts in found.items():
        assert any(verdict.broken for verdict in verdicts.values()), file.name


def test_a_poster_is_read_in_the_order_of_its_sense() -> None:
    """Heading, translation in its own language, then the details, wherever they stand."""
    items = (
        replace(block("Students", "en", BOX), role="organiser"),
        replace(block("الخبز والسلام", "ar", BOX), role="translation"),
        replace(block("Bread and peace", "en", BOX), role="slogan"),
        replace(block("1 / 2", "en", BOX), role="page"),
    )
    assert elements(render_pdf([scene(*items)])) == [
        ("Document",),
        ("  H1",),
        ("  H1", "ar", "الخبز والسلام"),
        ("    Span",),
        ("  P",),
    ]


def test_headings_skip_no_level() -> None:
    """Below a title the message is a heading of the second level; pages go on from those before them."""
    title, slogan = replace(block("March", "en", BOX), role="title"), block("Peace", "en", BOX)
    heading = replace(block("Why we march", "en", BOX), role="heading")
    kinds = [kind.strip() for kind, *_ in elements(render_pdf([scene(slogan, title), scene(heading), scene(slogan)]))]
    assert kinds == ["Document", "H1", "H2", "H2", "H1"]
    assert [kind.strip() for kind, *_ in elements(render_pdf([scene(heading)]))] == ["Document", "H1"]


def test_lists_have_entries_with_labels_and_languages() -> None:
    def entry(number: int, text: str, language: str, role: str):  # type: ignore[no-untyped-def]
        return replace(block(text, language, BOX), role=role, entry=("chants", number))

    items = (
        entry(1, "1", "en", "number"), entry(1, "Peace", "en", "slogan"), entry(1, "Paz", "es", "translation"),
        entry(2, "2", "en", "number"), entry(2, "Bread", "en", "slogan"),
    )  # fmt: skip
    assert elements(render_pdf([scene(*items)])) == [
        ("Document",), ("  L",),
        ("    LI",), ("      Lbl",), ("      LBody",), ("      LBody", "es"),
        ("    LI",), ("      Lbl",), ("      LBody",),
    ]  # fmt: skip


def test_chants_and_demands_of_layouts_are_lists() -> None:
    kinds = [kind.strip() for kind, *_ in elements(make(example_job("chant-sheet", "ar", "a4")).data)]
    assert kinds.count("L") == 1
    assert kinds.count("LI") == kinds.count("Lbl") == 7
    assert kinds.count("LBody") > 7  # with how to say some of them


def test_pictures_are_figures_with_their_words_and_place() -> None:
    picture = Picture(PHOTO, Rect(100, 100, 50, 40), alt="A march")
    drawn = Group((rectangle(10, 10, 20, 20, RED),), Matrix(e=5), alt="A red square")
    decoration = Picture(PHOTO, Rect(0, 0, 10, 10))
    data = render_pdf([scene(picture, drawn, decoration, block("Peace", "en", BOX), size=(600, 300), bleed=10)])
    assert elements(data) == [("Document",), ("  H1",), ("  Figure", "A march"), ("  Figure", "A red square")]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        figures = [element for element in pdf.Root.StructTreeRoot.K.K if element.S == "/Figure"]
        assert [float(v) for v in figures[0].A.BBox] == [110, 170, 160, 210]
        assert [float(v) for v in figures[1].A.BBox] == [25, 280, 45, 300]


def test_figures_in_what_lets_the_ground_through_and_in_layers() -> None:
    """They are drawn as forms, in which nothing can be marked; in layers marks must pair."""
    figures = [("  Figure", "A red square; A blue one"), ("  Figure", "A blue one"), ("  Figure", "A red square")]
    assert elements(render_pdf([ODD["together"]]))[1:] == [("  H1",), *figures]
    assert elements(render_pdf([ODD["in-a-figure"]]))[1:] == [("  H1",), ("  Figure", "Both"), figures[2]]


def test_copies_are_told_once() -> None:
    """A sheet of stickers: the others can be searched, but nobody has to hear them."""
    assert elements(render_pdf([ODD["copies"]])) == [("Document",), ("  H1",), ("  Figure", "A red square")]


def test_a_code_says_its_address() -> None:
    figures = [words for kind, *words in elements(make(example_job("event-card", "en", "a4")).data) if "Figure" in kind]
    assert ["QR: https://example.org/peace"] in figures


def test_actual_text_where_lines_do_not_say_it() -> None:
    def parted(first: str, second: str, text: str, language: str) -> str:
        made = block(f"{first}\n{second}", language, BOX)
        return actual_text(replace(made, text=text))

    assert parted("Bread", "and peace", "Bread and peace", "en") == ""
    assert parted("Lebens", "mittel", "Lebensmittel", "de") == "Lebensmittel"
    assert parted("人人生而自由，", "平等", "人人生而自由，平等", "zh") == "人人生而自由，平等"
    assert actual_text(block("سلام", "ar", BOX)) == "سلام"
    assert actual_text(block("Call \u2066\u202d١٢ ٣٤\u202c\u2069", "en", BOX)) == "Call ١٢ ٣٤"


def for_press(standard: Literal["pdf/x-4", "pdf/x-1a"]) -> RenderOptions:
    return RenderOptions(profile=Profile("press", standard=standard), icc=condition_icc(Condition()))


def test_files_for_a_press_have_no_structure() -> None:
    standards: tuple[Literal["pdf/x-4", "pdf/x-1a"], ...] = ("pdf/x-4", "pdf/x-1a")
    for standard in standards:
        data = render_pdf([scene(block("Peace", "en", BOX))], for_press(standard))
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert "/StructTreeRoot" not in pdf.Root
            assert "/StructParents" not in pdf.pages[0]
            assert b"BDC" not in pdf.pages[0].Contents.read_bytes()


def test_bundles_keep_the_structures(tmp_path: FilePath) -> None:
    """Files in two languages, one of two pages, one three times; each page's content is told with its page."""

    def write(name: str, *scenes: Scene) -> FilePath:
        file = tmp_path / name
        file.write_bytes(render_pdf(scenes))
        return file

    picture = Picture(PHOTO, Rect(100, 100, 50, 40), alt="A march")
    peace = write("a.pdf", scene(block("Peace", "en", BOX), picture), scene(block("Bread", "en", BOX)))
    arabic = replace(scene(block("سلام", "ar", BOX)), metadata=Metadata("سلام", "ar"))
    members = [Bound(peace, "Peace", "1"), Bound(write("b.pdf", arabic), "سلام", "2", copies=3)]
    out = io.BytesIO()
    bundle_pdf(members, Cover("All", "en", bytes(16)), out, lambda: None)
    part = [("  Part", "ar"), ("    H1", "سلام"), ("      Span",)]
    assert elements(out.getvalue()) == [
        ("Document",), ("  Part",), ("    H1",), ("    Figure", "A march"), ("    H1",), *part, *part, *part
    ]  # fmt: skip
    with pikepdf.open(out) as pdf:
        assert [int(page.StructParents) for page in pdf.pages] == [0, 1, 2, 3, 4]
        (node,) = pdf.Root.StructTreeRoot.ParentTree.Kids
        pages = [node.Nums[2 * n + 1][0].Pg.objgen for n in range(5)]
        assert pages == [page.obj.objgen for page in pdf.pages]


def test_a_bundle_with_a_file_for_a_press_claims_nothing(tmp_path: FilePath) -> None:
    file = tmp_path / "press.pdf"
    file.write_bytes(render_pdf([scene(block("Peace", "en", BOX))], for_press("pdf/x-4")))
    out = io.BytesIO()
    bundle_pdf([Bound(file, "Peace", "1")], Cover("All", "en", bytes(16)), out, lambda: None)
    with pikepdf.open(out) as pdf:
        assert not {"/Metadata", "/StructTreeRoot", "/MarkInfo"} & set(pdf.Root.keys())
        assert "/StructParents" not in pdf.pages[0]


def test_the_sheet_for_a_reader_is_told_by_headings(tmp_path: FilePath) -> None:
    """Messages are headings below their pack's; the small pictures of them are not told once more."""
    file = tmp_path / "sheet.pdf"
    assert main(["catalog", "sheet", "ar", "peace", "--all", "-o", str(file)]) == 0
    kinds = [kind.strip() for kind, *_ in elements(file.read_bytes())]
    assert kinds.count("H3") > 5
    assert [kind for kind in kinds if kind.startswith("H")][:3] == ["H1", "H1", "H2"]


def test_elements_name_the_languages_that_are_not_the_sheets() -> None:
    job = Job("x.pdf", "two-languages", "a3", Content(("de-1901", "ja-x-osaka"), (Entry("x/y", PRIVATE),)))
    assert [words for kind, *words in elements(make(job).data) if "H1" in kind] == [[], ["ja-x-osaka"]]
