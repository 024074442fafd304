# ruff: noqa: D103, B018
"""Every input format becomes a target: what the program does with it, in a few lines each. The one place to change when
the program's interfaces do.
"""

from __future__ import annotations

import datetime
import importlib
import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from fuzz import (
    archives,
    campaigns,
    catalogs,
    commands,
    entries,
    fontfiles,
    grammars,
    pdfs,
    pictures,
    posters,
    records,
    tables,
    trees,
)
from fuzz.target import Box, Target, WrongResultError
from placards.art.svg import read_drawing
from placards.art.usvg import simplified
from placards.campaign import run as campaign_run
from placards.campaign.former import read_former, sweep, what_stays
from placards.campaign.journal import JOURNAL_NAME
from placards.campaign.manifest import MANIFEST_NAME, line, manifest
from placards.cli.main import main as command_line
from placards.elements.condition import NAMES, holds, parse_condition
from placards.files.cache import VARIABLE
from placards.files.shipped import world_of
from placards.files.toml import read_toml
from placards.files.validation import validate
from placards.files.world import Bundle, World
from placards.files.writing import write_file
from placards.inputs import Inputs
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.layout.qr import qr_items
from placards.locale.dates import DateStyle, doubts, format_when
from placards.locale.language import fallbacks, is_rtl, language_name, parse_language, script_of
from placards.messages.language_names import is_known_language, suggest_language
from placards.messages.pack import read_pack
from placards.messages.po.catalog import read_catalog
from placards.messages.po.document import parse_document
from placards.messages.proof.check import check_catalog, check_pack
from placards.messages.trust.status import Status
from placards.pipeline import Engine
from placards.plan.brand import check_brand, read_brand
from placards.plan.campaign_file import Campaign
from placards.plan.choices import Choices
from placards.plan.pictures import parse_focus
from placards.plan.planner import Plan, plan, plan_campaign
from placards.plan.table.asking import rows_of
from placards.plan.variables import with_variables
from placards.press.preflight.as_json import as_json
from placards.press.preflight.as_text import as_text
from placards.press.preflight.run import preflight
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError, PlacardsError, Place
from placards.template.check import check_layout
from placards.template.derive import CONTRASTS, derive, parse_given
from placards.template.from_svg.make import layout_from_svg
from placards.template.kept import kept_again
from placards.template.model import Layout
from placards.text.font_files import describe_font_file
from placards.text.fontset import FontSet, font_set
from placards.text.inspect import inspect_text
from placards.text.plain import plain_text
from placards.text.shape import TextStyle, prepare
from placards.values.color import BLACK, WHITE, contrast, parse_hex
from placards.values.emphasis import count_marks, looks_marked, read_marks, without_marks
from placards.values.geometry import Rect
from placards.values.sheet import parse_sheet
from placards.values.units import parse_length

# What imports do once is not the case's doing: ReportLab, for one, looks for its own settings.
for _module in ("pdf", "svg", "raster", "pdf_pictures", "reportlab_file"):
    importlib.import_module(f"placards.render.{_module}")

#: Makes what needs nothing but shipped files.
SHIPPED = Engine()


class CaseInputs(Inputs):
    """A case's own files, read anew; only the fonts are those of the process, known by what lies beside the case."""

    def fonts(self, faces: tuple[tuple[str, str], ...] = ()) -> FontSet:
        return font_set(self.world).with_faces(faces)


def engine_of(folder: Path) -> Engine:
    """Makes what needs a case's folder. A new one for each case: files change faster than a file system's clock."""
    return Engine(inputs=CaseInputs(world_of([folder])))


def text_of(data: bytes) -> str:
    """The input as text, as a terminal or a file would give it."""
    return data.decode("utf-8", errors="replace")


def made(engine: Engine, job: Job, out: Path) -> None:
    """The job's artefact, written; what it is must be readable again."""
    artefact = engine.make(job)
    write_file(out / job.name, artefact.data)
    if job.suffix == ".svg":
        ElementTree.fromstring(artefact.data)


