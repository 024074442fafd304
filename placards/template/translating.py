"""A layout's own texts become those of a job's languages, as the catalogs have them: values that go with the job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from placards.layout.content import OwnText, SlotText
from placards.template.folder import LayoutFolder

#: Looks a text up in the catalogs: its context (``layout/element``), its English source, and a language become its
#: translation and the language that this is in; None where there is none that may be used.
Lookup: TypeAlias = "Callable[[str, str, str], tuple[str, str] | None]"


def translated(layout: LayoutFolder, languages: Sequence[str], lookup: Lookup) -> tuple[OwnText, ...]:
    """The layout's own texts in each language that has them, for `Content.own`."""
    out = []
    for element, source in layout.layout.own_texts:
        context = f"{layout.name}/{element}"
        for language in languages:
            found = lookup(context, source, language)
            if found is not None:
                out.append(OwnText(context, source, language, SlotText(*found)))
    return tuple(out)
