"""A text is cut into runs of one script, one level and one font."""

from __future__ import annotations

import pytest
import uharfbuzz as hb

from placards.text.fontset import shipped_fonts
from placards.text.itemize import _chosen_for_group, is_emoji, supports
from placards.text.script import resolve_scripts

from .support import face, is_mark, set_text

SANS, ARABIC, HEBREW = "NotoSans", "NotoSansArabic", "Rubik"
TWEMOJI, CJK_JP = "Twemoji.Mozilla", "NotoSansCJKjp"

#: (language, role, text, [(length, script, level, font)] in logical order)
TABLE = [
    ("en", "text", "Peace", [(5, "Latn", 0, SANS)]),
    ("en", "text", "Peace (سلام) now!", [(7, "Latn", 0, SANS), (4, "Arab", 1, ARABIC), (6, "Latn", 0, SANS)]),
    (
        "ar",
        "text",
        "سلام (hello) ١٢",
        [(6, "Arab", 1, ARABIC), (5, "Latn", 2, SANS), (2, "Arab", 1, ARABIC), (2, "Arab", 2, ARABIC)],
    ),
    # An apostrophe is no closing bracket: the parentheses stay a pair of one script.
    ("ar", "text", "مرحبا (don’t) سلام", [(7, "Arab", 1, ARABIC), (5, "Latn", 2, SANS), (6, "Arab", 1, ARABIC)]),
    ("he", "grotesk", "שלום 2026!", [(5, "Hebr", 1, HEBREW), (4, "Hebr", 2, HEBREW), (1, "Hebr", 1, HEBREW)]),
    (
        "ja",
        "text",
        "ラーメン、食べる！ OK",
        [(5, "Kana", 0, CJK_JP), (1, "Hani", 0, CJK_JP), (4, "Hira", 0, CJK_JP), (2, "Latn", 0, SANS)],
    ),
    ("zh-Hant", "text", "和平「世界」", [(6, "Hani", 0, "NotoSansCJKtc")]),
    ("zh-Hans", "text", "和平「世界」", [(6, "Hani", 0, "NotoSansCJKsc")]),
    ("ko", "text", "평화!", [(3, "Hang", 0, "NotoSansCJKkr")]),
    ("ur", "text", "امن peace", [(4, "Arab", 1, "NotoNastaliqUrdu"), (5, "Latn", 2, SANS)]),
    ("fa", "display", "صلح", [(3, "Arab", 1, "Lalezar")]),
    ("fa", "grotesk", "صلح", [(3, "Arab", 1, "Vazirmatn")]),
    # Danda and Vedic accents belong to the script around them.
    ("hi", "text", "मा। abc", [(4, "Deva", 0, "NotoSansDevanagari"), (3, "Latn", 0, SANS)]),
    ("sa", "text", "अ॑ ಅ॑ । ॥", [(3, "Deva", 0, "NotoSansDevanagari"), (6, "Knda", 0, "NotoSansKannada")]),
    # What the script's font lacks comes from a sober family, the letters around it stay.
    ("vai", "text", "ꕙꔤ, ꕙ", [(2, "Vaii", 0, "NotoSansVai"), (1, "Vaii", 0, SANS), (2, "Vaii", 0, "NotoSansVai")]),
    ("en", "display", "peace ★", [(6, "Latn", 0, "Anton"), (1, "Latn", 0, "Inter")]),
    # A vowel sign that UAX #29 calls a cluster of its own stays with its base.
    ("mnw", "text", "သၟာ", [(3, "Mymr", 0, "NotoSansMyanmar")]),
    # Emoji sequences are one run each, never split.
    (
        "en",
        "display",
        "Go 👩‍🚀✊🏽 1️⃣ 🇺🇳",
        [
            *((3, "Latn", 0, "Anton"), (5, "Latn", 0, TWEMOJI), (1, "Latn", 0, "Anton"), (3, "Latn", 0, TWEMOJI)),
            *((1, "Latn", 0, "Anton"), (2, "Latn", 0, TWEMOJI)),
        ],
    ),
    # The same character as text and as emoji.
    ("en", "text", "☮\ufe0e", [(2, "Latn", 0, "NotoSansSymbols")]),
    ("en", "text", "☮\ufe0f", [(2, "Latn", 0, TWEMOJI)]),
]


