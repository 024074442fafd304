"""The slogans of every language come back from artefacts, in four independent readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.job import Job
from placards.layout.content import Content, Entry, SlotText
from placards.messages.library import MessageLibrary
from placards.messages.trust.status import Status
from placards.pipeline import text_blocks
from tests.jobs import job_for, layouts, make, scenes
from tests.tools.readback import READERS, fold

#: Parts of the artefacts from which a reader must return the message.
REQUIRED = {"pdfium": 0.97, "poppler": 0.97, "mupdf": 0.90, "pdfjs": 0.90}

SLOGANS = (
    "solidarity/food-water-medicine",
    "peace/no-more-war",
    "peace/books-not-bombs",
    "rights/no-justice-no-peace",
    "rights/born-equal",
    "work/equal-pay",
)

#: Written without spaces: there, a line break comes back as a space or as nothing.
UNSPACED = ("ja", "zh", "th", "lo", "km", "my")


def same(found: str, wanted: str, language: str) -> bool:
    found, wanted = fold(found), fold(wanted.replace("\u200b", ""))
    if language.split("-")[0] in UNSPACED:
        return found.replace(" ", "").replace("\u200b", "") == wanted.replace(" ", "")
    return found == wanted


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, str, str]]:
    """A file, its language and its message, for every language and slogan that is firm."""
    folder = tmp_path_factory.mktemp("artefacts")
    library = MessageLibrary.with_shipped()
    out = []
    for summary in library.languages():
        for slogan in SLOGANS:
            message = library.message(slogan, summary.language)
            if message.status in (Status.MISSING, Status.FUZZY):
                continue
            content = Content((message.language,), (Entry(slogan, (SlotText(message.text, message.language),)),))
            job = Job("x.pdf", "big", "a3", content)
            path = folder / f"{message.language}-{slogan.replace('/', '-')}.pdf"
            path.write_bytes(make(job).data)
            out.append((path, message.language, message.text))
    return out


@pytest.mark.parametrize("reader", READERS)
def test_messages_come_back(reader: str, artefacts: list[tuple[Path, str, str]]) -> None:
    found = READERS[reader]([path for path, _, _ in artefacts])
    failed = [
        f"{path.name}: {fold(text)!r} instead of {fold(message)!r}"
        for (path, language, message), text in zip(artefacts, found, strict=True)
        if not same(text, message, language)
    ]
    rate = 1 - len(failed) / len(artefacts)
    print(f"{reader}: {rate:.1%} of {len(artefacts)}")
    assert len({language for _, language, _ in artefacts}) >= 30
    assert rate >= REQUIRED[reader], "\n".join(failed)


@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
@pytest.mark.parametrize("language", ["ar", "ur", "fa"])
def test_chants_come_back_from_a_sheet_of_two_directions(reader: str, language: str, tmp_path: Path) -> None:
    """Original, transliteration and English of call and response: far more Latin letters than others on the page."""
    names = [slogan.full_name for slogan in MessageLibrary.with_shipped().slogans(pack="chants")]
    job = job_for(layouts().layout("chant-sheet"), (language, "en"), [SLOGANS[0], *names], "a3")
    path = tmp_path / "x.pdf"
    path.write_bytes(make(job).data)
    (text,) = READERS[reader]([path])
    # Columns stand beside each other, and readers go from line to line across them: what is set as a line is whole.
    blocks = [block for scene in scenes(job) for block in text_blocks(scene.items)]
    lines = [line.text for block in blocks if block.role in ("slogan", "translation", "say") for line in block.lines]
    assert len(lines) > 40
    lost = [line for line in lines if fold(line) not in fold(text)]
    assert len(lost) <= len(lines) * 0.03, lost
