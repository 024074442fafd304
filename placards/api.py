"""Texts, slogans and campaigns become files, Scenes and plans, in one call each: what ``import placards`` offers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from placards.files.shipped import world_of
from placards.files.world import World
from placards.inputs import Inputs
from placards.job import Job
from placards.pipeline import Artefact, Engine
from placards.plan.choices import Choices, Details, Picture, Printing, Texts
from placards.plan.planner import Asked, Plan, plan
from placards.plan.printing import outside_files, printing_of
from placards.plan.slot_texts import slot_texts
from placards.problems.diagnostic import Report
from placards.problems.errors import InputError
from placards.scene.items import Scene

#: A text, or a text a language (BCP 47 tag → text).
Words = str | Mapping[str, str]


def choices(
    text: Words | None = None,
    *,
    slogan: str | Sequence[str] = (),
    language: str | Sequence[str] = "en",
    layout: str = "",
    size: str = "",
    palette: str = "",
    format: str = "pdf",
    dpi: float = 150.0,
    title: Words = "",
    organiser: Words = "",
    place: Words = "",
    date: datetime.date | None = None,
    time: datetime.time | None = None,
    link: str = "",
    calendars: Sequence[str] = (),
    digits: str = "default",
    art: str = "",
    draft: bool = False,
    slots: Mapping[str, Words | Sequence[str]] | None = None,
    photo: str | Path = "",
    portrait: str | Path = "",
    logo: str | Path | Sequence[str | Path] = (),
    photo_alt: Words = "",
    focus: tuple[float, float] | None = None,
    profile: str = "",
) -> Choices:
    """The Choices of one artefact. Give a *text* (one, or one a language) or a *slogan* (``pack/id``; several where the
    layout lists them).

    *language* is a BCP 47 tag, or several for one artefact in all of them; with a text by language they are its
    own. *layout* and *size* are names, empty for what suits the number of languages; *palette* one of the layout's;
    *art* is a piece of art for a layout that leaves a choice;
    *format* ``pdf``, ``svg``, ``png``, ``jpg`` or ``webp``; *dpi* pixels an inch in images of print sizes.

    *slots* are further texts by the names of ``placards list slots``, a list where there are several items. *photo*,
    *portrait* and *logo* (two for two organisers) are names in the World, or a `pathlib.Path` of this machine;
    *photo_alt* is what the first picture shows, *focus* the point of it that must stay in view, in parts of its width
    and height.

    *profile* is what the printer of a PDF wants: a name of ``placards list profiles``, or the path of a shop's file,
    which ends in ``.toml``.

    >>> choices("Peace now").languages
    (('en',),)
    >>> choices({"en": "Peace", "ar": "سلام"}).languages
    (('en', 'ar'),)
    """
    languages = (language,) if isinstance(language, str) else tuple(language)
    if isinstance(text, Mapping):
        languages = tuple(text) if language == "en" else languages
    return Choices(
        (languages,),
        layouts=(layout,),
        sizes=(size,),
        slogans=(slogan,) if isinstance(slogan, str) and slogan else tuple(slogan),
        text=None if text is None else Texts.of(text),
        formats=(format.lower().lstrip("."),),
        palettes=(palette,),
        dpi=dpi,
        details=Details(
            Texts.of(title),
            Texts.of(organiser),
            Texts.of(place),
            date,
            time,
            link,
            tuple(calendars),
            digits,
            art=art,
            slots=tuple((name, slot_texts(name, given)) for name, given in (slots or {}).items()),
            pictures=_pictures(photo, portrait, logo, Texts.of(photo_alt), focus),
        ),
        language=languages[0] if languages else "en",
        draft=draft,
        printing=printing_of(profile) if profile else Printing(),
    )


def _pictures(
    photo: str | Path,
    portrait: str | Path,
    logo: str | Path | Sequence[str | Path],
    alt: Texts,
    focus: tuple[float, float] | None,
) -> tuple[Picture, ...]:
    logos = (logo,) if isinstance(logo, str | Path) else tuple(logo)
    if len(logos) > 2:
        raise InputError("picture-logos", count=len(logos))
    given = {"photo": photo, "portrait": portrait, **dict(zip(("logo", "logo-2"), logos, strict=False))}
    found = [
        Picture(slot, outside=str(file.absolute())) if isinstance(file, Path) else Picture(slot, file)
        for slot, file in given.items()
        if str(file) not in ("", ".")
    ]
    if found:
        found[0] = replace(found[0], alt=alt, focus=focus)
    elif alt or focus:
        raise InputError("picture-words-alone", what="photo_alt" if alt else "focus")
    return tuple(found)


def plan_choices(asked: Choices | Sequence[Choices], *, world: World | None = None) -> Plan:
    """The jobs of some Choices, with what was left out and what is wrong in ``skipped`` and ``diagnostics``. Raises
    InputError only where they are more jobs than anybody means (``plan-large``).

    >>> [job.name for job in plan_choices(choices("Peace now")).jobs]
    ['en/placard-a3.pdf']
    """
    several = (asked,) if isinstance(asked, Choices) else asked
    return plan([Asked(one) for one in several], _engine(world, *several).inputs)


def render(text: Words | Choices | Job | None = None, *, world: World | None = None, **choose: object) -> Artefact:
    """One artefact: its bytes in ``data``, what it says of itself in ``texts``, warnings in ``diagnostics``.

    Takes a text or the keywords of `choices`, or Choices of one artefact, or a Job. *world* is where layouts, slogans,
    translations and fonts come from, `world_of` folders of your own; by default what is shipped. Raises PlacardsError
    (all that is wrong stands in its ``diagnostics``): an unknown name, a message that nobody has translated, a text
    that does not fit or that no font can draw.

    >>> made = render("Peace now", size="a5")
    >>> made.data[:5], made.pages, made.diagnostics
    (b'%PDF-', 1, ())
    >>> render("سلام", language="fa", size="story", format="png").data[:4]
    b'\\x89PNG'
    """
    asked = _asked(text, choose)
    engine = _engine(world, asked)
    return engine.make(_job(engine, asked))


def scenes(
    text: Words | Choices | Job | None = None,
    *,
    world: World | None = None,
    report: Report | None = None,
    **choose: object,
) -> list[Scene]:
    """The Scenes of one artefact, one a page, without a file: for previews and for renderers of your own. A Scene is in
    points, y down from the trim's top left. Takes what `render` takes; *report* hears warnings, and errors that
    `render` would raise after composing.

    >>> (scene,) = scenes("Peace now", size="a4")
    >>> round(scene.trim.width), round(scene.trim.height)
    (595, 842)
    """
    asked = _asked(text, choose)
    engine = _engine(world, asked)
    return engine.scenes(_job(engine, asked), report)


def _asked(text: Words | Choices | Job | None, choose: Mapping[str, object]) -> Choices | Job:
    return text if isinstance(text, Job | Choices) else choices(text, **choose)  # type: ignore[arg-type]


def _job(engine: Engine, asked: Choices | Job) -> Job:
    if isinstance(asked, Job):
        return asked
    made = plan([Asked(asked)], engine.inputs)
    if made.problems:
        raise InputError(made.problems[0], also=made.problems[1:])
    if made.skipped:
        first, *rest = (skipped.diagnostic(asked.require) for skipped in made.skipped)
        raise InputError(first, also=rest)
    if len(made.jobs) != 1:
        raise InputError("api-one-artefact", count=len(made.jobs))
    return made.jobs[0]


def _engine(world: World | None, *asked: Choices | Job) -> Engine:
    """The engine of a World, with the files of this machine that the choices name."""
    pictures = (picture for one in asked if isinstance(one, Choices) for picture in one.details.pictures)
    files = [(picture.name, picture.outside) for picture in pictures if picture.outside]
    files += outside_files(one.printing for one in asked if isinstance(one, Choices))
    outside = tuple(dict.fromkeys(files))
    if outside:
        return _engine_with(world, outside)
    return _shipped_engine() if world is None else _engine_of(world)


@lru_cache(maxsize=4)
def _engine_with(world: World | None, outside: tuple[tuple[str, str], ...]) -> Engine:
    from placards.files.given import with_files

    return Engine(with_files(world_of() if world is None else world, outside))


@lru_cache(maxsize=1)
def _shipped_engine() -> Engine:
    return Engine(world_of())


@lru_cache(maxsize=4)
def _engine_of(world: World) -> Engine:
    """The engine of a World, kept while the same World is used again; its caches follow changed files."""
    return Engine(inputs=Inputs(world))


__all__ = ["choices", "plan_choices", "render", "scenes"]
