"""Posters from clumsy and hostile input: each thing is named with its remedy, nothing crashes, nothing outside is read.

A row is what somebody does and the words that they must hear; `OK` rows are those that must simply work."""

from __future__ import annotations

import io
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from placards.cli.main import main
from placards.values.emphasis import looks_marked

SVGS = Path(__file__).parent / "data" / "svg"

HEAD = 'name = "X"\nlanguages = 1\nsizes = ["a6"]\n[palettes.own]\npaper = "#ffffff"\nink = "#111111"\naccent = "#d81e05"\n'
GROUND = '[[element]]\nid = "ground"\ntype = "shape"\nfill = "paper"\n'


def element(kind: str, keys: str = "", name: str = "") -> str:
    return f'[[element]]\nid = "{name or kind}"\ntype = "{kind}"\n{keys}\n'


def layout(more: str = "", slogan: str = "", head: str = HEAD) -> str:
    return head + GROUND + more + element("text", f'show = "slogan"\ninside = "safe"\n{slogan}', "slogan")


def picture(mode: str = "RGB", size: tuple[int, int] = (300, 200), kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def frames(kind: str) -> bytes:
    out = io.BytesIO()
    first, second = (Image.new("RGB", (200, 200), color) for color in ("red", "blue"))
    first.save(out, kind, save_all=True, append_images=[second])
    return out.getvalue()


def huge() -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return start + picture()[33:]


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x112] = 6
    return picture(size=(400, 200), kind="JPEG", exif=exif)


def svg(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">{body}<path d="M0 0H9V9"/></svg>'.encode()


class Maker:
    """A folder with a layout and files, and what the command line said of them."""

    def __init__(self, folder: Path, heard: pytest.CaptureFixture[str]) -> None:
        self.folder, self.heard = folder, heard

    def __call__(
        self,
        text: str = "Peace now",
        *more: str,
        of: str | None = None,
        language: str = "en",
        size: str = "a6",
        **files: bytes,
    ) -> tuple[int, str]:
        arguments = ["make", text, "--lang", language, "--size", size, "-o", "x.pdf", *more]
        if of is not None:
            self.write(of, **files)
            arguments += ["--path", ".", "--layout", "x"]
        else:
            self.write(None, **files)
            arguments += ["--layout", "big"]
        return self.run(arguments)

    def check(self, of: str) -> tuple[int, str]:
        self.write(of)
        return self.run(["check", "layouts/x"])

    def write(self, of: str | None, **files: bytes) -> None:
        home = self.folder / "layouts" / "x"
        home.mkdir(parents=True, exist_ok=True)
        if of is not None:
            (home / "layout.toml").write_text(of, encoding="utf-8")
        for name, data in files.items():
            called = name.replace("__", ".")
            (home / called).write_bytes(data)
            (self.folder / called).write_bytes(data)

    def run(self, arguments: list[str]) -> tuple[int, str]:
        self.heard.readouterr()
        began = time.process_time()
        code = main(arguments)
        assert time.process_time() - began < 20, "it took too long"
        heard = self.heard.readouterr()
        said = heard.err + (heard.out if arguments[0] == "check" else "")
        assert "internal error" not in said, said
        assert "Traceback" not in said, said
        assert (self.folder / "x.pdf").exists() == (code == 0 and arguments[0] == "make")
        return code, said


@pytest.fixture
def maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Maker:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "outside.svg").write_bytes(svg(""))
    (tmp_path / "outside.png").write_bytes(picture())
    monkeypatch.chdir(inner)
    return Maker(inner, capsys)


def expect(outcome: tuple[int, str], *parts: str, code: int = 2) -> None:
    assert outcome[0] == code, outcome[1]
    for part in parts:
        assert part in outcome[1]
    if not parts:
        assert outcome[1] == ""


# SVG


