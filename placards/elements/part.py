"""A table of a layout.toml becomes a plain value: its keys are the fields of a frozen dataclass."""

from __future__ import annotations

from typing import dataclass_transform

from placards.frozen import dataclass


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Part:
    """Base of what a layout may say in one table: every class below it is a frozen dataclass whose fields are given by
    name. What its annotations say of the keys `placards.elements.checking` reads, and only when a file is checked: a
    layout that was checked once is made of these values alone."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # Not slotted: that would make another class, and ``super()`` in its methods would not find it.
        dataclass(frozen=True, kw_only=True)(cls)

    def contradictions(self) -> None:
        """Raise InputError for keys of which each is right, and which together make no sense."""
