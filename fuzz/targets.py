"""Every input format becomes a target: what the program does with it, in a few lines each. The one place to change when
the program's interfaces do.
"""

from __future__ import annotations

import datetime
import io
import json
import os
import sys
import warnings
import zipfile
import zlib
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from xml.etree import ElementTree

from fuzz import campaigns, fontfiles, grammars, mutate, pictures, trees, words
from fuzz.target import Box, Target, WrongResult
from placards import pipeline
from placards.cli.main import main as command_line
from placards.files.toml import read_toml
from placards.files.validation import validate
from placards.files.world import Bundle, World
from placards.files.writing import write_file
from placards.layout.content import Content, Entry, SlotText
from placards.layout.qr import qr_items
from placards.locale.dates import DateStyle, format_when, warnings_for
from placards.locale.language import fallbacks, is_rtl, language_name, parse_language, script_of
from placards.messages.language_names import is_known_language, suggest_language
from placards.messages.pack import read_pack
from placards.messages.po.catalog import read_catalog
from placards.messages.po.document import parse_document
from placards.messages.proof.check import check_catalog, check_pack
from placards.pipeline import Job, make
from placards.plan.campaign_file import Campaign
from placards.plan.planner import plan_campaign
from placards.problems.errors import InputError, PlacardsError
from placards.render.images import load_image_bytes
from placards.template.condition import NAMES, holds, parse_condition
from placards.template.library import read_layout
from placards.text import font as font_module
from placards.text import fontset
from placards.text.inspect import inspect_text
from placards.text.plain import plain_text
from placards.text.shape import TextStyle, prepare
from placards.values.color import BLACK, WHITE, parse_hex
from placards.values.geometry import Rect
from placards.values.sheet import parse_sheet
from placards.values.units import parse_length

SHIPPED = campaigns.ROOT / "templates" / "layouts"

#: Parts the texts of one input.
PART = "\x1d"


def forget() -> None:
    """Empty the caches that know files by their paths."""
    for owner, name in (
        (pipeline, "_layout"),
        (fontset, "font_set"),
        (font_module, "load_face"),
        (font_module, "load_font"),
    ):
        clear = getattr(getattr(owner, name, None), "cache_clear", None)
        if clear is not None:
            clear()


def text_of(data: bytes) -> str:
    """The input as text, as a terminal or a file would give it."""
    return data.decode("utf-8", errors="replace")


def made(job: Job, out: Path) -> None:
    """The job's artefact, written; what it is must be readable again."""
    artefact = make(job)
    write_file(out / job.name, artefact.data)
    if job.suffix == ".svg":
        ElementTree.fromstring(artefact.data)


