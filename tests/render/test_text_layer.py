"""Text read back from the PDF by four independent readers: hard strings, pages with several texts, vertical lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.render.pdf import render_pdf
from placards.render.reading import LRM, RLM, characters_of_line, shows_of_line
from placards.scene.items import Group, Scene
from placards.values.geometry import Matrix, Rect
from tests.render.building import block, scene
from tests.samples import vertical_samples
from tests.tools.readback import READERS, fold

#: Language, text, and the readers that are known not to return it.
TEXTS = [
    ("ar", "العدالة المناخية الآن", ""),
    ("ar", "السَّلامُ عَلَيْكُم", ""),
    ("ar", "لا للحرب!\nنعم للسلام!", ""),
    ("ar", "الحرية (الآن) 2024", ""),
    ("ar", "قال: «لا» (نعم) [ربما]", ""),
    ("ar", "درجة الحرارة اليوم 25 مئوية والرطوبة 60 بالمئة.", ""),
    ("ar", "الساعة 10:30 يوم 5/6", ""),
    ("ar", "١٢٣٤ شخصًا", ""),
    ("ar", "٢٦ أكتوبر ١٩٤٥-١٥ أبريل ١٩٤٦", "mupdf"),  # it adds a space
    ("ar", "زيادة 56%", ""),
    ("ar", "محـــمد", ""),
    ("ar", "محمد21 وناصر58 و123 محمود", ""),
    ("ar", "إِيَّاكَ نَعۡبُدُ وَإِيَّاكَ نَسۡتَعِينُ", ""),
    ("ar", "قاطعوا Company X الآن", "pdfium"),  # PDFium turns the words of a Latin name round
    ("fa", "می\u200cخواهیم (حق رأی) ۱۴۰۳/۰۵/۱۲", ""),
    ("fa", "زن، زندگی، آزادی", ""),
    ("fa", "حق تعیین سرنوشت برای همهٔ ملت\u200cها", ""),
    ("ur", "ہم انصاف چاہتے ہیں", ""),
    ("ks", "اَمنہٕ خٲطرٕ ہَتھیار کٔرِو کَم", ""),
    ("ckb", "ئازادی بۆ هەمووان ٢٠٢٤", ""),
    ("ug", "ئىززەت-ھۆرمەت ۋە ھوقۇق", ""),
    ("he", "שלום עכשיו! 2024-2025", ""),
    ("he", "שָׁלוֹם עֲלֵיכֶם", ""),
    ("he", "צדק (חברתי) לכולם – 100%", ""),
    ("he", "הים עולה, גם הקול שלנו עולה", ""),
    ("he", "COVID-19 בישראל", "pdfium"),  # the same
    ("yi", "ייִדיש איז אַ שפּראַך", ""),
    ("dv", "އެންމެ އިންސާނުން", ""),
    ("en", "We say “שלום” and سلام together", ""),
    ("en", "The string \"שלום\" (SHIN, LAMED) is represented.", ""),
    ("en", "anti-\nfascist action", ""),
    ("en", "No planet B 🌍 ❤️", ""),
    ("hi", "मै यह घोषणा करता/करती हूँ", ""),
    ("si", "සියලු මනුෂ්\u200dයයෝ නිදහස්", ""),
    ("ml", "പുസ്തകം വേണം, ബോംബ് വേണ്ട", ""),
    ("th", "น้ำ ทำ ภาษาไทย", ""),
    ("km", "សួស្តី ពិភពលោក", ""),
    ("my", "မြန်မာဘာသာစကား", ""),
    ("ja", "地球はひとつ、\n戦争はいらない", ""),
    ("vi", "Công lý khí hậu ngay bây giờ", ""),
    ("yo", "Ẹ̀tọ́ ọmọnìyàn", ""),
    ("und", "q̃ ɛ̃́", ""),
    ("ff-Adlm", "𞤋𞤲𞥆𞤢𞤥𞤢 𞤢𞥄𞤣𞤫𞥅𞤶𞤭", ""),
]  # fmt: skip

BOX = Rect(20, 20, 860, 200)


def pages(tmp_path: Path, scenes: list[Scene], reader: str) -> list[str]:
    """What a reader finds on each page."""
    path = tmp_path / "pages.pdf"
    path.write_bytes(render_pdf(scenes))
    return [fold(page) for page in READERS[reader]([path])[0].split("\f")][: len(scenes)]


@pytest.mark.parametrize("reader", READERS)
def test_hard_strings(reader: str, tmp_path: Path) -> None:
    scenes = [scene(block(text, language, BOX, size=30), size=(900, 240)) for language, text, _ in TEXTS]
    found = pages(tmp_path, scenes, reader)
    wrong = {text for (_, text, _), page in zip(TEXTS, found, strict=True) if page != fold(text)}
    assert wrong == {text for _, text, failing in TEXTS if reader in failing.split()}


BILINGUAL = [
    ("ar", "لا للحرب!", "No to war! Peace for everyone!"),
    ("ar", "شارع 12 (الآن)", "Street 12 (now), at the corner of the square!"),
    ("fa", "زن، زندگی، آزادی", "Woman, life, freedom."),
    ("ur", "سب کے لیے انصاف", "Justice for all: www.example.org"),
    ("he", "שלום עכשיו!", "Peace now!"),
]


@pytest.mark.parametrize("reader", READERS)
def test_two_languages_on_a_page(reader: str, tmp_path: Path) -> None:
    scenes = [
        scene(
            block(first, language, Rect(20, 20, 700, 90), size=60),
            block(second, "en", Rect(20, 120, 700, 40), size=24),
            block("12.05.2024, 10:30", "en", Rect(20, 180, 400, 30), size=20),
            size=(760, 240),
        )
        for language, first, second in BILINGUAL
    ]
    for (_, first, second), page in zip(BILINGUAL, pages(tmp_path, scenes, reader), strict=True):
        for text in (first, second, "12.05.2024, 10:30"):
            assert fold(text) in page


@pytest.mark.parametrize("reader", READERS)
def test_tight_lines_stay_apart(reader: str, tmp_path: Path) -> None:
    texts = [("en", "CLIMATE\nJUSTICE\nNOW"), ("he", "שכר\nשווה\nבעד\nעבודה\nשווה"), ("ml", "പുസ്തകം\nവേണം,\nബോംബ്\nവേണ്ട")]
    scenes = [
        scene(block(text, language, Rect(20, 20, 560, 560), size=100, leading=0.75), size=(600, 600))
        for language, text in texts
    ]
    assert pages(tmp_path, scenes, reader) == [fold(text) for _, text in texts]


@pytest.mark.parametrize("reader", READERS)
def test_vertical_lines(reader: str, tmp_path: Path) -> None:
    texts = [("ja", "気候正義をいま"), ("ja", "地球はひとつ\n戦争はいらない2024"), ("zh-Hant", "要和平\n不要戰爭")]
    scenes = [
        scene(block(text, language, Rect(20, 20, 300, 460), size=40, vertical=True), size=(400, 500))
        for language, text in texts
    ]
    assert pages(tmp_path, scenes, reader) == [fold(text) for _, text in texts]


@pytest.mark.parametrize("reader", READERS)
def test_what_stands_turns_or_goes_together(reader: str, tmp_path: Path) -> None:
    """The 24 lines: numbers in one em keep their digits' order, and signs that are drawn otherwise come back as typed."""
    rows = vertical_samples()
    scenes = [
        scene(block(row.text, row.language, Rect(20, 20, 100, 760), size=40, vertical=True), size=(140, 800))
        for row in rows
    ]
    found = pages(tmp_path, scenes, reader)
    assert found == [fold(row.text) for row in rows]