def small_job(layout: str, number: int, texts: tuple[str, ...], languages: tuple[str, ...]) -> Job:
    """A job on a small sheet: size and kind of file by a number."""
    size = ("a6", "a6", "a5-landscape", "300x300px", "40x10cm", "a7")[number % 6]
    kind = ("svg", "pdf", "svg", "pdf", "svg", "png", "svg", "pdf", "jpg", "webp")[number // 6 % 10]
    shown = [SlotText(text, language) for text, language in zip(texts, languages, strict=False)]
    more = texts[len(languages) :]
    names = ("title", "organiser", "place", "date")
    fields = tuple(
        (name, tuple(SlotText(text, tag) for tag in languages)) for name, text in zip(names, more, strict=False)
    )
    link = more[4] if len(more) > 4 else ""
    content = Content(languages, (Entry("demo/one", tuple(shown)),), fields, link)
    return Job(f"x.{kind}", layout, size, content, output=OutputSpec(kind, 40.0))


# Small formats


def run_language(data: bytes, box: Box) -> None:
    tag = text_of(data)
    str(parse_language(tag))
    script_of(tag), is_rtl(tag), fallbacks(tag), language_name(tag), language_name(tag, "ur"), is_known_language(tag)
    suggest_language(tag)


def run_size(data: bytes, box: Box) -> None:
    sheet = parse_sheet(text_of(data))
    if not 0 < sheet.trim.width < 1e6 or parse_sheet(sheet.name) != sheet:
        raise WrongResultError(f"{sheet.name} is not the sheet that was read")


def run_length(data: bytes, box: Box) -> None:
    length = parse_length(text_of(data))
    length.points(100.0, 100.0)
    parse_length(str(length))


def run_color(data: bytes, box: Box) -> None:
    parse_hex(parse_hex(text_of(data)).hex)


def run_condition(data: bytes, box: Box) -> None:
    holds(parse_condition(text_of(data)), dict.fromkeys(NAMES, 1.0))


def run_when(data: bytes, box: Box) -> None:
    given, clock, language, calendars, digits, shift = (text_of(data).split("\n") + [""] * 6)[:6]
    try:
        date = datetime.date.fromisoformat(given) if given else None
        time = datetime.time.fromisoformat(clock) if clock else None
        shifted = int(shift or "0")
    except ValueError:
        return
    style = DateStyle(tuple(calendars.split(" ")), digits, shifted)
    format_when(date, time, language, style)
    [found.sentence() for found in doubts(style, date, language)]


def run_link(data: bytes, box: Box) -> None:
    qr_items(text_of(data), Rect(0, 0, 100, 100), BLACK, WHITE)
    job = small_job("event-card", 0, ("Peace", "Title", "We", "Here", "Today", text_of(data)), ("en",))
    made(SHIPPED, job, box.folder)


def run_json(data: bytes, box: Box) -> None:
    refusal: PlacardsError | None = None
    for written in data.split(b"\n"):
        try:
            values = json.loads(written.decode("utf-8", errors="surrogateescape"))
            text, language, direction = values["text"], values.get("lang", "und"), values.get("dir", "auto")
        except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
            continue
        if isinstance(text, str) and isinstance(language, str) and direction in ("auto", "ltr", "rtl"):
            try:
                inspect_text(text, language, direction=direction)
            except PlacardsError as error:
                refusal = error
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    with redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")), redirect_stderr(io.StringIO()):
        command_line(["shape", "--lines", "-"])
    if refusal is not None:
        raise refusal


def run_plain(data: bytes, box: Box) -> None:
    language, _, text = text_of(data).partition("\n")
    plain_text(text, language)
    plain_text(text, language, visual=True)


# Text, through everything


def run_text(data: bytes, box: Box) -> None:
    header, _, rest = text_of(data).partition("\n")
    name, _, tail = header.partition(" ")
    number, _, tags = tail.partition(" ")
    if not number.isdecimal() or name not in grammars.LAYOUTS:
        return
    job = small_job(name, int(number[:6]), tuple(rest.split(grammars.PART)), tuple(tags.split("+")))
    made(SHIPPED, job, box.folder)


# Layouts, packs, campaigns, font lists


def prepare_folder(box: Box) -> None:
    """A campaign's folder, and beside it what must not be opened."""
    picture, font = pictures.seeds()[0], fontfiles.seeds()[5]
    for folder in ("", "layouts/x/", "layouts/plain/", "fonts/folder/", "layouts/x/folder/"):
        box.write(f"{folder}picture.png", picture)
    box.write("layouts/plain/layout.toml", campaigns.LAYOUT)
    box.write("layouts/many/layout.toml", campaigns.WALL)
    box.write("slogans/demo.toml", campaigns.PACK)
    box.write("locale/ar/LC_MESSAGES/demo.po", campaigns.CATALOG)
    box.write("more/layouts/other/layout.toml", campaigns.WALL)
    for name in ("picture.png", "font.ttf", "layouts/out/layout.toml", "fonts.toml"):
        path = box.outside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes({"font.ttf": font, "picture.png": picture}.get(name, b""))
    with suppress(OSError, NotImplementedError):
        for name in ("layouts/x/link.png", "fonts/folder/link.png"):
            os.symlink(box.outside / "picture.png", box.folder / name)
        os.symlink(box.outside, box.folder / "layouts/x/link")
    if hasattr(os, "mkfifo"):
        os.mkfifo(box.folder / "layouts/x/pipe")


def run_layout(data: bytes, box: Box) -> None:
    box.write("layouts/x/layout.toml", data)
    engine = engine_of(box.folder)
    layout = engine.inputs.layout("x").layout
    number = zlib.crc32(data)
    languages = ("en", "ar", "ur", "hi", "ja", "de")[: layout.languages]
    texts = ("Peace now", "السلام الآن", "امن اب", "अब शांति", "今こそ平和", "Frieden")[: layout.languages]
    job = small_job("x", number, (*texts, "March", "Students", "Square", "14 April", "https://example.org"), languages)
    odd = [name for name in layout.palettes if not (name.isascii() and name.isalnum())]
    palettes = [*odd[:2], *list(layout.palettes)[:1]] or [""]
    refusal: PlacardsError | None = None
    for palette, size in ((palettes[0], job.size), (palettes[-1], "a6-landscape"), (palettes[0], "40x10cm")):
        try:
            made(engine, replace(job, palette=palette, size=size), box.folder)
        except PlacardsError as error:
            refusal = error
    if odd:  # palettes are part of file names where a set has several
        box.clear("out")
        campaign = campaigns.CAMPAIGN.replace(b'"plain"', b'"x"').replace(
            b'["day", "night"]', trees.inline(palettes).encode()
        )
        _make_campaign(box, campaign, 6)
    if refusal is not None:
        raise refusal


def run_pack(data: bytes, box: Box) -> None:
    check_pack(read_pack(box.write("slogans/x.toml", data)))


def run_campaign(data: bytes, box: Box) -> None:
    box.clear("out")
    _make_campaign(box, data, 2)


def _make_campaign(box: Box, data: bytes, most: int) -> None:
    path = box.write("campaign.toml", data)
    filled = with_variables(read_toml(path), {}, Diagnostics())
    written = validate(Campaign, filled)  # what is refused is refused before folders are read: that is fast
    with suppress(ValueError):  # a NUL in one
        if not all(
            (box.folder / name).resolve().is_relative_to(box.folder.resolve()) for name in written.campaign.path
        ):
            return  # where its other folders lie is a person's to choose, and they are read
    plan = plan_campaign(path)
    engine = Engine(inputs=CaseInputs(plan.inputs.world))
    refusal: PlacardsError | None = InputError(plan.problems[0], also=plan.problems[1:]) if plan.problems else None
    for job in sorted(plan.jobs, key=lambda job: zlib.crc32(job.name.encode()))[:most]:
        try:
            drawn = job.suffix in (".pdf", ".svg")
            if max(parse_sheet(job.size).pixels or (1,)) < 3000 and (job.output.dpi < 100 or drawn):
                made(engine, job, box.folder / "out")
        except PlacardsError as error:
            refusal = error
    if refusal is not None:
        raise refusal


def prepare_fonts(box: Box) -> None:
    prepare_folder(box)
    box.write("fonts/own.ttf", fontfiles.seeds()[5])
    box.write("fonts/variable.ttf", fontfiles.seeds()[6])


def run_fonts_toml(data: bytes, box: Box) -> None:
    box.write("fonts/fonts.toml", data)
    _use_fonts(box, ("Own", "Variable", "display"))


def _use_fonts(box: Box, roles: tuple[str, ...]) -> None:
    engine = Engine(world_of([box.folder]))
    fonts = engine.inputs.fonts()
    for role in (*roles, "text"):
        for text, language in (("Peace fi ɛ̀", "en"), ("امن", "ur"), ("ᝃ ᜀ 𑃐", "fil")):
            paragraph = prepare(text, TextStyle(language, role), fonts)
            line = paragraph.line(0, len(text))
            paragraph.missing(line)
            for run in line.runs:
                for glyph in run.glyphs:
                    run.font.segments(glyph.id), run.font.extents(glyph.id), run.font.color_layers(glyph.id)
                run.font.ascender_em, run.font.descender_em
    made(engine, small_job("big", 3, ("Peace fi",), ("en",)), box.folder)


def run_font(data: bytes, box: Box) -> None:
    box.clear("fonts")
    _files[0] += 1  # a file that is mapped into memory must never change
    suffix = (".ttf", ".otf", ".ttc")[zlib.crc32(data) % 3]
    path = box.write(f"fonts/{_files[0]}{suffix}", data)
    _use_fonts(box, (describe_font_file(path).name,))


_files = [0]


# Catalogs


def run_catalog(data: bytes, box: Box) -> None:
    path = box.write("locale/ar/LC_MESSAGES/demo.po", data)
    check_catalog(read_catalog(path, "ar", "demo"), read_pack(box.folder / "slogans" / "demo.toml"))


def run_document(data: bytes, box: Box) -> None:
    path = Path("x.po")
    document = parse_document(data, path)
    if document.encoded() != data:
        raise WrongResultError("what was not edited did not stay as it was")
    entry = next(document.active(), None)
    if entry is None:
        return
    entry.set_fuzzy(not entry.fuzzy)
    entry.set_string("msgstr", 'So\n"steht" es \\ da\t')
    entry.set_comments("#.", ["a note"])
    context, source, fuzzy = entry.context, entry.source, entry.fuzzy
    again = parse_document(document.encoded(), path)
    found = next((e for e in again.active() if (e.context, e.source) == (context, source)), None)
    if found is None or found.text != 'So\n"steht" es \\ da\t' or found.fuzzy != fuzzy:
        raise WrongResultError("what was edited is not read again")


# Pictures


_SLOGAN = """
id = "slogan"
type = "text"
show = "slogan"
fill = "ink"
top = "60%"
"""


def prepare_picture(box: Box) -> None:
    layout = campaigns.LAYOUT.decode().split("[[element]]")
    box.write(
        "layouts/photo/layout.toml",
        "[[element]]".join([layout[0].replace("languages = 2", ""), layout[4], layout[1], _SLOGAN]),
    )


def run_picture(data: bytes, box: Box) -> None:
    engine = engine_of(box.folder)
    size = engine.inputs.picture(data, Place()).pixels
    if min(size) < 1:
        raise WrongResultError("a picture without pixels")
    box.write("layouts/photo/picture.png", data)
    made(engine, small_job("photo", zlib.crc32(data), ("Peace",), ("en",)), box.folder)


# Bundles


def run_bundle(data: bytes, box: Box) -> None:
    world = World([Bundle(data)])
    refusal: PlacardsError | None = None
    for folder in ("", *(f"layouts/{name}" for name in world.folders("layouts")), "fonts"):
        for name in world.names(folder):
            try:
                file = world.file(f"{folder}/{name}" if folder else name)
                world.digest(file)
                if file.path is not None:
                    raise WrongResultError("a file of a bundle has a path")
            except PlacardsError as error:
                refusal = error
    if refusal is not None:
        raise refusal


# What earlier runs left


def prepare_records(box: Box) -> None:
    box.write("out/one/a.pdf", b"a")
    box.write("out/one/.placards-b.pdf.part", b"b")


def run_manifest(data: bytes, box: Box) -> None:
    box.write(f"out/{MANIFEST_NAME}", data)
    (box.folder / "out" / JOURNAL_NAME).unlink(missing_ok=True)
    _carry_on(box.folder / "out")


def run_journal(data: bytes, box: Box) -> None:
    (box.folder / "out" / MANIFEST_NAME).unlink(missing_ok=True)
    box.write(f"out/{JOURNAL_NAME}", data)
    _carry_on(box.folder / "out")


def _carry_on(out: Path) -> None:
    """What a run does with the records of earlier ones; the next must read what this one wrote."""
    former = read_former(out)
    for found in former.found:
        str(found)
    sweep(out, former.ours)
    for require in (None, Status.APPROVED):
        kept, notes = what_stays(
            former, out, made=["one/c.pdf"], failed=former.failed, planned={"one/a.pdf"}, require=require
        )
        for note in notes:
            str(note)
        data = manifest(Plan(()), {name: line(record) for name, record in kept.items()}, former.failed.values())
        write_file(out / MANIFEST_NAME, data)
    (out / JOURNAL_NAME).unlink(missing_ok=True)
    again = read_former(out)
    if (again.made, again.failed, again.found) != (kept, former.failed, ()):
        raise WrongResultError("the records are not those that were written")
    for copy in out.glob("manifest-damaged*"):
        copy.unlink()


# The user's cache


def prepare_cache(box: Box) -> None:
    box.write("layouts/plain/layout.toml", campaigns.LAYOUT)
    box.write("layouts/plain/picture.png", pictures.seeds()[0])
    box.write("slogans/demo.toml", campaigns.PACK)
    box.write("locale/ar/LC_MESSAGES/demo.po", campaigns.CATALOG)
    _sound[:] = entries.outcome(box.folder)
    with _cache_in(box):
        entries.outcome(box.folder)


_sound: list[Any] = []


def run_entry(data: bytes, box: Box) -> None:
    """An entry of the cache that is damaged counts as nothing: all comes out as without a cache."""
    if data.startswith(entries.VALUES):
        layout = kept_again(entries.value(data))
        if not (layout is None or isinstance(layout, Layout)):
            raise WrongResultError("what is no layout became one")
        return
    with _cache_in(box):
        mend = entries.damage(box.folder / "cache", data)
        try:
            if entries.outcome(box.folder) != _sound:
                raise WrongResultError("a damaged cache changes what comes out")
        finally:
            mend()


@contextmanager
def _cache_in(box: Box) -> Iterator[None]:
    before = os.environ.get(VARIABLE, "off")
    os.environ[VARIABLE] = str(box.folder / "cache")
    try:
        yield
    finally:
        os.environ[VARIABLE] = before


# The command line


def prepare_commands(box: Box) -> None:
    prepare_folder(box)
    for name in ("layouts/x/pipe", "layouts/x/link", "layouts/x/link.png"):
        (box.folder / name).unlink(missing_ok=True)
    box.write("layouts/x/layout.toml", campaigns.WALL)
    box.write("campaign.toml", campaigns.CAMPAIGN)
    box.write("own.ttf", fontfiles.seeds()[5])
    box.write("lines.jsonl", b'{"text": "Peace", "lang": "en"}\nnot JSON\n')
    box.write("empty.toml", b"")


class OneProcess:
    """A pool of workers that is this process: others are out of the watch's sight."""

    def __init__(self, setup: Callable[[], Callable[[Any], Any]], *_: object, **__: object) -> None:
        self._work = setup()

    def results(self, tasks: Iterable[Any]) -> Iterator[Any]:
        return map(self._work, tasks)

    def drain(self, seconds: float) -> Iterator[Any]:
        return iter(())

    def close(self) -> None:
        pass


def run_command(data: bytes, box: Box) -> None:
    """Arguments, parted by NUL as the system parts them."""
    vars(campaign_run)["Pool"] = OneProcess
    arguments = [os.fsdecode(argument) if os.name == "posix" else text_of(argument) for argument in data.split(b"\0")]
    sys.stdin = io.TextIOWrapper(io.BytesIO(b'{"text": "Peace"}\n'), encoding="utf-8")
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    with (
        redirect_stdout(out),
        redirect_stderr(io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")),
    ):
        try:
            code = command_line(arguments)
        except SystemExit as end:  # --help
            code = end.code if isinstance(end.code, int) else 99
    if code not in (0, 1, 2):
        raise WrongResultError(f"exit code {code}")
    if code == 2:
        raise InputError("cli-arguments", message="refused", command="placards")


_LAYOUTS_TO_CHANGE = (*(campaigns.LAYOUT,) * 3, campaigns.WALL, *campaigns.shipped("layouts/*/layout.toml"))
_PACKS_TO_CHANGE = (campaigns.PACK, *campaigns.shipped("slogans/*.toml", 2000))

make_layout = trees.mutator(_LAYOUTS_TO_CHANGE, campaigns.DICTIONARY, campaigns.LAYOUT_VALUES)


def run_pdf(data: bytes, box: Box) -> None:
    try:
        found = preflight(data, "fuzzed.pdf", standards=("pdf/x-4", "pdf/x-1a"), thorough=False)
    except InputError as error:
        if error.code == "preflight-odd":  # what people should never see
            raise WrongResultError(str(error.__cause__)) from error
        raise
    as_json([found])
    as_text(found)


make_brand = trees.mutator([posters.BRAND], campaigns.DICTIONARY, posters.BRAND_VALUES)
make_pack = trees.mutator(_PACKS_TO_CHANGE, campaigns.DICTIONARY, campaigns.PACK_VALUES)
make_campaign = trees.mutator((campaigns.CAMPAIGN,), campaigns.DICTIONARY, campaigns.CAMPAIGN_VALUES)
make_fonts_toml = trees.mutator((campaigns.FONTS,), campaigns.DICTIONARY, campaigns.FONTS_VALUES)

# Tables


def prepare_table(box: Box) -> None:
    run_table("Größe;Sprache;Text\na4;de;Hallo\n".encode(), box)  # the words of all languages are read once


def run_table(data: bytes, box: Box) -> None:
    path = box.write("table.csv", data)  # whatever it is: it is known by its bytes
    report = Diagnostics()
    asked = list(rows_of(path, "", Choices(()), SHIPPED.inputs, report))
    made = plan(asked, SHIPPED.inputs)
    if not made.jobs and not made.diagnostics and not made.skipped and not list(report):
        raise WrongResultError("neither an artefact nor a word")
    for said in (*report, *made.diagnostics):
        str(said)


# Posters


def run_marks(data: bytes, box: Box) -> None:
    text = text_of(data)
    without_marks(text), count_marks(text), looks_marked(text)
    plain, marked = read_marks(text)
    if any(not 0 <= start < end <= len(plain) for start, end in marked):
        raise WrongResultError("a mark outside the text")
    if without_marks(text) != plain:
        raise WrongResultError("two plain texts of one")
    made(SHIPPED, small_job("big", 2, (text,), ("en",)), box.folder)


def run_palette(data: bytes, box: Box) -> None:
    colors = derive(parse_given(text_of(data))).colors
    for letters, ground, least in CONTRASTS:
        if contrast(colors[letters], colors[ground]) < least - 0.01:
            raise WrongResultError(f"{letters} on {ground} cannot be read")


def run_focus(data: bytes, box: Box) -> None:
    x, y = parse_focus(text_of(data))
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise WrongResultError("a point outside the picture")


def prepare_brand(box: Box) -> None:
    prepare_folder(box)
    (box.folder / "tmp").mkdir(exist_ok=True)  # for what usvg reads and writes
    simplified(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', Place())  # wasmtime is loaded once
    for name in ("logo.svg", "layouts/x/drawing.svg"):
        box.write(name, b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>')


def run_brand(data: bytes, box: Box) -> None:
    brand = read_brand(box.write("brand.toml", data))
    check_brand(brand, SHIPPED.inputs)


def run_drawing(data: bytes, box: Box) -> None:
    place = Place("x.svg")
    try:
        read_drawing(data, place, SHIPPED.inputs.picture)
    except PlacardsError as refusal:
        str(refusal)
    found = layout_from_svg(data, place, "X", "x.svg", SHIPPED.inputs.picture)
    for name, content in found.files.items():
        box.write(f"layouts/x/{name}", content)
    layout = engine_of(box.folder).inputs.layout("x").layout
    if not layout.shows and not layout.own_texts and "qr" not in layout.kinds:
        raise WrongResultError("a layout without slots")


def run_elements(data: bytes, box: Box) -> None:
    box.write("layouts/x/layout.toml", data)
    engine = engine_of(box.folder)
    loaded = engine.inputs.layout("x")
    list(check_layout(loaded, load_picture=engine.inputs.picture, artwork=engine.inputs.artwork))
    texts = ("Peace *now*", "السلام الآن", "March", "Students", "Square", "14 April", "https://example.org")
    made(engine, small_job("x", zlib.crc32(data), texts, ("en", "ar")), box.folder)


TARGETS = (
    Target("language", grammars.near(grammars.language), run_language, smoke=30),
    Target("size", grammars.near(grammars.size), run_size),
    Target("length", grammars.near(grammars.length), run_length),
    Target("color", grammars.near(grammars.color), run_color),
    Target("condition", grammars.near(grammars.condition), run_condition),
    Target("when", grammars.near(grammars.when), run_when),
    Target("link", grammars.near(grammars.link), run_link, smoke=8),
    Target("json", grammars.near(grammars.json_lines), run_json, smoke=25),
    Target("plain", grammars.plain, run_plain, smoke=150),
    Target("text", grammars.texts, run_text, seconds=2.5, smoke=10),
    Target("layout", make_layout, run_layout, prepare_folder, maps=True, smoke=12),
    Target("pack", make_pack, run_pack, smoke=40),
    Target("campaign", make_campaign, run_campaign, prepare_folder, maps=True, smoke=7),
    Target("tables", tables.table, run_table, prepare_table, seconds=4.0, smoke=25),
    Target("fonts-toml", make_fonts_toml, run_fonts_toml, prepare_fonts, maps=True, smoke=8),
    Target("font", fontfiles.font, run_font, smoke=7),
    Target("catalog", catalogs.catalog, run_catalog, prepare_folder, smoke=200),
    Target("document", catalogs.catalog, run_document, smoke=200),
    Target("pdf", pdfs.pdf, run_pdf, seconds=8.0, smoke=20),
    Target("picture", pictures.picture, run_picture, prepare_picture, seconds=5.0, smoke=30),
    Target("marks", grammars.near(posters.marks), run_marks, smoke=20),
    Target("palette", grammars.near(posters.palette), run_palette, smoke=100),
    Target("focus", grammars.near(posters.focus), run_focus),
    Target("brand", make_brand, run_brand, prepare_brand, smoke=40),
    Target("drawing", posters.drawing, run_drawing, prepare_brand, seconds=5.0, smoke=15),
    Target("elements", posters.elements, run_elements, prepare_brand, seconds=5.0, maps=True, smoke=12),
    Target("bundle", archives.bundle, run_bundle, smoke=200),
    Target("manifest", records.manifest, run_manifest, prepare_records, smoke=100),
    Target("journal", records.journal, run_journal, prepare_records, smoke=100),
    Target("cache", entries.entry, run_entry, prepare_cache, smoke=10),
    Target("command", commands.command_line, run_command, prepare_commands, seconds=8.0, smoke=4),
)
