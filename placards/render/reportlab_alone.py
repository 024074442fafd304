"""ReportLab is imported as it was installed, and alone: no code and no settings out of home folders, paths and the
environment, and no Pillow until somebody uses it.

Its own hook for an application's settings is a module of a certain name: where that can be imported, ReportLab looks no
further. So for the time of its import there are empty ones.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType

#: The modules that ReportLab takes changes and settings from, before it looks into the home folder.
_HOOKS = ("reportlab_mods", "reportlab_settings")

#: How the environment variables begin that it takes for settings.
_PREFIX = "RL_"


@contextmanager
def alone() -> Iterator[None]:
    """For the first import of ReportLab; afterwards everything is as it was."""
    known = {name: sys.modules[name] for name in _HOOKS if name in sys.modules}
    settings = {name: value for name, value in os.environ.items() if name.startswith(_PREFIX)}
    for name in _HOOKS:
        sys.modules[name] = ModuleType(name)
    for name in settings:
        del os.environ[name]
    _load_pillow_later()
    try:
        yield
    finally:
        for name in _HOOKS:
            del sys.modules[name]
        sys.modules.update(known)
        os.environ.update(settings)


def _load_pillow_later() -> None:
    """ReportLab imports Pillow for pictures, which nobody asks it to draw: a twelfth of the time of a cold command. By
    the standard library's `LazyLoader` it is loaded when it is first used, by ReportLab or anybody."""
    if "PIL.Image" in sys.modules:
        return
    spec = find_spec("PIL.Image")
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules["PIL.Image"] = module
    spec.loader.exec_module(module)
    # ``from PIL import Image`` finds it here; looking it up in sys.modules would already load it.
    vars(sys.modules["PIL"])["Image"] = module