def small_job(
    layout: Path, number: int, texts: tuple[str, ...], languages: tuple[str, ...], fonts: tuple[Path, ...] = ()
) -> Job:
    """A job on a small sheet: size and kind of file by a number."""
    size = ("a6", "a6", "a5-landscape", "300x300px", "40x10cm", "a7")[number % 6]
    suffix = ("svg", "pdf", "svg", "pdf", "svg", "png", "svg", "pdf", "jpg", "webp")[number // 6 % 10]
    shown = [SlotText(text, language) for text, language in zip(texts, languages, strict=False)]
    more = texts[len(languages) :]
    names = ("title", "organiser", "place", "date")
    fields = tuple(
        (name, tuple(SlotText(text, tag) for tag in languages)) for name, text in zip(names, more, strict=False)
    )
    link = more[4] if len(more) > 4 else ""
    return Job(
        f"x.{suffix}",
        layout,
        size,
        Content(languages, (Entry("demo/one", tuple(shown)),), fields, link),
        "",
        40.0,
        fonts,
    )


# Small formats


def run_language(data: bytes, box: Box) -> None:
    tag = text_of(data)
    str(parse_language(tag))
    script_of(tag), is_rtl(tag), fallbacks(tag), language_name(tag), language_name(tag, "ur"), is_known_language(tag)
    suggest_language(tag)


def run_size(data: bytes, box: Box) -> None:
    sheet = parse_sheet(text_of(data))
    if not 0 < sheet.trim.width < 1e6 or parse_sheet(sheet.name) != sheet:
        raise WrongResult(f"{sheet.name} is not the sheet that was read")


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
    list(warnings_for(style, date, language))


def run_link(data: bytes, box: Box) -> None:
    qr_items(text_of(data), Rect(0, 0, 100, 100), BLACK, WHITE)
    made(
        small_job(SHIPPED / "event-card", 0, ("Peace", "Title", "We", "Here", "Today", text_of(data)), ("en",)),
        box.folder,
    )


def run_json(data: bytes, box: Box) -> None:
    refusal: PlacardsError | None = None
    for line in data.split(b"\n"):
        try:
            values = json.loads(line.decode("utf-8", errors="surrogateescape"))
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


def make_plain(rng: Random) -> bytes:
    return f"{grammars.language(rng)}\n{words.text(rng)}".encode()


# Text, through everything


def run_text(data: bytes, box: Box) -> None:
    header, _, rest = text_of(data).partition("\n")
    name, _, tail = header.partition(" ")
    number, _, tags = tail.partition(" ")
    if not number.isdecimal() or name not in _LAYOUTS:
        return
    made(small_job(SHIPPED / name, int(number[:6]), tuple(rest.split(PART)), tuple(tags.split("+"))), box.folder)


_LAYOUTS = {
    "big": 1,
    "band": 1,
    "wide-banner": 1,
    "event-card": 1,
    "chant-sheet": 2,
    "two-languages": 2,
    "three-languages": 3,
}


def make_text(rng: Random) -> bytes:
    name, languages = rng.choice(list(_LAYOUTS.items()))
    tags = "+".join(rng.choice(words.LANGUAGES) for _ in range(languages))
    texts = [words.text(rng) for _ in range(languages)]
    if name == "event-card" or rng.random() < 0.2:
        texts += [words.text(rng, rng.choice((30, 100, 500))) for _ in range(rng.randint(1, 4))]
        texts += [grammars.link(rng)] if rng.random() < 0.3 else []
    return f"{name} {rng.randrange(60)} {tags}\n{PART.join(texts)}".encode("utf-8", errors="replace")


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
    forget()
    box.write("layouts/x/layout.toml", data)
    folder = box.folder / "layouts" / "x"
    layout = read_layout(folder).layout
    number = zlib.crc32(data)
    languages = ("en", "ar", "ur", "hi", "ja", "de")[: layout.languages]
    texts = ("Peace now", "السلام الآن", "امن اب", "अब शांति", "今こそ平和", "Frieden")[: layout.languages]
    job = small_job(
        folder, number, (*texts, "March", "Students", "Square", "14 April", "https://example.org"), languages
    )
    palettes = [name for name in layout.palettes if not name.isascii() or not name.isalnum()] or list(layout.palettes)[
        :1
    ]
    refusal: PlacardsError | None = None
    for palette in palettes[:3]:
        try:
            made(replace(job, palette=palette), box.folder)
        except PlacardsError as error:
            refusal = error
    if any(not name.isalnum() for name in palettes):
        box.clear("out")
        _make_campaign(
            box,
            campaigns.CAMPAIGN.replace(b'"plain"', b'"x"').replace(
                b'["day", "night"]', trees.inline(palettes).encode()
            ),
            2,
        )
    if refusal is not None:
        raise refusal


def run_pack(data: bytes, box: Box) -> None:
    check_pack(read_pack(box.write("slogans/x.toml", data)))


def run_campaign(data: bytes, box: Box) -> None:
    forget()
    box.clear("out")
    _make_campaign(box, data, 2)


def _make_campaign(box: Box, data: bytes, most: int) -> None:
    path = box.write("campaign.toml", data)
    validate(Campaign, read_toml(path))  # what is refused is refused before folders are read: that is fast
    plan = plan_campaign(path)
    refusal: PlacardsError | None = next(iter(plan.problems), None)
    for job in sorted(plan.jobs, key=lambda job: zlib.crc32(job.name.encode()))[:most]:
        try:
            if max(parse_sheet(job.size).pixels or (1,)) < 3000 and (job.dpi < 100 or job.suffix in (".pdf", ".svg")):
                made(job, box.folder / "out")
        except PlacardsError as error:
            refusal = error
    if refusal is not None:
        raise refusal


def prepare_fonts(box: Box) -> None:
    prepare_folder(box)
    box.write("fonts/own.ttf", fontfiles.seeds()[5])
    box.write("fonts/variable.ttf", fontfiles.seeds()[6])


def run_fonts_toml(data: bytes, box: Box) -> None:
    forget()
    box.write("fonts/fonts.toml", data)
    _use_fonts(box.folder / "fonts", ("Own", "Variable", "display"))


def _use_fonts(folder: Path, roles: tuple[str, ...]) -> None:
    fonts = fontset.font_set((folder,))
    for role in (*roles, "text"):
        for text, language in (("Peace fi ɛ̀", "en"), ("امن", "ur"), ("ᝃ ᜀ 𑃐", "fil")):
            paragraph = prepare(text, TextStyle(language, role), fonts)
            line = paragraph.line(0, len(text))
            paragraph.missing(line)
            for run in line.runs:
                for glyph in run.glyphs:
                    run.font.segments(glyph.id), run.font.extents(glyph.id), run.font.color_layers(glyph.id)
                run.font.ascender_em, run.font.descender_em
    made(small_job(SHIPPED / "big", 3, ("Peace fi",), ("en",), (folder,)), folder.parent)


def run_font(data: bytes, box: Box) -> None:
    forget()
    box.clear("fonts")
    _files[0] += 1  # a file that is mapped into memory must never change
    suffix = (".ttf", ".otf", ".ttc")[zlib.crc32(data) % 3]
    path = box.write(f"fonts/{_files[0]}{suffix}", data)
    _use_fonts(path.parent, (fontset.describe_font_file(path).name,))


_files = [0]


# Catalogs


def run_catalog(data: bytes, box: Box) -> None:
    path = box.write("locale/ar/LC_MESSAGES/demo.po", data)
    check_catalog(read_catalog(path, "ar", "demo"), read_pack(box.folder / "slogans" / "demo.toml"))


def run_document(data: bytes, box: Box) -> None:
    path = Path("x.po")
    document = parse_document(data, path)
    if document.encoded() != data:
        raise WrongResult("what was not edited did not stay as it was")
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
        raise WrongResult("what was edited is not read again")


def make_po(rng: Random) -> bytes:
    seeds = (campaigns.CATALOG.encode(), *campaigns.shipped("locale/[abdu][ermr]/LC_MESSAGES/[cpw]*.po", 4000))
    data = rng.choice(seeds[:1] * 3 + seeds)
    if rng.random() < 0.1:
        charset = rng.choice(("utf-16", "latin-1", "cp1256", "CHARSET", "utf-7", "idna", "rot13", "hex", "x\0y", "unicode_escape", "raw_unicode_escape", "punycode", "zlib", "mbcs", "undefined", ""))  # fmt: skip
        data = data.replace(b"charset=UTF-8", b"charset=" + charset.encode())
    data = rng.choice(
        (data, data, data, data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + data)
    )
    return mutate.text_like(rng, data, _PO_WORDS) if rng.random() < 0.95 else data


_PO_WORDS = (
    'msgid ""', 'msgstr ""', 'msgctxt "one"', "msgid_plural", "msgstr[0]", "#~ ", "#| ", "#~| ", "#, fuzzy", "#, ", "#. ", "#: a:1",
    '"\\n"', '"\\x"', "\\", '"', "\n\n", "\r", "\x85", "\u2028", '"POT-Creation-Date: x\\n"', '"Plural-Forms: nplurals=999; plural=n\\n"',
    '"Content-Type: text/plain; charset=x\\n"', '"Language: ar\\n"', "domain", "# approved: 2026-01-01 by A", "\x1c", "\x0b",
    "# approved by A on 9999-99-99",
)  # fmt: skip


# Pictures


def prepare_picture(box: Box) -> None:
    layout = campaigns.LAYOUT.decode().split("[[element]]")
    box.write(
        "layouts/photo/layout.toml",
        "[[element]]".join([layout[0].replace("languages = 2", "many = true"), layout[4], layout[1]]),
    )


def run_picture(data: bytes, box: Box) -> None:
    picture = load_image_bytes(data)
    if picture.width < 1 or picture.height < 1:
        raise WrongResult("a picture without pixels")
    path = box.write("layouts/photo/picture.png", data)
    made(small_job(path.parent, zlib.crc32(data), ("Peace",), ("en",)), box.folder)


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
                    raise WrongResult("a file of a bundle has a path")
            except PlacardsError as error:
                refusal = error
    if refusal is not None:
        raise refusal


def make_bundle(rng: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the same name twice is what we want
        for _ in range(rng.randint(1, 6)):
            folder = rng.choice(("", "layouts/x/", "layouts/", "fonts/", "../", "/", "slogans/", "layouts/../../"))
            name = rng.choice(("layout.toml", "picture.png", "a.toml", "", rng.choice(campaigns.DICTIONARY)))
            info = zipfile.ZipInfo((folder + name).partition("\0")[0] or "x")
            info.compress_type = rng.choice(_PACKINGS)
            info.external_attr = rng.choice((0, 0o120777 << 16, 0o10644 << 16, 0x10))
            zeros = b"\0" * rng.choice((100, 100, 100, 300_000))
            archive.writestr(info, rng.choice((campaigns.LAYOUT, b"", rng.randbytes(20), zeros)))
    data = out.getvalue()
    if rng.random() < 0.3:  # in the directory at the end, where the numbers are
        at = data.rfind(b"PK\1\2")
        return data[:at] + mutate.bytes_like(rng, data[at:])
    return mutate.bytes_like(rng, data) if rng.random() < 0.5 else data


_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


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


def run_command(data: bytes, box: Box) -> None:
    """Arguments, parted by NUL as the system parts them."""
    arguments = [os.fsdecode(argument) if os.name == "posix" else text_of(argument) for argument in data.split(b"\0")]
    forget()
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
        raise WrongResult(f"exit code {code}")
    if code == 2:
        raise InputError("refused", code="free")


_PATHS = (".", "campaign.toml", "layouts/x", "layouts/x/layout.toml", "slogans/demo.toml", "locale/ar/LC_MESSAGES/demo.po", "own.ttf", "more", "none", "none.toml", "empty.toml", "picture.png", "layouts", "rally", "ralley", "lines.jsonl", "\udcff", "é.toml", "")  # fmt: skip
_OUTPUTS = ("x.pdf", "x.svg", "out/x.png", "x", "x.gif", ".pdf", "layouts", "x.jpg", "x.webp", "é.svg", "\udcff.svg", "a" * 300 + ".svg", "-", "campaign.toml", "x.svg/y.svg")  # fmt: skip


def make_command(rng: Random) -> bytes:
    def text(longest: int = 60) -> str:
        return words.text(rng, longest).replace("\0", "")

    def some(*options: tuple[str, object]) -> list[str]:
        out: list[str] = []
        for name, value in options:
            for _ in range(rng.choice((0, 0, 1, 1, 2)) if name.endswith("*") else int(rng.random() < 0.25)):
                given = rng.choice(value) if isinstance(value, tuple) else value() if callable(value) else None
                given = (
                    text(20) if given is not None and rng.random() < 0.08 and value not in (_PATHS, _OUTPUTS) else given
                )
                out += [name.rstrip("*"), *([] if given is None else [str(given)])]
        return out

    def tag() -> str:
        return rng.choice(("en", "ar", "ur", "demo", "klingon", grammars.language(rng)))

    packs = ("demo", "demo/one", "demo/none", "peace", "peace/peace-now", "two", "")
    command = rng.choice(
        ("make", "make", "make", "batch", "list", "check", "catalog", "shape", "text", "help", "maek", "")
    )
    end: list[str] = []
    if command == "make":
        arguments = [text()] * (rng.random() < 0.8) + some(
            ("--slogan", packs), ("--lang*", tag), ("--layout", ("big", "x", "plain", "many", "event-card", "none")),
            ("--size", lambda: grammars.size(rng)), ("--palette", ("day", "night", "none")), ("--title", text), ("--organiser", text),
            ("--place", text), ("--date", ("2027-04-14", "2027-13-01", "x")), ("--time", ("16:30", "25:00", "x")),
            ("--calendar*", grammars.CALENDARS), ("--digits", grammars.DIGITS), ("--link", lambda: grammars.link(rng).replace("\0", "")),
            ("--draft", None), ("--require", ("translated", "approved")), ("--path", (".", "more", "none", "own.ttf")),
        )  # fmt: skip
        end = ["--dpi", rng.choice(("30", "40", "nan", "inf", "-1", "x")), "-o", rng.choice(_OUTPUTS)]
    elif command == "batch":
        arguments = [rng.choice(tuple(p for p in _PATHS if p not in ("rally", ".")))] + some(
            ("--only", ("*", "one/*", "[", "")), ("--force", None), ("--draft", None), ("--require", ("approved",)), ("--json", None),
            ("--path", (".", "none")),
        )  # fmt: skip
        end = ["-j", "1", "--out", rng.choice(("out", "layouts/x/layout.toml", "out/deep"))]
    elif command == "list":
        arguments = [rng.choice(("layouts", "slogans", "sizes", "fonts", "campaigns", "languages", "layout"))]
        arguments += some(("--json", None), ("--path", (".", "none")))
    elif command == "check":
        arguments = [p for p in (rng.choice(_PATHS), rng.choice(_PATHS)) if p not in ("rally",)] + some(
            ("--json", None)
        )
    elif command == "catalog":
        arguments = [rng.choice(("extract", "init", "update", "status", "check", "approve", "stauts"))]
        arguments += [rng.choice((tag(), *packs)) for _ in range(rng.choice((0, 1, 2)))]
        arguments += some(("--pack", packs), ("--json", None), ("--fix", None), ("--by", text), ("--date", ("2026-01-01", "2099-01-01", "x")), ("--unfuzzy", None), ("--also", tag))  # fmt: skip
        end = ["--path", rng.choice((".", "more"))]
    elif command == "shape":
        arguments = [text()] * (rng.random() < 0.7) + some(
            ("--lang", tag), ("--font", _PATHS), ("--dir", ("rtl", "up")), ("--role", ("display", "Anton", "displya")),
            ("--lines", ("-", *_PATHS)), ("--json", None),
        )  # fmt: skip
    else:
        arguments = [text()] + some(("--lang", tag), ("--visual", None), ("--json", None), ("--help", None))
    if arguments and rng.random() < 0.15:
        arguments.insert(rng.randrange(len(arguments) + 1), rng.choice(("--", "-h", "--xyz", text(10), "-j", "")))
    return b"\0".join(
        os.fsencode(word) if os.name == "posix" else word.encode() for word in (command, *arguments, *end)
    )


_LAYOUTS_TO_CHANGE = (*(campaigns.LAYOUT,) * 3, campaigns.WALL, *campaigns.shipped("layouts/*/layout.toml"))
_PACKS_TO_CHANGE = (campaigns.PACK, *campaigns.shipped("slogans/*.toml", 2000))

make_layout = trees.mutator(_LAYOUTS_TO_CHANGE, campaigns.DICTIONARY, campaigns.LAYOUT_VALUES)
make_pack = trees.mutator(_PACKS_TO_CHANGE, campaigns.DICTIONARY, campaigns.PACK_VALUES)
make_campaign = trees.mutator((campaigns.CAMPAIGN,), campaigns.DICTIONARY, campaigns.CAMPAIGN_VALUES)
make_fonts_toml = trees.mutator((campaigns.FONTS,), campaigns.DICTIONARY, campaigns.FONTS_VALUES)

TARGETS = (
    Target("language", grammars.near(grammars.language), run_language, smoke=200),
    Target("size", grammars.near(grammars.size), run_size),
    Target("length", grammars.near(grammars.length), run_length),
    Target("color", grammars.near(grammars.color), run_color),
    Target("condition", grammars.near(grammars.condition), run_condition),
    Target("when", grammars.near(grammars.when), run_when),
    Target("link", grammars.near(grammars.link), run_link, smoke=100),
    Target("json", grammars.near(grammars.json_lines), run_json),
    Target("plain", make_plain, run_plain),
    Target("text", make_text, run_text, seconds=2.5, smoke=150),
    Target("layout", make_layout, run_layout, prepare_folder, maps=True),
    Target("pack", make_pack, run_pack),
    Target("campaign", make_campaign, run_campaign, prepare_folder, maps=True, smoke=80),
    Target("fonts-toml", make_fonts_toml, run_fonts_toml, prepare_fonts, maps=True, smoke=150),
    Target("font", fontfiles.font, run_font, smoke=100),
    Target("catalog", make_po, run_catalog, prepare_folder),
    Target("document", make_po, run_document),
    Target("picture", pictures.picture, run_picture, prepare_picture, smoke=200),
    Target("bundle", make_bundle, run_bundle),
    Target("command", make_command, run_command, prepare_commands, seconds=8.0, smoke=60),
)