@pytest.mark.parametrize(
    ("data", "code", "part"),
    [
        (svg("<script>alert(1)</script>"), 0, "a.svg:1: the drawing has a script, which never runs"),
        (svg('\n\n<image href="file:///etc/passwd" width="9" height="9"/>'), 2, "a.svg:3: the drawing takes <image>"),
        (svg('<image href="/etc/passwd" width="9" height="9"/>'), 2, "no other file is read"),
        (svg('<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'), 2, "no other file is read"),
        (svg('<use href="../outside.svg#a"/>'), 2, "no other file is read"),
        (svg('<style>@import url("http://x/y.css");</style>'), 0, "does not count"),
        (svg('<rect width="9" height="9" fill="url(http://x/y.svg#a)"/>'), 2, "from “http://x/y.svg#a”, and no other file is read"),
        (svg('<rect width="9" height="9" style="fill : url( #nope );stroke:none"/>'), 0, "a.svg:1: the drawing refers to “#nope”, which is not in it"),
        (svg('\n<use href="#nope"/>'), 0, "a.svg:2: the drawing refers to “#nope”, which is not in it"),
        (b'<?xml-stylesheet href="http://x/y.css"?>' + svg(""), 0, "a rule of the drawing's style sheet does not count: <?xml-stylesheet"),
        (svg('<path d="M0 0H9V9" onclick="x()"/>'), 0, "a script, which never runs"),
        (svg('<a href="javascript:x()"><path d="M0 0H9V9"/></a>'), 0, "a script, which never runs"),
        (svg('<linearGradient id="a"><stop stop-color="red"/></linearGradient><path d="M0 0H9V9" fill="url(#a)"/>'), 0, ""),
        (svg('<path d="M0 0H9V9" fill="url(#nope) #f00"/>'), 0, ""),
        (svg('<use href="#a"/><path id="a" d="M0 0H9V9"/>'), 0, ""),
        (svg("\n<foreignObject/>"), 2, "a.svg:2: the drawing has HTML in it (foreignObject). Replace it"),
        (svg('\n<text y="9">Free <tspan>them</tspan></text>'), 2, "a.svg:2: the drawing has text that is no outline: “Free them”"),
        (svg('<text y="9" font-family="Nope">x</text>'), 2, "Convert the text to paths"),
        (svg('<g filter="url(#f)"><path d="M0 0H9V9"/></g><filter id="f"><feGaussianBlur stdDeviation="2"/></filter>'), 2, "a filter"),
        ((SVGS / "10-entity-bomb.svg").read_bytes(), 2, "no SVG that can be read"),
        ((SVGS / "11-use-bomb.svg").read_bytes(), 2, "no SVG that can be read"),
        ((SVGS / "12-xxe.svg").read_bytes(), 2, "no SVG that can be read"),
        (b"", 2, "no SVG that can be read"),
        (b"<svg", 2, "no SVG that can be read"),
        (picture(), 2, "a.svg: this is PNG, and not SVG. Give its name the right ending"),
        (b"\x1f\x8b\x08\x00", 2, "compressed"),
    ],
)  # fmt: skip
def test_vectors(maker: Maker, data: bytes, code: int, part: str) -> None:
    expect(maker(of=layout(element("art", 'file = "a.svg"')), a__svg=data), *([part] if part else []), code=code)
    if code and not data.startswith(b"\x89PNG"):
        assert maker(of=layout(element("photo", 'file = "a.svg"\nalt = "x"')), a__svg=data)[0] == 2


def test_a_picture_outside_is_one_mistake(maker: Maker) -> None:
    link = svg('<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>')
    code, said = maker(of=layout(element("art", 'file = "a.svg"')), a__svg=link)
    assert (code, said.count("\n")) == (2, 1), said


def test_vectors_that_are_called_png_are_drawn(maker: Maker) -> None:
    """What a file is counts, not what it is called: in a layout as for a person's own picture."""
    shown = layout(element("image", 'file = "a.png"\nalt = "x"\nbottom = "50%"'))
    expect(maker(of=shown, a__png=svg("")), code=0)
    (maker.folder / "x.pdf").unlink()
    assert maker("Peace", "--photo", "a.png", "--photo-alt", "x", of=PHOTO, a__png=svg(""))[0] == 0


# Paths


