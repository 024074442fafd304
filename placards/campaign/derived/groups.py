"""Artefacts that belong together, by the word that a person chose."""

from __future__ import annotations

from collections.abc import Sequence

from placards.campaign.derived.items import Item

#: An artefact in so many languages is named by each of them.
_NAMED = 3


def groups_of(item: Item, by: str) -> tuple[str, ...]:
    """The groups to which an artefact belongs; of languages, it may be several."""
    if by == "language":
        return item.languages or ("",)
    return ({"layout": item.layout, "size": item.size, "set": item.set}[by],)


def group_of(item: Item, by: str) -> str:
    """The one group in which an artefact is printed: several languages together are one of their own."""
    if by != "language":
        return groups_of(item, by)[0]
    return "+".join(item.languages) if len(item.languages) <= _NAMED else "languages"


def grouped(items: Sequence[Item], by: str) -> dict[str, list[Item]]:
    """The artefacts of each group, groups and artefacts in the order of their names."""
    found: dict[str, list[Item]] = {}
    for item in items:
        for group in dict.fromkeys(groups_of(item, by)):
            found.setdefault(group, []).append(item)
    return dict(sorted(found.items()))
