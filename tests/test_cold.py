"""What a process imports that only makes one placard, and what the user's cache may change: the time, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from placards.files.cache import program

ROOT = Path(__file__).parents[1]

#: What none of the commands below needs, once the cache is warm.
HEAVY = ("PIL.ExifTags", "pydantic", "pydantic_core", "babel", "fontTools", "rich", "platformdirs", "tomllib", "email", "importlib.metadata", "difflib", "zipfile", "icu4py.messageformat", "segno", "json")  # fmt: skip

LAYOUT = """name = "Mine"
[palettes.day]
paper = "#ffffff"
ink = "{ink}"
[[element]]
id = "ground"
type = "shape"
fill = "paper"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
[[variant]]
when = "aspect > 1"
change.slogan.case = "upper"
"""


def environment(cache: Path | str) -> dict[str, str]:
    """Without what makes a process measure its own coverage, which imports much."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return {**kept, "PLACARDS_CACHE": str(cache), "PYTHONPATH": str(ROOT)}


def placards(cache: Path | str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "placards", *arguments]
    return subprocess.run(command, env=environment(cache), capture_output=True, text=True, check=False)


def imported(cache: Path | str, *arguments: str) -> set[str]:
    """The modules of a process after the command, which must go well."""
    code = (
        "import sys; from placards.__main__ import run; code = run(); "
        "print('\\n'.join(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment(cache), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("warm")


def test_help_imports_nothing() -> None:
    modules = imported("off", "--help")
    libraries = ("uharfbuzz", "icu4py", "bidi", "deflate", "reportlab", "PIL", *HEAVY)
    assert not modules.intersection(libraries)
    own = {name for name in modules if name.startswith("placards.") and not name.startswith("placards.problems")}
    assert own <= {"placards.__main__", "placards.cli", "placards.cli.main", "placards.frozen", "placards.patterns"}


def test_a_list_of_languages_needs_no_text_engine_and_no_catalog(warm: Path) -> None:
    imported(warm, "list", "languages")
    modules = imported(warm, "list", "languages")
    assert not modules.intersection(("uharfbuzz", "icu4py", "bidi", "deflate", "reportlab", "PIL", *HEAVY))
    assert not {name for name in modules if name.startswith(("placards.messages.po", "placards.messages.pack"))}


@pytest.mark.parametrize(
    "wanted",
    [["Peace now", "--lang", "en"], ["--slogan", "peace/ceasefire-now", "--lang", "ur"]],
    ids=["text", "slogan"],
)
def test_a_placard_needs_nothing_that_checks_what_was_checked_before(
    wanted: list[str], warm: Path, tmp_path: Path
) -> None:
    arguments = ("make", *wanted, "-o", str(tmp_path / "placard.pdf"))
    imported(warm, *arguments)
    modules = imported(warm, *arguments)
    assert not modules.intersection(HEAVY)
    unneeded = ("layout.chants", "layout.wall", "layout.watermark", "layout.qr", "locale.dates", "plan.links",
                "render.pdf_pictures", "render.raster", "text.font_files", "messages.po.entries", "template.reading")  # fmt: skip
    assert not modules.intersection(f"placards.{name}" for name in unneeded)
    if "--slogan" not in wanted:
        assert not {name for name in modules if name.startswith(("placards.messages.library", "placards.messages.po"))}


def test_pillow_is_there_for_reportlab_and_everybody_as_soon_as_it_is_used() -> None:
    code = """
import io, sys
import placards.render.reportlab_file
assert "PIL.ExifTags" not in sys.modules
from PIL import Image
data = io.BytesIO()
Image.new("RGB", (3, 2), "red").save(data, "PNG")
from reportlab.lib.utils import ImageReader
assert ImageReader(data).getSize() == (3, 2)
import PIL.Image
assert PIL.Image is Image is sys.modules["PIL.Image"]
assert isinstance(PIL.Image.open(data), Image.Image)
"""
    subprocess.run([sys.executable, "-c", code], env=environment("off"), check=True)


@pytest.mark.parametrize("lang", ["en", "ur"])
def test_with_and_without_a_cache_the_bytes_are_the_same(lang: str, tmp_path: Path) -> None:
    made = {}
    for name, cache in (("off", "off"), ("first", tmp_path / "cache"), ("second", tmp_path / "cache")):
        out = tmp_path / f"{name}.pdf"
        done = placards(cache, "make", "--slogan", "peace/ceasefire-now", "--lang", lang, "-o", str(out))
        assert done.returncode == 0, done.stderr
        made[name] = (out.read_bytes(), done.stderr)
    assert made["off"] == made["first"] == made["second"]


@pytest.mark.parametrize("damage", [b"", b"placards cache 1\n", b"\0" * 500, None])
def test_a_damaged_cache_is_made_anew(damage: bytes | None, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    layouts = lay_out(tmp_path / "own")
    first = make(cache, layouts, tmp_path)
    values = [path for path in cache.rglob("*") if path.is_file()]
    assert any(path.parent.name == "layouts" for path in values)
    for path in values:
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert make(cache, layouts, tmp_path) == first
    assert make(cache, layouts, tmp_path) == first


def lay_out(folder: Path, ink: str = "#101010", more: str = "") -> Path:
    file = folder / "layouts" / "mine" / "layout.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(LAYOUT.format(ink=ink) + more, encoding="utf-8")
    return folder


def make(cache: Path | str, layouts: Path, out: Path, size: str = "a5") -> bytes:
    file = out / "made.svg"
    file.unlink(missing_ok=True)
    done = placards(cache, "make", "Peace", "--layout", "mine", "--size", size, "--path", str(layouts), "-o", str(file))
    assert done.returncode == 0, done.stderr
    return file.read_bytes()


def test_an_edited_layout_is_another_layout_in_the_next_process(tmp_path: Path) -> None:
    cache, layouts = tmp_path / "cache", lay_out(tmp_path / "own")
    first = make(cache, layouts, tmp_path)
    assert b"#101010" in first
    lay_out(layouts, ink="#202020")  # as long as before
    assert b"#202020" in make(cache, layouts, tmp_path)
    lay_out(layouts)
    assert make(cache, layouts, tmp_path) == first
    landscape = make(cache, layouts, tmp_path, "a5-landscape")
    assert landscape == make("off", layouts, tmp_path, "a5-landscape"), "variants are remembered too"


def test_a_mistake_is_told_every_time(tmp_path: Path) -> None:
    cache, layouts = tmp_path / "cache", lay_out(tmp_path / "own", more="change.slogan.fill = 'inc'\n")
    told = [
        placards(cache, "make", "Peace", "--layout", "mine", "--path", str(layouts), "-o", str(tmp_path / "x.pdf"))
        for _ in range(2)
    ]
    assert [done.returncode for done in told] == [2, 2]
    assert told[0].stderr == told[1].stderr
    assert "layout.toml:17:1: variant[0].change.slogan.fill: the colour “inc”" in told[0].stderr


def test_a_picture_that_went_away_is_missed(tmp_path: Path) -> None:
    from tests.compose.support import png

    layouts = lay_out(tmp_path / "own")
    picture = '[[element]]\nid = "logo"\ntype = "image"\nfile = "logo.png"\nwidth = "20%"\nheight = "20%"\n'
    lay_out(layouts, more="")
    file = layouts / "layouts" / "mine" / "layout.toml"
    file.write_text(LAYOUT.format(ink="#101010").replace("[[variant]]", picture + "[[variant]]"), encoding="utf-8")
    (file.parent / "logo.png").write_bytes(png(600, 600))
    make(tmp_path / "cache", layouts, tmp_path)
    (file.parent / "logo.png").unlink()
    done = placards(
        tmp_path / "cache", "make", "Peace", "--layout", "mine", "--path", str(layouts), "-o", str(tmp_path / "x.pdf")
    )
    assert done.returncode == 2
    assert "layout.toml:17:1: element[2].file:" in done.stderr, "as if nothing were remembered"


def test_processes_at_once(tmp_path: Path) -> None:
    cache, layouts = tmp_path / "cache", lay_out(tmp_path / "own")
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "placards", "make", "Peace", "--layout", "mine", "--size", "a5",
             "--path", str(layouts), "-o", str(tmp_path / f"{number}.svg")],
            env=environment(cache),
        )
        for number in range(4)
    ]  # fmt: skip
    assert [process.wait(timeout=300) for process in started] == [0] * 4
    assert len({(tmp_path / f"{number}.svg").read_bytes() for number in range(4)}) == 1
    assert make(cache, layouts, tmp_path) == (tmp_path / "0.svg").read_bytes()


def test_an_edited_program_has_a_cache_of_its_own(tmp_path: Path) -> None:
    """A developer edits an element, and the version stays: what was remembered before must not come back."""
    copy = tmp_path / "placards"
    for path in (ROOT / "placards").rglob("*.py"):
        target = copy / path.relative_to(ROOT / "placards")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())

    def name() -> str:
        code = "from placards.files.cache import program; print(program())"
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout.strip()

    before = name()
    assert before != program(), "another place"
    assert before == name()
    shape = copy / "elements" / "shape.py"
    shape.write_bytes(shape.read_bytes() + b"\n")
    assert name() != before
