"""Choices, or the sets of a campaign file, become a plan: jobs, what was left out and why, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from pathlib import Path

from placards.files.shipped import templates_folder, world_of
from placards.files.toml import read_toml
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import Job
from placards.layout.slots import tells_when
from placards.messages.trust.status import Status
from placards.plan.choices import Choices, Picture
from placards.plan.messages import Messages, Skipped
from placards.plan.product import Product, Where, nowhere
from placards.problems.diagnostic import Diagnostic, Diagnostics, Report, Severity, diagnostic
from placards.problems.errors import InputError, PlacardsError, Place

#: More artefacts are rarely meant: they must be asked for.
MAX_JOBS = 20_000

#: No plan holds more.
MAX_JOBS_EVER = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Choices, and where each of their keys stands, for errors."""

    choices: Choices
    where: Where = nowhere


@dataclass(frozen=True, slots=True)
class Plan:
    """What is going to be made. Jobs that cannot be planned are named in the diagnostics; the others go on."""

    jobs: tuple[Job, ...]
    skipped: tuple[Skipped, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    name: str = ""
    file: str = ""  # the campaign's, for people
    language: str = "en"  # of the name, and of pages about it
    inputs: Inputs = field(default_factory=Inputs, compare=False)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong: something that was asked for is not among the jobs."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    def skipped_by_status(self) -> dict[str, Counter[str]]:
        """How many messages (a slogan in a language, each once) were left out, by status (missing, fuzzy, …) and
        language."""
        counts: dict[str, Counter[str]] = {}
        for status, language, _ in sorted({(s.status, s.language, s.slogan) for s in self.skipped}):
            counts.setdefault(status, Counter())[language] += 1
        return counts


def plan(asked: Iterable[Asked], inputs: Inputs, *, name: str = "", limit: int | None = MAX_JOBS) -> Plan:
    """The jobs of all choices, each once. Raises InputError (``plan-large``) where they are more than *limit*, before
    any is planned; None allows as many as a plan can hold. Everything else that is wrong goes into the plan's
    diagnostics."""
    report = Diagnostics()
    skipped: dict[Skipped, None] = {}
    messages = Messages(inputs)
    products = [Product(one.choices, inputs, messages, report, skipped, one.where) for one in asked]
    _check_size(products, limit)
    seen: dict[str, Job] = {}
    for product in products:
        for job in product.jobs():
            key = job.name.casefold()
            known = seen.setdefault(key, job)
            if known is not job and known != job:  # the same twice, as by languages = ["all", "en"], is no mistake
                report(diagnostic("plan-same-name", place=product.where(()), name=job.name))
    _say_what_no_layout_shows(seen.values(), inputs, report)
    return Plan(tuple(seen.values()), tuple(skipped), tuple(report), name, inputs=inputs)


def _say_what_no_layout_shows(jobs: Iterable[Job], inputs: Inputs, report: Report) -> None:
    """A warning for each detail that a whole campaign offers and none of its layouts has a place for."""
    offered = {name for job in jobs for name in job.content.offered}
    if offered:
        layouts = {job.layout for job in jobs}
        shown = {showing.what for name in layouts for showing in inputs.layout(name).layout.shows}
        if "date" in offered and tells_when(shown)[0]:
            shown.add("date")
        for name in sorted(offered - shown):
            report(diagnostic("plan-detail-nowhere", place=Place(message=name), detail=name))


def count(asked: Iterable[Asked], inputs: Inputs) -> int:
    """How many jobs the choices can have at most, without planning them."""
    messages = Messages(inputs)
    return sum(Product(one.choices, inputs, messages, Diagnostics(), {}, one.where).count() for one in asked)


def _check_size(products: Sequence[Product], limit: int | None) -> None:
    total = sum(product.count() for product in products)
    if limit is not None and total > limit:
        raise InputError("plan-large", count=total, limit=limit)
    if total > MAX_JOBS_EVER:
        raise InputError("plan-too-large", count=total, limit=MAX_JOBS_EVER)


def open_inputs(folders: Sequence[Path], pictures: Iterable[Picture] = ()) -> Inputs:
    """People's folders, in their order, and what is shipped, with the pictures that lie outside of all; raises
    InputError for what is no folder."""
    for folder in folders:
        if not folder.is_dir():
            raise InputError("plan-folder", folder=str(folder))
    world = world_of(folders)
    outside = tuple((picture.name, picture.outside) for picture in pictures if picture.outside)
    if outside:
        from placards.files.given import with_files

        world = with_files(world, outside)
    return Inputs(world)


def plan_campaign(
    path: Path,
    extra: Sequence[Path] = (),
    *,
    draft: bool = False,
    require: Status | None = None,
    limit: int | None = MAX_JOBS,
    brand: Path | None = None,
) -> Plan:
    """Read a campaign file and plan it, with messages of at least the status *require* (by default translated ones,
    with *draft* fuzzy ones too); *extra* are folders with own templates and fonts, *brand* goes before the file's own
    brand. Raises InputError when the file itself is wrong, and where it asks for more than *limit* artefacts; what
    concerns single jobs goes into the plan's diagnostics."""
    # Imported here: who makes a single placard needs no models of campaign files.
    from placards.files.validation import validate
    from placards.plan.campaign_file import Campaign, asked

    file = read_toml(path)
    campaign = validate(Campaign, file)
    folder = path.resolve().parent
    roots = [folder, *((folder / p) for p in campaign.campaign.path), *extra]
    choices: Iterable[Asked] = asked(campaign, file, draft=draft, require=require)
    found, broken = None, Diagnostics()
    if brand is not None or campaign.campaign.brand:
        from placards.plan.brand import check_brand, read_brand, with_brand

        found = read_brand(brand or folder / campaign.campaign.brand)
        roots.append(found.folder)
        choices = [Asked(with_brand(one.choices, found), one.where) for one in choices]
    choices = list(choices)
    pictures = dict.fromkeys(picture for one in choices for picture in one.choices.details.pictures)
    inputs = open_inputs([root for root in roots if root != templates_folder() / "campaigns"], pictures)
    if found is not None:
        check_brand(found, inputs)
    made = plan(choices, inputs, name=campaign.campaign.name, limit=limit)
    for pack in _broken_packs(inputs):
        broken.take(pack)
    diagnostics = tuple(dict.fromkeys([*broken, *made.diagnostics]))
    return replace(made, diagnostics=diagnostics, file=str(path), language=campaign.campaign.language)


def _broken_packs(inputs: Inputs) -> list[PlacardsError]:
    """Packs of people's own that cannot be read; what is shipped is not theirs to mend."""
    return [
        pack
        for _, pack in inputs.messages.all_packs()
        if isinstance(pack, PlacardsError) and templates_folder() not in Path(pack.place.file or "").parents
    ]
