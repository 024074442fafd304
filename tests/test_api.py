"""What ``import placards`` gives: little at first, then everything that it names, and calls that do what they say."""

from __future__ import annotations

import ast
import doctest
import importlib
import pickle
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import placards
from placards.files.world import Memory
from placards.problems.diagnostic import Diagnostic

from .plan.support import memory

ROOT = Path(__file__).parent.parent

#: Modules whose examples are run.
MODULES = [
    "placards.api",
    *(m.name for m in pkgutil.walk_packages(placards.__path__, "placards.") if ".plan." in m.name),
]


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_it_imports_nothing_else() -> None:
    program = "import sys, placards; print(sorted(m for m in sys.modules if m.startswith('placards')))"
    assert run(program) == "['placards']"


def test_everything_that_it_names_is_there_and_has_words() -> None:
    for name in placards.__all__:
        value = getattr(placards, name)
        if name != "__version__":
            assert value.__doc__, name
        assert name in dir(placards)
    assert set(placards._PUBLIC) == set(placards.__all__) - {"__version__"}
    with pytest.raises(AttributeError, match="no attribute 'rendre'"):
        placards.rendre  # noqa: B018 - the name is looked up


def test_type_checkers_see_the_same() -> None:
    tree = ast.parse((ROOT / "placards" / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == placards._PUBLIC
    assert (ROOT / "placards" / "py.typed").exists()


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0
    if name == "placards.api":
        assert found.attempted >= 8


def test_render_can_be_called_whatever_was_imported_before() -> None:
    """The package of renderers has the same name."""
    program = "import placards, placards.render.pdf; print(placards.render('a', size='a6').data[:5])"
    assert run(program) == "b'%PDF-'"
    assert run("from placards import render; print(render('a', size='a6').pages)") == "1"


def test_render_takes_everything_that_a_person_may_choose() -> None:
    made = placards.render(
        {"en": "Peace", "ar": "سلام"}, size="a5", palette="night", organiser="Us", format=".PNG", dpi=40,
    )  # fmt: skip
    assert made.job.layout == "two-languages"
    assert made.data.startswith(b"\x89PNG")
    assert [text.language for text in made.texts][:2] == ["en", "ar"]
    assert [d.code for d in made.diagnostics] == ["plan-detail-same"]
    assert all(isinstance(d, Diagnostic) for d in made.diagnostics)


def test_render_takes_a_job_and_choices_too() -> None:
    asked = placards.choices(slogan="peace/peace-now", language="ur", size="a6")
    (job,) = placards.plan_choices(asked).jobs
    assert placards.render(job).data == placards.render(asked).data
    assert placards.render(pickle.loads(pickle.dumps(job))).sha256 == placards.render(job).sha256


def test_render_out_of_memory_alone() -> None:
    """A preview needs no file system."""
    world = memory().world
    made = placards.render(slogan="demo/one", language="ar", layout="plain", size="a6", world=world)
    assert made.texts[0].lines == ("الماء", "حياة") or "".join(made.texts[0].lines).replace(" ", "") == "الماءحياة"
    assert isinstance(world.sources[0], Memory)


@pytest.mark.parametrize(
    ("choose", "error", "part"),
    [
        ({"text": "x", "layout": "bgi"}, placards.InputError, "“big”"),
        ({"text": "x", "size": "a33"}, placards.InputError, "“a3”"),
        ({"slogan": "peace/peace-now", "language": "zu-Arab"}, placards.InputError, "has no translation into"),
        ({"text": ""}, placards.PlacardsError, ""),
        ({"text": "\U000f0000"}, placards.MissingGlyphError, "U+F0000"),
        ({"text": "x", "link": "javascript:x"}, placards.InputError, "“javascript:”"),
        ({}, placards.PlacardsError, ""),
    ],
)
def test_what_cannot_be_rendered_raises_with_diagnostics(
    choose: dict[str, str], error: type[Exception], part: str
) -> None:
    with pytest.raises(error) as caught:
        placards.render(**choose)  # type: ignore[arg-type]
    assert isinstance(caught.value, placards.PlacardsError)
    assert caught.value.diagnostics
    assert part in str(caught.value)


def test_scenes_report_what_render_would_refuse() -> None:
    heard: list[Diagnostic] = []
    (scene,) = placards.scenes("Peace", layout="big", size="a6", place="Here", report=heard.append)
    assert scene.items
    assert [d.code for d in heard] == ["detail-not-shown"]


def test_one_artefact_means_one() -> None:
    asked = placards.Choices(("en", "ar"), slogans=("peace/peace-now",))
    with pytest.raises(placards.InputError, match="these choices give 2 artefacts"):
        placards.render(asked)


def test_batch(tmp_path: Path) -> None:
    campaign = tmp_path / "c.toml"
    campaign.write_text(
        '[campaign]\nname = "x"\n[[set]]\nname = "a"\nlayouts = ["big"]\ntext = "Peace"\nlanguages = ["en"]\nsizes = ["a6"]\n'
    )
    done = placards.batch(campaign, tmp_path / "out")
    assert done.made == ("a/en/big-a6.pdf",)
    assert (tmp_path / "out" / done.made[0]).read_bytes() == placards.render("Peace", layout="big", size="a6").data
