"""A sheet goes to a reader and comes back: what the pages show, what the web page holds, and what answers do."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from placards.cli.main import main
from placards.compose.proof.cover import Cover
from placards.compose.proof.sheet import sheet_scenes
from placards.compose.proof.thumbnail import THUMBNAIL
from placards.layout.falls import falls, good_lines
from placards.messages.desk.readers import Sheet, proof_sheet
from placards.messages.desk.workspace import open_workspace
from placards.messages.po.document import read_document
from placards.pipeline import text_blocks
from placards.scene.bounds import shown
from placards.scene.check import check_scene
from placards.scene.items import Group, Scene
from placards.values.geometry import Rect

from ..messages.support import entry, write, write_pack, write_po
from .support import assert_plain

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ur", "th", "fr")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of two packs and their catalogs."""
    folder = tmp_path_factory.mktemp("templates")
    (folder / "slogans").mkdir()
    for pack in ("peace", "chants"):
        shutil.copy(ROOT / "templates" / "slogans" / f"{pack}.toml", folder / "slogans")
        for language in (*LANGUAGES, "ur_Latn", "th_Latn"):
            there = folder / "locale" / language / "LC_MESSAGES"
            there.mkdir(parents=True, exist_ok=True)
            file = ROOT / "templates" / "locale" / language / "LC_MESSAGES" / f"{pack}.po"
            if file.exists():
                shutil.copy(file, there)
    return folder


@pytest.fixture
def folder(shipped: Path, tmp_path: Path) -> Path:
    """The copy, to write into."""
    return Path(shutil.copytree(shipped, tmp_path / "templates"))


def sheet_of(folder: Path, language: str, *targets: str, settled: bool = False) -> Sheet:
    return proof_sheet(open_workspace(folder), language, targets, good_lines, settled=settled)


def pages(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def solid(text: str) -> str:
    return re.sub(r"\s+", "", text)


# The pages.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_on_the_sheet_with_its_source_and_number(shipped: Path, tmp_path: Path, language: str) -> None:
    output = tmp_path / "sheet.pdf"
    assert main(["catalog", "sheet", language, "peace", "--path", str(shipped), "-o", str(output)]) == 0
    sheet = sheet_of(shipped, language, "peace")
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(output), "-"], capture_output=True, check=True
    ).stdout.decode()
    by_pdfium = pages(output)
    assert len(sheet.questions) > 10
    for question in sheet.questions:
        source = solid(question.slogan.text)
        assert source in solid(told)
        (page,) = [text for text in by_pdfium if solid(question.name) in solid(text)]
        assert source in solid(page), "a message is not parted by a page's end"
        assert "right as it is" in page
    if language == "fr":
        assert "Cessez-le-feu / immédiat" in " ".join(told.split())
        assert "French" in by_pdfium[0]
        assert "français" in by_pdfium[0]
    count = len(by_pdfium)
    for number, text in enumerate(by_pdfium, 1):
        assert f"Page {number} of {count}" in text


def test_a_reader_sees_what_helps_to_judge(shipped: Path, tmp_path: Path) -> None:
    output = tmp_path / "sheet.pdf"
    assert main(["catalog", "sheet", "th", "--path", str(shipped), "-o", str(output)]) == 0
    whole = " ".join(" ".join(pages(output)).split())
    assert "Spend on schools, not on weapons." in whole, "the note"
    assert "Say: Yoot ying dee-ao nee" in whole, "how it sounds"
    assert "draft: its author was not sure" in whole, "the status"
    assert "Call and response" in whole


def test_the_pictures_have_the_lines_that_placards_have(shipped: Path) -> None:
    sheet = sheet_of(shipped, "ur", "peace")
    scenes = sheet_scenes(sheet, Cover(), lambda problem: pytest.fail(str(problem)))
    drawn: dict[str, list[tuple[str, ...]]] = {}
    for scene in scenes:
        for block in text_blocks(scene.items):
            if block.role == THUMBNAIL:
                lines = tuple(line.text.strip(" \u200b") for line in block.lines)
                drawn.setdefault(block.slot, []).append(lines)
    assert len(drawn) == len(sheet.questions)
    for question in sheet.questions:
        ways = {shape: way.lines for way in falls(question.message.text, "ur") for shape in way.shapes}
        assert drawn[question.name] == [ways["portrait"], ways["wide"]]


