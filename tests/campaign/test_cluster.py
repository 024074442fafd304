"""Jobs on a Dask cluster: the bytes of a local run, whoever dies, and a sentence where there is no such cluster."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from placards.campaign.choose import find_cluster
from placards.campaign.cluster import session, workforce
from placards.campaign.cluster.campaign import cluster_workforce
from placards.campaign.cluster.program import differences, program
from placards.campaign.cluster.where import Where, read_where
from placards.campaign.interrupts import Interrupted
from placards.campaign.limits import Limits, Lost
from placards.campaign.run import BatchResult, batch
from placards.campaign.worker import Outcome, Task
from placards.files.shipped import fonts_folder
from placards.plan.planner import plan_campaign
from placards.problems.errors import ClusterError, InputError

from ..cli.support import environment, placards
from ..compose.support import png
from ..messages.support import write
from .chores import hired
from .clusters import Cluster, cluster, make_certificates
from .processes import runs, wait_for
from .support import LAYOUT, campaign, make_folder, one_set, write_layout
from .test_batch import files

PICTURE = '\n[[element]]\nid = "logo"\ntype = "image"\nfile = "logo.png"\nalt = "x"\ntop = "90%"\nwidth = "10%"\n'

SETS = "\n".join(
    [
        one_set("print", tags=["demo"], languages=["ar", ["ar", "de"]], layouts=["plain", "many"]),
        one_set("screen", slogans=["demo/one"], languages=["en", "fr"], sizes=["200x300px"], formats=["png", "svg"]),
        one_set("own", slogans=["demo/one"], languages=["de"], layouts=["pictured"], palettes=["mine"]),
        one_set("photo", slogans=["demo/one"], layouts=["photo-caption"], photo="march.png"),
        # A box on paper is an error, and it is told alike.
        one_set("boxes", slogans=["boxes/box"]),
    ]
)


def is_there(name: str) -> Callable[[], Any]:
    return lambda: Path(name).exists() and Path(name).read_text()


def results(where: Where, tasks: list[tuple[str, Any]], **options: Any) -> list[Any]:
    with hired(where, len(tasks), **options) as found:
        return list(found.results(tasks))


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificates(tmp_path_factory.mktemp("tls") / "certificates")


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory, certificates: Path) -> Iterator[Cluster]:
    """Two worker processes behind TLS, in a folder where nothing is."""
    with cluster(tmp_path_factory.mktemp("machines") / "elsewhere", 2, certificates) as found:
        yield found
    import distributed.utils

    # A thread that Dask keeps for all its life: no process forks beside it.
    distributed.utils._offload_executor.shutdown()


@pytest.fixture
def where(machines: Cluster, certificates: Path) -> Where:
    return read_where(machines.address, certificates)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with layouts, a picture in one, a palette, a font and a photograph of its own."""
    found = make_folder(tmp_path_factory.mktemp("campaign") / "campaign")
    layout = write_layout(found, "pictured", LAYOUT.replace("languages = 2", "languages = 1") + PICTURE)
    (layout.parent / "logo.png").write_bytes(png(40, 40))
    write(found / "palettes.toml", MINE)
    write(found / "slogans" / "boxes.toml", BOXES)
    (found / "fonts").mkdir()
    shutil.copy(next((fonts_folder() / "AlfaSlabOne").glob("*.ttf")), found / "fonts" / "Mine.ttf")
    (found / "march.png").write_bytes(png(900, 900))
    campaign(found, SETS)
    return found


@pytest.fixture(scope="module")
def local(folder: Path) -> BatchResult:
    """What one process makes of it, in a folder beside."""
    return batch(folder / "demo.toml", folder.parent / "local")


@pytest.fixture(scope="module")
def whole(folder: Path, local: BatchResult) -> dict[str, bytes]:
    """The files of that."""
    return files(folder.parent / "local")


MINE = """[palettes.mine]
summary = "Its own"
tags = ["light"]
paper = "#ffffff"
ink = "#101010"
accent = "#b01010"
on-accent = "#ffffff"
middle = "#dddddd"
on-middle = "#101010"
deep = "#101010"
on-deep = "#ffffff"
glow = "#ffa060"
"""

BOXES = '[pack]\nname = "Boxes"\nlanguage = "en"\n\n[[slogan]]\nid = "box"\ntext = "Water \ue123"\n'


# --- the same bytes --------------------------------------------------------------------------------------------------


