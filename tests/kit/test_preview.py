"""A preview shows the layout as it was saved last, in a page that asks no network, and nothing old beside a mistake."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from placards.cli.main import main
from placards.kit import preview as preview_module
from placards.kit import watching
from placards.kit.cells import Wanted, made
from placards.kit.new import new_layout
from placards.kit.outlines import COLORS, SHOWN
from placards.kit.page import sized
from placards.kit.preview import FEW, Asked, Preview
from placards.kit.samples import Sample, Samples
from placards.kit.serving import PageServer
from placards.kit.target import target
from placards.pipeline import Engine
from placards.render.formats import render

from ..cli.support import environment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_layout("mine", tmp_path)
    return tmp_path


def layout_file(folder: Path) -> Path:
    return folder / "layouts" / "mine" / "layout.toml"


def edit(folder: Path, old: str, new: str) -> None:
    text = layout_file(folder).read_text(encoding="utf-8")
    assert old in text
    layout_file(folder).write_text(text.replace(old, new, 1), encoding="utf-8")


# --- what is shown -------------------------------------------------------------------------------------------------


def test_the_page_is_whole_and_asks_nobody(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert main(["layout", "preview", "mine", "--lang", "en,ar"]) == 0
    assert capsys.readouterr().out == "mine-preview.html\n"
    page = (folder / "mine-preview.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["'](?!data:)|https?://|url\(|@import""", page)
    pictures = re.findall(r'<img src="data:image/png;base64,[^"]+" width="360" height="(\d+)" alt="([^"]+)">', page)
    assert len(pictures) == 4
    assert all(alt for _, alt in pictures)
    assert "Students for Peace" in pictures[0][1]


def test_a_look_by_itself(folder: Path) -> None:
    preview = Preview(target("mine", folder), Asked())
    look = preview.look(preview.engine.inputs.layout("mine"))
    assert look.languages == tuple((language,) for language in FEW)
    assert look.sizes == ("a3",)
    assert len(look.wanted) == 2 * len(FEW)


def test_several_languages_at_once() -> None:
    preview = Preview(target("two-languages", Path()), Asked(languages=(("ar",), ("ur", "hi"))))
    look = preview.look(preview.engine.inputs.layout("two-languages"))
    assert look.languages == (("ar", "en"), ("ur", "hi"))


@pytest.mark.parametrize("suffix", ["png", "webp", "jpg", "pdf", "svg"])
def test_as_a_picture(suffix: str, folder: Path) -> None:
    file = folder / f"look.{suffix}"
    assert (
        main(
            [
                "layout",
                "preview",
                str(layout_file(folder).parent),
                "--lang",
                "en",
                "--lang",
                "th",
                "--show",
                "slots,safe",
                "-o",
                str(file),
            ]
        )
        == 0
    )
    assert file.stat().st_size > 3000
    if suffix == "png":
        with Image.open(file) as image:
            assert image.width > 600


def test_the_same_look_is_the_same_bytes(folder: Path) -> None:
    for name in ("a.html", "b.html"):
        main(["layout", "preview", "mine", "--path", str(folder), "--lang", "hi", "-o", str(folder / name)])
    assert (folder / "a.html").read_bytes() == (folder / "b.html").read_bytes()


@pytest.mark.parametrize("what", SHOWN)
def test_outlines(what: str, folder: Path) -> None:
    found = target("mine", folder)
    samples, engine = Samples(found.inputs), Engine(inputs=found.inputs)
    layout = found.inputs.layout("mine")

    def pixels(show: tuple[str, ...]) -> set[tuple[int, ...]]:
        (scene,) = made(
            layout, Wanted(Sample(("ar",)), "story" if what == "safe" else "a3"), show, samples, engine
        ).scenes
        with Image.open(io.BytesIO(render([sized(scene, 1200)], ".png"))) as image:
            return {color for _, color in image.convert("RGB").getcolors(1 << 24) or ()}

    color = tuple(int(COLORS[what][at : at + 2], 16) for at in (1, 3, 5))
    assert color in pixels((what,))
    assert color not in pixels(())


