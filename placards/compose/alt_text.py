"""A page of an artefact becomes the text that stands for it where it cannot be seen: its words, and what else is there,
in the image's own language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.layout.content import Content
from placards.locale.language import fallbacks
from placards.problems.diagnostic import Report, diagnostic
from placards.scene.items import Group, Item, Picture, Scene, TextBlock
from placards.template.folder import LayoutFolder
from placards.template.model import ALT

#: What is said first: the message, in all its languages.
_FIRST = ("title", "slogan", "translation")


def alt_text(scene: Scene, layout: LayoutFolder, content: Content, report: Report) -> str:
    """The words of a page, a line each, the message first; then what its pictures show, and what the layout says of
    its own art, where that is translated."""
    items = list(_leaves(scene.items))
    blocks = [item for item in items if isinstance(item, TextBlock)]
    blocks.sort(key=lambda block: _FIRST.index(block.role) if block.role in _FIRST else len(_FIRST))
    words = dict.fromkeys(" ".join(block.text.split()) for block in blocks)
    shown = dict.fromkeys(" ".join(item.alt.split()) for item in items if isinstance(item, Picture))
    described = _description(layout, content, report)
    parts = ["\n".join(filter(None, words)), "\n".join(filter(None, [*shown, described]))]
    return "\n\n".join(filter(None, parts)) + "\n"


def _description(layout: LayoutFolder, content: Content, report: Report) -> str:
    source, language = layout.layout.alt, content.languages[0]
    if not source or "en" in fallbacks(language):
        return source
    found = content.own_text(f"{layout.name}/{ALT}", source, language)
    if found is None:
        report(diagnostic("alt-untranslated", text=source, language=language))
        return ""
    return found.text


def _leaves(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from _leaves(item.items)
        else:
            yield item
