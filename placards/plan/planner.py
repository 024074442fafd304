"""Choices, or the sets of a campaign file, become a plan: jobs, what was left out and why, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from placards.files.shipped import templates_folder, world_of
from placards.files.toml import read_toml
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import Job
from placards.layout.slots import tells_when
from placards.messages.trust.status import Status
from placards.plan.choices import Choices, Combination, Picture, Printing
from placards.plan.excluded import fits
from placards.plan.messages import Messages, Skipped
from placards.plan.named import Named
from placards.plan.product import Product, Where, nowhere
from placards.problems.diagnostic import Diagnostic, Diagnostics, Report, Severity, diagnostic
from placards.problems.errors import InputError, PlacardsError, Place, near

#: More artefacts are rarely meant: they must be asked for.
MAX_JOBS = 20_000

#: No plan holds more.
MAX_JOBS_EVER = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Choices, and where each of their keys stands, for errors."""

    choices: Choices
    where: Where = nowhere
    added: bool = False  # to a product of the same name, which may have all of it already


@dataclass(frozen=True, slots=True)
class Plan:
    """What is going to be made. Jobs that cannot be planned are named in the diagnostics; the others go on."""

    jobs: tuple[Job, ...]
    skipped: tuple[Skipped, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    name: str = ""
    file: str = ""  # the campaign's, for people
    excluded: int = 0  # artefacts that the choices leave out
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
    with inputs.world.still():
        return _plan(list(asked), inputs, name, limit)


def _plan(every: Sequence[Asked], inputs: Inputs, name: str, limit: int | None) -> Plan:
    report = Diagnostics()
    skipped: dict[Skipped, None] = {}
    messages, numbers = Messages(inputs), Counter[str]()
    products = [Product(one.choices, inputs, messages, report, skipped, one.where, numbers) for one in every]
    _check_size(products, limit)
    named = Named(products)
    idle: dict[Place, bool] = {}
    for number, product in enumerate(products):
        before = len(named)
        taken = sum(named.add(job, number) for job in product.jobs())
        if every[number].added and taken:
            place = product.where(())
            idle[place] = idle.get(place, True) and len(named) == before
    for place in (place for place, nothing in idle.items() if nothing):
        report(diagnostic("plan-include-idle", place=place))
    _say_what_is_idle(every, products, report)
    for found in (*named.repeated(), *named.clashes()):
        report(found)
    _say_what_no_layout_shows(named.jobs, inputs, report)
    _say_what_is_not_printed(products, report)
    excluded = sum(product.full_count - product.count() for product in products)
    return Plan(tuple(named.jobs), tuple(skipped), tuple(report), name, inputs=inputs, excluded=excluded)


def _say_what_is_idle(asked: Sequence[Asked], products: Sequence[Product], report: Report) -> None:
    """A warning for each exclusion that leaves nothing out, and for changes for languages that nothing is in."""
    met: dict[tuple[str, tuple[Combination, ...]], int] = {}
    for one, product in zip(asked, products, strict=True):
        choices = product.choices
        if choices.exclude:
            key = (choices.name, choices.exclude)
            met[key] = met.get(key, 0) | product.rules_met()
        if choices.only_in and not one.added and not product.has_languages:
            remedy = near(choices.only_in, product.languages)
            report(diagnostic("plan-language-idle", place=product.where(()), remedy=remedy, languages=choices.only_in))
    for product in products:
        choices = product.choices
        rules = met.pop((choices.name, choices.exclude), -1)
        for number in range(len(choices.exclude)):
            if not rules >> number & 1:
                report(_idle(product, number))


def _idle(product: Product, number: int) -> Diagnostic:
    """That an exclusion leaves nothing out, and what it probably means."""
    rule, place = product.choices.exclude[number], product.where(("exclude", number))
    for axis, values in product.axes:
        patterns: tuple[str, ...] = getattr(rule, axis)
        if patterns and not any(fits(axis, value, pattern) for value in values for pattern in patterns):
            shown = tuple(dict.fromkeys(value for value in values if value))
            key, remedy = axis.removesuffix("s"), near(patterns[0], shown)
            return diagnostic("plan-exclude-nothing", place=place, remedy=remedy, key=key, values=patterns)
    return diagnostic("plan-exclude-idle", place=place)


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


def _say_what_is_not_printed(products: Sequence[Product], report: Report) -> None:
    """A warning for each profile that no PDF has: images and SVG take none."""
    printed = {product.choices.printing for product in products if "pdf" in product.choices.formats}
    for product in products:
        printing, formats = product.choices.printing, product.choices.formats
        if product.choices.name and printing and printing not in printed and "pdf" not in formats:
            printed.add(printing)
            place, name = product.where(("print",)), printing.profile or "home"
            report(diagnostic("profile-not-for-images", place=place, profile=name, formats=formats))


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


def open_inputs(
    folders: Sequence[Path], pictures: Iterable[Picture] = (), printings: Iterable[Printing] = ()
) -> Inputs:
    """People's folders, in their order, and what is shipped, with the pictures and the printers' profiles that lie
    outside of all; raises InputError for what is no folder."""
    for folder in folders:
        if not folder.is_dir():
            raise InputError("plan-folder", folder=str(folder))
    world = world_of(folders)
    outside = tuple((picture.name, picture.outside) for picture in pictures if picture.outside)
    printings = [printing for printing in printings if printing.outside]
    if printings:
        from placards.plan.printing import outside_files

        outside += tuple(outside_files(printings))
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
    variables: Mapping[str, Mapping[str, str]] | None = None,
    profile: str = "",
) -> Plan:
    """Read a campaign file, or a spreadsheet of which each row is an artefact, and plan it, with messages of at least
    the status *require* (by default translated ones, with *draft* fuzzy ones too). *extra* are folders with own
    templates and fonts; *brand* goes before the file's own brand, and *variables* (by name: texts by language, "" for
    all others) before its own; *profile*, a name or a file, goes before those that it names for printers, and what it
    says of single keys stays. Raises InputError when the file itself is wrong, and where it asks for more than *limit*
    artefacts; what concerns single jobs goes into the plan's diagnostics."""
    # Imported here: who makes a single placard needs no models of campaign files.
    from placards.files.validation import validate
    from placards.plan.campaign_choices import asked
    from placards.plan.campaign_file import Campaign
    from placards.plan.table.source import as_campaign, is_table
    from placards.plan.variables import with_variables

    found, broken = None, Diagnostics()
    file = with_variables(as_campaign(path) if is_table(path) else read_toml(path), variables or {}, broken)
    campaign = validate(Campaign, file)
    folder = path.resolve().parent
    roots = [folder, *((folder / p) for p in campaign.campaign.path), *extra]
    choices: Iterable[Asked] = asked(campaign, file, draft=draft, require=require)
    if brand is not None or campaign.campaign.brand:
        from placards.plan.brand import check_brand, read_brand, with_brand

        found = read_brand(brand or folder / campaign.campaign.brand)
        roots.append(found.folder)
        choices = [replace(one, choices=with_brand(one.choices, found)) for one in choices]
    choices = list(choices)
    if profile:
        from placards.plan.printing import printing_of

        wanted = replace(printing_of(profile), keys=(("slug_name", campaign.campaign.name),))
        choices = [replace(one, choices=_printed(one.choices, wanted)) for one in choices]
    pictures = dict.fromkeys(picture for one in choices for picture in one.choices.details.pictures)
    folders = [root for root in roots if root != templates_folder() / "campaigns"]
    inputs = open_inputs(folders, pictures, [wanted] if profile else ())
    if found is not None:
        check_brand(found, inputs)
    if campaign.table is not None:
        from placards.plan.table.asking import asked_rows

        with inputs.world.still():
            rows = asked_rows(campaign, folder, inputs, broken, draft=draft, require=require)
        if profile:
            rows = [replace(one, choices=_printed(one.choices, wanted)) for one in rows]
        choices += [replace(one, choices=with_brand(one.choices, found)) for one in rows] if found else rows
    made = plan(choices, inputs, name=campaign.campaign.name, limit=limit)
    for pack in _broken_packs(inputs):
        broken.take(pack)
    diagnostics = tuple(dict.fromkeys([*broken, *made.diagnostics]))
    return replace(made, diagnostics=diagnostics, file=str(path), language=campaign.campaign.language)


def _printed(choices: Choices, wanted: Printing) -> Choices:
    """The Choices with another profile; single keys that they say stay."""
    keys = dict(wanted.keys) | dict(choices.printing.keys)
    return replace(choices, printing=replace(wanted, keys=tuple(keys.items())))


def _broken_packs(inputs: Inputs) -> list[PlacardsError]:
    """Packs of people's own that cannot be read; what is shipped is not theirs to mend."""
    return [
        pack
        for _, pack in inputs.messages.all_packs()
        if isinstance(pack, PlacardsError) and templates_folder() not in Path(pack.place.file or "").parents
    ]
