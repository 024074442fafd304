"""A layout becomes jobs that show what it can: shipped slogans, and something for every slot that it has."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from placards.files.world import Memory, World
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import Job, OutputSpec
from placards.kit.sample_pictures import sample_name, sample_pictures
from placards.layout.slots import PICTURES, SETTABLE
from placards.messages.pack import Slogan
from placards.messages.trust.status import Status
from placards.plan.choices import Choices, Details, Picture, Texts
from placards.plan.planner import Asked, plan
from placards.problems.diagnostic import Diagnostic
from placards.problems.errors import InputError
from placards.template.folder import LayoutFolder

#: Languages that a look at a layout begins with: both directions, long words, tall and stacked letters, no spaces.
LANGUAGES = ("en", "ar", "ur", "hi", "ta", "ml", "th", "my", "ja", "zh-Hans", "ru", "am")

#: What stands beside a language where a layout shows more than one.
COMPANIONS = ("en", "ar", "es", "hi", "ru", "fr", "zh-Hans")

#: Slogans that are asked for by their length.
LENGTHS = ("shortest", "longest")

#: So many slogans go on a sheet that lists them.
MANY = 8

#: What of a sample's artefact is no fault of the layout: it was given everything at once.
_OF_SAMPLES = {"slogan-behind-title", "own-text-untranslated", "art-unsuited"}

#: Slogans that stand in for what a person would write, so that every language has it in its own script.
WORDS = {
    "quote": "solidarity/no-one-free", "call": "climate/act-now", "unit": "climate/water-is-life",
    "position": "climate/our-future", "addressee": "climate/climate-justice", "signature": "climate/our-future",
}  # fmt: skip

DEMANDS = ("climate/clean-air", "climate/water-is-life", "climate/climate-justice", "climate/act-now")

PLAIN = {
    "organiser-2": "Nurses for Rest", "name": "Amina Bello", "names": "Amina Bello\nJosé García\nLi Wei",
    "phone": "+49 341 123456", "hashtag": "#WaterIsLife", "credit": "Photo: J. García", "number": "3000000",
}  # fmt: skip

_ORGANISER, _PLACE = "Students for Peace", "Freedom Square"
_WHEN = datetime.date(2027, 3, 20), datetime.time(14, 30)
_LINK = "https://example.org/peace"


@dataclass(frozen=True, slots=True)
class Sample:
    """What a look shows: languages of one artefact, and a slogan: ``shortest``, ``longest``, or its full name."""

    languages: tuple[str, ...]
    slogan: str = "shortest"

    @property
    def spoken(self) -> str:
        """Its languages in a caption: “ar+fr”, “en and 31 more”."""
        if len(self.languages) > 8:
            return f"{self.languages[0]} and {len(self.languages) - 1} more"
        return "+".join(self.languages)


class _Pictures(Mapping[str, bytes]):
    """The sample pictures, drawn when one is really shown."""

    def __getitem__(self, name: str) -> bytes:
        return sample_pictures()[name]

    def __iter__(self) -> Iterator[str]:
        return map(sample_name, PICTURES)

    def __len__(self) -> int:
        return len(PICTURES)

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)


def with_samples(world: World) -> World:
    """The World with the pictures that samples show."""
    return World([*world.sources, Memory(_Pictures(), "samples")])


class Samples:
    """Makes the jobs. Slogans are looked up once."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self._by_length: dict[tuple[str, ...], tuple[str, ...]] = {}

    def languages_for(self, layout: LayoutFolder, language: str) -> tuple[str, ...]:
        """A language, and as many beside it as the layout sets."""
        others = [tag for tag in COMPANIONS if tag != language]
        return (language, *others[: layout.layout.languages - 1])

    def slogans_by_length(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """The slogans that somebody has translated into all of the languages, the shortest in the first one before."""
        if languages not in self._by_length:
            self._by_length[languages] = tuple(name for _, name in sorted(self._lengths(languages)))
        return self._by_length[languages]

    def _lengths(self, languages: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        for slogan in self._slogans:
            found = [self.inputs.messages.message(slogan, language) for language in languages]
            if all(message.status.at_least(Status.TRANSLATED) for message in found):
                yield len(found[0].text), slogan.full_name

    @cached_property
    def _slogans(self) -> tuple[Slogan, ...]:
        """Those of the packs of slogans, without articles of law."""
        kept = {pack.name for pack in self.inputs.messages.packs() if pack.kind == "slogans"}
        return tuple(
            slogan
            for slogan in self.inputs.messages.slogans()
            if slogan.pack in kept and ("declaration" not in slogan.tags or "short" in slogan.tags)
        )

    def choices(self, layout: LayoutFolder, sample: Sample, size: str, palette: str, output: OutputSpec) -> Choices:
        """One artefact; raises InputError where no slogan is translated into its languages."""
        shown = {showing.what for showing in layout.layout.shows}
        return Choices(
            (sample.languages if len(sample.languages) > 1 else sample.languages[0],),
            layouts=(layout.name,),
            sizes=(size,),
            slogans=self._chosen(layout, sample),
            palettes=(palette,),
            formats=(output.format,),
            dpi=output.dpi,
            details=self._details(shown, sample.languages),
        )

    def _chosen(self, layout: LayoutFolder, sample: Sample) -> tuple[str, ...]:
        if sample.slogan not in LENGTHS:
            return (self.inputs.messages.slogan(sample.slogan).full_name,)
        names = self.slogans_by_length(sample.languages)
        if not names:
            raise InputError("kit-no-slogan", languages=sample.languages)
        if layout.layout.many:
            return names[:MANY]
        return (names[0 if sample.slogan == "shortest" else -1],)

    def _details(self, shown: set[str], languages: tuple[str, ...]) -> Details:
        slots = {name: self._slot(name, languages) for name in SETTABLE if name in shown}
        dated = {"date", "day", "month", "weekday", "year"} & shown
        title = self._words("peace/peace-now", languages) if "title" in shown else Texts()
        return Details(
            title=title,
            organiser=Texts.of(_ORGANISER if "organiser" in shown else ""),
            place=Texts.of(_PLACE if "place" in shown else ""),
            date=_WHEN[0] if dated else None,
            time=_WHEN[1] if {"date", "time"} & shown else None,
            link=_LINK if "link" in shown else "",
            slots=tuple((name, texts) for name, texts in slots.items() if texts),
            pictures=tuple(
                Picture(name, sample_name(name), alt=Texts.of("A picture that stands in for yours"))
                for name in PICTURES
                if name in shown
            ),
        )

    def _slot(self, name: str, languages: tuple[str, ...]) -> Texts:
        if name in PLAIN:
            return Texts.of(PLAIN[name])
        if name in WORDS:
            return self._words(WORDS[name], languages)
        if name == "demands":
            return self._joined(DEMANDS, languages, "\n")
        if name == "body":
            return self._joined(("solidarity/no-one-free",) * 12, languages, "\n\n")
        return Texts()

    def _words(self, slogan: str, languages: tuple[str, ...]) -> Texts:
        return self._joined((slogan,), languages, "\n")

    def _joined(self, slogans: Iterable[str], languages: tuple[str, ...], between: str) -> Texts:
        """Slogans in each of the languages, in the languages that have them."""
        found = {}
        for language in languages:
            messages = [self.inputs.messages.message(slogan, language) for slogan in slogans]
            found[language] = between.join(" ".join(message.text.split()) for message in messages)
        return Texts.of(found)


def sample_jobs(choices: Sequence[Choices], inputs: Inputs) -> list[tuple[Job | None, tuple[Diagnostic, ...]]]:
    """The job of each of the Choices, or what keeps it from being one."""
    found: list[tuple[Job | None, tuple[Diagnostic, ...]]] = []
    for one in choices:
        made = plan([Asked(one)], inputs)
        wrong = (*made.problems, *(skipped.diagnostic() for skipped in made.skipped))
        job = made.jobs[0] if made.jobs and not made.problems else None
        if job is not None:
            job = replace(job, notes=())  # of the words, which are not the designer's
        found.append((job, wrong))
    return found


def told(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is worth saying of a sample's artefact."""
    return tuple(one for one in found if one.code not in _OF_SAMPLES)