@pytest.mark.parametrize(
    "name",
    [
        "../outside.svg",
        "../../outside.svg",
        "/etc/hostname.svg",
        ".",
        "..",
        "b/../../a.svg",
        "a\\\\b.svg",
        "c:/x.svg",
        "",
    ],
)
@pytest.mark.parametrize("kind", ["art", "image", "photo"])
def test_files_of_a_layout_stay_in_its_folder(maker: Maker, kind: str, name: str) -> None:
    code, said = maker(of=layout(element(kind, f'file = "{name}"\nalt = "x"')))
    assert code == 2
    assert "layout.toml" in said or "needs" in said or "shows a" in said


def test_links_out_of_a_layout_are_not_followed(maker: Maker) -> None:
    maker.write(layout(element("art", 'file = "link.svg"')))
    try:
        (maker.folder / "layouts/x/link.svg").symlink_to(maker.folder.parent / "outside.svg")
    except (OSError, NotImplementedError):
        pytest.skip("no links here")
    said = "“link.svg” is no file of the layout's folder (a folder, a device, or a link that leads out)"
    expect(maker.run(["make", "x", "--layout", "x", "--path", ".", "-o", "x.pdf"]), said)


@pytest.mark.parametrize(
    ("brand", "part"),
    [
        ('logo = "."', "leaves the folder"),
        ('logo = "../outside.png"', "leaves the folder"),
        ('logo = "/etc/hostname"', "leaves the folder"),
        ('logo = "folder"', "not beside the brand's file"),
        ('logo = "none.png"', "not beside the brand's file"),
        ('logo = ["a", "b", "c"]', "Keep at most 2"),
        ('colors = ["#12"]', "“#12” is not a colour"),
        ('colors = ["#fff", "#000", "#f00", "#0f0", "#00f"]', "4 colours at most"),
        ('colors = { x = "#fff" }', "no role “x”"),
        ('colour = ["#fff"]', "Did you mean “colors”"),
        ('palette = "nope"', "no palette “nope”"),
        ('palette = "riso"\ncolors = ["#fff"]', "Keep one of the two"),
        ('[fonts]\ndisplay = "../x.ttf"', "no font family"),
        ('[fonts]\nnope = "Anton"', "no role “nope”"),
        ("organiser = 5", "Put it in quotation marks"),
        ('organiser = { klingon = "x" }', "not a known language"),
        ('organiser = { "not a tag" = "x" }', "not a language tag"),
        ("link = 5", "Put it in quotation marks"),
        ("x =", "not valid TOML"),
    ],
)
def test_brands(maker: Maker, brand: str, part: str) -> None:
    (maker.folder / "folder").mkdir()
    expect(maker("Peace", "--brand", "brand.toml", brand__toml=brand.encode()), part)


def test_a_folder_is_no_brand(maker: Maker) -> None:
    expect(maker("Peace", "--brand", "."), "is a folder, not a file")
    expect(maker("Peace", "--brand", "none.toml"), "no such file")


# Pictures


PHOTO = layout(element("photo", 'show = "photo"\noptional = true'))


@pytest.mark.parametrize(
    ("data", "code", "part"),
    [
        (picture()[:200], 2, "damaged or cut short"),
        (picture(kind="JPEG")[:200], 2, "damaged or cut short"),
        (huge(), 2, "far too many pixels"),
        (b"", 2, "not an image that can be used"),
        (b"hello", 2, "not an image that can be used"),
        (picture(kind="GIF"), 2, "this is GIF"),
        (picture(kind="TIFF"), 2, "this is TIFF"),
        (frames("PNG"), 0, "only the first is shown"),
        (frames("WEBP"), 0, "only the first is shown"),
        (picture("CMYK", kind="JPEG"), 0, "has the inks of a press (CMYK)"),
        (picture("I;16"), 0, "pixels an inch"),
        (picture("1"), 0, "pixels an inch"),
        (picture("P"), 0, "pixels an inch"),
        (picture("LA"), 0, "pixels an inch"),
        (picture(size=(1, 1)), 0, "pixels an inch"),
        (picture(size=(60, 40)), 0, "seen as blocks"),
        (turned(), 0, "not 200"),
    ],
)
@pytest.mark.parametrize("name", ["a__png", "a__jpg"])  # what a file is called does not count
def test_photographs(maker: Maker, data: bytes, code: int, part: str, name: str) -> None:
    file = name.replace("__", ".")
    expect(maker("Peace", "--photo", file, "--photo-alt", "x", of=PHOTO, **{name: data}), part, code=code)


