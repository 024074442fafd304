"""Lines in Arabic script end flush: measured on the outlines that are drawn."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from placards.layout import flush
from placards.layout.fit import FitRule, Fitted, fit, prepare_message
from placards.layout.flush import LONG_EM, SHORT, SPACE_EM, flush_lines
from placards.layout.text_block import Align, BlockStyle, place_block
from placards.messages.library import MessageLibrary
from placards.messages.trust.status import Status
from placards.render.pdf import render_pdf
from placards.render.reading import characters_of_line
from placards.scene.check import check_scene
from placards.scene.dump import dump
from placards.scene.items import Item, Metadata, PlacedRun, Scene, TextBlock, TextLine
from placards.text.fontset import shipped_fonts
from placards.text.joining import joining_groups
from placards.text.kashida import TATWEEL, places
from placards.text.shape import TextStyle
from placards.text.spans import Span
from placards.text.stretch import rules_for, tatweel_of
from placards.values.color import BLACK, parse_hex
from placards.values.geometry import Matrix, Rect, Size, moved

BOX = Rect(20, 30, 300, 220)
ABLE = (
    "Noto Kufi Arabic", "Vazirmatn", "Noto Naskh Arabic", "Noto Sans Arabic", "Cairo", "Lalezar", "Reem Kufi", "Mirza",
    "Alkalami",
)  # fmt: skip
UNABLE = ("Noto Nastaliq Urdu", "Aref Ruqaa", "Rakkas")
LANGUAGES = ("ar", "fa", "ps", "ug", "ckb", "sd")


@cache
def fitted(text: str, language: str, role: str, box: Rect = BOX) -> Fitted:
    message = prepare_message(text, TextStyle(language, role), shipped_fonts())
    return fit(message, box, FitRule(min_size=1, max_size=200))


def placed(
    text: str, language: str, role: str, *, on: bool = True, align: Align = "center", box: Rect = BOX
) -> TextBlock:
    style = BlockStyle(BLACK, "slogan", "main", align, "middle", flush=on)
    return place_block(fitted(text, language, role, box), box, style, text)


def is_in(face: str, found: Fitted) -> bool:
    family = shipped_fonts().family(face)
    files = {file.path.name for file in family.files} if family is not None else set()
    return family is None or all(run.font.name in files for run in found.paragraph.runs)


def scene(*blocks: Item) -> Scene:
    return Scene(Size(340, 280), blocks, Metadata("x", "ar"))


@cache
def slogans(language: str) -> tuple[str, ...]:
    library = MessageLibrary.with_shipped()
    messages = [library.message(slogan.full_name, language) for slogan in library.slogans()]
    return tuple([m.text for m in messages if m.status is not Status.MISSING and 12 < len(m.text) < 60])


@cache
def stretched(face: str, count: int = 1) -> str:
    """A slogan in Arabic whose lines end flush in a face by so many kashidas."""
    return next(text for text in slogans("ar") if _count(text, face) >= count)


def _count(text: str, face: str) -> int:
    found = fitted(text, "ar", face)
    widest = max(found.lines, key=lambda line: line.along)
    lines = [
        line for line, metrics in zip(flush_lines(found, BLACK), found.lines, strict=True) if metrics is not widest
    ]
    return sum(len(line.kashidas) for line in lines if line) if lines and all(lines) else 0


def kashidas(line: TextLine) -> list[PlacedRun]:
    return [run for run in line.runs if run.is_kashida]


def outline(line: TextLine) -> tuple[float, float]:
    """Where a line's outlines begin and end on the sheet."""
    xs: list[float] = []
    for run in line.runs:
        pen = run.matrix.then(Matrix(e=line.origin.x, f=line.origin.y))
        for glyph, x, y in run.run.pens():
            for segment in moved(run.run.font.segments(glyph), Matrix(e=x, f=y).then(pen)):
                xs += segment[1::2]
    return min(xs), max(xs)