def test_with_the_bleed_the_sheet_is_as_it_is_printed(folder: Path) -> None:
    found = target("mine", folder)
    samples, engine = Samples(found.inputs), Engine(inputs=found.inputs)
    layout = found.inputs.layout("mine")
    (plain,) = made(layout, Wanted(Sample(("en",)), "a3"), (), samples, engine).scenes
    (whole,) = made(layout, Wanted(Sample(("en",)), "a3"), ("bleed",), samples, engine).scenes
    assert plain.bleed > 0
    assert whole.trim.width == pytest.approx(plain.trim.width + 2 * plain.bleed)
    assert whole.trim.height == pytest.approx(plain.trim.height + 2 * plain.bleed)


# --- mistakes ------------------------------------------------------------------------------------------------------


def test_a_mistake_stands_in_place_of_the_pictures(folder: Path) -> None:
    preview = Preview(target("mine", folder), Asked(languages=(("en",),)))
    list(preview.refresh())
    assert b"<img" in preview.page()
    edit(folder, 'show = "slogan"', 'shwo = "slogan"')
    parts = list(preview.refresh())
    page = preview.page().decode()
    assert "<img" not in page
    line = layout_file(folder).read_text(encoding="utf-8").split("shwo")[0].count("\n") + 1
    assert f"layout.toml:{line}:1: element" in page
    assert "Did you mean “show”?" in page
    assert [set(part) for part in parts] == [{"problems", "main"}]
    edit(folder, 'shwo = "slogan"', 'show = "slogan"')
    list(preview.refresh())
    assert b"<img" in preview.page()
    assert b'class="error"' not in preview.page()


