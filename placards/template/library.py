"""Layout folders become Layouts: found on a search path, checked, and adapted to a sheet by their variants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from placards.files.toml import TomlFile, read_toml
from placards.files.validation import validate
from placards.problems.errors import InputError, Place, UnknownNameError, did_you_mean
from placards.template.condition import holds
from placards.template.model import SHOWN, AnyElement, Image, Layout, QrCode, Shape, SloganList, Text, Wall

#: Boxes that every layout may stand elements in.
SHEET_BOXES = ("sheet", "safe")


@dataclass(frozen=True, slots=True)
class LayoutFolder:
    """A loaded layout with its folder and its file, for errors."""

    name: str  # the folder's name
    folder: Path
    layout: Layout
    file: TomlFile

    def elements_for(self, values: Mapping[str, float]) -> tuple[AnyElement, ...]:
        """The elements for a sheet that *values* describes (`condition.NAMES`): the first variant that holds, applied,
        and elements whose own condition fails left out."""
        elements = self.layout.element
        for number, variant in enumerate(self.layout.variant):
            if holds(variant.when, values):
                elements = self._vary(number)
                break
        present = set(SHEET_BOXES)
        kept = []
        for element in elements:
            # What stands in an element that is left out is left out with it.
            if element.inside in present and (element.when is None or holds(element.when, values)):
                present.add(element.id)
                kept.append(element)
        return tuple(kept)

    def _vary(self, number: int) -> tuple[AnyElement, ...]:
        variant = self.layout.variant[number]
        elements = variant.element or self.layout.element
        out = []
        for element in elements:
            if element.id in variant.hide:
                continue
            change = variant.change.get(element.id)
            out.append(self._changed(element, change, number) if change else element)
        return tuple(out)

    def _changed(self, element: AnyElement, change: dict[str, Any], number: int) -> AnyElement:
        # A change that gives one extent replaces the pair it belongs to: "height" after "top, bottom" drops nothing,
        # so designers write `bottom = ""` never; instead the sides that contradict are taken from the change alone.
        merged = {name: getattr(element, name) for name in element.model_fields_set}
        for first, second, extent in (("start", "end", "width"), ("top", "bottom", "height")):
            if {first, second, extent} & set(change):
                for name in (first, second, extent):
                    merged.pop(name, None)
        data = {**merged, **change}
        key = ("variant", number, "change", element.id)
        return validate(type(element), self.file, _plain(data), key)


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """Values that were parsed once, as text again, so that the merged element is checked like a written one."""
    from placards.values.units import Length

    out: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, Length):
            out[name] = str(value)
        elif name == "points" and value and isinstance(value[0][0], Length):
            out[name] = [[str(x), str(y)] for x, y in value]
        elif name == "when" and isinstance(value, tuple):
            out[name] = " and ".join(f"{n} {op} {number:g}" for n, op, number in value)
        elif name == "lines" and isinstance(value, tuple):
            out[name] = [line.model_dump() for line in value]
        else:
            out[name] = value
    return out


def read_layout(folder: Path) -> LayoutFolder:
    """Load and check one layout folder; raises InputError with file, line and key."""
    file = read_toml(folder / "layout.toml")
    layout = validate(Layout, file)
    loaded = LayoutFolder(folder.name, folder, layout, file)
    _check_references(loaded)
    for number in range(len(layout.variant)):
        loaded._vary(number)
    return loaded


def _check_references(loaded: LayoutFolder) -> None:
    layout, file = loaded.layout, loaded.file
    colors = set.intersection(*(set(palette) for palette in layout.palettes.values()))
    lists: list[tuple[tuple[str | int, ...], tuple[AnyElement, ...]]] = [((), layout.element)]
    lists += [(("variant", n), v.element) for n, v in enumerate(layout.variant) if v.element]
    all_ids = {e.id for _, elements in lists for e in elements}
    for prefix, elements in lists:
        seen: set[str] = set()
        for number, element in enumerate(elements):
            key = (*prefix, "element", number)
            if element.id in seen or element.id in SHEET_BOXES:
                raise InputError(
                    f"the id “{element.id}” is taken", remedy="Give it another", place=file.place((*key, "id"))
                )
            if element.inside not in SHEET_BOXES and element.inside not in seen:
                raise InputError(
                    f"“inside” names “{element.inside}”, which does not stand before it",
                    remedy=did_you_mean(element.inside, [*SHEET_BOXES, *sorted(seen)]),
                    place=file.place((*key, "inside")),
                )
            for name in ("below", "above"):
                for other in getattr(element, name):
                    if other not in seen:
                        raise InputError(
                            f"“{name}” names “{other}”, which does not stand before it",
                            remedy=did_you_mean(other, sorted(seen)),
                            place=file.place((*key, name)),
                        )
            for name, color in _colors_of(element):
                if color not in colors:
                    raise UnknownNameError(
                        f"the colour “{color}” is not in every palette",
                        remedy=did_you_mean(color, sorted(colors)),
                        place=file.place((*key, name)),
                    )
            if isinstance(element, Image):
                _check_art(loaded, element, key)
            seen.add(element.id)
    for number, variant in enumerate(layout.variant):
        for name in (*variant.hide, *variant.change):
            if name not in all_ids:
                raise UnknownNameError(
                    f"there is no element “{name}”",
                    remedy=did_you_mean(name, sorted(all_ids)),
                    place=file.place(("variant", number)),
                )


def _colors_of(element: AnyElement) -> list[tuple[str, str]]:
    if isinstance(element, Shape | Text):
        return [("fill", element.fill)]
    if isinstance(element, QrCode):
        return [("fill", element.fill), ("paper", element.paper)]
    if isinstance(element, Wall):
        return [("fills", name) for name in element.fills]
    if isinstance(element, SloganList):
        out = [("number_fill", element.number_fill), *(("lines", line.fill) for line in element.lines)]
        return [*out, ("rule", element.rule)] if element.rule else out
    return []


def _check_art(loaded: LayoutFolder, element: Image, key: tuple[str | int, ...]) -> None:
    place = loaded.file.place((*key, "file"))
    path = (loaded.folder / element.file).resolve()
    if loaded.folder.resolve() not in path.parents:
        raise InputError(f"“{element.file}” lies outside the layout's folder", remedy="Copy it there", place=place)
    if not path.is_file():
        raise InputError(f"the picture “{element.file}” is missing", remedy="Put it beside layout.toml", place=place)


class LayoutLibrary:
    """The layouts on a search path of folders that hold ``layouts/<name>/layout.toml``; earlier folders win."""

    def __init__(self, search_path: Sequence[Path]) -> None:
        self._folders: dict[str, Path] = {}
        self._loaded: dict[str, LayoutFolder] = {}
        for root in search_path:
            layouts = root / "layouts"
            if layouts.is_dir():
                for folder in sorted(layouts.iterdir()):
                    if (folder / "layout.toml").is_file():
                        self._folders.setdefault(folder.name, folder)

    def names(self) -> list[str]:
        """All layouts by name."""
        return sorted(self._folders)

    def folder(self, name: str) -> Path:
        """Where a layout lies; raises UnknownNameError."""
        try:
            return self._folders[name]
        except KeyError:
            raise UnknownNameError(
                f"there is no layout “{name}”", remedy=did_you_mean(name, self.names()), code="layout"
            ) from None

    def layout(self, name: str) -> LayoutFolder:
        """A layout, loaded once; raises UnknownNameError or InputError."""
        if name not in self._loaded:
            self._loaded[name] = read_layout(self.folder(name))
        return self._loaded[name]


__all__ = ["SHOWN", "LayoutFolder", "LayoutLibrary", "Place", "read_layout"]
