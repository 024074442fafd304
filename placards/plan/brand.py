"""A brand.toml (colours, faces, logo, organiser, link) becomes a Brand: what Choices take where a person says nothing
else. Nothing outside its folder is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from placards.files.mistakes import raise_found
from placards.files.toml import TomlFile, parse_toml
from placards.files.validation import Model, validate
from placards.files.world import File, Folder
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.plan.choices import Choices, Picture, Texts
from placards.plan.languages import given_language
from placards.plan.links import check_link
from placards.problems.diagnostic import Diagnostics, diagnostic
from placards.problems.errors import InputError, UnknownNameError, near
from placards.problems.place import Place
from placards.template.art import art_file
from placards.template.derive import Given, check_count, check_role
from placards.template.palette import read_color
from placards.text.fontset import ROLE_WEIGHTS

#: The slots of a brand's logos: each organiser has its own.
_LOGO_SLOTS = ("logo", "logo-2")

#: No person writes a longer one.
_MAX_BYTES = 200_000


def _given(value: Any) -> Any:
    if isinstance(value, list) and value:
        check_count(value)
        return Given(tuple(read_color(one) for one in value))
    if not isinstance(value, dict) or not value:
        raise InputError("brand-colors")
    colors = []
    for role, one in value.items():
        try:
            check_role(role)
            colors.append((role, read_color(one)))
        except InputError as error:
            raise error.at(Place(key=role)) from None
    return Given(by_role=tuple(colors))


def _faces(value: Any) -> Any:
    if not isinstance(value, dict):
        raise InputError("brand-fonts")
    for role, family in value.items():
        if role not in ROLE_WEIGHTS:
            raise UnknownNameError(
                "brand-role", place=Place(key=role), remedy=near(role, list(ROLE_WEIGHTS)), role=role
            )
        if not isinstance(family, str) or not family.strip():
            raise InputError("brand-fonts", place=Place(key=role))
    return value


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {given_language(tag) if isinstance(tag, str) else tag: text for tag, text in value.items()}
    return value


def _link(value: Any) -> Any:
    if isinstance(value, str) and value:
        check_link(value)
    return value


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


_Texts = Annotated[str | dict[str, str], BeforeValidator(_texts)]


class _Brand(Model):
    """The whole file."""

    name: str = ""
    colors: Annotated[Given | None, BeforeValidator(_given)] = None
    palette: str = ""
    fonts: Annotated[dict[str, str], BeforeValidator(_faces)] = Field(default_factory=dict)
    logo: (
        Annotated[tuple[str, ...], Field(min_length=1, max_length=len(_LOGO_SLOTS)), BeforeValidator(_several)] | None
    ) = None
    organiser: _Texts = ""
    second: Annotated[_Texts, Field(alias="organiser-2")] = ""
    link: Annotated[str, BeforeValidator(_link)] = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """What a group gives to everything that it makes."""

    file: TomlFile
    given: Given | None = None
    palette: str = ""
    faces: tuple[tuple[str, str], ...] = ()  # role of letters → family
    logos: tuple[Path, ...] = ()  # the organiser's, then the second one's
    organiser: Texts = Texts()
    second: Texts = Texts()
    link: str = ""

    @property
    def folder(self) -> Path:
        """Where it lies, with its logos and its folder of fonts."""
        return Path(self.file.path).parent


def read_brand(path: Path) -> Brand:
    """Read and check a brand.toml; raises InputError with all mistakes, each with line and key."""
    if path.is_dir():
        raise InputError("file-is-folder", place=Place(path))
    folder = Folder(path.resolve().parent)
    file = parse_toml(File(folder, path.name).read(_MAX_BYTES), path.resolve())
    table = validate(_Brand, file)
    found = Diagnostics()
    if table.colors is not None and table.palette:
        found(diagnostic("brand-palettes", place=file.place(("palette",))))
    logos = []
    for number, name in enumerate(table.logo or ()):
        place = file.place(("logo", number) if isinstance(file.data["logo"], list) else ("logo",))
        with found.caught(place):
            logo = art_file(File(folder, path.name), name)
            if not folder.has(logo.name):
                names = [n for n in folder.names("") if not n.endswith("/")]
                found(diagnostic("brand-logo-missing", place=place, remedy=near(name, names), name=name))
            else:
                logos.append(folder.root / logo.name)
    raise_found(found)
    return Brand(
        file,
        table.colors,
        table.palette,
        tuple(table.fonts.items()),
        tuple(logos),
        Texts.of(table.organiser),
        Texts.of(table.second),
        table.link,
    )


def check_brand(brand: Brand, inputs: Inputs) -> None:
    """Raise UnknownNameError for a palette or a family that the World does not have, with line and key."""
    found = Diagnostics()
    if brand.palette:
        shared = inputs.palettes()
        own = {name for layout in inputs.layout_names() for name in inputs.layout(layout).layout.palettes}
        if brand.palette not in own and brand.palette not in shared:
            remedy = near(brand.palette, sorted({*own, *shared}))
            found(diagnostic("brand-palette", place=brand.file.place(("palette",)), remedy=remedy, name=brand.palette))
    fonts = inputs.fonts() if brand.faces else None
    for role, family in brand.faces:
        if fonts is not None and fonts.family(family) is None:
            # The brand's own first: a shipped family is rarely the one that was misspelt.
            known = [f.name for f in sorted(fonts.families, key=lambda f: not f.user)]
            place = brand.file.place(("fonts", role))
            found(diagnostic("brand-font", place=place, remedy=near(family, known), name=family))
    raise_found(found)


def with_brand(choices: Choices, brand: Brand) -> Choices:
    """The Choices with what the brand gives wherever they say nothing: what a person asks for goes before it."""
    details = choices.details
    offered = dict.fromkeys(details.offered)
    if brand.organiser and not details.organiser:
        details, offered["organiser"] = replace(details, organiser=brand.organiser), None
    if brand.second and "organiser-2" not in dict(details.slots):
        details, offered["organiser-2"] = replace(details, slots=(*details.slots, ("organiser-2", brand.second))), None
    if brand.link and not details.link:
        details, offered["link"] = replace(details, link=brand.link), None
    given = {picture.slot for picture in details.pictures}
    for slot, path in zip(_LOGO_SLOTS, brand.logos, strict=False):
        if slot not in given:
            picture = Picture(slot, outside=str(path), alt=brand.organiser if slot == "logo" else brand.second)
            details, offered[slot] = replace(details, pictures=(*details.pictures, picture)), None
    return replace(
        choices,
        details=replace(details, offered=tuple(offered)),
        given=brand.given or choices.given,
        brand_palette=brand.palette or choices.brand_palette,
        faces=brand.faces or choices.faces,
    )