@pytest.mark.parametrize("step", ["made", "found_at_once"])
def test_a_file_that_is_half_saved_ends_nothing(step: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = Preview(target("mine", folder), Asked(languages=(("en",),)))
    whole, usual = layout_file(folder).read_text(encoding="utf-8"), getattr(preview_module, step)

    def while_it_is_saved(*given: Any) -> Any:
        layout_file(folder).write_text("", encoding="utf-8")
        preview.engine.inputs.layout("mine")  # as any step may
        return usual(*given)

    with monkeypatch.context() as patch:
        patch.setattr(preview_module, step, while_it_is_saved)
        parts = list(preview.refresh())
    assert set(parts[-1]) == {"problems", "main"}
    assert "missing" in preview.parts["problems"]
    layout_file(folder).write_text(whole, encoding="utf-8")
    list(preview.refresh())
    assert b"<img" in preview.page()
    assert preview.parts["problems"] == ""


def test_what_does_not_fit_is_said_beside_the_others(folder: Path) -> None:
    edit(folder, 'min_size = "3vmin"', 'min_size = "39vmin"')
    preview = Preview(target("mine", folder), Asked(languages=(("en",),)))
    list(preview.refresh())
    page = preview.page().decode()
    assert page.count("<img") == 1
    assert "does not fit" in page


def test_what_a_check_finds_is_said(folder: Path) -> None:
    edit(folder, 'fill = "ink"', 'fill = "paper"')
    preview = Preview(target("mine", folder), Asked(languages=(("en",),)))
    list(preview.refresh())
    assert "“paper” on “paper”" in preview.parts["problems"]


def test_a_text_cannot_become_a_part_of_the_page(folder: Path) -> None:
    edit(folder, 'summary = "A slogan above a coloured field"', 'summary = "<script>alert(1)</script>"')
    preview = Preview(target("mine", folder), Asked(languages=(("en",),)))
    list(preview.refresh())
    assert b"<script>" not in preview.page()


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nowhere"], "no layout “nowhere”"),
        (["./nowhere"], "no layout.toml"),
        (["mine", "--lang", "klingon"], "klingon"),
        (["mine", "--size", "a33"], "“a3”"),
        (["mine", "--slogan", "peace/pease-now"], "peace-now"),
        (["mine", "--show", "slot"], "slots"),
        (["mine", "-o", "x.docx"], ".html"),
    ],
)
def test_what_cannot_be_shown(
    arguments: list[str], part: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert main(["layout", "preview", *arguments]) == 2
    assert part in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["layouts"]


# --- watching ------------------------------------------------------------------------------------------------------


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    """Ends whoever listens: at the latest after a minute, so that what is not heard fails and does not wait."""
    event = threading.Event()
    late = threading.Timer(60, event.set)
    late.start()
    yield event
    late.cancel()
    event.set()


@pytest.mark.parametrize("listens", [True, False])
def test_what_is_saved_is_heard(
    listens: bool, folder: Path, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "can_listen", lambda: listens)
    found = target("mine", folder)
    heard = watching.changes(found.state, found.paths, stop)
    threading.Timer(0.3, edit, (folder, "6vmin", "7vmin")).start()
    next(heard)
    threading.Timer(0.3, layout_file(folder).unlink).start()
    next(heard)
    stop.set()
    assert list(heard) == []


def test_a_folder_that_was_replaced_is_heard(folder: Path, stop: threading.Event) -> None:
    found = target("mine", folder)
    heard = watching.changes(found.state, found.paths, stop)
    away = folder / "away"
    threading.Timer(0.3, lambda: layout_file(folder).parent.rename(away)).start()
    next(heard)
    threading.Timer(0.3, lambda: away.rename(layout_file(folder).parent)).start()
    next(heard)


# --- the server ----------------------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[PageServer]:
    found = PageServer(lambda: b"the page", lambda: {"main": "early"})
    yield found
    found.close()


def status(address: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_only_the_page_is_served(server: PageServer) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    assert status(server.address) == 200
    for path in ("layouts", "..%2f", "index.html", "?x", "events/"):
        assert status(server.address + path) == 404
    assert status(server.address, Host="evil.example") == 403
    assert (
        status(
            server.address, Host=server.address.removeprefix("http://").rstrip("/").replace("127.0.0.1", "localhost")
        )
        == 200
    )


def test_parts_are_sent(server: PageServer) -> None:
    with urllib.request.urlopen(server.address + "events", timeout=10) as events:
        assert json.loads(events.readline()[5:]) == {"id": "main", "html": "early"}
        server.send({"c0": "ein Bild\nзеро"})
        lines = [events.readline() for _ in range(2)]
    assert json.loads(lines[1][5:]) == {"id": "c0", "html": "ein Bild\nзеро"}


@pytest.fixture
def started(folder: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """``placards layout preview mine --watch`` with further arguments; killed after two minutes, so that whoever reads
    from it reads an end."""
    command = [sys.executable, "-m", "placards", "layout", "preview", "mine", "--watch", "--lang", "en", *request.param]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    late = threading.Timer(120, process.kill)
    late.start()
    yield process
    late.cancel()
    process.kill()
    process.communicate()


@pytest.mark.skipif(os.name == "nt", reason="an interruption is another there")
@pytest.mark.parametrize("started", [["--slogan", "peace/peace-now"]], indirect=True)
def test_a_saved_file_comes_to_the_browser(started: subprocess.Popen[str], folder: Path) -> None:
    assert started.stdout is not None
    address = started.stdout.readline().strip()
    with urllib.request.urlopen(address + "events", timeout=60) as events:
        seen = {""}

        def until(found: Callable[[dict[str, Any]], bool]) -> None:
            # A beat now and then is all that comes from one who says nothing: it ends with the process.
            for line in events:
                if line.startswith(b"data:") and found(json.loads(line[5:])):
                    return
            pytest.fail("nothing came")

        def a_new_picture(told: dict[str, Any]) -> bool:
            # What was made before anybody listened may come twice: in the page and by itself.
            picture = re.search('data:image[^"]+', told["html"])
            before = len(seen)
            seen.add(picture[0] if picture else "")
            return len(seen) > before

        until(a_new_picture)
        for step in range(3):
            edit(folder, f'"{6 + step}vmin"', f'"{7 + step}vmin"')
            until(a_new_picture)
        edit(folder, 'type = "text"', 'type = "txet"')
        until(lambda told: told["id"] == "problems" and "“text”" in told["html"])
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=20)
    assert started.returncode == 130
    assert errors.endswith("placards: interrupted\n")
    assert "Traceback" not in errors


@pytest.mark.skipif(os.name == "nt", reason="an interruption is another there")
@pytest.mark.parametrize("started", [["-o", "look.html"]], indirect=True)
def test_a_file_is_written_anew(started: subprocess.Popen[str], folder: Path) -> None:
    assert started.stdout is not None
    assert started.stdout.readline() == "look.html\n"
    first = (folder / "look.html").read_bytes()
    assert b'http-equiv="refresh"' in first
    edit(folder, "6vmin", "9vmin")
    assert started.stdout.readline() == "look.html\n"
    assert (folder / "look.html").read_bytes() != first
    started.send_signal(signal.SIGINT)
    started.communicate(timeout=20)
    assert started.returncode == 130
    assert sorted(path.name for path in folder.iterdir()) == ["layouts", "look.html"]