def test_tree_and_manifest_are_those_of_a_local_run(
    folder: Path, tmp_path: Path, machines: Cluster, certificates: Path, local: BatchResult, whole: dict[str, bytes]
) -> None:
    there = batch(folder / "demo.toml", tmp_path / "there", dask=machines.address, dask_tls=certificates)
    assert len(local.made) == 11
    assert [failure.file for failure in local.failed] == ["boxes/en/box-a6.pdf"]
    assert files(tmp_path / "there") == whole
    assert [str(d) for f in there.failed for d in f.diagnostics] == [
        str(d) for f in local.failed for d in f.diagnostics
    ]
    assert set(there.diagnostics) == set(local.diagnostics)


def test_workers_need_no_file_of_the_campaign(
    folder: Path, tmp_path: Path, where: Where, whole: dict[str, bytes]
) -> None:
    """The folder is gone before the first job."""
    shutil.copytree(folder, tmp_path / "campaign")
    plan = plan_campaign(tmp_path / "campaign" / "demo.toml")
    out = tmp_path / "out"
    out.mkdir()
    hands = cluster_workforce(where, out, plan.inputs.world, plan.jobs, Limits(), lambda: None)
    try:
        shutil.rmtree(tmp_path / "campaign")
        made = list(hands.results(Task(job) for job in plan.jobs))
    finally:
        hands.close()
    parts = {
        name: (out / name).with_name(part).read_bytes()
        for outcome in made
        if isinstance(outcome, Outcome)
        for name, part in outcome.parts
    }
    assert parts == {name: data for name, data in whole.items() if name != "manifest.json"}


# --- workers that die ------------------------------------------------------------------------------------------------


def test_tasks_that_die_or_hang_are_named(where: Where, tmp_path: Path) -> None:
    tasks: list[tuple[str, Any]] = [("double", n) for n in range(30)]
    tasks[11], tasks[20] = ("die", 0), ("hang", str(tmp_path / "hung"))
    found = results(where, tasks, limits=Limits(seconds=4))
    lost = {result.task[0]: result for result in found if isinstance(result, Lost)}
    assert {name: (one.late, one.how) for name, one in lost.items()} == {"die": (False, "SIGKILL"), "hang": (True, "")}
    assert sorted(r for r in found if not isinstance(r, Lost)) == [2 * n for n in range(30) if n not in (11, 20)]
    assert not runs(int((tmp_path / "hung").read_text()))


def test_what_a_killed_worker_was_at_is_done_again(where: Where, tmp_path: Path) -> None:
    tasks: list[tuple[str, Any]] = [("double", n) for n in range(60)]
    for number in (20, 40):
        tasks[number] = ("kill the worker once", str(tmp_path / f"mark {number}"))
    found = results(where, tasks)
    assert len(list(tmp_path.iterdir())) == 2
    assert [result for result in found if isinstance(result, Lost)] == []
    assert sorted(map(str, found)) == sorted(["done", "done", *(str(2 * n) for n in range(60) if n not in (20, 40))])


def test_a_task_that_kills_worker_after_worker_is_named(where: Where) -> None:
    tasks: list[tuple[str, Any]] = [("double", n) for n in range(20)]
    tasks[3] = ("kill the worker", 0)
    found = results(where, tasks)
    (lost,) = [result for result in found if isinstance(result, Lost)]
    assert lost.task == ("kill the worker", 0)
    assert not lost.late
    assert lost.how.startswith("2 workers, the last of them tls://127.0.0.1:")
    assert sorted(r for r in found if not isinstance(r, Lost)) == [2 * n for n in range(20) if n != 3]


# --- how much is under way ---------------------------------------------------------------------------------------------


def test_tasks_are_taken_as_workers_get_free(where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "MOST", 3)
    taken = 0

    def tasks() -> Iterator[tuple[str, int]]:
        nonlocal taken
        for number in range(300):
            taken += 1
            yield "double", number

    with hired(where, 300) as found:
        ahead = [taken - done for done, _ in enumerate(found.results(tasks()), start=1)]
    assert len(ahead) == 300
    assert max(ahead) <= 3 * (2 * 2 + 1)  # chunks of at most three; one under way and one at hand for each of two