@pytest.mark.parametrize(("language", "role", "text", "runs"), TABLE, ids=[row[2] for row in TABLE])
def test_runs(language: str, role: str, text: str, runs: list[tuple[int, str, int, str]]) -> None:
    paragraph, line = set_text(text, language, role)
    found = [(r.end - r.start, r.script, r.level, r.font.path.stem.split("-")[0]) for r in paragraph.runs]
    assert found == runs
    assert [r.start for r in paragraph.runs] == [sum(row[0] for row in runs[:i]) for i in range(len(runs))]
    assert not paragraph.missing(line)


@pytest.mark.parametrize(
    ("text", "language_script", "scripts"),
    [
        ("", "Latn", []),
        ("123", "Arab", ["Arab"] * 3),  # no script at all: the language's
        ("123", "Jpan", ["Hira"] * 3),
        ("1а", "Latn", ["Cyrl", "Cyrl"]),  # leading ones take the script that follows
        ("а1", "Latn", ["Cyrl", "Cyrl"]),
        ("а\u0301", "Latn", ["Cyrl", "Cyrl"]),
        # U+0301 is shared by eight scripts, and takes its base's even if that is none of them.
        ("א\u0301", "Hebr", ["Hebr", "Hebr"]),
        ("\u0301a", "Latn", ["Latn", "Latn"]),
        ("a، b", "Latn", ["Latn", "Arab", "Latn", "Latn"]),  # a stray Arabic comma does not take the space with it
        ("ـa", "Syrc", ["Syrc", "Latn"]),  # tatweel, by the language
        ("カー", "Jpan", ["Kana", "Kana"]),
        ("かー", "Jpan", ["Hira", "Hira"]),
        ("[а]b", "Latn", ["Cyrl", "Cyrl", "Cyrl", "Latn"]),
        ("b[а]b", "Latn", ["Latn", "Latn", "Cyrl", "Latn", "Latn"]),
        ("b(а) b", "Latn", ["Latn", "Latn", "Cyrl", "Latn", "Latn", "Latn"]),
        ("a]а", "Latn", ["Latn", "Latn", "Cyrl"]),
    ],
)
def test_scripts(text: str, language_script: str, scripts: list[str]) -> None:
    assert resolve_scripts(text, language_script) == scripts


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        ("✊", True), ("✊🏽", True), ("❤️", True), ("1️⃣", True), ("🇺🇳", True), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", True), ("👩‍🚀", True),
        ("❤", False), ("1", False), ("©", False), ("★", False), ("✊︎", False), ("→", False),
    ],
)  # fmt: skip
def test_emoji_presentation(cluster: str, expected: bool) -> None:
    assert is_emoji(cluster) is expected


#: Clusters of letters and marks that have no letter of their own in Unicode, by who writes them.
MARKED = {
    "Yoruba": ("Latn", "ẹ́ ẹ̀ ọ́ ọ̀ m̀ ḿ ǹ ń M̀ Ẹ́ Ọ̀ Ọ́"),
    "Vietnamese": ("Latn", "ế ề ễ ử ữ ặ ẳ"),
    "Lithuanian": ("Latn", "ė́ ę́ į́ ų̃ m̃ l̃ r̃ ū́ ū̃ Ė́ i̇́ j̃"),
    "phonetic": ("Latn", "ɛ̃ ɔ̃ ɹ̩ n̩ ə̆ ʊ̯ ɪ̈ œ̃ t̪ ŋ̊ ɔ̀"),
    "African": ("Latn", "ɛ́ ɛ̀ ɔ́ ɔ̀ ŋ́ ŋ̀ ɩ̀ ʋ́ a̱ ṵ̀ Ɛ́ Ɔ̀"),
    "Russian": ("Cyrl", "а́ е́ и́ о́ у́ ы́ э́ ю́ я́ А́ Ы́ і́ ї́ ӣ ӯ ө̄"),
    "polytonic": ("Grek", "ἄ ᾧ ὦ ᾆ ᾱ́ ῑ́ ᾰ̀"),
}


def _is_anchored(font: object, cluster: str, script: str) -> bool:
    """A witness of another kind: if the letters were wider, would the marks stay where they are?

    HarfBuzz takes the base's advance off a mark's offset only where the font gives the pair anchors.
    """
    marks = []
    for wider in (False, True):
        hb_font = hb.Font(face(font.path))  # type: ignore[attr-defined]
        hb_font.set_variations(dict(font.variations))  # type: ignore[attr-defined]
        if wider:
            hb_font.synthetic_bold = (0.1, 0.0, False)
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.script, buffer.direction, buffer.language = script, "ltr", "und"
        hb.shape(hb_font, buffer)
        if any(info.codepoint == 0 for info in buffer.glyph_infos):
            return False
        marks.append([(p.x_offset, p.y_offset) for p in buffer.glyph_positions[1:]])
    return all(narrow != wide for narrow, wide in zip(*marks, strict=True))


