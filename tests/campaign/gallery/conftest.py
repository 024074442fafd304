"""The gallery in Debian's Chromium, driven by Playwright, from a folder and without a server."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from placards.render.png import INDEXED, png_file

from .records import Record, campaign, html

#: Of a phone, a tablet and a desk.
SIZES = {360: 740, 768: 1024, 1440: 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "there is no Chromium: “make test” installs it, or apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


def folder_of(folder: Path, records: list[Record], **options: Any) -> Path:
    """A gallery with its thumbnails; the artefacts themselves are not needed."""
    for one in records:
        small = one["thumbnail"]
        path = folder / small["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        width, height = small["width"], small["height"]
        path.write_bytes(png_file(bytes(width + 1) * height, (width, height), INDEXED, 1, palette=b"\xd8\x1e\x05"))
    (folder / "index.html").write_text(html(records, **options), encoding="utf-8")
    return folder / "index.html"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The campaign's gallery in a language from left to right, and in one from right to left."""
    return {
        "en": folder_of(tmp_path_factory.mktemp("a folder, #1 with 100%"), campaign()),
        "ur": folder_of(tmp_path_factory.mktemp("ur"), campaign(), name="پانی مارچ", language="ur"),
    }


class Shown:
    """A page that is open, and what happened on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: Path, fragment: str = "") -> Shown:
        self.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        return self

    @property
    def files(self) -> list[str]:
        """The files that can be taken, as they stand once the page has done what it was about to do."""
        self.page.evaluate("new Promise((done) => setTimeout(done, 0))")
        return self.page.eval_on_selector_all(  # type: ignore[no-any-return]
            "#wall .take:not(.beside) .printed bdi", "all => all.map((one) => one.textContent)"
        )

    @property
    def fragment(self) -> str:
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1))"))

    @property
    def focused(self) -> str:
        """What has the focus: its id, or its card's file."""
        return str(
            self.page.evaluate(
                "document.activeElement.id || document.activeElement.closest('.card')?.querySelector('.printed bdi').textContent"
                " || document.activeElement.getAttribute('aria-label') || document.activeElement.value"
            )
        )


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Shown]]:
    contexts = []

    def shown(width: int = 1440, *, dark: bool = False, **options: Any) -> Shown:
        context = browser.new_context(
            viewport={"width": width, "height": SIZES[width]}, color_scheme="dark" if dark else "light",
            reduced_motion="reduce", **options,
        )  # fmt: skip
        contexts.append(context)
        return Shown(context.new_page())

    yield shown
    for context in contexts:
        context.close()
