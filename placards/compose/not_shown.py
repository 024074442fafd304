"""What a job gave and its artefact does not show becomes Diagnostics: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from placards.elements.shown import Shown
from placards.layout.content import Content
from placards.layout.slots import MOMENTS, tells_when
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import Place
from placards.template.folder import LayoutFolder

#: How much of a text is enough to recognise it.
_QUOTED = 60


def not_shown(layout: LayoutFolder, content: Content, shown: Shown) -> Iterator[Diagnostic]:
    """An error for each language of which nothing appears, and for each slogan; a warning for each detail, and for a
    slogan in whose place the layout shows the title. What a whole campaign is offered may be left out. The word DRAFT
    and the names of turns are not the person's."""
    lost = set()
    for number, language in enumerate(content.languages, 1):
        if _given(content, number) and not _appears(shown, number):
            lost.add(number)
            yield diagnostic(
                "language-not-shown",
                place=Place(language=language),
                layout=layout.name,
                language=language,
                count=len(content.languages),
            )
    yield from _slogans(layout, content, shown, lost)
    yield from _details(layout, content, shown)


def _given(content: Content, number: int) -> bool:
    """Whether the job has a text in its n-th language."""
    texts = [*(e.texts for e in content.entries), *(texts for _, texts in content.fields)]
    return any(len(of_all) >= number and of_all[number - 1].text.strip() for of_all in texts)


def _appears(shown: Shown, number: int) -> bool:
    return any(language == number for _, language in (*shown.messages, *shown.details))


def _slogans(layout: LayoutFolder, content: Content, shown: Shown, lost: set[int]) -> Iterator[Diagnostic]:
    title = any(name == "title" for name, _ in shown.details)
    for index, entry in enumerate(content.entries):
        numbers = [n for n, text in enumerate(entry.texts, 1) if text.text.strip() and n not in lost]
        missing = [n for n in numbers if (index, n) not in shown.messages]
        if not missing:
            continue
        first = entry.texts[missing[0] - 1]
        # A layout that can show a slogan and shows the title has chosen to: its own condition says so.
        behind = title and missing == numbers and any(s.what == "slogan" for s in layout.layout.shows)
        yield diagnostic(
            "slogan-behind-title" if behind else "slogan-not-shown",
            place=Place(message=entry.slogan or None, language=first.language),
            layout=layout.name,
            text=_quoted(first.text),
        )


def _details(layout: LayoutFolder, content: Content, shown: Shown) -> Iterator[Diagnostic]:
    appear = {name for name, _ in shown.details}
    given = {name: texts[0].text for name, texts in content.fields if texts and texts[0].text.strip()}
    if content.link:
        given["link"] = content.link
    if content.art and content.art not in shown.art and "art" not in content.offered:
        yield diagnostic("art-not-shown", place=Place(message="art"), layout=layout.name, name=content.art)
    # Each part of the date is no detail of its own; the time is, beside a date that was shown without it.
    alone = "day" in given and {"day", "month"} <= appear and "date" not in {*appear, *content.offered}
    apart = {*MOMENTS} - ({"time"} if alone else set())
    told = appear | _told(appear, dated="day" in given)
    for name, text in given.items():
        if name not in told and name not in apart and name not in content.offered:
            place = Place(message=name)
            yield diagnostic("detail-not-shown", place=place, layout=layout.name, detail=name, text=_quoted(text))
    for picture in content.pictures:
        if picture.slot not in shown.pictures and picture.slot not in content.offered:
            yield diagnostic(
                "picture-not-shown", place=Place(message=picture.slot), layout=layout.name, picture=picture.slot
            )


def _told(appear: set[str], *, dated: bool) -> set[str]:
    """What the parts of a date say together: the day and the month are the date, and without a date the time is all
    that the date has."""
    date, time = tells_when(appear)
    return {"date"} if (date if dated else time) else set()


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"
