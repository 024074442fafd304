"""A World hands out what lies inside its sources, and nothing else."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from placards.files.shipped import world_of
from placards.files.world import Bundle, Folder, Memory, Mount, Source, World, read_bytes
from placards.problems.errors import InputError


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


FILES = {"layouts/mine/layout.toml": b"name = 'x'", "layouts/mine/art/a.png": b"png", "slogans/own.toml": b""}


@pytest.fixture(params=["folder", "memory", "bundle"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    if request.param == "memory":
        return Memory(FILES)
    if request.param == "bundle":
        return Bundle(zipped(FILES))
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return Folder(tmp_path)


def test_every_source_shows_the_same(source: Source) -> None:
    world = World([source])
    assert world.folders("layouts") == ["mine"]
    assert world.names("layouts/mine", ".toml") == ["layout.toml"]
    assert world.folders("layouts/mine") == ["art"]
    assert world.names("nowhere") == []
    assert world.file("layouts/mine/art/a.png").read() == b"png"
    assert world.find("layouts/mine") is None
    with pytest.raises(InputError, match="no such file"):
        world.file("layouts/other/layout.toml")
    with pytest.raises(InputError, match="more than 2"):
        world.file("layouts/mine/art/a.png").read(2)
    again = pickle.loads(pickle.dumps(world))
    assert again.file("layouts/mine/art/a.png").read() == b"png"
    assert len(world.digest(world.file("slogans/own.toml"))) == 64


def test_the_first_source_wins() -> None:
    world = World([Memory({"a": b"1", "b": b"1"}, "first"), Memory({"b": b"2", "c": b"2"}, "second")])
    assert [world.file(name).read() for name in "abc"] == [b"1", b"1", b"2"]
    assert [file.read() for file in world.every("b")] == [b"1", b"2"]
    assert world.names("") == ["a", "b", "c"]
    assert str(world.file("c").place()) == "second:c"


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/../../x", "a\\b", "C:/x", "a//b", "./a", "a\0b", "a\nb"])
def test_no_name_leads_outside(name: str, source: Source) -> None:
    with pytest.raises(InputError, match="leaves the folder"):
        World([source]).find(name)


def test_links_that_lead_outside_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "secret")
    (tmp_path / "in" / "inner").symlink_to(tmp_path / "in" / "real")
    (tmp_path / "in" / "real").write_text("y")
    world = World([Folder(tmp_path / "in")])
    assert world.find("link") is None
    assert world.file("inner").read() == b"y"


def test_a_changed_file_has_another_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    world = World([Folder(tmp_path)])
    before = world.digest(world.file("a"))
    (tmp_path / "a").write_text("other")
    assert world.digest(world.file("a")) != before


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, why in ((tmp_path / "pipe", "ordinary"), (Path(os.devnull), "ordinary"), (tmp_path, "folder")):
        with pytest.raises(InputError, match=why):
            read_bytes(path)
    with pytest.raises(InputError, match="leaves"):
        read_bytes(Path("a\0b"))


def test_a_pipe_in_a_folder_is_named_as_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")  # defects.md 21
    with pytest.raises(InputError, match=r"pipe\.toml: is no ordinary file"):
        Folder(tmp_path).read("pipe.toml", 100)


def test_damaged_bundles(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="damaged"):
        Bundle(b"no zip")
    data = zipped({"a": b"x" * 1000})
    broken = Bundle(data.replace(b"x" * 1000, b"y" * 1000))
    with pytest.raises(InputError, match="damaged"):
        World([broken]).file("a").read()


def test_the_shipped_files_are_one_source(tmp_path: Path) -> None:
    world = world_of([tmp_path])
    assert "big" in world.folders("layouts")
    assert world.find("fonts/fonts.toml") is not None
    assert {"fonts", "layouts", "locale", "slogans"} <= set(world.folders(""))
    with pytest.raises(InputError, match="no such folder"):
        world_of([tmp_path / "gone"])


def test_a_link_out_of_a_folder_is_told_from_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "inside" / "link.txt").symlink_to(tmp_path / "secret.txt")
    folder = Folder(tmp_path / "inside")
    assert not folder.has("link.txt")
    with pytest.raises(InputError, match="is a link that leaves its folder"):
        folder.read("link.txt", 100)
    with pytest.raises(InputError, match="there is no such file"):
        folder.read("none.txt", 100)


def test_stamps_of_a_folder_change_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "a").write_text("1")
    (tmp_path / "fonts" / "b").write_text("1")
    folder, mount = Folder(tmp_path), Mount(Folder(tmp_path), (("fonts", Folder(tmp_path / "fonts")),))
    assert [name for name, _ in folder.stamps("")] == ["a"]
    assert dict(folder.stamps(""))["a"] == folder.stamp("a")
    assert mount.stamps("fonts") == folder.stamps("fonts")
    assert mount.root == tmp_path
    before = folder.stamps("fonts")
    (tmp_path / "fonts" / "b").write_text("22")
    assert folder.stamps("fonts") != before
    assert folder.stamps("none") == ()