def check(block: TextBlock, found: Fitted) -> int:
    """Everything that holds of a flush block; how many kashidas it has."""
    assert check_scene(scene(block)) == []
    stretched = flush_lines(found, BLACK)
    ends = [outline(line) for line in block.lines]
    width = max(right - left for left, right in ends)
    total = 0
    above: list[tuple[float, float]] = []
    for line, metrics, how, (left, right) in zip(block.lines, found.lines, stretched, ends, strict=True):
        assert line.size == found.size
        assert (line.ink.x, line.ink.right) == pytest.approx((left, right), abs=0.02 * line.size)
        spans = []
        if how is None:
            assert not kashidas(line)
        else:
            assert metrics.along * found.size >= SHORT * width
            assert right - left == pytest.approx(width, rel=0.005)
        for run in kashidas(line):
            font, size = run.run.font, run.size
            tatweel = tatweel_of(font)
            assert tatweel is not None
            assert run.run.script == "Arab"
            scale = run.unit * font.upem / size
            assert scale <= tatweel.most_scale + 1e-9
            length = run.run.advance * run.unit
            assert length <= (LONG_EM + 0.002) * size
            spans.append((line.origin.x + run.offset, line.origin.x + run.offset + length))
            text = found.paragraph.text
            at = run.run.start
            start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
            word = text[start:].split()[0]
            assert at - 1 - start in [place.after for place in places(word, rules=rules_for(font))]
            assert text[at] in joining_groups()[0] or text[at] == TATWEEL  # no mark loses its letter
        words = len(found.paragraph.text[metrics.line.start : metrics.line.end].split())
        assert len(spans) <= words
        assert all(a[1] <= b[0] or b[1] <= a[0] for a in spans for b in above)
        above = spans
        total += len(spans)
    return total


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("face", ABLE)
def test_lines_end_flush(face: str, language: str) -> None:
    blocks = flushed = count = 0
    for text in slogans(language)[:18]:
        found = fitted(text, language, face)
        # A face without a letter loses the whole message to another, which is tested under its own name.
        if len(found.lines) < 2 or not is_in(face, found):
            continue
        block = placed(text, language, face)
        count += check(block, found)
        blocks += 1
        flushed += sum(line is not None for line in flush_lines(found, BLACK))
    assert blocks >= 5 or language not in ("ar", "fa")
    if blocks >= 5:
        assert flushed >= blocks / 4
        assert count >= blocks / 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_type_stays_as_large_and_where_it_is(language: str) -> None:
    for text in slogans(language)[:30]:
        one, other = placed(text, language, "display"), placed(text, language, "display", on=False)
        assert [line.size for line in one.lines] == [line.size for line in other.lines]
        assert [line.origin.y for line in one.lines] == [line.origin.y for line in other.lines]
        assert [line.text for line in one.lines] == [line.text for line in other.lines]


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_both_ends_are_under_each_other(align: Align) -> None:
    block = placed(stretched("Vazirmatn"), "ar", "Vazirmatn", align=align)
    (left, right), *others = [outline(line) for line in block.lines]
    assert others
    assert sum(len(kashidas(line)) for line in block.lines) >= 1
    for other in others:
        assert (left, right) == pytest.approx(other, abs=0.01)
    where = {"left": left - BOX.x, "right": BOX.right - right, "center": left + right - 2 * BOX.x - BOX.width}
    assert where[align] == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("face", UNABLE)
def test_faces_that_cannot_stay_as_they_are(face: str) -> None:
    for text in slogans("ur" if "Nastaliq" in face else "ar")[:20]:
        assert placed(text, "ar", face) == placed(text, "ar", face, on=False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("𞤔𞤢𞤥 𞤫 𞤲𞤣𞤭𞤥𞤢𞥄𞤲𞤣𞤭\n𞤲𞤣𞤫𞤪 𞤢𞤣𞤵𞤲𞤢", "ff-Adlm"), ("ܫܠܡܐ ܥܠܝܟܘܢ\nܘܚܐܪܘܬܐ", "syc"), ("ߖߐ߬ߘߐ߲߬ ߤߊ߬ߙߌ߬\nߛߎ߲ߓߎ߲ߕߏ", "nqo"),
        ("שלום עכשיו\nולתמיד", "he"), ("Peace and bread,\nland.", "en"), ("平和を\n今すぐに", "ja"),
    ],
)  # fmt: skip
def test_other_scripts_stay_as_they_are(text: str, language: str) -> None:
    assert placed(text, language, "text") == placed(text, language, "text", on=False)


