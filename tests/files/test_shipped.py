"""What travels with the package is found, and people's folders stand before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.files import shipped
from placards.files.shipped import fonts_folder, templates_folder, world_of
from placards.files.world import Folder, Mount
from placards.problems.errors import InputError


def test_fonts_and_templates_are_there() -> None:
    assert (fonts_folder() / "fonts.toml").is_file()
    assert (templates_folder() / "layouts").is_dir()


def test_an_installation_without_them_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "placards" / "files" / "shipped.py"))
    with pytest.raises(InputError) as caught:
        shipped._folder("nothing-of-the-kind")
    assert caught.value.code == "shipped-missing"
    (tmp_path / "placards" / "data" / "own-fonts").mkdir(parents=True)
    assert shipped._folder("own-fonts") == (tmp_path / "placards" / "data" / "own-fonts").resolve()


def test_people_s_folders_come_first_each_once_and_the_shipped_one_last(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    sources = world_of([two, one, two, templates_folder()]).sources
    assert [source.root for source in sources[:-1] if isinstance(source, Folder)] == [two.resolve(), one.resolve()]
    assert isinstance(sources[-1], Mount)
    assert len(sources) == 3


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name, code in (("file", "folder-is-file"), ("nothing", "folder-missing")):
        with pytest.raises(InputError) as caught:
            world_of([tmp_path / name])
        assert caught.value.code == code
        assert name in str(caught.value)