@pytest.mark.parametrize(
    ("file", "part"), [("none.png", "no such file"), (".", "is a folder"), ("/dev/zero", "no ordinary file")]
)
def test_photographs_that_are_none(maker: Maker, file: str, part: str) -> None:
    expect(maker("Peace", "--photo", file, of=PHOTO), part)


@pytest.mark.parametrize("focus", ["200%,10%", "a", "50%", "50%,50%,50%", "nan%,3%", "0.5,0.5", "-5%,3%", ""])
def test_a_focus_lies_in_the_picture(maker: Maker, focus: str) -> None:
    code, said = maker("Peace", "--photo", "a.png", f"--focus={focus}", of=PHOTO, a__png=picture())
    assert (code, "is not a point of the picture" in said) == (2, True) if focus else code in (0, 2)


def test_a_focus_of_a_layout_lies_in_the_picture(maker: Maker) -> None:
    expect(maker(of=layout(element("photo", 'focus = ["200%", "10%"]'))), 'Write a text from "0%" to "100%"')


def test_a_picture_that_a_layout_does_not_show(maker: Maker) -> None:
    given = ["make", "Peace", "--photo", "a.png", "--photo-alt", "x", "--size", "a6", "-o", "x.pdf"]
    (maker.folder / "a.png").write_bytes(picture(size=(1200, 1200)))
    expect(maker.run([*given, "--layout", "big"]), "Choose a layout with a place for it: photo-caption", code=0)
    (maker.folder / "x.pdf").unlink()
    code, said = maker.run(given)  # without a layout named, one that shows it is chosen
    assert (code, "not show" in said) == (0, False), said


def test_a_layout_of_ones_own_without_its_path(maker: Maker) -> None:
    maker.write(layout())
    expect(
        maker.run(["make", "Peace", "--layout", "x", "-o", "x.pdf"]),
        "Add “--path .”: there is one in the folder “layouts” here",
    )


def test_words_without_quotation_marks(maker: Maker) -> None:
    expect(maker.run(["make", "Peace", "now", "-o", "x.pdf"]), "Put each message in quotation marks")


@pytest.mark.parametrize("option", ["--photo", "--logo", "--portrait"])
def test_a_picture_is_not_written_over(maker: Maker, option: str) -> None:
    data = picture(size=(1200, 1200))
    (maker.folder / "a.png").write_bytes(data)
    said = maker.run(["make", "Peace", option, "a.png", "--layout", "big", "--size", "a6", "-o", "./a.png"])
    expect(said, "take the place of a file that it is made of")
    assert (maker.folder / "a.png").read_bytes() == data


@pytest.mark.parametrize(
    "twice",
    [("--photo", "a.png", "b.png"), ("--size", "a6", "a5"), ("--palette", "day", "night"), ("--title", "A", "B"), ("--quote", "A", "B")],
)  # fmt: skip
def test_what_is_given_twice_is_not_lost(maker: Maker, twice: tuple[str, str, str]) -> None:
    option, first, second = twice
    given = ["make", "Peace", "--layout", "big", "-o", "x.pdf"]
    expect(
        maker.run([*given, option, first, option, second]), f"{option} is given twice, as “{first}” and as “{second}”"
    )


def test_the_same_twice_is_once(maker: Maker) -> None:
    expect(maker.run(["make", "Peace", "--layout", "big", "-o", "x.pdf", "--size", "a6", "--size", "a6"]), code=0)


# Palettes