def test_stretches_of_emphasis_and_their_kashidas_are_of_one_paint() -> None:
    text = stretched("Vazirmatn")
    spans = [Span(0, len(text), emphasis="em")]
    message = prepare_message(text, TextStyle("ar", "Vazirmatn"), shipped_fonts(), spans=spans)
    found = fit(message, BOX, FitRule(min_size=1, max_size=200))
    red = parse_hex("#d81e05")
    block = place_block(found, BOX, BlockStyle(BLACK, "a", "b", marked=red, flush=True), text)
    assert any(kashidas(line) for line in block.lines)
    assert {run.paint for line in block.lines for run in line.runs} == {red}


def test_columns_stay_as_they_are() -> None:
    message = prepare_message("سلام\nالآن", TextStyle("ar", "text", vertical=True), shipped_fonts())
    found = fit(message, BOX, FitRule(min_size=1))
    one, other = (place_block(found, BOX, BlockStyle(BLACK, "a", "b", flush=on), "x") for on in (True, False))
    assert one == other


def test_short_lines_stay_ragged() -> None:
    block = placed("العدالة المناخية للجميع\nالآن", "ar", "Vazirmatn", box=Rect(20, 30, 300, 80))
    assert len(block.lines) == 2
    assert not any(kashidas(line) for line in block.lines)
    assert block.lines[1].ink.width < SHORT * block.lines[0].ink.width


def test_spaces_widen_where_no_letters_join() -> None:
    found = fitted("دار ودور وزاد\nأراد أدوار آرا", "ar", "Vazirmatn")
    block = placed("دار ودور وزاد\nأراد أدوار آرا", "ar", "Vazirmatn")
    assert len(block.lines) == 2
    assert check(block, found) == 0
    widths = [line.ink.width for line in block.lines]
    assert widths[0] == pytest.approx(widths[1], rel=0.005)
    spaces = [g.x_advance / r.run.font.upem for line in block.lines for r in line.runs for g in r.run.glyphs
              if found.paragraph.text[g.cluster] == " "]  # fmt: skip
    assert max(spaces) - min(spaces) > 0.01
    assert max(spaces) - min(spaces) <= SPACE_EM + 0.001


def test_a_line_that_cannot_be_filled_stays_as_it_was_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("MOST_EM", "LONG_EM", "SPACE_EM"):
        monkeypatch.setattr(flush, limit, 0.01)
    block, plain = (
        placed(stretched("Vazirmatn"), "ar", "Vazirmatn"),
        placed(stretched("Vazirmatn"), "ar", "Vazirmatn", on=False),
    )
    assert block == plain


@pytest.mark.parametrize("face", ABLE)
def test_the_best_places_go_first_and_all_are_as_wide(face: str) -> None:
    text = stretched(face, 2)
    found = fitted(text, "ar", face)
    for metrics, line in zip(found.lines, flush_lines(found, BLACK), strict=True):
        if line is None or not line.kashidas:
            continue
        assert len({round(right - left, 4) for left, right in line.kashidas}) == 1
        here = found.paragraph.text[metrics.line.start : metrics.line.end]
        bests = [word for word in here.split() if places(word)]
        assert len(line.kashidas) <= len(bests)


def test_no_kashida_stands_above_another() -> None:
    """Three lines of one word each: the one place of the middle line is taken above."""
    found = fitted("يحيا\nيحيا\nالسلام", "ar", "Vazirmatn")
    metrics = found.lines[0]
    paragraph, size = found.paragraph, found.size
    width = (metrics.along + 0.3) * size
    free = flush.flush_line(paragraph, metrics.line, size, width, BLACK)
    assert free is not None
    (span,) = free.kashidas
    there = flush.flush_line(paragraph, metrics.line, size, width, BLACK, [span])
    assert there is None or all(a >= span[1] or b <= span[0] for a, b in there.kashidas)
    beside = flush.flush_line(paragraph, metrics.line, size, width, BLACK, [(width + size, width + 2 * size)])
    assert beside == free


