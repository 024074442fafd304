"""The recipes of docs/recipes run: each is taken as it lies there, and does here what it would do elsewhere."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
import tarfile
import time
from contextlib import ExitStack
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import yaml

import placards
from placards.campaign import lock
from placards.campaign.lock import locked
from placards.cli.main import main
from placards.files.cache import VARIABLE

from .campaign.support import campaign, make_folder, one_set
from .messages.support import entry, write_po

ROOT = Path(__file__).parent.parent
RECIPES = ROOT / "docs" / "recipes"
PROSE = (RECIPES / "README.md").read_text(encoding="utf-8")


def test_the_readme_tells_of_every_recipe() -> None:
    files = [path.relative_to(RECIPES).as_posix() for path in RECIPES.rglob("*") if path.is_file()]
    others = [name for name in files if name != "README.md" and not name.endswith(".pyc")]
    assert [name for name in others if f"]({name})" not in PROSE] == []
    assert [
        target for target in re.findall(r"\]\((?!https:)([^)#]+)\)", PROSE) if not (RECIPES / target).exists()
    ] == []


# GitHub


WORKFLOW = yaml.safe_load((RECIPES / "github" / "placards.yml").read_text(encoding="utf-8"))
MAKE: list[dict[str, Any]] = WORKFLOW["jobs"]["make"]["steps"]
PUBLISH: list[dict[str, Any]] = WORKFLOW["jobs"]["publish"]["steps"]
INSTALL = "python -m pip install "


def action(name: str) -> dict[str, Any]:
    """What a step of the workflow gives an action."""
    (found,) = (step.get("with", {}) for step in MAKE + PUBLISH if step.get("uses", "").startswith(f"actions/{name}@"))
    return found


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """A folder for PATH with the command ``placards``, in place of what a recipe installs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    python, root = shlex.quote(sys.executable), shlex.quote(str(ROOT))
    (folder / "placards").write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {python} -m placards "$@"\n')
    (folder / "placards").chmod(0o755)
    return folder


def push(checkout: Path, command: Path) -> list[subprocess.CompletedProcess[str]]:
    """Run the commands of the job ``make`` as GitHub's runner does: each in a shell of its own, until one fails."""
    environment = {**os.environ, **WORKFLOW["env"], "PATH": f"{command}:{os.environ['PATH']}", "CI": "true"}
    done = []
    for step in MAKE:
        if "run" not in step or step["run"].startswith(INSTALL):
            continue
        words = ["bash", "-e", "-c", step["run"]]
        done.append(subprocess.run(words, cwd=checkout, env=environment, capture_output=True, text=True, check=False))
        if done[-1].returncode:
            break
    return done