@pytest.mark.parametrize(
    ("palette", "code", "part"),
    [
        ("#12", 2, "is not a colour"),
        ("#12345", 2, "is not a colour"),
        (",", 2, "is not a colour"),
        ("#fff,", 2, "is not a colour"),
        ("red", 2, "no palette “red”. Give colours, as “#d81e05,#fff”, or a palette: day"),
        ("d81e05", 2, "Did you mean “#d81e05”?"),
        ("d81e05,#fff", 2, "Did you mean “#d81e05”?"),
        ("#d81e05 #fff", 2, "“#d81e05 #fff” is no one colour. Write commas between them"),
        ("#fff," * 19 + "#fff", 2, "4 colours at most, and these are 20"),
        ("#d81e05", 0, ""),
        ("#d81e05,#ffffff,#000000", 0, ""),
        ("x=#fff", 2, "no role “x”"),
        ("paper=#fff,paper=#000", 2, "has two colours"),
        ("#fff,#000,#f00,#0f0,#00f", 2, "4 colours at most"),
        ("#ffd400,#ffffff", 0, "contrast of 1.4"),
        ("#fff,#fff", 0, "does not appear"),
        ("#fff,#fffffe", 0, "contrast of 1.0"),
    ],
)
def test_palettes(maker: Maker, palette: str, code: int, part: str) -> None:
    expect(maker("Peace", "--palette", palette), *([part] if part else []), code=code)


# What a layout asks for


@pytest.mark.parametrize(
    ("toml", "part"),
    [
        (layout(head=HEAD.replace("#111111", "#eeeeee")), "nobody reads it from afar"),
        (layout(slogan="opacity = 0.0001"), "nobody reads it from afar"),
        (layout(slogan='width = "3mm"\nheight = "2mm"\nmin_size = "20pt"'), "no language has a word that fits"),
        (layout() + '[[variant]]\nwhen = "aspect >= 1 and aspect < 0.5"\nhide = ["ground"]\n', "never applies: aspect >= 1 and aspect < 0.5"),
        (layout() + '[[variant]]\nwhen = "rtl == 2"\nhide = ["ground"]\n', "never applies"),
        (layout() + '[[variant]]\nwhen = "aspect > 0"\n[[variant]]\nwhen = "aspect >= 1 and rtl == 1"\nhide = ["ground"]\n', "an earlier one holds"),
        (layout(slogan='arc = "top"'), "stand straight here"),
        (layout() + element("shape", 'fill = "accent"', "over"), "“slogan” is hidden on a6: “over” is drawn over all of it"),
        (HEAD + GROUND, "no element shows what is to be said"),
        (layout(slogan='fill = "#ff0000"'), "Give it a name in a table [colors], as mine = “#ff0000”"),
        (layout(element("text", 'show = "qoute"', "q")), "“qoute” is not possible here. Did you mean “quote”?"),
        (layout(element("shape", 'inside = "b"\nfill = "accent"', "a") + element("shape", 'inside = "a"\nfill = "accent"', "b")), "“a” and “b” stand inside each other"),
        (layout(element("shape", 'inside = "a"\nfill = "accent"', "a")), "“a” stands inside itself"),
    ],
)  # fmt: skip
def test_check_says_what_a_layout_does_not_mean(maker: Maker, toml: str, part: str) -> None:
    assert part in maker.check(toml)[1]


@pytest.mark.parametrize(
    "when",
    ["aspect >= 1.2", "languages == 2 and aspect < 1", "has_link == 0", "width_mm > 100", "aspect >= 1 and aspect < 2"],
)
def test_variants_that_do_apply(maker: Maker, when: str) -> None:
    first = '[[variant]]\nwhen = "aspect >= 3"\nhide = ["ground"]\n'
    expect(
        maker.check(
            layout(element("shape", 'fill = "paper"', "plate"))
            + first
            + f'[[variant]]\nwhen = "{when}"\nhide = ["ground"]\n'
        ),
        "0 errors, 0 warnings",
        code=0,
    )


