"""docs/reference/ says what the code says."""

from __future__ import annotations

import re

import pytest

import placards
from placards.problems.sentences import sentences
from tools.reference import FOLDER, pages

PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_code_gives(name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / name
    if request.config.getoption("--update-expected"):
        path.write_text(PAGES[name], encoding="utf-8")
    assert path.read_text(encoding="utf-8") == PAGES[name], "refresh it with: make reference"


def test_no_page_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PAGES)


def test_every_public_name_and_every_code_is_there() -> None:
    headings = set(re.findall(r"^### `(\w+)`$", PAGES["api.md"], re.MULTILINE))
    assert headings == set(placards.__all__) - {"__version__"}
    assert all(f"| `{code}` |" in PAGES["diagnostics.md"] for code in sentences())


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGES[name]):
        assert (FOLDER / target).exists(), target


def test_tables_are_tables() -> None:
    for name, text in PAGES.items():
        for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            columns = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
            assert len(columns) == 1, f"{name}: {block[:200]}"
