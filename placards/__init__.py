"""One campaign file becomes right placards, banners and images in every language.

``import placards`` gives what follows, each imported only when it is first used::

    import placards

    made = placards.render("Peace now", language="en", size="a3")
    pathlib.Path("peace.pdf").write_bytes(made.data)

    done = placards.batch("rally", "out/rally")

Everything else is inside: it may change from one version to the next.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

#: Name → the module that it comes from.
_PUBLIC = {
    "batch": "placards.campaign.run",
    "choices": "placards.api",
    "plan_choices": "placards.api",
    "render": "placards.api",
    "scenes": "placards.api",
    "plan_campaign": "placards.plan.planner",
    "world_of": "placards.files.shipped",
    "tile_pdf": "placards.press.tiles.tile",
    "impose_pdf": "placards.press.impose.impose",
    # Values that calls take
    "Bundle": "placards.files.world",
    "Choices": "placards.plan.choices",
    "Details": "placards.plan.choices",
    "Extras": "placards.campaign.derived.extras",
    "Folder": "placards.files.world",
    "Job": "placards.job",
    "Memory": "placards.files.world",
    "OutputSpec": "placards.job",
    "Texts": "placards.plan.choices",
    "ImposeRequest": "placards.press.impose.impose",
    "Margins": "placards.press.paper",
    "TileRequest": "placards.press.tiles.tile",
    "World": "placards.files.world",
    # Values that calls give
    "Artefact": "placards.pipeline",
    "BatchResult": "placards.campaign.run",
    "Diagnostic": "placards.problems.diagnostic",
    "Engine": "placards.pipeline",
    "Imposed": "placards.press.impose.impose",
    "Tiled": "placards.press.tiles.tile",
    "Place": "placards.problems.place",
    "Plan": "placards.plan.planner",
    "Scene": "placards.scene.items",
    "SetText": "placards.pipeline",
    "Severity": "placards.problems.diagnostic",
    "Status": "placards.messages.trust.status",
    # Errors
    "FitError": "placards.problems.errors",
    "FontError": "placards.problems.errors",
    "InputError": "placards.problems.errors",
    "MissingGlyphError": "placards.problems.errors",
    "OutputError": "placards.problems.errors",
    "PlacardsError": "placards.problems.errors",
    "TextError": "placards.problems.errors",
    "UnknownNameError": "placards.problems.errors",
}

if TYPE_CHECKING:
    from placards.api import choices, plan_choices, render, scenes
    from placards.campaign.derived.extras import Extras
    from placards.campaign.run import BatchResult, batch
    from placards.files.shipped import world_of
    from placards.files.world import Bundle, Folder, Memory, World
    from placards.job import Job, OutputSpec
    from placards.messages.trust.status import Status
    from placards.pipeline import Artefact, Engine, SetText
    from placards.plan.choices import Choices, Details, Texts
    from placards.plan.planner import Plan, plan_campaign
    from placards.press.impose.impose import Imposed, ImposeRequest, impose_pdf
    from placards.press.paper import Margins
    from placards.press.tiles.tile import Tiled, TileRequest, tile_pdf
    from placards.problems.diagnostic import Diagnostic, Severity
    from placards.problems.errors import (
        FitError,
        FontError,
        InputError,
        MissingGlyphError,
        OutputError,
        PlacardsError,
        TextError,
        UnknownNameError,
    )
    from placards.problems.place import Place
    from placards.scene.items import Scene


def _public(name: str) -> Any:
    return getattr(import_module(_PUBLIC[name]), name)


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'placards' has no attribute {name!r}")
    return _public(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})


class _Callable(ModuleType):
    """A package inside that has the name of a public function: calling it calls the function."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return _public(self.__name__.rpartition(".")[2])(*arguments, **named)


class _Package(ModuleType):
    """This package. Importing ``placards.render.pdf`` binds ``placards.render`` to the package of renderers, and
    whoever has imported ``placards`` must still be able to call it."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _PUBLIC and isinstance(value, ModuleType):
            value.__class__ = _Callable
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


__all__ = [
    "Artefact",
    "BatchResult",
    "Bundle",
    "Choices",
    "Details",
    "Diagnostic",
    "Engine",
    "Extras",
    "FitError",
    "Folder",
    "FontError",
    "ImposeRequest",
    "Imposed",
    "InputError",
    "Job",
    "Margins",
    "Memory",
    "MissingGlyphError",
    "OutputError",
    "OutputSpec",
    "PlacardsError",
    "Place",
    "Plan",
    "Scene",
    "SetText",
    "Severity",
    "Status",
    "TextError",
    "Texts",
    "TileRequest",
    "Tiled",
    "UnknownNameError",
    "World",
    "__version__",
    "batch",
    "choices",
    "impose_pdf",
    "plan_campaign",
    "plan_choices",
    "render",
    "scenes",
    "tile_pdf",
    "world_of",
]  # fmt: skip