@pytest.mark.parametrize(
    ("toml", "part"),
    [
        (layout(element("shape", 'inside = "b"\nfill = "ink"', "a") + element("shape", 'inside = "a"\nfill = "ink"', "b")), "stand inside each other"),
        (layout(element("shape", 'inside = "a"\nfill = "ink"', "a")), "stands inside itself"),
        (layout(element("shape", 'below = "b"\nfill = "ink"', "a") + element("shape", 'below = "a"\nfill = "ink"', "b")), "stands after it"),
        (layout(head='name = "X"\ncolors = { a = "b", b = "a" }\n[palettes.p]\npaper = "#fff"\nink = "#000"\n'), "neither a role"),
        (layout(element("art", 'file = "a.svg"\nrecolor = { "../x" = "ink" }')), "is not a colour"),
        (layout(element("art", 'file = "a.svg"\nrecolor = { "#000000" = "nope" }')), "“nope” is not in every palette"),
        (layout(element("rays", 'fill = "accent"\ncount = 10000')), "at most"),
        (layout(element("cells", "columns = 1000\nrows = 1000")), "at most"),
        (layout(slogan="opacity = 0"), "more than 0"),
        (layout(slogan="opacity = 2"), "at most 1"),
        (layout(slogan="rotate = 720"), "at most 360"),
        (layout(slogan="sweep = 1\narc = 'top'"), "at least 10"),
        (layout(slogan='fit = "stack"\narc = "top"'), "different ways to set lines"),
        (layout(slogan="outline = { fill = 'accent', width = 9 }"), "at most 0.5"),
    ],
)  # fmt: skip
def test_layouts_that_are_refused(maker: Maker, toml: str, part: str) -> None:
    expect(maker(of=toml, a__svg=svg("")), part, "layout.toml:")


@pytest.mark.parametrize(
    ("toml", "part"),
    [
        (layout(element("qr", 'rotate = 33\ntop = "60%"'), 'bottom = "50%"\nrotate = 45'), "reaches past"),
        (layout(element("cells", 'rotate = 20\ncolumns = 2\nrows = 2\nmarks = "cut"\nline = "ink"')).replace('inside = "safe"', 'inside = "cells"\nrotate = 300'), "is cut by"),
        (layout(element("shape", 'rotate = 20\nfill = "accent"', "t") + element("cells", 'inside = "t"\ncolumns = 3\nrows = 3')).replace('inside = "safe"', 'inside = "cells"'), "reaches past"),
    ],
)  # fmt: skip
def test_what_does_not_stand_on_its_sheet_is_an_error(maker: Maker, toml: str, part: str) -> None:
    expect(maker("Peace now", "--link", "https://example.org", of=toml), part)


@pytest.mark.parametrize(
    "over",
    [
        'fill = "accent"\nopacity = 0.5',
        'fill = "accent"\nheight = "10%"',
        'fill = "accent"\nbelow = "slogan"',
        'hugs = "slogan"\nfill = "paper"',
        'fill = "accent"\nshape = "ellipse"',
        'stroke = "accent"',
    ],
)
def test_areas_that_hide_no_text(maker: Maker, over: str) -> None:
    assert "is hidden" not in maker.check(layout() + element("shape", over, "over"))[1]


@pytest.mark.parametrize(
    ("more", "size"),
    [
        (element("border", 'fill = "ink"\nwidth = "2pt"\nheight = "2pt"\nmotif = "leaf"'), "a6"),
        (element("border", 'fill = "ink"\ndepth = "900%"'), "a6"),
        (element("dots", 'fill = "accent"\npitch = "0.01pt"'), "a0"),
        (element("halftone", 'fill = "accent"\npitch = "0.01pt"'), "a0"),
        (element("checks", 'fill = "accent"\ncell = "0.001pt"'), "a0"),
        (element("stripes", 'fill = "accent"\npitch = "0.001pt"'), "a0"),
        (element("texture", 'fill = "paper"\nsize = "0.01pt"\nwear = 1'), "a0"),
        (element("spray", 'fill = "accent"\nreach = "9000%"\nsize = "0.01pt"'), "a0"),
        (element("bubble", 'fill = "accent"\ntail = ["9000%", "-9000%"]\ntop = "10%"\nheight = "20%"'), "a6"),
        (
            element("cells", "columns = 3\nrows = 3", "c1")
            + element("cells", 'inside = "c1"\ncolumns = 3\nrows = 3', "c2"),
            "a6",
        ),
    ],
)
def test_extremes_stay_small_and_quick(maker: Maker, more: str, size: str) -> None:
    code, said = maker(of=layout(more), size=size)
    assert code == 0, said
    assert (maker.folder / "x.pdf").stat().st_size < 1_000_000