def checked_out(folder: Path, old: str = "", new: str = "") -> Path:
    """A campaign's repository as the runner sees it, with the shipped campaign for the climate."""
    folder.mkdir()
    text = (ROOT / "templates" / "campaigns" / "climate.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / WORKFLOW["env"]["CAMPAIGN"]).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_each_push_makes_what_has_changed(tmp_path: Path, command: Path) -> None:
    first = checked_out(tmp_path / "first")
    done = push(first, command)
    assert [step.returncode for step in done] == [0, 0], done[-1].stderr
    assert "9 artefacts made" in done[-1].stdout
    # Publishing takes the folder as it is, and leaves out what is hidden.
    assert action("upload-pages-artifact")["path"] == action("upload-artifact")["path"] == "${{ env.OUT }}"
    out = first / WORKFLOW["env"]["OUT"]
    assert (out / "index.html").is_file()
    assert [path.name for path in out.rglob(".*")] == []

    # The next push has a machine of its own, and the folder out of the cache, which is a tar file.
    with tarfile.open(tmp_path / "cache.tar", "w") as cache:
        cache.add(out, "out")
    second = checked_out(tmp_path / "second", '"hi"', '"de"')
    with tarfile.open(tmp_path / "cache.tar") as cache:
        cache.extractall(second, filter="data")
    done = push(second, command)
    assert [step.returncode for step in done] == [0, 0], done[-1].stderr
    assert "1 artefact made, 8 unchanged" in done[-1].stdout
    folders = {path.name for path in (second / WORKFLOW["env"]["OUT"] / "placards").iterdir()}
    assert folders == {"de", "en", "es"}


def test_a_campaign_with_a_mistake_makes_nothing(tmp_path: Path, command: Path) -> None:
    checkout = checked_out(tmp_path / "checkout", '"square"', '"sqare"')
    (check,) = push(checkout, command)
    assert check.returncode == 1
    assert "sqare" in check.stdout + check.stderr
    assert [path.name for path in checkout.iterdir()] == [WORKFLOW["env"]["CAMPAIGN"]]


def test_the_cache_that_is_saved_is_found_again() -> None:
    taken, kept = action("cache/restore"), action("cache/save")
    assert (taken["key"], taken["path"]) == (kept["key"], kept["path"])
    assert taken["key"].startswith(taken["restore-keys"])
    assert "${{ github.run_id }}" in kept["key"], "a key that was saved once is never saved again"


def test_the_workflow_may_do_what_it_must_and_no_more() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    allowed = {name: job.get("permissions") for name, job in WORKFLOW["jobs"].items()}
    assert allowed == {"make": None, "publish": {"pages": "write", "id-token": "write"}}
    assert action("checkout") == {"persist-credentials": False}
    text = (RECIPES / "github" / "placards.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "${{ github.ref }}" in WORKFLOW["concurrency"]["group"]
    # A text that somebody else chose (a branch's name) is no part of a shell's program.
    assert [step["run"] for step in MAKE + PUBLISH if "${{" in step.get("run", "")] == []
    used = [step["uses"] for step in MAKE + PUBLISH if "uses" in step]
    assert [use for use in used if not re.fullmatch(r"actions/[a-z-]+(/[a-z]+)?@v\d+", use)] == []


def test_only_the_default_branch_is_published() -> None:
    condition = "github.ref_name == github.event.repository.default_branch"
    assert WORKFLOW["jobs"]["publish"]["if"] == condition
    assert WORKFLOW["jobs"]["publish"]["needs"] == "make"
    (packed,) = (step for step in MAKE if step.get("uses", "").startswith("actions/upload-pages-artifact@"))
    assert packed["if"] == condition


@pytest.mark.parametrize("where", ["workflow", "image"])
def test_placards_is_installed_from_its_wheel(where: str) -> None:
    """The public index has another project of this name: what installs by name would run a stranger's program."""
    (workflow,) = (step["run"] for step in MAKE if step.get("run", "").startswith(INSTALL))
    words = shlex.split(workflow if where == "workflow" else steps_of_the_image()[0])
    named = [word for word in words if Path(word).name.startswith("placards")]
    assert [Path(word).name for word in named if not word.startswith("--")] == ["placards-*.whl"]
    assert words[words.index("--constraint") + 1].endswith("constraints.txt")


# pre-commit


HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HOOK = {hook["id"]: hook for hook in HOOKS}


def commit(hook: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run a hook as pre-commit does, from the repository's root; gives the exit code."""
    monkeypatch.chdir(folder)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names = [name for name in names if re.search(hook["files"], name)]
    assert names, "pre-commit would skip the hook"
    words = [*shlex.split(hook["entry"]), *hook.get("args", []), *(names if hook.get("pass_filenames", True) else [])]
    assert words[0] == "placards"
    return main(words[1:])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a campaign, a pack of its own with catalogs, and layouts."""
    make_folder(tmp_path)
    campaign(tmp_path / "river", one_set(text="Water is life", layouts=["big"]), name="campaign.toml")
    return tmp_path


@pytest.mark.parametrize("name", ["placards-check", "placards-catalog-check"])
def test_a_repository_in_order_passes(
    name: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commit(HOOK[name], repository, monkeypatch) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("river/campaign.toml", '"a6"', '"a66"', "a66"),
        ("slogans/demo.toml", 'id = "two"', 'id = "one"', "one"),
        ("layouts/plain/layout.toml", 'type = "text"', 'type = "txet"', "txet"),
    ],
)
def test_a_mistake_is_not_committed(
    file: str,
    old: str,
    new: str,
    said: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (repository / file).read_text(encoding="utf-8")
    (repository / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert commit(HOOK["placards-check"], repository, monkeypatch) == 1
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("error: "))
    assert f"{file}:" in line
    assert said in line


def test_a_catalog_with_a_mistake_is_not_committed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_po(repository, "fr", entry("one", "Water is life", "L’eau, c’est {la} vie"), pack="demo")
    assert commit(HOOK["placards-catalog-check"], repository, monkeypatch) == 1
    assert "locale/fr/LC_MESSAGES/demo.po" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "others"),
    [
        (
            "placards-check",
            ["pyproject.toml", "slogans.toml", "slogans/ur/notes.toml", "my-layout.toml", "fonts.toml~"],
        ),
        ("placards-catalog-check", ["demo.po", "locale/demo.po", "locale/ur/demo.po", "locale/ur/LC_MESSAGES/demo.mo"]),
    ],
)
def test_hooks_look_at_what_is_theirs(name: str, others: list[str]) -> None:
    templates = [path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.*")]
    theirs = [path for path in templates if re.search(HOOK[name]["files"], path)]
    suffix = ".toml" if name == "placards-check" else ".po"
    assert theirs
    assert [path for path in templates if path.endswith(suffix) and path not in theirs and "/art/" not in path] == []
    assert [other for other in others if re.search(HOOK[name]["files"], other)] == []


def test_the_hooks_without_a_network_are_the_same() -> None:
    (local,) = yaml.safe_load((RECIPES / "pre-commit-local.yaml").read_text(encoding="utf-8"))["repos"]
    assert local["repo"] == "local"
    ours = [{key: value for key, value in hook.items() if key != "description"} for hook in HOOKS]
    assert local["hooks"] == [{**hook, "language": "system"} for hook in ours]
    assert all(hook["language"] == "python" for hook in HOOKS)


def test_the_configuration_names_hooks_that_there_are() -> None:
    (other,) = yaml.safe_load((RECIPES / "pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [hook["id"] for hook in other["hooks"]] == list(HOOK)


# Cron


def load(name: str) -> ModuleType:
    """A recipe as a module."""
    spec = importlib.util.spec_from_file_location(name, RECIPES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def nightly() -> ModuleType:
    return load("nightly")


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """A campaign of one artefact."""
    return campaign(make_folder(tmp_path / "river"), one_set(slogans=["demo/one"]))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A campaign of two artefacts, one of which has a letter that no font draws."""
    sets = one_set(slogans=["demo/one"]) + one_set("box", text="Water \ue123")
    return campaign(make_folder(tmp_path / "broken"), sets)


def night(nightly: ModuleType, *words: object) -> int:
    return nightly.main([str(word) for word in (*words, "--jobs", 1)])


def test_a_good_night_says_nothing_but_in_the_log(
    nightly: ModuleType, river: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, log = tmp_path / "out", tmp_path / "nightly.log"
    assert night(nightly, river, out, "--log", log) == 0
    assert night(nightly, river, out, "--log", log) == 0
    assert capsys.readouterr() == ("", "")
    lines = log.read_text(encoding="utf-8").splitlines()
    counts = [line.partition(" INFO ")[2] for line in lines if " made, " in line]
    rest = f"0 failed, 0 messages left out: {out}"
    assert counts == [f"1 made, 0 unchanged, {rest}", f"0 made, 1 unchanged, {rest}"]


def test_a_night_with_a_failure_names_it(
    nightly: ModuleType, broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert night(nightly, broken, tmp_path / "out") == 1
    assert "box/en/" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out" / "set").rglob("*.pdf")] == ["one-a6.pdf"]


def test_a_night_without_a_campaign(nightly: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert night(nightly, tmp_path / "gone.toml", tmp_path / "out") == 2
    assert "gone.toml" in capsys.readouterr().err


def test_a_log_that_cannot_be_written(
    nightly: ModuleType, river: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert night(nightly, river, tmp_path / "out", "--log", tmp_path / "none" / "nightly.log") == 2
    assert "none/nightly.log" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_night_while_another_run_is_at_work(
    nightly: ModuleType, river: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    out, log = tmp_path / "out", tmp_path / "nightly.log"
    with locked(out, print):
        assert night(nightly, river, out) == 75
        assert [path.name for path in out.iterdir()] == [lock.LOCK_NAME]
    # The other run ends while this one waits.
    with ExitStack() as other:
        other.enter_context(locked(out, print))
        clock = SimpleNamespace(monotonic=time.monotonic, sleep=lambda seconds: other.close())
        monkeypatch.setattr(nightly, "time", clock)
        assert night(nightly, river, out, "--wait", 10, "--log", log) == 0
    assert f"Another run is at work in {out}; waiting." in log.read_text(encoding="utf-8")


def test_the_line_for_cron(nightly: ModuleType) -> None:
    assert nightly.__doc__ is not None
    (line,) = (line.strip() for line in nightly.__doc__.splitlines() if "nightly.py " in line)
    assert re.match(r"(?:[\d*]+ ){5}cd \S+ && \S+/python nightly\.py ", line)
    assert "%" not in line, "cron takes it for the end of a line"
    asked = nightly.parse(shlex.split(line.partition("nightly.py ")[2]))
    assert (asked.prune, asked.wait, asked.log) == (True, 30.0, Path("night.log"))


def test_the_nightly_script_by_itself(river: Path, tmp_path: Path) -> None:
    """As cron starts it, with as many processes as there are cores."""
    words = [sys.executable, RECIPES / "nightly.py", river, tmp_path / "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(list(map(str, words)), env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["artefacts"]) == 1


# Airflow


class FailedError(Exception):
    """In place of AirflowFailException: no other try."""


@pytest.fixture
def airflow(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Modules in place of Airflow, which is not installed here: what decorators were told, and what a DAG runs."""
    heard: dict[str, Any] = {"runs": []}

    def task(**told: Any) -> Any:
        def decorate(function: Any) -> Any:
            heard["task"] = told
            heard["function"] = function
            return lambda *given: heard["runs"].append(given)

        return decorate

    def dag(**told: Any) -> Any:
        heard["dag"] = told
        return lambda function: function

    sdk = ModuleType("airflow.sdk")
    sdk.dag, sdk.task = dag, task  # type: ignore[attr-defined]
    exceptions = ModuleType("airflow.sdk.exceptions")
    exceptions.AirflowFailException = FailedError  # type: ignore[attr-defined]
    for name, module in {"airflow": ModuleType("airflow"), sdk.__name__: sdk, exceptions.__name__: exceptions}.items():
        monkeypatch.setitem(sys.modules, name, module)
    load("airflow_dag")
    return heard


def test_the_dag_has_one_task_and_one_run_at_a_time(airflow: dict[str, Any]) -> None:
    module = load("airflow_dag")
    assert airflow["runs"][0] == (module.CAMPAIGN, module.OUT)
    assert (airflow["dag"]["schedule"], airflow["dag"]["max_active_runs"]) == (module.SCHEDULE, 1)
    assert airflow["dag"]["start_date"].tzinfo is not None
    assert airflow["dag"]["catchup"] is False
    assert airflow["task"]["retries"] > 0


def test_the_task_makes_what_has_changed(airflow: dict[str, Any], river: Path, tmp_path: Path) -> None:
    make = airflow["function"]
    assert make(str(river), str(tmp_path / "out")) == {"made": 1, "unchanged": 0, "left out": 0}
    assert make(str(river), str(tmp_path / "out")) == {"made": 0, "unchanged": 1, "left out": 0}


def test_what_no_other_try_can_mend_is_not_tried_again(
    airflow: dict[str, Any], broken: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(FailedError, match=r"gone\.toml"):
        airflow["function"](str(tmp_path / "gone.toml"), str(tmp_path / "out"))
    with pytest.raises(FailedError, match="1 artefacts failed"):
        airflow["function"](str(broken), str(tmp_path / "out"))
    assert "box/en/" in caplog.text


def test_a_folder_that_another_run_holds_is_tried_again(
    airflow: dict[str, Any], river: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with locked(tmp_path / "out", print), pytest.raises(placards.OutputError):
        airflow["function"](str(river), str(tmp_path / "out"))


# Containers


def instructions() -> list[tuple[str, str]]:
    """The container file's instructions, each with its arguments on one line."""
    text = (RECIPES / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [re.sub(r"\s+", " ", line) for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines]


def steps_of_the_image() -> list[str]:
    """The commands of the instruction that fills the image."""
    (steps,) = (text for name, text in instructions() if name == "RUN")
    return steps.split(" && ")


def test_the_image_runs_placards_and_is_not_root() -> None:
    told = dict(instructions())  # of those that come twice, the last
    assert json.loads(told["ENTRYPOINT"]) == ["placards"]
    assert json.loads(told["VOLUME"]) == ["/campaign", "/out"]
    user, group = told["USER"].split(":")
    assert int(user) > 0
    assert int(group) > 0
    assert told["ENV"].startswith(f"{VARIABLE}=/")


def test_the_times_of_files_in_the_image_are_whole_seconds(tmp_path: Path) -> None:
    """Images keep no others: in one that somebody has fetched, a cache that knew them better would know no file."""
    (program,) = (step for step in steps_of_the_image() if step.startswith("python -c "))
    module = tmp_path / "placards" / "__init__.py"
    module.parent.mkdir()
    module.touch()
    os.utime(module, ns=(1_700_000_000_123_456_789,) * 2)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, *shlex.split(program)[1:]]
    subprocess.run(words, env=environment, cwd=tmp_path, check=True)
    assert module.stat().st_mtime_ns == 1_700_000_000_000_000_000


def test_what_is_copied_into_the_image_is_there() -> None:
    ((constraints, wheel, _),) = (text.split() for name, text in instructions() if name == "COPY")
    assert (ROOT / constraints).is_file()
    assert fnmatch(f"dist/placards-{placards.__version__}-py3-none-any.whl", wheel)


def test_the_commands_of_the_image_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fills the cache at build time, and what the comment says to type."""
    text = (RECIPES / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    (fill,) = (step.removeprefix("placards ") for step in steps_of_the_image() if step.startswith("placards "))
    (typed,) = re.findall(r" placards (batch .*)$", text, re.MULTILINE)
    monkeypatch.chdir(checked_out(tmp_path / "campaign"))
    assert main([word.replace("/first.pdf", f"{tmp_path}/first.pdf") for word in shlex.split(fill)]) == 0
    assert (tmp_path / "first.pdf").is_file()
    assert main([*(word.replace("/out", f"{tmp_path}/out") for word in shlex.split(typed)), "--dry-run"]) == 0
    assert "9 artefacts would be made" in capsys.readouterr().out
