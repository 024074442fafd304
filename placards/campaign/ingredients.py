"""A job becomes the digests of everything that its bytes depend on, by what a person would call it.

What can be known before a job is done is digested here: the program, the layout, the colours, the words. Which fonts,
pieces of art and files beside the layout it looks at is known once it was done (`Engine.make_traced`); a record in the
manifest has both. A job whose ingredients are those of its record would become the same bytes.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from placards.campaign.program import program_digest
from placards.files.cache import user_cache
from placards.files.world import File, World
from placards.inputs import Inputs
from placards.job import Job
from placards.plan.art import pieces_of
from placards.template.folder import LayoutFolder
from placards.text.fontset import FontSet
from placards.values.profile import HOME, Profile

#: Ingredients by name, each as sixteen hexadecimal digits; and the files that were looked at, by their names in the
#: World.
Digests = dict[str, str]

#: What layouts write by themselves.
_WRITTEN = "0123456789•…-–/,:"

#: What tables of a layout.toml say nothing of an artefact: its colours are told by themselves.
_COLOURS = ("palettes", "palette", "accepts", "colors")

#: What a file depends on where nobody asked for anything.
HOME_DIGEST = HOME.digest


class Ingredients:
    """The digests of the jobs of one plan. What many jobs share is digested once."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._program = program_digest()
        self._kept: dict[Hashable, Any] = {}
        self._contents: dict[int, tuple[object, Digests]] = {}

    def of(self, job: Job) -> Digests:
        """What is known of a job before it is done; raises PlacardsError where its layout cannot be read any more."""
        layout: LayoutFolder = self._once(("name", job.layout), lambda: self._inputs.layout(job.layout))
        found = {
            "program": self._program,
            "layout": self._once(("layout", layout.digest), lambda: _layout_digest(layout)),
            "colors": self._colors(job, layout),
            **self._content(job, layout),
            "profile": self._profile(job.output.profile),
            "settings": _digest(
                job.size,
                replace(job.output, profile=HOME),
                job.faces,
                job.statuses,
                tuple(note.portable for note in job.notes),
            ),
        }
        return {name: digest for name, digest in found.items() if digest}

    def changed_files(self, looked_at: Digests) -> tuple[str, ...]:
        """The names of files that are not what they were, or not there any more."""
        return tuple(name for name, digest in looked_at.items() if not self._is_same(name, digest))

    def _is_same(self, name: str, digest: str) -> bool:
        def look() -> bool:
            world = self._inputs.world
            # A font is taken from any source; of art and layouts the first source's file is the one.
            files = world.every(name) if name.startswith("fonts/") else filter(None, [world.find(name)])
            return any(world.digest(file)[:16] == digest for file in files)

        return bool(self._once(("file", name, digest), look))

    def _once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def _colors(self, job: Job, layout: LayoutFolder) -> str:
        key = ("colors", layout.digest, job.colors, job.palette if not job.colors else "")
        return str(
            self._once(
                key, lambda: _digest(tuple(sorted(dict(job.colors or self._own_colors(layout, job.palette)).items())))
            )
        )

    def _own_colors(self, layout: LayoutFolder, palette: str) -> Iterable[tuple[str, object]]:
        return self._inputs.coloring(layout, palette).colors.items()

    def _profile(self, profile: Profile) -> str:
        """Of what the printer wants; empty where nobody asked for anything."""
        digest = HOME_DIGEST if profile is HOME else self._once(("profile", profile), lambda: profile.digest)
        return "" if digest == HOME_DIGEST else str(digest)

    def _content(self, job: Job, layout: LayoutFolder) -> Digests:
        """Of the words, details and pictures, and what else there is to choose from for them."""
        content = job.content
        known = self._contents.get(id(content))
        if known is None or known[0] is not content:
            # Sizes and kinds of files share one content.
            known = self._contents[id(content)] = content, self._digests(job, layout)
        return known[1]

    def _digests(self, job: Job, layout: LayoutFolder) -> Digests:
        content = job.content
        # Themes and the art that was chosen only say which pieces may be shown.
        rest = replace(content, languages=(), entries=(), draft=None, turns=None, pictures=(), themes=(), art="")
        return {
            "words": _digest(content.languages, content.entries, content.draft, content.turns),
            "details": _digest(rest),
            "pictures": _digest(content.pictures) if content.pictures else "",
            "art": self._art(job, layout),
            "fonts": self._fonts(job),
        }

    def _art(self, job: Job, layout: LayoutFolder) -> str:
        """Of which pieces it may show, and of what is said of them."""
        if "art" not in layout.layout.kinds:
            return ""
        library = self._inputs.artwork
        pieces = pieces_of(layout, job.content, library)
        return _digest(tuple((name, library.about(name)) for name in pieces))

    def _fonts(self, job: Job) -> str:
        """Of people's own fonts that may be chosen, of their coverage, not of their bytes; empty where there are none:
        what is shipped is the program's."""
        fonts = self._inputs.fonts(job.faces)
        if not any(family.user for family in fonts.families):
            return ""
        return _choice(fonts, job, self._inputs)


def looked_at(world: World, files: Iterable[File]) -> Digests:
    """The digests of files by their names in the World, in their order."""
    return dict(sorted({file.name: world.digest(file)[:16] for file in files}.items()))


def _layout_digest(layout: LayoutFolder) -> str:
    """Of what a layout.toml says, without its colours, comments and white space."""
    return str(user_cache().remembered("layout keys", layout.digest, lambda: _of_toml(layout.source.read())))


def _of_toml(raw: bytes) -> str:
    table = tomllib.loads(raw.decode("utf-8-sig"))
    return _digest(json.dumps({key: value for key, value in table.items() if key not in _COLOURS}, default=repr))


def _choice(fonts: FontSet, job: Job, inputs: Inputs) -> str:
    from placards.text.choice import choice_for

    texts = "".join(text.text for text in _texts(job))
    characters = frozenset(f"{texts}{texts.upper()}{_WRITTEN}")
    # A font is the last resort for any character that it has, whatever it was made for.
    own = (file for family in fonts.families if family.user for file in family.files)
    covered = tuple("".join(sorted(characters & inputs.coverage(file.file))) for file in own)
    return _digest(choice_for(fonts, job.content.languages, characters), covered)


def _texts(job: Job) -> Iterable[Any]:
    content = job.content
    for entry in content.entries:
        yield from entry.texts
        yield from filter(None, entry.said)
    for _, texts in content.fields:
        yield from texts
    yield from (own.shown for own in content.own)
    yield from content.turns or ()
    if content.draft:
        yield content.draft


def _digest(*values: object) -> str:
    return sha256("\0".join(map(repr, values)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
