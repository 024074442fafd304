"""One job becomes one artefact: load, clean, compose, describe, check, render. Start reading here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, TypeAlias

from placards.compose.faces import faces_not_whole
from placards.compose.request import Request
from placards.compose.steps import compose
from placards.files.world import File, World
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import Job as Job
from placards.job import OutputSpec
from placards.layout.content import Content, SlotText
from placards.messages.trust.status import status_summary
from placards.problems.diagnostic import Diagnostic, Diagnostics, Report, Severity, diagnostic
from placards.problems.errors import InputError, MissingGlyphError, Place, TextError
from placards.scene.check import check_scene, counted
from placards.scene.glyphs import MissingGlyph, missing_glyphs
from placards.scene.items import Group, Item, Scene, TextBlock
from placards.template.art import art_file
from placards.template.folder import LayoutFolder
from placards.text.asked import fonts_asked
from placards.text.clean import Cleaned, settable
from placards.text.clean import clean as clean_text
from placards.text.font import Font
from placards.text.fontset import FontSet
from placards.values.emphasis import MARK, looks_marked, read_marks, without_marks
from placards.values.profile import HOME
from placards.values.sheet import parse_sheet, sheet_for
from placards.values.units import MM

if TYPE_CHECKING:
    from placards.art.credits import Credit
    from placards.render.options import RenderOptions


@dataclass(frozen=True, slots=True)
class SetText:
    """How a text of an artefact was set."""

    slot: str
    role: str
    language: str  # BCP 47
    size_pt: float
    lines: tuple[str, ...]
    fonts: tuple[str, ...]  # file names


@dataclass(frozen=True, slots=True)
class Artefact:
    """The bytes of a file, and what there is to say of them: warnings and notes, the plan's too. Errors raise."""

    job: Job
    data: bytes = field(repr=False)
    pages: int = 1
    texts: tuple[SetText, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    checks: Mapping[str, int] = field(default_factory=dict)  # what the checker counted, by `placards.scene.check`
    credits: tuple[Credit, ...] = ()  # of the layout, the art and the fonts that it shows
    more: tuple[bytes, ...] = field(default=(), repr=False)  # the further pages of an image, a file each
    alts: tuple[str, ...] = ()  # what stands for each page of an image for a screen, where it cannot be seen

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """All files of the artefact: its pages, of which several are ``name-1.png``, ``name-2.png``, …, and beside each
        its text, ``name.png.alt.txt``."""
        name, pages = self.job.name, (self.data, *self.more)
        stem = name.removesuffix(self.job.suffix) if name.endswith(self.job.suffix) else name.rpartition(".")[0]
        width = len(str(len(pages)))  # ten pages and more sort as they are numbered
        numbered = (f"{stem}-{n:0{width}}{name[len(stem) :]}" for n in range(1, len(pages) + 1))
        names = [name] if len(pages) == 1 else list(numbered)
        texts = ((f"{page}.alt.txt", text.encode()) for page, text in zip(names, self.alts, strict=False))
        return (*zip(names, pages, strict=True), *texts)

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What somebody should look at, each as a sentence with its place, the same on every machine."""
        return tuple(str(d.portable) for d in self.diagnostics if d.severity is Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Traced:
    """An artefact with what it was made of: the fonts, pieces of art and files beside the layout that it shows, fonts
    that were looked at for it, and its Scenes."""

    artefact: Artefact
    files: tuple[File, ...] = ()
    scenes: tuple[Scene, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What a job has become so far. Each step fills in what the next ones need."""

    job: Job
    content: Content
    report: Report
    layout: LayoutFolder | None = None
    fonts: FontSet | None = None
    page: int | None = None  # the only one that is wanted
    scenes: tuple[Scene, ...] = ()
    pages: int = 0  # how many there are
    art: tuple[str, ...] = ()  # the pieces of art on the Scenes
    beside: tuple[str, ...] = ()  # the files beside the layout that they show
    asked: tuple[Font, ...] = ()  # the fonts that were looked at
    wrong: tuple[Diagnostic, ...] = ()  # what was given and is not on the Scenes
    checks: Mapping[str, int] = field(default_factory=dict)  # what the checker counted
    alts: tuple[str, ...] = ()  # of images for screens
    printed: tuple[Scene, ...] = ()  # what a printer's file has in place of the Scenes
    options: RenderOptions | None = None  # of that file


#: A step does one thing with the work, and may ask the engine for what many jobs share.
Step: TypeAlias = "Callable[[Engine, Work], Work]"


def load(engine: Engine, work: Work) -> Work:
    """The layout and the fonts, if they are still those that the job was planned with; raises InputError."""
    job, inputs = work.job, engine.inputs
    if job.layout_digest and job.layout_digest != inputs.layout_digest(job.layout):
        raise InputError("job-stale", what=f"the layout “{job.layout}”")
    if job.fonts_digest and job.fonts_digest != inputs.fonts_digest():
        raise InputError("job-stale", what="a font")
    for picture in job.content.pictures:
        if picture.digest and picture.digest != inputs.picture_digest(picture.file):
            raise InputError("job-stale", what=f"the picture “{picture.slot}”")
    if job.art_digest and job.art_digest != inputs.art_digest():
        raise InputError("job-stale", what="a piece of art")
    fonts = inputs.fonts(job.faces)
    for found in fonts.problems:
        work.report(found)
    return replace(work, layout=inputs.layout(job.layout), fonts=fonts)


def clean(engine: Engine, work: Work) -> Work:
    """Texts without what has no place on paper; raises TextError for what cannot be set at all."""
    return replace(work, content=clean_content(work.content, work.report))


def compose_scenes(engine: Engine, work: Work) -> Work:
    """Every element of the layout in its place; raises FitError, TextError, InputError."""
    assert work.layout is not None
    assert work.fonts is not None
    job = work.job
    sheet = sheet_for(job.output.profile, parse_sheet(job.size))
    colors = dict(job.colors) or engine.inputs.coloring(work.layout, job.palette).colors
    request = Request(
        work.layout,
        sheet,
        work.content,
        colors,
        work.fonts,
        engine.inputs.picture,
        pictures=engine.inputs,
        artwork=lambda: engine.inputs.artwork,
        outlines=engine.inputs.outlines,
        page=work.page,
    )
    with fonts_asked() as asked:
        composition = compose(request)
    for found in composition.diagnostics:
        work.report(found)
    for found in faces_not_whole(work.layout.layout, composition.scenes, work.fonts):
        work.report(found)
    return replace(
        work, scenes=tuple(composition.scenes), pages=composition.pages, art=composition.art,
        beside=tuple(composition.beside), asked=tuple(asked), wrong=composition.diagnostics.errors,
    )  # fmt: skip


def describe(engine: Engine, work: Work) -> Work:
    """Each Scene says how far its texts can be trusted, and how many pixels an image of it has."""
    subject = status_summary(work.job.statuses)
    described = (replace(scene, metadata=replace(scene.metadata, subject=subject)) for scene in work.scenes)
    width = work.job.output.width_px
    if width and work.job.suffix not in (".pdf", ".svg"):
        described = (replace(s, pixels=(width, max(1, round(width / s.trim.aspect)))) for s in described)
    return replace(work, scenes=tuple(described))


def check(engine: Engine, work: Work) -> Work:
    """Everything that was given must be there, and no box, no stray dotted circle, nothing outside its slot may reach
    paper; raises MissingGlyphError and InputError."""
    if work.wrong:
        raise InputError(work.wrong[0], also=work.wrong[1:])
    found = [problem for scene in work.scenes for problem in check_scene(scene)]
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        for block in (block for scene in work.scenes for block in text_blocks(scene.items)):
            for missing in missing_glyphs(block):
                raise _missing(missing, block)
        # A defect of the layout or of this program.
        raise InputError(errors[0], also=errors[1:], code="scene")
    for warning in found:
        work.report(warning)
    return replace(work, checks=counted(found))


def for_printer(engine: Engine, work: Work) -> Work:
    """The Scenes as a printer gets them: in inks, at the file's scale, with finishing, marks and slug; raises
    InputError."""
    profile = work.job.output.profile
    if work.job.suffix != ".pdf" or (profile == HOME and all(map(_is_short, work.scenes))):
        return work
    from placards.press.prepare import for_press  # most sheets are for screens and office printers
    from placards.press.ready import ready
    from placards.press.slug import Slug
    from placards.render.options import RenderOptions

    assert work.fonts is not None
    # Inks first: what counts as small is told by the finished size.
    scenes, options = for_press(work.scenes, RenderOptions(profile=profile), engine.world, work.report)
    slug = Slug(work.content.languages, work.job.size)
    with fonts_asked() as asked:
        printed = ready(scenes, profile, slug, work.fonts, work.report)
    return replace(work, printed=printed, options=options, asked=tuple(dict.fromkeys((*work.asked, *asked))))


def _is_short(scene: Scene) -> bool:
    """Whether a sheet surely fits a PDF at its own size."""
    return max(scene.trim) + 2 * scene.bleed <= HOME.scale.longest_mm * MM


def describe_images(engine: Engine, work: Work) -> Work:
    """What stands beside an image for a screen, for those who cannot see it."""
    if work.layout is None or not _is_image(work.job) or parse_sheet(work.job.size).kind != "screen":
        return work
    from placards.compose.alt_text import alt_text

    layout, content, report = work.layout, work.content, work.report
    return replace(work, alts=tuple(alt_text(scene, layout, content, report) for scene in work.scenes))


def _missing(missing: MissingGlyph, block: TextBlock) -> MissingGlyphError:
    words = " ".join(block.text.split())
    return MissingGlyphError(
        "job-glyph-missing" if missing.boxed else "job-mark-alone",
        place=Place(message=f"slot “{block.slot}”", language=block.language),
        code=MissingGlyphError.code,
        char=missing.char,
        code_point=f"{ord(missing.char):04X}",
        text=words,
        font=missing.font,
    )


#: From a job to its Scenes, and on to what may be printed.
COMPOSING: tuple[Step, ...] = (load, clean, compose_scenes, describe)
STEPS: tuple[Step, ...] = (*COMPOSING, check, for_printer, describe_images)


class Engine:
    """Makes jobs out of a World. One for each process: its *inputs* are what jobs share (layouts, fonts, pictures), and
    nothing is remembered outside them."""

    def __init__(self, world: World | None = None, *, inputs: Inputs | None = None) -> None:
        self.inputs = inputs or Inputs(world)

    @property
    def world(self) -> World:
        """Where everything comes from."""
        return self.inputs.world

    def make(self, job: Job) -> Artefact:
        """The artefact of a job; raises PlacardsError. It depends on the job and the bytes that it names alone."""
        return self._made(job)[0]

    def make_traced(self, job: Job) -> Traced:
        """The artefact as `make` makes it, with what it was made of; raises PlacardsError."""
        artefact, work = self._made(job)
        return Traced(artefact, tuple(_files(self.inputs, work)), work.scenes)

    def preview(self, job: Job, *, width_px: int, page: int = 1) -> Artefact:
        """One page of a job, counted from 1, as a PNG *width_px* wide, checked as `make` checks it; its *pages* says
        how many there are. What the other pages show, and what none does, is not known. Raises PlacardsError."""
        output = OutputSpec("png", width_px=width_px, profile=job.output.profile)
        return self._made(replace(job, output=output), page)[0]

    def _made(self, job: Job, page: int | None = None) -> tuple[Artefact, Work]:
        found = Diagnostics()
        work = self._run(STEPS, job, found, page)
        first, *more = _render(work, found)
        texts = _set_texts(work.scenes)
        credits = _credits(self, work, texts)
        artefact = Artefact(
            job, first, work.pages, texts, tuple(found), work.checks,
            credits=credits, more=tuple(more), alts=work.alts,
        )  # fmt: skip
        return artefact, work

    def credits(self, job: Job) -> tuple[Credit, ...]:
        """Who made what a job shows, without a file; raises PlacardsError."""
        work = self._run(COMPOSING, job, Diagnostics())
        return _credits(self, work, _set_texts(work.scenes))

    def scenes(self, job: Job, report: Report | None = None) -> list[Scene]:
        """The Scenes of a job, one a page, for previews, tests and goldens; raises PlacardsError. *report* hears what
        `make` puts into the artefact's diagnostics."""
        return list(self._run(COMPOSING, job, report or Diagnostics()).scenes)

    def _run(self, steps: Sequence[Step], job: Job, report: Report, page: int | None = None) -> Work:
        for note in job.notes:
            report(note)
        work = Work(job, job.content, report, page=page)
        for step in steps:
            work = step(self, work)
        return work


def clean_content(content: Content, report: Report) -> Content:
    """The content without characters that have no place on paper; raises TextError for what cannot be set at all."""

    def cleaned(shown: SlotText, what: str) -> SlotText:
        place = Place(message=what, language=shown.language)
        try:
            return replace(shown, text=_told(settable(shown.text, shown.language), place, report))
        except TextError as error:
            raise error.at(place) from None

    def unmarked(shown: SlotText, what: str) -> SlotText:
        shown = cleaned(shown, what)
        if MARK not in shown.text:
            return shown
        try:
            text, marked = read_marks(shown.text)
        except TextError as error:
            raise error.at(Place(message=what, language=shown.language)) from None
        return SlotText(text, shown.language, tuple(map(without_marks, shown.breaks)), marked)

    entries = tuple(
        replace(
            e,
            texts=tuple(unmarked(t, e.slogan or "text") for t in e.texts),
            said=tuple(t and unmarked(t, e.slogan or "text") for t in e.said),
        )
        for e in content.entries
    )
    fields = tuple((name, tuple(cleaned(t, name) for t in texts)) for name, texts in content.fields)
    for name, texts in fields:
        for one in dict.fromkeys(texts if name != "body" else ()):
            if looks_marked(one.text):
                place = Place(message=name, language=one.language)
                report(diagnostic("marks-as-they-are", place=place, text=one.text[:60]))
    # No isolates in a link: every character is the address.
    link = _told(clean_text(content.link), Place(message="link"), report) if content.link else ""
    pictures = tuple(
        replace(p, alt=_told(clean_text(p.alt), Place(message=p.slot), report)) if p.alt else p
        for p in content.pictures
    )
    return replace(content, entries=entries, fields=fields, link=link, pictures=pictures)


def _told(result: Cleaned, place: Place, report: Report) -> str:
    for found in result.warnings:
        report(found.at(place))
    return result.text


def text_blocks(items: Sequence[Item]) -> Iterator[TextBlock]:
    """All text blocks of a Scene, those in groups included."""
    for item in items:
        if isinstance(item, TextBlock):
            yield item
        elif isinstance(item, Group):
            yield from text_blocks(item.items)


def _render(work: Work, report: Report) -> list[bytes]:
    """The files of the pages: one that holds all, or for images one each."""
    from placards.render.limits import render_within
    from placards.render.options import RenderOptions

    job, scenes = work.job, work.printed or work.scenes
    # What is to be printed is seen with its margins, and in the colours of screens.
    profile = job.output.profile if job.output.format == "pdf" else HOME
    options = work.options or RenderOptions(dpi=job.output.dpi, profile=profile)
    most = parse_sheet(job.size).most_bytes if _is_image(job) else None
    pages = [[scene] for scene in scenes] if _is_image(job) else [scenes]
    return [render_within(page, job.suffix, options, most, report) for page in pages]


def _files(inputs: Inputs, work: Work) -> Iterator[File]:
    """The files of the World that the Scenes depend on besides the layout itself."""
    from placards.art.library import FOLDER, SUFFIX

    assert work.layout is not None
    yield from filter(None, map(inputs.font_file, work.asked))
    for name in work.beside:
        yield art_file(work.layout.source, name)
    yield from filter(None, (inputs.world.find(f"{FOLDER}/{name}{SUFFIX}") for name in work.art))
    profile = work.job.output.profile
    icc = profile.condition.icc if _is_for_press(work.job) and profile.inks == "cmyk" else ""
    yield from filter(None, [icc and inputs.world.find(icc)])


def _is_for_press(job: Job) -> bool:
    """Whether a file has to become what a printer's profile wants."""
    profile = job.output.profile
    return job.suffix == ".pdf" and (profile.inks == "cmyk" or not profile.transparency)


def _is_image(job: Job) -> bool:
    return job.output.format not in ("pdf", "svg")


def _credits(engine: Engine, work: Work, texts: Iterable[SetText]) -> tuple[Credit, ...]:
    """Of the layout, where it has one, of the art and of the fonts that are shown."""
    from placards.art.credits import Credit, credits_of

    assert work.layout is not None
    own = work.layout.layout.credit
    found = [Credit("layout", work.job.layout, own)] if own else []
    if work.art:
        found += credits_of(work.art, engine.inputs.artwork)
    known = engine.inputs.font_credits()
    names = (name for text in texts for name in text.fonts)
    found += dict.fromkeys(known[name] for name in names if name in known)
    return tuple(found)


def _set_texts(scenes: Sequence[Scene]) -> tuple[SetText, ...]:
    """How each text was set, each once."""
    blocks = {id(block): block for scene in scenes for block in text_blocks(scene.items)}  # copies are one block
    return tuple(dict.fromkeys(map(_set_text, blocks.values())))


def _set_text(block: TextBlock) -> SetText:
    fonts = dict.fromkeys(p.run.font.name for line in block.lines for p in line.runs)
    size = block.lines[0].runs[0].size if block.lines and block.lines[0].runs else 0.0
    lines = tuple(line.text for line in block.lines)
    return SetText(block.slot, block.role, block.language, round(size, 2), lines, tuple(fonts))
