"""A World hands out what lies inside its sources, and nothing else."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import pickle
import zipfile
from collections.abc import Callable
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


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bundle_with_damaged_packing_is_refused(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a", bytes(range(256)) * 9)
    sound = out.getvalue()
    for at in range(31, sound.rindex(b"PK\1\2")):
        source = Bundle(sound[:at] + bytes([sound[at] ^ 255]) + sound[at + 1 :])
        with contextlib.suppress(InputError):
            World([source]).file("a").read()


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


@pytest.mark.parametrize("kind", [Memory, lambda files: Bundle(zipped(files))])
def test_a_source_without_a_disk_says_what_is_missing_or_too_large(kind: Callable[[dict[str, bytes]], Source]) -> None:
    source = kind(FILES)
    for name, limit, code in (("layouts/x", 10, "file-missing"), ("layouts/mine/art/a.png", 2, "file-large")):
        with pytest.raises(InputError) as caught:
            source.read(name, limit)
        assert caught.value.code == code
        assert name in str(caught.value)
    assert source.read("layouts/mine/art/a.png", 3) == b"png"
    assert source.path("slogans/own.toml") is None
    assert source.stamp("slogans/own.toml") == source.stamp("layouts/x")


def test_a_bundle_that_would_grow_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.files.world.MAX_BUNDLE_BYTES", 10)
    with pytest.raises(InputError) as caught:
        Bundle(zipped({"a": b"12345", "b": b"678901"}), "big.zip")
    assert caught.value.code == "bundle-large"
    assert "big.zip" in str(caught.value)
    assert Bundle(zipped({"a": b"12345", "b": b"67890"})).names("") == ["a", "b"]


def test_a_bundle_whose_file_is_damaged_is_refused_when_that_is_read() -> None:
    data = bytearray(zipped({"a": b"12345"}))
    data[data.index(b"12345")] ^= 1
    bundle = Bundle(bytes(data))
    assert bundle.has("a")
    with pytest.raises(InputError) as caught:
        bundle.read("a", 10)
    assert caught.value.code == "bundle-damaged"


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "none")
    (tmp_path / "file").touch()
    assert folder.names("") == ()
    assert folder.stamps("") == ()
    assert folder.stamp("x") is None
    assert not folder.has("x")
    assert Folder(tmp_path).names("file") == ()


def test_what_the_system_refuses_is_told_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("placards.files.world.os.scandir", refuse)
        with pytest.raises(InputError, match="Input/output error") as caught:
            Folder(tmp_path).names("")
        assert caught.value.code == "folder-unreadable"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(InputError, match="Input/output error") as caught:
            read_bytes(tmp_path / "a")
        assert caught.value.code == "file-unreadable"


def test_a_name_with_a_nul_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(tmp_path / "a\0b")
    assert caught.value.code == "file-name-outside"


def test_a_file_that_grows_while_it_is_read_stays_below_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    real = Path.stat

    def small(self: Path, **keys: bool) -> os.stat_result:
        found = list(real(self, **keys))
        found[6] = 1  # its size a moment ago
        return os.stat_result(found)

    monkeypatch.setattr(Path, "stat", small)
    with pytest.raises(InputError) as caught:
        read_bytes(path, 4)
    assert caught.value.code == "file-large"


def test_a_file_by_its_name_or_an_error() -> None:
    world = World([Memory({"a": b"1"}, "first"), Memory({"a": b"2", "b": b"3"}, "second")])
    assert world.file("a").read() == b"1"
    assert world.file("b").label == "second:b"
    assert [file.read() for file in world.every("a")] == [b"1", b"2"]
    with pytest.raises(InputError) as caught:
        world.file("c")
    assert caught.value.code == "file-missing"
    assert str(world.file("b").place(3, "x")) == "second:b:3: x"


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_no_listing_walks_out_through_a_link_or_in_a_circle(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "layouts" / "x" / "art").mkdir(parents=True)
    (inside / "layouts" / "x" / "art" / "a.png").write_bytes(b"")
    (outside / "secret").mkdir(parents=True)
    for name, target in (("away", outside), ("round", "."), ("up", ".."), ("same", "art")):
        os.symlink(target, inside / "layouts" / "x" / name)
    folder = Folder(inside)
    assert World([folder]).folders("layouts/x") == ["art", "same"]
    assert "secret" not in repr(folder.tree("layouts"))
    before = folder.tree("layouts")
    (outside / "secret" / "new").write_bytes(b"")
    assert folder.tree("layouts") == before


def test_a_world_that_stays_still_is_looked_at_once(tmp_path: Path) -> None:
    world = World([Folder(tmp_path)])
    (tmp_path / "a.txt").write_text("one")
    with world.still():
        first = world.file("a.txt"), world.digest(world.file("a.txt")), world.tree(""), world.find("b.txt")
        (tmp_path / "a.txt").write_text("another")
        (tmp_path / "b.txt").write_text("b")
        assert (world.file("a.txt"), world.digest(world.file("a.txt")), world.tree(""), world.find("b.txt")) == first
        with world.still():
            assert world.find("b.txt") is None
        with pytest.raises(InputError):
            world.find("../a.txt")
    assert world.find("b.txt") is not None
    assert world.digest(world.file("a.txt")) != first[1]
    assert world.tree("") != first[2]