# Messages


@pytest.mark.parametrize("text", ["*Peace", "Peace*", "*Peace* now*", "**", "**Peace**", "5*"])
def test_marks_that_do_not_pair(maker: Maker, text: str) -> None:
    expect(maker(text, of=layout(slogan='emphasis = { fill = "accent" }')), "Write *word* to emphasise a word")


@pytest.mark.parametrize(
    "text", ["\\*Peace", "*Pe*ace", "*Pe*a*ce", "Kolleg*innen", "*a* *b* *c*", "2 * 3", "Peace \\", "和平*现在*吧"]
)
def test_marks_that_are_right(maker: Maker, text: str) -> None:
    language = "zh-Hans" if "和" in text else "en"
    expect(maker(text, of=layout(slogan='emphasis = { fill = "accent" }'), language=language), code=0)


QUOTE = layout(element("text", 'show = "quote"\ntop = "60%"', "quote"), 'bottom = "50%"')


@pytest.mark.parametrize(("text", "heard"), [("*Peace* now", True), ("a *free* press", True), ("2 * 3 * 4", False), ("Kolleg*innen und Schüler*innen", False), ("see *", False)])  # fmt: skip
def test_marks_in_details_are_printed_and_said(maker: Maker, text: str, heard: bool) -> None:
    assert looks_marked(text) is heard
    code, said = maker("Peace", "--set", f"quote={text}", of=QUOTE)
    assert (code, "are printed" in said) == (0, heard)


BODY = layout(element("body", 'top = "30%"'), 'bottom = "80%"')


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("*Peace* is *bread", "has no partner"),
        (("Bread and roses for all people. " * 20 + "\n\n") * 310, "needs more than 20 pages"),
        ("x" * 200_000, "more than 2,000"),
        ("# " * 5000, "more than 2,000"),
        ("\n\n".join(["a"] * 9000), "needs more than"),
    ],
)
def test_bodies(maker: Maker, body: str, part: str) -> None:
    expect(maker("Peace", "--set", f"body={body}", of=BODY), part)


ITEMS = layout(element("items", 'show = "demands"'), 'bottom = "80%"')


@pytest.mark.parametrize("demand", ["Bread", "Demand the right to bread and roses"])
def test_five_hundred_demands(maker: Maker, demand: str) -> None:
    text = "\n".join(f"{demand} {number}" for number in range(500))
    expect(maker("Peace", "--set", f"demands={text}", of=ITEMS), "500 items do not fit")


NUMBER = layout(element("text", 'show = "number"\ntop = "60%"', "number"), 'bottom = "50%"')


@pytest.mark.parametrize(("number", "heard"), [("NaN", True), ("many", True), ("1e999", False), ("-5", False), ("٣٠٠", False), ("三百万", False), ("½", False)])  # fmt: skip
def test_numbers(maker: Maker, number: str, heard: bool) -> None:
    code, said = maker("Peace", "--set", f"number={number}", of=NUMBER)
    assert (code, "has no digit" in said) == (0, heard)


@pytest.mark.parametrize(
    ("given", "part"),
    [("nope=1", "no slot “nope”"), ("nope", "gives no slot a text"), ("photo=x.png", "is not given there. It has a key, and an option, of its own: --photo"), ("weekday=Monday", "of its own: --date"), ("quote@klingon=x", "language"), ("=x", "no slot")],
)  # fmt: skip
def test_slots_that_there_are_not(maker: Maker, given: str, part: str) -> None:
    expect(maker("Peace", "--set", given, of=QUOTE), part)