def test_marks_stay_on_their_letters() -> None:
    text = "التَّعْلِيمُ حَقٌّ\nلِلْجَمِيعِ دَائِمًا"
    found = fitted(text, "ar", "Noto Naskh Arabic")
    block = placed(text, "ar", "Noto Naskh Arabic")
    plain = placed(text, "ar", "Noto Naskh Arabic", on=False)
    assert check(block, found) >= 1
    for line, before in zip(block.lines, plain.lines, strict=True):
        assert distances(line) == pytest.approx(distances(before), abs=0.001)


def distances(line: TextLine) -> list[float]:
    """How far each mark stands from the glyph of its letter, in text order."""
    text = line.text
    at: dict[int, float] = {}
    for run in line.runs:
        if not run.is_kashida:
            for glyph, (_, x, _) in zip(run.run.glyphs, run.run.pens(), strict=True):
                at.setdefault(glyph.cluster - line.start, run.offset + x * run.unit)
    marks = [i for i, char in enumerate(text) if "\u064b" <= char <= "\u0652" and i in at]
    assert marks
    letters = [max(j for j in at if j < i and not "\u064b" <= text[j] <= "\u0652") for i in marks]
    return [at[i] - at[j] for i, j in zip(marks, letters, strict=True)]


@pytest.mark.parametrize("face", ABLE)
def test_the_stretched_word_is_selected_whole(face: str) -> None:
    block = placed(stretched(face), "ar", face)
    line = max(block.lines, key=lambda line: len(kashidas(line)))
    assert kashidas(line)
    characters = characters_of_line(line)
    assert "".join(c.char for c in characters) == line.text
    for one, following in pairwise(characters):
        assert one.start == pytest.approx(following.end, abs=1e-6)
    assert characters[-1].start == pytest.approx(0, abs=1e-6)
    assert characters[0].end == pytest.approx(line.advance)
    for run in kashidas(line):
        (letter,) = [c for c in characters if c.at == run.run.start - 1 - line.start]
        assert letter.start <= run.offset + 1e-6
        assert letter.width > run.run.advance * run.unit


def test_the_dump_names_the_stretch() -> None:
    lines = [
        line
        for line in dump(scene(placed(stretched("Vazirmatn"), "ar", "Vazirmatn"))).splitlines()
        if " times " in line
    ]
    assert lines
    assert all("Vazirmatn" in line for line in lines)


@pytest.mark.parametrize("face", ABLE)
def test_no_seam_shows_at_600_dpi(face: str, tmp_path: Path) -> None:
    """Along a kashida, from letter to letter, some row is all black and no column is lighter than its neighbours."""
    block = placed(stretched(face), "ar", face)
    file = tmp_path / "x.pdf"
    file.write_bytes(render_pdf([scene(block)]))
    done = subprocess.run(["pdftoppm", "-r", "600", "-gray", "-singlefile", str(file)], capture_output=True, check=True)
    picture = Image.open(io.BytesIO(done.stdout))
    dots = 600 / 72
    seen = 0
    for line in block.lines:
        for run in kashidas(line):
            bar = run.run.font.extents(run.run.glyphs[0].id)
            middle = line.origin.y - (bar.top + bar.bottom) / 2 * run.size / run.run.font.upem
            left = line.origin.x + run.offset
            right = left + run.run.advance * run.unit
            height = (bar.top - bar.bottom) * run.size / run.run.font.upem
            ends = 0.02 * run.size  # over both joints
            box = (left - ends, middle - 0.25 * height, right + ends, middle + 0.25 * height)
            part = picture.crop(tuple([round(v * dots) for v in box]))  # type: ignore[arg-type]
            assert part.getextrema() == (0, 0), face
            seen += 1
    assert seen