@pytest.mark.parametrize("who", MARKED)
def test_marks_are_anchored_or_the_font_is_not_taken(who: str) -> None:
    script, clusters = MARKED[who]
    fonts = dict.fromkeys(
        font
        for role in ("text", "display", "grotesk", "condensed")
        for font in shipped_fonts().candidates(role, "en", script, 900)
    )
    for cluster in clusters.split():
        for font in fonts:
            assert supports(font, cluster, script, "und") == _is_anchored(font, cluster, script), (font, cluster)


@pytest.mark.parametrize("who", MARKED)
def test_one_font_for_a_whole_message_with_marks(who: str) -> None:
    for role in ("text", "display", "grotesk", "condensed"):
        paragraph, line = set_text(MARKED[who][1], "und", role)
        assert len({run.font for run in line.runs}) == 1
        assert not paragraph.missing(line)


def test_unanchored_marks_are_still_better_than_a_box() -> None:
    """No font places this pair of marks; one that knows them draws them, and the job does not fail."""
    paragraph, line = set_text("ж\u0353\u0489", "ru", "display")
    assert not paragraph.missing(line)
    assert paragraph.missing_font == ()


def test_a_mark_over_a_space_needs_no_other_font() -> None:
    paragraph, line = set_text("ame \u0303 x", "ame")
    assert [run.font.path.name for run in line.runs] == ["NotoSans-VF.ttf"]
    assert not paragraph.missing(line)


@pytest.mark.parametrize("text", ["Ọmọ ɛ̀kọ́ M̀", "и́ ў", "q̃ x̱̌", "قُ لَّ", "ขึ้น", "က္ကျွန်ုပ်", "ಕ್ಷ್ಮ್ಯ", "ꦏ꧀ꦱ"])
@pytest.mark.parametrize("role", ["text", "display", "grotesk", "condensed"])
def test_a_base_and_its_marks_come_from_one_font(text: str, role: str) -> None:
    paragraph, line = set_text(text, "und", role)
    fonts = {index: run.font for run in line.runs for index in range(run.start, run.end)}
    for index, char in enumerate(text):
        if is_mark(char):
            assert fonts[index] is fonts[index - 1]
    assert not paragraph.missing(line)


def test_missing_names_the_character() -> None:
    paragraph, line = set_text("a\U00011305b", "en")  # Grantha, which has no font
    assert paragraph.missing_font == (1,)
    (found,) = paragraph.missing(line)
    assert (found.char, found.index, found.kind) == ("\U00011305", 1, "notdef")
    assert found.code_point == "U+11305"


def test_missing_finds_the_circle_that_nobody_typed() -> None:
    paragraph, line = set_text("ि", "hi")
    assert [(m.char, m.kind) for m in paragraph.missing(line)] == [("ि", "dotted-circle")]
    typed, typed_line = set_text("◌ि", "hi")
    assert not typed.missing(typed_line)


class Drawers:
    """Fonts by name, and which parts each of them draws."""

    weight = 400

    def __init__(self, **drawn: str) -> None:
        self.drawn = drawn
        self.fonts = self

    def candidates(self, script: str) -> tuple[str, ...]:
        return tuple(self.drawn)

    def everything(self, weight: int) -> tuple[str, ...]:
        return ()

    def draws(self, font: str, part: str, script: str, anchored: bool = True) -> bool:
        return part in self.drawn[font]

    def first(self, fonts: tuple[str, ...], part: str, script: str, anchored: bool = True) -> str | None:
        return next((font for font in fonts if self.draws(font, part, script)), None)


@pytest.mark.parametrize(
    ("drawn", "chosen"),
    [
        ({"one": "abc", "two": "abc"}, {"a": "one", "b": "one", "c": "one"}),
        ({"one": "a", "two": "abc"}, {"a": "two", "b": "two", "c": "two"}),  # one for all, although another is first
        ({"one": "ab", "two": "bc"}, {"a": "one", "b": "one", "c": "two"}),  # of equals the first
        ({"one": "a", "two": "ab", "three": "bc"}, {"a": "two", "b": "two", "c": "three"}),
        ({"one": "a"}, {"a": "one", "b": None, "c": None}),
    ],
)
def test_one_font_draws_as_much_as_it_can(drawn: dict[str, str], chosen: dict[str, str | None]) -> None:
    found = _chosen_for_group({("Latn", part): 1 for part in "abc"}, Drawers(**drawn))  # type: ignore[arg-type]
    assert {part: font for (_, part), font in found.items()} == chosen