@pytest.mark.parametrize(
    ("slogan", "text", "code", "part"),
    [
        ('into = "ellipse"', "Peace and bread " * 100, 2, "does not fit"),
        ('into = "triangle"', "A", 0, ""),
        ('fit = "stack"', "Peace and bread " * 120, 2, "does not fit"),
        ('arc = "top"', "Peace and bread " * 30, 2, "does not fit"),
        ("", "x" * 1900, 2, "does not fit"),
        ("", "x" * 3000, 2, "more than 2,000"),
        ("", "*Peace* now", 0, "does not show that “Peace” is emphasised"),
    ],
)
def test_texts(maker: Maker, slogan: str, text: str, code: int, part: str) -> None:
    expect(maker(text, of=layout(slogan=slogan)), *([part] if part else []), code=code)


def test_an_arc_for_arabic_is_straight_and_whole(maker: Maker) -> None:
    expect(maker("السلام الآن", of=layout(slogan='arc = "top"'), language="ar"), code=0)


VOICES = HEAD.replace("languages = 1", "languages = 6") + GROUND + element("voices", 'fills = ["ink"]')


def test_voices_of_one_language(maker: Maker) -> None:
    expect(maker(of=VOICES), code=0)


def test_voices_of_forty_languages(maker: Maker) -> None:
    maker.write(VOICES)
    languages = "en de fr es it pt ar ur fa hi bn ta te ml kn th ja zh-Hans ko ru uk pl tr sw am he vi id my km".split()
    chosen = [part for language in languages for part in ("--lang", language)]
    code, said = maker.run(
        ["make", "--slogan", "peace/peace-now", *chosen, "--path", ".", "--layout", "x", "-o", "x.pdf"]
    )
    assert code == 0, said


# Campaigns


CAMPAIGN = '[campaign]\nname = "x"\nlanguage = "en"\n{more}\n[[set]]\nname = "a"\nlayouts = ["big"]\nlanguages = ["en"]\nsizes = ["a6"]\nformats = ["svg"]\n{own}\n'


@pytest.mark.parametrize(
    ("more", "own", "part"),
    [
        ("", 'text = { en = "*Peace" }', "has no partner"),
        ("", 'text = { en = "x" }\npalettes = ["#12"]', "“#12” is not a colour"),
        ('brand = "../outside.toml"', 'text = { en = "x" }', "outside.toml"),
        ('brand = "."', 'text = { en = "x" }', "brand"),
        ('photo = "../../outside.png"', 'text = { en = "x" }', "photo"),
        ('[campaign.details]\nnope = "x"', 'text = { en = "x" }', "nope"),
        (
            'credit = "auto"',
            'text = { en = "x" }',
            "campaign.credit: unknown key “credit”. Write it in the table “details”",
        ),
        ("", 'text = { en = "x" }\nquote = "y"', "Write it in the table “details”, as details = { quote = … }"),
        (
            'photo = { file = "x.png", focu = "1%,2%" }',
            'text = { en = "x" }',
            "campaign.photo.focu: unknown key “focu”. Did you mean “focus”",
        ),
        (
            'photo = { file = "x.png", focus = "200%,2%" }',
            'text = { en = "x" }',
            "campaign.photo.focus: “200%,2%” is not a point of the picture",
        ),
        ("photo = 5", 'text = { en = "x" }', "5 is not a text"),
        ('logo = [{ fil = "x.png" }]', 'text = { en = "x" }', "Did you mean “file”"),
    ],
)
def test_campaigns(maker: Maker, more: str, own: str, part: str) -> None:
    (maker.folder / "c.toml").write_text(CAMPAIGN.format(more=more, own=own), encoding="utf-8")
    code, said = maker.run(["batch", "c.toml", "--out", "out"])
    assert code in (1, 2), said
    assert part in said


def test_marks_in_a_pack_must_pair(maker: Maker) -> None:
    pack = '[pack]\nname = "Own"\ndescription = "x"\nlanguage = "en"\nkind = "slogans"\n[[slogan]]\nid = "one"\ntext = "*Peace"\n'
    (maker.folder / "slogans").mkdir()
    (maker.folder / "slogans" / "own.toml").write_text(pack, encoding="utf-8")
    code, said = maker.run(["check", "slogans/own.toml"])
    assert code != 0
    assert "*word*" in said
