"""A text becomes a Message: itemized, its newlines remembered as preferred breaks, its pieces measured once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import field
from functools import cached_property

from placards.frozen import dataclass
from placards.layout.lines import piece_ends
from placards.layout.sense import HONEST, Sense, sense_of
from placards.layout.table import LineTable
from placards.problems.errors import FontError, Place, TextError
from placards.text.asked import ask
from placards.text.breaks import UNSPACED_SCRIPTS
from placards.text.fontset import FontSet
from placards.text.kept import Kept
from placards.text.script import resolve_scripts
from placards.text.sense.costs import Breaks, break_costs
from placards.text.sense.table import CLAUSE, PHRASE
from placards.text.shape import Paragraph, TextStyle, prepare
from placards.text.spans import Span, moved

#: Longer messages are not slogans; they get an error instead of a minute's work.
MAX_MESSAGE_LENGTH = 2000

#: Pieces that one message keeps measured, in all the ways to cut it: whole words, and some with broken ones.
_PIECES = 4096

#: What a break costs that a reader did not choose.
_REFUSED = 0.95

#: In longer texts, paragraphs rather than slogans, clauses run on.
CLAUSE_PIECES = 12

#: Up to so many pieces no line takes the end of one clause and a part of another one.
STOP_PIECES = 24

#: No honest font has a glyph so large; the columns of its skyline would fill the memory.
_LARGEST_EM = 64


def _tables() -> Kept[tuple[tuple[int, ...], str], LineTable]:
    return Kept(_PIECES)


@dataclass(frozen=True)
class Message:
    """A text ready to be set: newlines became spaces, and are remembered as preferred breaks."""

    paragraph: Paragraph
    preferred: frozenset[int]  # indexes after which a line should end
    allowed: frozenset[int] = frozenset()  # those after which it may, if a reader chose them; no others unless it must
    tables: Kept[tuple[tuple[int, ...], str], LineTable] = field(default_factory=_tables, compare=False, repr=False)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The message as a list of spans, in the text's order; one where nothing is emphasised."""
        return self.paragraph.spans

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where lines may end without breaking anything."""
        ends = piece_ends(self.paragraph)
        return tuple(sorted({*ends, *self.allowed})) if self.allowed else ends

    @cached_property
    def phrase_ends(self) -> tuple[int, ...]:
        """Those of the ends that part no word, compound or phrase of a script without spaces."""
        costs = self._breaks.costs
        return (*[end for end, cost in zip(self.ends, costs, strict=False) if cost <= HONEST], self.ends[-1])

    def costs(self, ends: tuple[int, ...]) -> tuple[float, ...]:
        """What a line's end at each of *ends* but the last costs the sense, from 0 to 1."""
        known = self._breaks.costs
        if ends is self.ends or ends == self.ends:
            return known
        prices = dict(zip(self.ends, known, strict=False))
        return tuple([prices.get(end, 1.0) for end in ends[:-1]])

    def sense(self, ends: tuple[int, ...]) -> Sense:
        """What lines of the pieces that end there cost."""
        costs = self.costs(ends)
        typed = {number for number, end in enumerate(ends[:-1]) if end in self.preferred}
        few = not typed and len(ends) <= CLAUSE_PIECES
        ending = {number for number, cost in enumerate(costs) if cost == CLAUSE}
        clauses = ending if few else set()
        stops = ending | typed if len(ends) <= STOP_PIECES else set()
        lonely = self._breaks.lonely if ends == self.ends else frozenset[int]()
        return sense_of(costs, typed, clauses, stops, lonely)

    @cached_property
    def _breaks(self) -> Breaks:
        found = break_costs(self.paragraph.text, self.paragraph.style.language, self.ends, self.preferred)
        if not self.allowed:
            return found
        chosen = {*self.allowed, *self.preferred}
        costs = [cost if end in self.preferred else min(cost, PHRASE) if end in chosen else _REFUSED
                 for cost, end in zip(found.costs, self.ends, strict=False)]  # fmt: skip
        return Breaks(tuple(costs), frozenset())

    def table(self, ends: tuple[int, ...], align: str) -> LineTable:
        """The lines that these pieces can make, measured once for all sizes."""
        return self.tables.get((ends, align), lambda: LineTable(self.paragraph, ends, align), weight=len(ends))


def prepare_message(
    text: str, style: TextStyle, fonts: FontSet, spans: Sequence[Span] = (), breaks: Sequence[str] = ()
) -> Message:
    """Itemize a message. A newline is a preferred break: it is set as a space where the script writes spaces, as
    nothing where it does not. The *spans* of the text may be set in manners of their own; *breaks* are its lines as a
    reader allows them: what is inside one parts only where nothing else fits. Raises TextError for an empty or endless
    text."""
    if len(text) > MAX_MESSAGE_LENGTH and len(text.strip()) > MAX_MESSAGE_LENGTH:
        raise TextError("text-long", length=len(text.strip()), limit=MAX_MESSAGE_LENGTH)
    if not text.strip():
        raise TextError("text-empty")
    key = (text, style, tuple(spans), tuple(breaks))
    found: Message = fonts.shaping.messages.get(
        key, lambda: _prepared(text, style, fonts, spans, breaks), weight=len(text)
    )
    ask(found.paragraph.asked)
    return found


def _prepared(text: str, style: TextStyle, fonts: FontSet, spans: Sequence[Span], breaks: Sequence[str]) -> Message:
    out = ""
    preferred = set()
    places: list[int] = []  # where each character of the text stands in the message
    for line in text.splitlines(keepends=True):
        part = line.strip()
        if part and out:
            out += "\u200b" if _unspaced(out[-1], style) and _unspaced(part[0], style) else " "
            preferred.add(len(out))
        before = len(line) - len(line.lstrip()) if part else len(line)
        after = len(line) - before - len(part)
        places += [len(out)] * before + list(range(len(out), len(out) + len(part))) + [len(out) + len(part)] * after
        out += part
    places.append(len(out))
    paragraph = prepare(out, style, fonts, moved(spans, places))
    for whole in paragraph.wholes:
        if whole.largest_ink_em > _LARGEST_EM:
            raise FontError("fit-font", place=Place(whole.run.font.path), largest=_LARGEST_EM)
    return Message(paragraph, frozenset(preferred), _ends_of(breaks, out))


def _ends_of(lines: Sequence[str], text: str) -> frozenset[int]:
    """The indexes in a text at which these lines of it end, however it was cleaned; none if they are not its lines."""
    solid = [index for index, char in enumerate(text) if _counts(char)]
    ends, count = set(), 0
    for line in lines:
        count += sum(map(_counts, line))
        if count < len(solid):
            ends.add(solid[count])
    return frozenset(ends) if count == len(solid) else frozenset()


def _counts(char: str) -> bool:
    """Whether a character is one that cleaning and line breaking leave alone."""
    return not char.isspace() and unicodedata.category(char) != "Cf"


def _unspaced(char: str, style: TextStyle) -> bool:
    spaced = style.language.split("-")[0] == "ko"
    return (not spaced and resolve_scripts(char)[0] in UNSPACED_SCRIPTS) or char in "、。！？，"