def test_what_is_called_off_ends_on_the_workers_too(where: Where, tmp_path: Path) -> None:
    stop = False

    def check() -> None:
        if stop:
            raise Interrupted(signal.SIGINT)

    hanging = tmp_path / "pid"
    with hired(where, 3, check=check) as found:
        coming = found.results([("double", 1), ("double", 2), ("hang", str(hanging))])
        assert {next(coming), next(coming)} == {2, 4}
        process = int(wait_for(is_there(str(hanging))))
        stop = True
        with pytest.raises(Interrupted):
            next(coming)
        assert list(found.drain(0.2)) == []
    assert wait_for(lambda: not runs(process))


# --- machines that will not do -----------------------------------------------------------------------------------------

OTHER = (
    "import placards.campaign.cluster.program as p\n"
    "p._version = lambda name, right=p._version: '7.0' if name == 'pillow' else right(name)\n"
)
NONE = "import sys\nsys.modules['placards'] = None\n"


@pytest.mark.parametrize(
    ("preload", "says"),
    [
        (
            OTHER,
            r"tls://127.*other bytes.*: it has pillow 7.0 instead of",
        ),
        (NONE, r"tls://127.* cannot make anything \(ModuleNotFoundError"),
    ],
)
def test_a_worker_that_is_another_program_is_refused(
    folder: Path, tmp_path: Path, machines: Cluster, certificates: Path, preload: str, says: str
) -> None:
    file = write(tmp_path / "preloaded.py", preload)
    worker = machines.workers(1, "--no-nanny", "--preload", str(file))
    try:
        with hired_all(read_where(machines.address, certificates), 3), pytest.raises(ClusterError, match=says):
            batch(folder / "demo.toml", tmp_path / "out", dask=machines.address, dask_tls=certificates)
        assert not (tmp_path / "out").exists()
    finally:
        worker.terminate()
        worker.wait(30)


@contextlib.contextmanager
def hired_all(where: Where, count: int) -> Iterator[None]:
    """Wait until so many workers are there."""
    from distributed import Client

    from placards.campaign.cluster.where import security

    with Client(where.address, security=security(where), set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)
        yield


def test_a_worker_that_comes_later_is_looked_at_too(where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    with hired(where, 4) as found:
        monkeypatch.setattr(found._session, "_right", (("placards", "0"),))
        monkeypatch.setattr(session, "program", lambda: {"placards": "0"})
        with pytest.raises(ClusterError, match=r"it has placards .* instead of 0"):
            list(found.results([("double", 1)]))


def test_what_two_programs_differ_in() -> None:
    ours = program()
    assert differences(ours, dict(ours)) == ""
    assert set(ours) > {"placards", "Python", "pillow", "reportlab", "uharfbuzz", "distributed", "placards' own files"}
    assert all(ours.values())
    assert (
        differences({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "4"}) == "b 4 instead of 2, c missing instead of 3"
    )


# --- schedulers that are not there -------------------------------------------------------------------------------------


def test_no_scheduler(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "CONNECT", 1.0)
    with pytest.raises(ClusterError, match=r"no Dask scheduler to talk to at tcp://127\.0\.0\.1:9 "):
        batch(folder / "demo.toml", tmp_path / "out", dask="127.0.0.1:9")
    assert not (tmp_path / "out").exists()


def test_certificates_of_another_authority(machines: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "CONNECT", 1.0)
    other = make_certificates(tmp_path / "other")
    with pytest.raises(ClusterError, match="no Dask scheduler to talk to at tls://"):
        results(read_where(machines.address, other), [])


def test_no_workers_and_a_scheduler_that_goes_away(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: dict[str, bytes]
) -> None:
    monkeypatch.setattr(session, "PATIENCE", 1.0)
    monkeypatch.setattr(workforce, "FIRST", 1)
    out = tmp_path / "out"
    made: list[str] = []
    with cluster(tmp_path / "plain", 0) as found:
        with pytest.raises(ClusterError, match="has had no worker for 1 s"):
            batch(folder / "demo.toml", out, dask=found.address)
        assert not out.exists()
        monkeypatch.setattr(session, "PATIENCE", 60.0)
        found.workers(1)

        def watch(outcome: Outcome, total: int) -> None:
            made.append(outcome.name)
            found.scheduler.kill()

        with pytest.raises(ClusterError, match="went away"):
            batch(folder / "demo.toml", out, dask=found.address, watch=watch)
    there = files(out)
    assert made
    assert {name for name in there if not name.startswith(("thumbnails/", "manifest"))} == set(made)
    assert all(whole[name] == data for name, data in there.items() if name != "manifest.json")
    batch(folder / "demo.toml", out)
    assert files(out) == whole


@pytest.mark.parametrize(
    "text", ["", "localhost", "local:0", "local:x", "ws://h:1", "tls://h", "h:0", "h:70000", "a b:1", "tcp://h:1/x"]
)
def test_what_names_no_cluster(text: str) -> None:
    with pytest.raises(InputError, match="names no Dask cluster"):
        read_where(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("local", Where("local", os.cpu_count() or 1)),
        ("local:3", Where("local:3", 3)),
        ("host:8786", Where("tcp://host:8786")),
        (" tcp://host:8786/ ", Where("tcp://host:8786")),
        ("[::1]:8786", Where("tcp://[::1]:8786")),
    ],
)
def test_what_names_one(text: str, where: Where) -> None:
    assert read_where(text) == where


