"""The user's cache: what is remembered is what was made, or nothing."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placards.files import cache as cache_module
from placards.files.cache import Cache, program, user_cache

PLAIN = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner).map(tuple) | st.lists(inner) | st.dictionaries(st.text(), inner),
)


def never() -> Any:
    raise AssertionError("made again")


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def only_file(root: Path) -> Path:
    (path,) = files(root)
    return path


@given(PLAIN)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_values_come_back_as_they_were(tmp_path: Path, value: Any) -> None:
    Cache(tmp_path).remember("kind", "content", value)
    found = Cache(tmp_path).remembered("kind", "content", never)
    assert found == value
    assert type(found) is type(value)


def test_kind_content_and_program_are_told_apart(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "one")
    cache.remember("kind", "content", 1)
    assert cache.recall("kind", "content") == 1
    assert cache.recall("kind", "other") is None
    assert cache.recall("other", "content") is None
    assert Cache(tmp_path, "two").recall("kind", "content") is None


def test_an_error_is_not_remembered(tmp_path: Path) -> None:
    def fail() -> Any:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        Cache(tmp_path).remembered("kind", "content", fail)
    assert Cache(tmp_path).remembered("kind", "content", lambda: 2) == 2


@pytest.mark.parametrize("size", [0, 1, 16, 17, 20, 48, 49, 50, 55, -1])
def test_a_truncated_value_is_made_again(tmp_path: Path, size: int) -> None:
    value = ("Peace", [1, 2, 3])
    Cache(tmp_path).remember("kind", "content", value)
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes()[:size])
    assert Cache(tmp_path).remembered("kind", "content", lambda: value) == value
    assert Cache(tmp_path).remembered("kind", "content", never) == value


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_value_is_made_again(tmp_path: Path, data: st.DataObject) -> None:
    value = {"a": ("b", 3), "c": [b"d"] * 20}
    Cache(tmp_path).remember("kind", "content", value)
    path = only_file(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(raw)
    assert Cache(tmp_path).recall("kind", "content") is None
    assert Cache(tmp_path).remembered("kind", "content", lambda: value) == value


def test_what_others_put_there_counts_as_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.remember("kind", "one", "first")
    first = only_file(tmp_path)
    cache.remember("kind", "two", "second")
    second = next(path for path in files(tmp_path) if path != first)
    second.write_bytes(first.read_bytes())  # sound, but another's
    assert cache.recall("kind", "two") is None
    second.write_bytes(marshal.dumps("evil"))
    assert cache.recall("kind", "two") is None
    second.unlink()
    second.mkdir()
    assert cache.remembered("kind", "two", lambda: "second") == "second"  # cannot be kept, works all the same
    (tmp_path / "note.txt").write_text("not ours")
    for number in range(5):
        Cache(tmp_path, f"program {number}").remember("kind", "x", 1)
    assert cache_module._entries(tmp_path)


@pytest.mark.parametrize("name", ["file", "missing/deep"])
def test_a_folder_that_cannot_be_used(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / name / "cache" if name == "file" else Path("/proc/none"))
    assert cache.remembered("kind", "content", lambda: 3) == 3
    assert cache.remembered("kind", "content", lambda: 4) == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is writable for this user")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert Cache(tmp_path / "cache").remembered("kind", "content", lambda: 3) == 3


def test_writes_that_fail_are_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    assert Cache(tmp_path).remembered("kind", "content", lambda: 3) == 3
    assert files(tmp_path) == []


def test_no_folder_at_all() -> None:
    cache = Cache(None)
    cache.remember("kind", "content", 1)
    assert cache.recall("kind", "content") is None
    assert cache.remembered("kind", "content", lambda: 2) == 2


def test_a_value_that_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MAX_VALUE_BYTES", 1000)
    Cache(tmp_path).remember("kind", "content", "x" * 600)
    assert files(tmp_path) == []
    Cache(tmp_path).remember("kind", "content", "x" * 100)
    only_file(tmp_path).write_bytes(b"x" * 2000)
    assert Cache(tmp_path).recall("kind", "content") is None


def test_only_so_many_programs_and_values_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        Cache(tmp_path, f"program-{number}").remember("kind", "content", number)
        folder = tmp_path / f"program-{number}"
        os.utime(folder, ns=(number * 10**9, number * 10**9))
    assert len(list(tmp_path.iterdir())) <= 4
    assert Cache(tmp_path, "program-5").recall("kind", "content") == 5
    monkeypatch.setattr(cache_module, "MAX_VALUES", 10)
    monkeypatch.setattr(cache_module, "_COUNT_EVERY", 5)
    cache = Cache(tmp_path, "program-5")
    for number in range(40):
        cache.remember("many", str(number), number)
    assert len(list((tmp_path / "program-5" / "many").iterdir())) <= 15
    assert cache.recall("many", "39") == 39


def test_where_the_cache_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("off", "0", "", "relative/path"):
        monkeypatch.setenv("PLACARDS_CACHE", word)
        assert user_cache().root is None
    monkeypatch.setenv("PLACARDS_CACHE", str(tmp_path))
    assert user_cache().root == tmp_path
    monkeypatch.delenv("PLACARDS_CACHE")
    cache_module._cache.cache_clear()
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "system"))
    assert user_cache().root == tmp_path / "system"
    cache_module._cache.cache_clear()

    def homeless(*_: object, **__: object) -> str:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_dir", homeless)
    assert user_cache().root is None
    cache_module._cache.cache_clear()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("given", [None, "", " ", "/somewhere", "/some where ", "relative/path", "~/mine"])
def test_on_linux_the_cache_is_where_platformdirs_says(given: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_cache_dir

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if given is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", given)
    assert cache_module._system_folder() == Path(user_cache_dir("placards", appauthor=False))


def test_the_program_is_named_by_its_files() -> None:
    from placards import __version__

    assert program().startswith(f"{__version__}-")
    assert program() == program()


PROCESS = """
import sys
from pathlib import Path
from placards.files.cache import Cache
cache = Cache(Path(sys.argv[1]))
for round in range(60):
    for number in range(8):
        value = cache.remembered("kind", str(number), lambda: [str(number)] * 500)
        assert value == [str(number)] * 500, value
        if round % 3 == int(sys.argv[2]):
            for path in Path(sys.argv[1]).rglob("*"):
                if path.is_file() and hash((path.name, round)) % 5 == 0:
                    path.unlink(missing_ok=True)
print("sound")
"""


def test_processes_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", PROCESS, str(tmp_path)]
    running = [
        subprocess.Popen([*command, str(number)], env=environment, stdout=subprocess.PIPE, text=True)
        for number in range(3)
    ]
    assert [process.communicate(timeout=120)[0] for process in running] == ["sound\n"] * 3
    assert not [path for path in files(tmp_path) if path.suffix == ".part"]


def test_nothing_is_remembered_whose_code_is_not_in_the_programs_name() -> None:
    package = Path(cache_module.__file__).parents[1]
    for name in cache_module._NOT_REMEMBERED:
        for path in (package / name).rglob("*.py"):
            assert "user_cache" not in path.read_text(encoding="utf-8"), path