def everything(scene: Scene) -> list[Rect]:
    """The boxes of all that a page shows, groups of the page one by one."""
    return [box for item in scene.items if (box := shown(item)) is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_clean_and_nothing_stands_on_anything_else(shipped: Path, language: str) -> None:
    sheet = sheet_of(shipped, language)
    scenes = sheet_scenes(sheet, Cover(), lambda problem: pytest.fail(str(problem)))
    for scene in scenes:
        assert check_scene(scene) == []
        trim = Rect(0, 0, *scene.trim).inset(20, 20, 20, 20)
        assert all(trim.contains(box) for box in everything(scene))
    for scene in scenes[1:]:
        blocks = [shown(item) for item in scene.items if isinstance(item, Group)]
        assert blocks
        for upper, lower in pairwise(blocks):
            assert upper is not None
            assert lower is not None
            assert upper.bottom < lower.y
        header = [shown(item) for item in scene.items if not isinstance(item, Group)]
        for box in header:
            assert box is not None
            assert all(block is not None and (block.intersection(box) is None) for block in blocks)


def test_texts_of_a_block_do_not_touch(shipped: Path) -> None:
    sheet = sheet_of(shipped, "ur")
    for scene in sheet_scenes(sheet, Cover(), print)[1:]:
        for group in (item for item in scene.items if isinstance(item, Group)):
            inks = [
                line.ink
                for block in text_blocks([i for i in group.items if not isinstance(i, Group)])
                for line in block.lines
            ]
            for number, ink in enumerate(inks):
                for other in inks[number + 1 :]:
                    assert ink.intersection(other) is None


def test_the_same_sheet_has_the_same_bytes(shipped: Path, tmp_path: Path) -> None:
    made = []
    for number in range(2):
        outputs = [tmp_path / f"{number}{suffix}" for suffix in (".pdf", ".html")]
        command = ["catalog", "sheet", "th", "peace", "--path", str(shipped)]
        assert main([*command, *(word for output in outputs for word in ("-o", str(output)))]) == 0
        made.append([output.read_bytes() for output in outputs])
    assert made[0] == made[1]
    today = datetime.date.today()
    for data in made[0]:
        assert today.isoformat().encode() not in data


def test_an_address_is_printed_with_a_code_and_only_if_it_is_given(shipped: Path, tmp_path: Path) -> None:
    command = ["catalog", "sheet", "fr", "peace/peace-now", "--path", str(shipped), "--date", "2026-11-20"]
    output = tmp_path / "sheet.pdf"
    assert main([*command, "-o", str(output)]) == 0
    plain = pages(output)[0]
    assert "2026-11-20" in plain
    assert "Send" not in plain
    assert main([*command, "-o", str(output), "--answers-to", "readers@example.org"]) == 0
    assert "readers@example.org" in pages(output)[0]
    sheet = sheet_of(shipped, "fr", "peace/peace-now")
    with_code = sheet_scenes(sheet, Cover("", "readers@example.org", "mailto:readers@example.org"), print)[0]
    assert len(with_code.items) == len(sheet_scenes(sheet, Cover(), print)[0].items) + 3  # the code, two texts


@pytest.mark.parametrize(
    "address", ["readers", "http://example.org", "javascript:alert(1)", "a@b", "https://", "a b@c.de", "<x>@c.de"]
)
def test_what_is_no_address_is_refused(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    output = tmp_path / "s.pdf"
    assert main(["catalog", "sheet", "fr", "--path", str(shipped), "-o", str(output), "--answers-to", address]) == 2
    assert_plain(capsys.readouterr().err, "is no address for answers")
    assert not output.exists()


def test_what_cannot_be_written_or_shown_is_said(
    shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["catalog", "sheet", "--path", str(shipped), "-o"]
    for more, said in (
        ([str(tmp_path / "s.docx"), "fr"], ".pdf"),
        ([str(tmp_path / "s.pdf"), "de"], "waits for a reader"),
        ([str(tmp_path / "s.pdf"), "fr", "peace/peace-nov"], "no slogan “peace-nov”"),
        ([str(tmp_path / "s.pdf"), "fr", "--date", "soon"], "is no date"),
    ):
        assert main([*command, *more]) == 2
        assert_plain(capsys.readouterr().err, said)
    assert list(tmp_path.iterdir()) == []


def test_a_message_that_cannot_be_set_is_named_and_the_others_are_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(tmp_path)
    write_po(
        tmp_path,
        "de",
        entry("ceasefire-now", "Ceasefire now", "Frieden\ufdd0"),
        entry("talk-not-war", "Talk, don’t fight", "Reden"),
    )
    for suffix in (".pdf", ".html"):
        output = tmp_path / f"s{suffix}"
        assert main(["catalog", "sheet", "de", "--path", str(tmp_path), "-o", str(output)]) == 1
        assert_plain(capsys.readouterr().err, "peace/ceasefire-now (de)", "U+FDD0")
    assert "Talk, don’t fight" in pages(tmp_path / "s.pdf")[1]


def test_what_somebody_stands_for_comes_with_all_and_what_is_out_of_date_never(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["catalog", "approve", "fr", "peace/peace-now", "--by", "Aimée", "--path", str(folder)]) == 0
    pack = folder / "slogans" / "peace.toml"
    write(pack, pack.read_text("utf-8").replace('"Stop the war"', '"Stop this war"'))
    open_ones = {question.name for question in sheet_of(folder, "fr", "peace").questions}
    settled = {question.name for question in sheet_of(folder, "fr", "peace", settled=True).questions}
    assert settled - open_ones == {"peace/peace-now"}
    assert "peace/stop-the-war" not in settled
    assert main(["catalog", "sheet", "fr", "peace", "--path", str(folder), "-o", str(tmp_path / "s.pdf")]) == 0
    assert "1 left out" in capsys.readouterr().out


def test_a_sheet_warns_of_what_a_message_may_bring(tmp_path: Path) -> None:
    pack = """[pack]
name = "Voices"
language = "en"

[[slogan]]
id = "ours"
original = "Haki yetu!"
language = "sw"
meaning = "Our right!"
source = "Protests in Kenya"

[[slogan.caution]]
language = "de"
place = ["KE", "UG"]
text = "people were arrested for these words"
source = "Amnesty"
date = "2024-05"
"""
    write_pack(tmp_path, pack, "voices")
    comment = "# Caution (RU; OVD-Info; 2023): fined"
    write_po(tmp_path, "de", entry("ours", "Our right!", "Unser Recht!", comment), pack="voices")
    outputs = [tmp_path / "s.pdf", tmp_path / "s.html"]
    assert main(["catalog", "sheet", "de", "--path", str(tmp_path), *(w for o in outputs for w in ("-o", str(o)))]) == 0
    for text in (" ".join(pages(outputs[0])[1].split()), outputs[1].read_text("utf-8")):
        assert "Our right!" in text
        assert "Haki yetu!" in text
        assert "From: Protests in Kenya" in text
        assert "Kenya, Uganda: people were arrested for these words (Amnesty, 2024-05)." in text
        assert "Russia: fined (OVD-Info, 2023)." in text


# The web page.


class Page(HTMLParser):
    """What of an HTML page a test asks about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []  # that labels, references and uses point at
        self.addresses: list[str] = []
        self.fields: dict[str, tuple[dict[str, str | None], str]] = {}
        self.radios: dict[str, list[str]] = {}
        self._field = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        self.targets += [
            str(known[key]).lstrip("#") for key in ("for", "aria-labelledby", "aria-describedby") if key in known
        ]
        for key in ("href", "src", "action", "xlink:href"):
            if key in known:
                value = str(known[key])
                (self.targets if value.startswith("#") else self.addresses).append(value.lstrip("#"))
        if tag == "textarea":
            self._field = str(known["id"])
            self.fields[self._field] = (known, "")
        if tag == "input" and known.get("type") == "radio":
            self.radios.setdefault(str(known["name"]), []).append(str(known["value"]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._field = ""

    def handle_data(self, data: str) -> None:
        if self._field:
            known, text = self.fields[self._field]
            self.fields[self._field] = (known, text + data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_a_form_for_every_message_and_asks_nobody(shipped: Path, tmp_path: Path, language: str) -> None:
    output = tmp_path / "sheet.html"
    command = ["catalog", "sheet", language, "--path", str(shipped), "-o", str(output), "--answers-to", "r@example.org"]
    assert main(command) == 0
    html = output.read_text(encoding="utf-8")
    page = Page(html)
    assert page.open == ["html"] or page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) <= set(page.ids)
    assert page.addresses == ["mailto:r@example.org"]
    assert not re.search(r"url\(|@import|\bfetch\(|XMLHttpRequest|WebSocket", html)
    assert "default-src 'none'" in html
    sheet = sheet_of(shipped, language)
    assert len(page.radios) == len(sheet.questions)
    for question in sheet.questions:
        assert page.radios[f"answer-{question.number}"] == ["right", "corrected", "unsure"]
        attributes, text = page.fields[f"t{question.number}"]
        assert text == question.message.text
        assert attributes["lang"] == language
        assert attributes["dir"] == ("rtl" if language == "ur" else "ltr")
        assert page.fields[f"b{question.number}"][1] == question.marked
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    records = json.loads(data[1])
    assert [(r["name"], r["source"], r["text"]) for r in records] == [
        (q.name, q.slogan.text, q.message.text) for q in sheet.questions
    ]


def test_texts_cannot_break_out_of_the_page(tmp_path: Path) -> None:
    evil = "</textarea></script><script>alert(1)</script>@@style@@ & <b>"
    write_pack(tmp_path)
    write_po(tmp_path, "de", entry("ceasefire-now", "Ceasefire now", evil))
    output = tmp_path / "s.html"
    assert main(["catalog", "sheet", "de", "--path", str(tmp_path), "-o", str(output)]) == 0
    html = output.read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert Page(html).fields["t1"][1] == evil
    assert html.count("color-scheme: light dark;") == 1


def test_the_pictures_of_the_page_share_their_letters_and_have_all_of_them(shipped: Path, tmp_path: Path) -> None:
    output = tmp_path / "sheet.html"
    assert main(["catalog", "sheet", "th", "peace", "--path", str(shipped), "-o", str(output)]) == 0
    html = output.read_text(encoding="utf-8")
    defined = re.findall(r'<path id="(g\d+)"', html)
    used = re.findall(r'<use href="#(g\d+)"', html)
    assert len(defined) == len(set(defined))
    assert set(used) == set(defined)
    assert html.count("<svg viewBox") == 2 * len(sheet_of(shipped, "th", "peace").questions)


# There and back.


def filled_in(page: Path, *steps: list[object]) -> dict[str, object]:
    """What a reader's page has after these steps, by its own script."""
    command = ["node", str(ROOT / "tests" / "tools" / "fill_in.mjs"), str(page)]
    done = subprocess.run(command, input=json.dumps(steps).encode(), capture_output=True, check=True)
    known: dict[str, object] = json.loads(done.stdout)
    return known


def test_what_the_page_saves_is_what_take_reads(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "sheet.html"
    assert main(["catalog", "sheet", "fr", "peace", "--path", str(folder), "-o", str(output)]) == 0
    first, second, third, fourth, *_ = sheet_of(folder, "fr", "peace").questions
    odd = 'La paix\n« maintenant » \\ "oui"\tou rien'
    filled = filled_in(
        output,
        ["type", "name", "  Aimée   Durand "],
        ["tick", 1, "right"],
        ["type", "t2", odd],
        ["tick", 3, "unsure"],
        ["type", "r3", "De qui ?\nOriginal: non"],
        ["reload"],
        ["type", "t4", "Une faute"],
        ["tick", 4, "right"],
        ["save"],
    )
    assert (filled["name"], filled["progress"], filled["wrong"]) == ("fr-answers.po", "Saved as fr-answers.po", {})
    file = write(tmp_path / "fr-answers.po", str(filled["file"]))
    capsys.readouterr()
    assert main(["catalog", "take", str(file), "--path", str(folder)]) == 0
    told = capsys.readouterr().out
    for question in (first, fourth):
        assert f"{question.name}: right" in told
    assert f"{third.name}: not sure" in told
    assert "3 approved by Aimée Durand on 20" in told
    entries = {e.context: e for e in read_document(folder / "locale" / "fr" / "LC_MESSAGES" / "peace.po").active()}
    assert entries[second.slogan.id].text == odd.replace("\t", " ")
    assert entries[fourth.slogan.id].text == fourth.message.text, "right as it is: the typed words went"
    assert entries[third.slogan.id].fuzzy
    assert "De qui ? Original : non" in entries[third.slogan.id].comments("# ")[0]


EMPHASISED = """[pack]
name = "Emphasis"
language = "en"

[[slogan]]
id = "free"
text = "No one is *free* until all are free"

[[slogan]]
id = "now"
text = "Peace *now* for all"

[[slogan]]
id = "water"
text = "*Water* is life"
"""


def test_marks_of_emphasis_come_back_from_a_reader_as_they_are_and_as_they_are_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, moved, unmarked = (
        "Nul n'est *libre* tant que tous ne le sont pas",
        "La paix *maintenant*",
        "L'*eau* est la vie",
    )
    write_pack(tmp_path, EMPHASISED, "emphasis")
    catalog = write_po(
        tmp_path, "fr",
        entry("free", "No one is *free* until all are free", right),
        entry("now", "Peace *now* for all", moved),
        entry("water", "*Water* is life", unmarked),
        pack="emphasis",
    )  # fmt: skip
    output = tmp_path / "sheet.html"
    assert main(["catalog", "sheet", "fr", "emphasis", "--path", str(tmp_path), "-o", str(output)]) == 0
    typed = "*La paix* maintenant\npour tous"
    filled = filled_in(
        output, ["type", "name", "Aimée Durand"], ["tick", 1, "right"], ["type", "t2", typed], ["tick", 3, "right"],
        ["save"],
    )  # fmt: skip
    assert filled["wrong"] == {}
    file = write(tmp_path / "fr-answers.po", str(filled["file"]))
    capsys.readouterr()
    assert main(["catalog", "take", str(file), "--path", str(tmp_path)]) == 0
    assert "3 approved by Aimée Durand" in capsys.readouterr().out
    entries = {e.context: e for e in read_document(catalog).active()}
    assert entries["free"].text == right
    assert entries["now"].text == typed
    assert entries["water"].text == unmarked
    capsys.readouterr()
    main(["catalog", "status", "fr", "--path", str(tmp_path), "--pack", "emphasis", "--json"])
    (status,) = json.loads(capsys.readouterr().out)
    assert status["approved"] == 3, "a mark that is moved is another text, and the approval is of that one"


def test_an_answer_for_other_marks_than_the_catalog_has_is_out_of_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reader saw “*La* paix”; somebody has moved the mark since."""
    write_pack(tmp_path, EMPHASISED, "emphasis")
    catalog = write_po(tmp_path, "fr", entry("now", "Peace *now* for all", "La *paix*"), pack="emphasis")
    before = catalog.read_bytes()
    for text, known in (("*La* paix", "right"), ("La paix *maintenant*", "corrected")):
        given = entry("emphasis/now", "Peace *now* for all", text, f"# Answer: {known}", "# Was: *La* paix")
        file = answers(tmp_path, "fr", one=given)
        assert main(["catalog", "take", str(file), "--path", str(tmp_path)]) == 1
        assert "now" in capsys.readouterr().err
        assert catalog.read_bytes() == before


def test_the_page_wants_a_name_and_real_corrections(shipped: Path, tmp_path: Path) -> None:
    output = tmp_path / "sheet.html"
    assert main(["catalog", "sheet", "fr", "peace", "--path", str(shipped), "-o", str(output)]) == 0
    filled = filled_in(output, ["tick", 1, "corrected"], ["tick", 2, "right"], ["type", "b2", "tout / autre"], ["save"])
    assert filled["name"] is None
    assert "your name" in str(filled["progress"])
    wrong = filled["wrong"]
    assert isinstance(wrong, dict)
    assert {number: said.split(":")[0] for number, said in wrong.items()} == {
        "1": "Nothing is corrected yet",
        "2": "These are not the words of the text",
    }
    typed = filled_in(
        output, ["type", "t1", "Mot"], ["tick", 1, "right"], ["tick", 1, "corrected"], ["type", "name", "A"], ["save"]
    )
    assert 'msgstr "Mot"' in str(typed["file"]), "a correction comes back with its tick"
    assert "# Answer: corrected" in str(typed["file"])


def answers(folder: Path, language: str, reader: str = "Amina Yusuf", date: str = "2026-10-31", **entries: str) -> Path:
    """A file as the page saves it."""
    known = [
        ("Language", language),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("X-Placards-Reader", reader),
        ("X-Placards-Date", date),
    ]
    head = 'msgid ""\nmsgstr ""\n' + "".join(f'"{key}: {value}\\n"\n' for key, value in known if value)
    return write(folder / f"{language}-answers.po", "\n".join([head, *entries.values()]))


def test_from_the_sheet_to_the_approval_and_the_status(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = sheet_of(folder, "ur", "peace")
    first, second, third = sheet.questions[:3]
    file = answers(
        tmp_path,
        "ur",
        right=entry(first.name, first.slogan.text, first.message.text, "# Answer: right", f"# Was: {first.message.text}",
                    f"# Breaks: {first.marked}"),
        corrected=entry(second.name, second.slogan.text, "امن ابھی", "# Answer: corrected",
                        f"# Was: {' '.join(second.message.text.split())}", "# Remark: shorter"),
        unsure=entry(third.name, third.slogan.text, third.message.text, "# Answer: unsure", "# Remark: to whom?"),
    )  # fmt: skip
    catalog = folder / "locale" / "ur" / "LC_MESSAGES" / "peace.po"
    before = catalog.read_bytes()
    take = ["catalog", "take", str(file), "--path", str(folder)]

    assert main([*take, "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert f"{second.name}: {' '.join(second.message.text.split())} → امن ابھی" in shown
    assert "would be: 2 approved by Amina Yusuf on 2026-10-31 (1 of them corrected), 1 fuzzy now" in shown
    assert catalog.read_bytes() == before

    assert main(take) == 0
    capsys.readouterr()
    main(["catalog", "status", "ur", "--path", str(folder), "--pack", "peace", "--json"])
    (status,) = json.loads(capsys.readouterr().out)
    assert (status["approved"], status["fuzzy"], status["oldest_approval"]) == (2, 1, "2026-10-31")
    assert {question.name for question in sheet_of(folder, "ur", "peace").questions} == {
        question.name for question in sheet.questions[2:]
    }
    untouched = [
        e for e in read_document(catalog).entries if e.context not in {q.slogan.id for q in (first, second, third)}
    ]
    text = before.decode()
    assert all("".join(line.text + line.end for line in e.lines) in text for e in untouched)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reader": ""}, "do not say whose they are"),
        ({"reader": "Eve sha256:00"}, "cannot stand in an approval"),
        ({"date": "2126-10-31"}, "is yet to come"),
        ({"date": "1926-10-31"}, "before there were catalogs"),
        ({"date": "yesterday"}, "is no date"),
        ({"date": ""}, "do not say when"),
        ({"language": "xq"}, "xq"),
        ({"language": "de"}, "there is no catalog of “de”"),
        ({"language": ""}, "do not say their language"),
    ],
)
def test_a_file_whose_header_is_wrong_is_refused_whole(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, str], said: str
) -> None:
    (question, *_) = sheet_of(folder, "fr", "peace").questions
    given = entry(question.name, question.slogan.text, question.message.text, "# Answer: right")
    file = answers(tmp_path, **{"language": "fr", "right": given, **changes})
    before = {path: path.read_bytes() for path in folder.rglob("*.po")}
    assert main(["catalog", "take", str(file), "--path", str(folder)]) == 2
    assert_plain(capsys.readouterr().err, said, file.name)
    assert {path: path.read_bytes() for path in folder.rglob("*.po")} == before


def test_refusals_are_named_and_the_rest_is_taken(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third = sheet_of(folder, "fr", "peace").questions[:3]
    file = answers(
        tmp_path,
        "fr",
        stale=entry(first.name, first.slogan.text, "Autre", "# Answer: corrected", "# Was: Pas ce texte"),
        unknown=entry("peace/peace-nov", "x", "y", "# Answer: right"),
        unsaid=entry(second.name, second.slogan.text, second.message.text.replace("\n", "\\n")),
        right=entry(third.name, third.slogan.text, third.message.text, "# Answer: right"),
    )
    assert main(["catalog", "take", str(file), "--path", str(folder)]) == 1
    shown = capsys.readouterr()
    assert_plain(shown.err, first.name, "was edited since the sheet was made", "peace-nov", second.name)
    assert len(shown.err.splitlines()) == 3
    assert "3 refused" in shown.out
    catalog = (folder / "locale" / "fr" / "LC_MESSAGES" / "peace.po").read_text("utf-8")
    assert catalog.count("approved by Amina Yusuf") == 1


def test_a_file_that_is_not_there(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "take", str(tmp_path / "no.po"), "--path", str(folder)]) == 2
    assert_plain(capsys.readouterr().err, "no.po")