def test_certificates_that_will_not_do(tmp_path: Path, certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="asks for certificates, and none are named"):
        read_where("tls://host:1")
    with pytest.raises(InputError, match=r"ca\.pem: there is no such file"):
        read_where("tls://host:1", tmp_path)
    for address in (None, "local:2", "tcp://host:1"):
        with pytest.raises(InputError, match="nothing here uses them"):
            find_cluster(address, certificates)
    broken = tmp_path / "broken"
    shutil.copytree(certificates, broken)
    (broken / "key.pem").write_bytes(make_certificates(tmp_path / "other").joinpath("key.pem").read_bytes())
    with pytest.raises(InputError, match="these certificates cannot be used"):
        read_where("tls://host:1", broken)
    # With Dask's own configuration, a folder need not be named; a bare address is one with certificates where one is.
    import dask

    names = {"ca-file": "ca.pem", "client.cert": "cert.pem", "client.key": "key.pem"}
    with dask.config.set({f"distributed.comm.tls.{name}": str(certificates / file) for name, file in names.items()}):
        assert read_where("tls://host:1").encrypted
    assert read_where("host:1", certificates).address == "tls://host:1"


def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"not installed. Install it: pip install 'placards\[dask\]'"):
        read_where("local")


def test_dask_is_not_imported_unasked() -> None:
    code = "import sys, placards.campaign.run, placards.cli.batch; print({'dask', 'distributed', 'ssl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# --- processes here ----------------------------------------------------------------------------------------------------


def test_processes_of_this_machine(folder: Path, tmp_path: Path, whole: dict[str, bytes]) -> None:
    done = placards("batch", folder / "demo.toml", "--dask", "local:2", "--out", tmp_path / "there", cwd=tmp_path)
    assert done.returncode == 1  # for the box
    assert done.stderr.count("\n") == 1, done.stderr
    assert "no font can draw" in done.stderr
    assert files(tmp_path / "there") == whole
    refused = placards("batch", folder / "demo.toml", "--dask", "local:2", "-j", "2", cwd=tmp_path)
    assert (refused.returncode, "Leave it out" in refused.stderr) == (2, True)


SCRIPT = """
import sys
from tests.campaign.chores import hired
from placards.campaign.cluster.where import read_where
if __name__ == "__main__":
    from placards.campaign.interrupts import Interrupts
    tasks = [("hang", f"{sys.argv[1]}/{n}") for n in range(2)]
    with Interrupts() as interrupts, interrupts.deferred(), hired(read_where("local:2"), 2, check=interrupts.check) as found:
        list(found.results(tasks))
"""


@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT"])
def test_nobody_outlives_the_parent(tmp_path: Path, name: str) -> None:
    write(tmp_path / "script.py", SCRIPT)
    marks = tmp_path / "marks"
    marks.mkdir()
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py"), str(marks)],
        env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    hanging = [int(wait_for(is_there(str(marks / str(n))), 60)) for n in range(2)]
    group = os.getpgid(process.pid)
    everyone = [n for n in every_process() if of_group(n) == group]
    assert set(hanging) < set(everyone)
    assert len(everyone) >= 5  # the parent, two workers of Dask, and their processes
    if name == "SIGKILL":
        process.kill()
    else:
        os.killpg(group, signal.SIGINT)  # as Ctrl-C does
    process.wait(30)
    assert wait_for(lambda: not any(map(runs, everyone)))


def every_process() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def of_group(number: int) -> int | None:
    try:
        return os.getpgid(number)
    except ProcessLookupError:
        return None
