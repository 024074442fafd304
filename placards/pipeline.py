"""One job becomes one artefact: load, clean, compose, check, render. Start reading here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from placards.layout.compose import Composition, Request, compose
from placards.layout.content import Content, LoadedPicture, SlotText
from placards.messages.trust.status import status_summary
from placards.problems.diagnostic import Severity
from placards.problems.errors import InputError, MissingGlyphError, Place, TextError
from placards.scene.check import check_scene, missing_glyphs
from placards.scene.items import Group, Item, Scene, TextBlock
from placards.template.library import LayoutFolder, read_layout
from placards.text.clean import Cleaned, clean
from placards.text.fontset import FontSet, font_set
from placards.text.isolate import isolate_phone_numbers
from placards.values.geometry import Size
from placards.values.sheet import parse_sheet


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact to make: plain values only, so that a job travels to a worker process and a cache can name it."""

    name: str  # path of the artefact below the output folder, with suffix
    layout: Path  # the layout's folder
    size: str
    content: Content
    palette: str = ""
    dpi: float = 150.0
    font_folders: tuple[Path, ...] = ()
    statuses: tuple[tuple[str, str, str], ...] = ()  # (slogan, language, status) for the manifest
    tags: tuple[tuple[str, str], ...] = ()  # what the campaign says of the job, for the manifest

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class SetText:
    """How a text of an artefact was set."""

    slot: str
    role: str
    language: str
    size_pt: float
    lines: tuple[str, ...]
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Artefact:
    """The bytes of a file, and what there is to say of them."""

    job: Job
    data: bytes = field(repr=False)
    pages: int = 1
    texts: tuple[SetText, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def make(job: Job) -> Artefact:
    """Make a job's artefact; raises PlacardsError. Depends on nothing but the job and the files that it names."""
    content, warnings = _clean(job.content)
    request = _request(job, content)
    composition = compose(request)
    _describe(composition.scenes, job)
    _refuse_missing_glyphs(composition)
    _refuse_violations(composition.scenes)
    data = _render(composition.scenes, job)
    return Artefact(
        job,
        data,
        len(composition.scenes),
        tuple(_set_texts(composition.scenes)),
        tuple(dict.fromkeys([*warnings, *composition.warnings])),
    )


def scenes(job: Job) -> list[Scene]:
    """The Scenes of a job, for tests, previews and goldens."""
    content, _ = _clean(job.content)
    composed = compose(_request(job, content)).scenes
    _describe(composed, job)
    return composed


def _describe(all_scenes: list[Scene], job: Job) -> None:
    """Let the file itself say how far its texts can be trusted."""
    subject = status_summary(job.statuses)
    all_scenes[:] = [replace(scene, metadata=replace(scene.metadata, subject=subject)) for scene in all_scenes]


def _clean(content: Content) -> tuple[Content, list[str]]:
    """The content without characters that have no place on paper, and a warning for each kind taken out."""
    warnings: list[str] = []

    def cleaned(shown: SlotText, what: str) -> SlotText:
        try:
            result = clean(shown.text)
        except TextError as error:
            error.at(Place(message=what, language=shown.language))
            raise
        told = (w for w in result.warnings if w.code != "phone-number")  # mended on the next line
        warnings.extend(f"{what} ({shown.language}): {w.sentence}" for w in told)
        return SlotText(isolate_phone_numbers(result.text), shown.language)

    entries = tuple(
        replace(
            e,
            texts=tuple(cleaned(t, e.slogan or "text") for t in e.texts),
            said=tuple(t and cleaned(t, e.slogan or "text") for t in e.said),
        )
        for e in content.entries
    )
    fields = tuple((name, tuple(cleaned(t, name) for t in texts)) for name, texts in content.fields)
    link = clean(content.link) if content.link else Cleaned("")  # no isolates here: every character is the address
    warnings.extend(f"link: {warning.sentence}" for warning in link.warnings)
    return replace(content, entries=entries, fields=fields, link=link.text), warnings


def _request(job: Job, content: Content) -> Request:
    return Request(
        _layout(job.layout), parse_sheet(job.size), content, job.palette, _fonts(job.font_folders), _load_picture
    )


@lru_cache(maxsize=64)
def _layout(folder: Path) -> LayoutFolder:
    return read_layout(folder)


def _fonts(folders: tuple[Path, ...]) -> FontSet:
    return font_set(folders)


def _load_picture(path: str) -> LoadedPicture:
    from placards.render.images import load_image

    loaded = load_image(Path(path))
    return LoadedPicture(loaded.data, Size(loaded.width, loaded.height))


def text_blocks(items: tuple[Item, ...]) -> Iterator[TextBlock]:
    """All text blocks of a Scene, those in groups included."""
    for item in items:
        if isinstance(item, TextBlock):
            yield item
        elif isinstance(item, Group):
            yield from text_blocks(item.items)


def _refuse_missing_glyphs(composition: Composition) -> None:
    """No box and no stray dotted circle may reach paper; raises MissingGlyphError."""
    for scene in composition.scenes:
        for block in text_blocks(scene.items):
            missing = next(missing_glyphs(block), None)
            if missing is not None:
                remedy = "Put a font that has it in a folder “fonts” beside the campaign"
                raise MissingGlyphError(
                    f"slot “{block.slot}” ({block.language}): {missing} in “{' '.join(block.text.split())}”; "
                    f"tried {missing.font} and every other font",
                    remedy=remedy if missing.boxed else "Check the spelling there",
                )


def _refuse_violations(all_scenes: list[Scene]) -> None:
    """What the checker finds is a defect of the layout or of this program: it must not reach paper."""
    found = [v for scene in all_scenes for v in check_scene(scene) if v.severity is Severity.ERROR]
    if found:
        raise InputError(found[0], also=found[1:])


def _render(all_scenes: list[Scene], job: Job) -> bytes:
    from placards.render.formats import render
    from placards.render.options import RenderOptions

    return render(all_scenes, job.suffix, RenderOptions(dpi=job.dpi))


def _set_texts(all_scenes: list[Scene]) -> Iterator[SetText]:
    for scene in all_scenes:
        for block in text_blocks(scene.items):
            fonts = dict.fromkeys(p.run.font.path.name for line in block.lines for p in line.runs)
            size = block.lines[0].runs[0].size if block.lines and block.lines[0].runs else 0.0
            yield SetText(
                block.slot,
                block.role,
                block.language,
                round(size, 2),
                tuple(line.text for line in block.lines),
                tuple(fonts),
            )