@pytest.mark.parametrize("reader", READERS)
def test_text_in_a_turned_group(reader: str, tmp_path: Path) -> None:
    text = block("Turned by a quarter", "en", Rect(0, 0, 300, 40))
    turned = Group((text,), Matrix(0, 1, -1, 0, 200, 20))
    assert pages(tmp_path, [scene(turned, size=(300, 400))], reader) == ["Turned by a quarter"]


def test_left_to_right_text_needs_no_marks() -> None:
    line = block("Peace – now!", "en", BOX).lines[0]
    (show,) = shows_of_line(line, 0)
    assert "".join(cell.text for cell in show.cells) == "Peace – now!"


def test_a_bracket_is_fenced_for_pdfium() -> None:
    line = block("אב (ג)", "he", BOX).lines[0]
    (show, *_) = shows_of_line(line, 1)
    shown = "".join(cell.text for cell in show.cells)
    assert shown.replace(RLM, "").startswith(f"){LRM}ג({LRM} בא")


def test_marks_lie_with_their_letter() -> None:
    characters = characters_of_line(block("שָׁ", "he", BOX).lines[0])
    assert [c.char for c in characters] == ["ש", "ׁ", "ָ"] or [c.char for c in characters] == ["ש", "ָ", "ׁ"]
    assert characters[0].width > 100 * characters[1].width
    assert min(c.start for c in characters) == characters[-1].start


def test_characters_cover_the_line() -> None:
    for language, text, _ in TEXTS:
        for line in block(text, language, BOX).lines:
            characters = characters_of_line(line)
            assert "".join(c.char for c in characters) == line.text
            assert sum(c.width for c in characters) == pytest.approx(line.advance)
