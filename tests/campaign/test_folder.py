"""An output folder that has been used: what is in it is kept, told, and never somebody else's loss."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placards.campaign.choose import find_campaign, refuse_nothing
from placards.campaign.former import read_former
from placards.campaign.journal import JOURNAL_NAME, Journal, read_journal
from placards.campaign.limits import Limits
from placards.campaign.lock import LOCK_NAME, locked
from placards.campaign.manifest import line
from placards.campaign.names import portable, safe_names, stays_inside
from placards.campaign.run import BatchResult, batch
from placards.campaign.thumbnails import thumbnail_name
from placards.campaign.worker import Maker, Outcome, Task
from placards.messages.trust.approval import fingerprint
from placards.pipeline import Artefact, Engine, Traced
from placards.plan.planner import Plan, plan_campaign
from placards.problems.diagnostic import Diagnostic, Severity, diagnostic
from placards.problems.errors import FitError, InputError, OutputError, UnknownNameError

from ..cli.support import environment
from ..messages.support import entry, write_po
from .support import LISTS, campaign, make_folder, one_set


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_folder(tmp_path / "campaign")
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"]))
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones and links included, but the lists of them all."""
    return {
        p.relative_to(folder).as_posix(): os.readlink(p).encode() if p.is_symlink() else p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if (p.is_symlink() or p.is_file()) and p.name not in LISTS
    }


def run(folder: Path, out: Path, **options: Any) -> BatchResult:
    return batch(folder / "demo.toml", out, **options)


def codes(done: BatchResult) -> list[str]:
    return [d.code for d in done.diagnostics]


def said(done: BatchResult, code: str) -> str:
    (found,) = [d for d in done.diagnostics if d.code == code]
    return str(found)


def listed(out: Path) -> list[str]:
    return [a["file"] for a in json.loads((out / "manifest.json").read_bytes())["artefacts"]]


def everything(*artefacts: str) -> list[str]:
    """What a batch leaves in its folder."""
    return sorted(["manifest.json", *artefacts, *map(thumbnail_name, artefacts)])


ALL = [f"set/{language}/{name}-a6.pdf" for language in ("ar", "en") for name in ("one", "two")]


# --- the call ------------------------------------------------------------------------------------------------------


def test_a_batch_is_one_call(folder: Path, out: Path) -> None:
    heard: list[Outcome] = []
    done = run(folder, out, watch=lambda outcome, of: heard.append(outcome))
    assert list(done.made) == ALL == listed(out)
    assert done.failed == done.skipped == done.diagnostics == ()
    assert done.manifest == out / "manifest.json"
    assert {o.name for o in heard} == set(ALL)
    assert sorted(tree(out)) == everything(*ALL)
    with pytest.raises(AttributeError):
        done.made = ()  # type: ignore[misc]


def test_a_plan_does_as_well(folder: Path, out: Path) -> None:
    plan = plan_campaign(folder / "demo.toml")
    assert list(batch(plan, str(out), jobs=None).made) == ALL


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_the_same_bytes_however_workers_start(folder: Path, tmp_path: Path, jobs: int, method: str) -> None:
    run(folder, tmp_path / "one")
    run(folder, tmp_path / "two", jobs=jobs, limits=Limits(method=method))
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_nothing_to_make(folder: Path, out: Path) -> None:
    campaign(folder, one_set(slogans=["demo/two"], languages=["fr", "de"]))
    with pytest.raises(InputError, match="2 messages are missing or fuzzy"):
        run(folder, out)
    with pytest.raises(InputError, match=r"there is nothing to make\.$"):
        refuse_nothing(Plan((), name="x", file="x.toml"))
    with pytest.raises(UnknownNameError, match=r"no campaign “raly”.*“rally”"):
        batch("raly", out)
    with pytest.raises(InputError, match="contradict each other"):
        run(folder, out, require="approved", draft=True)
    with pytest.raises(InputError, match=r"“aproved” is no status of a message\. Did you mean “approved”"):
        run(folder, out, require="aproved")
    with pytest.raises(InputError, match="0 is no number of workers"):
        run(folder, out, jobs=0)
    assert not out.exists()


def test_a_shipped_campaign_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rally").mkdir()  # such as an earlier run's folder
    assert find_campaign(Path("rally")).name == "rally.toml"
    assert find_campaign(Path("missing.toml")) == Path("missing.toml")


def test_problems_of_the_plan_are_reported_at_once(folder: Path, out: Path) -> None:
    campaign(folder, one_set(slogans=["demo/oen"]))
    heard: list[Diagnostic] = []
    done = run(folder, out, report=heard.append)
    assert done.manifest is None
    assert [d.severity for d in heard] == [Severity.ERROR]
    assert "demo/oen" in str(heard[0])


def test_unexpected_errors_cost_their_own_artefact(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {"en": MemoryError(), "ar": ZeroDivisionError("oops"), "fr": FitError("text-long", length=3, limit=2)}

    def broken(engine: Engine, job: Any) -> Any:
        raise kinds[job.content.languages[0]]

    monkeypatch.setattr("placards.campaign.worker.make", broken)
    campaign(folder, one_set(slogans=["demo/one"], languages=["en", "ar", "fr"]))
    done = run(folder, out, limits=Limits(method="fork"))
    errors = {failure.file[4:6]: failure.diagnostics[0] for failure in done.failed}
    assert {language: d.code for language, d in errors.items()} == {
        "en": "job-memory",
        "ar": "internal",
        "fr": "text-long",
    }
    assert "not enough memory" in str(errors["en"])
    assert "oops" in str(errors["ar"])
    assert "more than 2" in str(errors["fr"])
    assert done.made == ()
    assert list(tree(out)) == ["manifest.json"]
    assert {f["code"] for f in json.loads(tree(out)["manifest.json"])["failed"]} == {
        "job-memory",
        "internal",
        "text-long",
    }


def test_measured_checks_and_diagnostics_reach_the_manifest(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """defects.md 39"""

    checks = {"missing_glyphs": 0, "ink_outside_slot": 2, "images_below_dpi": 1}

    def measured(engine: Engine, job: Any) -> Traced:
        found = (diagnostic("output-renamed", name="a", new="b"),)
        return Traced(replace(engine.make(job), diagnostics=found, checks=checks))

    monkeypatch.setattr("placards.campaign.worker.make", measured)
    done = run(folder, out, only="set/en/one*", limits=Limits(method="fork"))
    assert codes(done) == ["output-renamed"]
    (record,) = json.loads(tree(out)["manifest.json"])["artefacts"]
    assert record["checks"] == {"missing_glyphs": 0, "ink_outside_slot": 2, "images_below_dpi": 1, "warnings": []}
    assert record["diagnostics"] == [
        {
            "code": "output-renamed",
            "severity": "note",
            "parameters": {"name": "a", "new": "b"},
            "place": {},
            "sentence": "“a” is called “b”, because Windows cannot hold such a name.",
        }
    ]


def _kill(engine: Engine, job: Any) -> Traced:
    if "two" in job.name:
        os.kill(os.getpid(), 9)
    return engine.make_traced(job)


def _hang(engine: Engine, job: Any) -> Traced:
    import time

    if "two" in job.name:
        time.sleep(1000)
    return Traced(Artefact(job, b"made at once, however busy the machine is"))


@pytest.mark.parametrize(("stand_in", "code"), [(_kill, "job-died"), (_hang, "job-timeout")])
def test_a_job_that_kills_or_holds_its_worker_is_named_and_fails_alone(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch, stand_in: Callable[[Engine, Any], Traced], code: str
) -> None:
    """defects.md 24"""
    monkeypatch.setattr("placards.campaign.worker.make", stand_in)
    limits = Limits(2.0 if code == "job-timeout" else 100.0, method="fork")
    done = run(folder, out, jobs=2, gallery=False, limits=limits)
    assert {f.file: f.diagnostics[0].code for f in done.failed} == {ALL[1]: code, ALL[3]: code}
    assert list(done.made) == [ALL[0], ALL[2]]
    assert done.failed[0].diagnostics[0].advice()
    assert sorted(tree(out)) == ["manifest.json", ALL[0], ALL[2]]


# --- runs of a part ------------------------------------------------------------------------------------------------


def test_a_part_updates_its_part(folder: Path, out: Path) -> None:
    """defects.md 27: the manifest shrank to the run."""
    run(folder, out)
    whole = tree(out)
    done = run(folder, out, only="set/ar/*")
    assert tree(out) == whole
    assert codes(done) == ["output-kept"]
    assert "2 artefacts of earlier runs were kept" in said(done, "output-kept")


def test_parts_make_up_the_whole(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "one")
    for part in ("set/en/one*", "set/ar/*", "set/en/two*"):
        run(folder, tmp_path / "two", only=part)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_failure_of_a_part_is_kept_and_forgotten(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(engine: Engine, job: Any) -> Any:
        raise FitError("text-long", length=3, limit=2)

    run(folder, out, only="set/en/*")
    with monkeypatch.context() as patch:
        patch.setattr("placards.campaign.worker.make", broken)
        done = run(folder, out, only="set/*/one*", force=True, limits=Limits(method="fork"))
    assert [f.file for f in done.failed] == [ALL[0], ALL[2]]
    # The English one was made before, and its file is there still.
    assert "1 artefact failed, and its file" in said(done, "output-stale")
    assert ALL[2] in said(done, "output-stale")
    run(folder, out, only="set/ar/two*")
    data = json.loads(tree(out)["manifest.json"])
    assert [f["file"] for f in data["failed"]] == [ALL[0], ALL[2]]
    run(folder, out)
    assert json.loads(tree(out)["manifest.json"])["failed"] == []


def test_what_the_campaign_makes_no_more_is_named(folder: Path, out: Path) -> None:
    run(folder, out)
    campaign(folder, one_set(slogans=["demo/one"], languages=["en"]))
    done = run(folder, out)
    assert list(done.unchanged) == [ALL[2]]
    assert listed(out) == ALL
    assert said(done, "output-older").startswith("3 artefacts of earlier runs, which this campaign does not make")
    assert f"{ALL[0]}, {ALL[1]}, {ALL[3]}" in said(done, "output-older")
    (out / ALL[0]).unlink()
    (out / ALL[1]).unlink()
    done = run(folder, out)
    assert listed(out) == [ALL[2], ALL[3]]
    assert said(done, "output-older").startswith("1 artefact of an earlier run")


def test_what_is_not_approved_any_more_is_named(folder: Path, out: Path) -> None:
    """defects.md 27: unapproved files stayed beside approved ones without a word."""
    run(folder, out)
    done = run(folder, out, require="approved")
    assert sorted(done.unchanged) == [ALL[2], ALL[3]]
    assert "2 artefacts of earlier runs show messages that are not approved" in said(done, "output-disallowed")
    assert f"{ALL[0]}, {ALL[1]}" in said(done, "output-disallowed")
    assert listed(out) == ALL
    reader = f"# placards: approved by Amina on 2027-01-31 sha256:{fingerprint('Water is life', 'الماء حياة')}"
    write_po(folder, "ar", entry("one", "Water is life", "الماء حياة", reader), pack="demo")
    done = run(folder, out, require="approved")
    assert ALL[0] in done.made
    assert ALL[1] in said(done, "output-disallowed")


def test_it_is_named_even_where_nothing_is_left_to_make(folder: Path, out: Path) -> None:
    campaign(folder, one_set(tags=["demo"], languages=["ar"]))
    run(folder, out)
    before = tree(out)
    done = run(folder, out, require="approved")
    assert done.manifest is None
    assert "2 artefacts" in said(done, "output-disallowed")
    assert tree(out) == before
    assert run(folder, out.with_name("other"), require="approved").diagnostics == ()


# --- what others put there -----------------------------------------------------------------------------------------


def test_a_users_own_file_is_not_overwritten(folder: Path, out: Path) -> None:
    """defects.md 27"""
    target = out / ALL[0]
    target.parent.mkdir(parents=True)
    target.write_bytes(b"mine")
    done = run(folder, out)
    assert [f.file for f in done.failed] == [ALL[0]]
    assert done.failed[0].diagnostics[0].code == "output-foreign"
    assert "--force" in str(done.failed[0].diagnostics[0])
    assert target.read_bytes() == b"mine"
    assert listed(out) == ALL[1:]
    done = run(folder, out)
    assert [f.file for f in done.failed] == [ALL[0]], "not ours in the second run either"
    assert list(run(folder, out, force=True).made) == ALL
    assert target.read_bytes().startswith(b"%PDF")
    assert sorted(run(folder, out).unchanged) == ALL, "now it is ours"


def test_the_very_bytes_are_ours_whoever_lost_the_record(folder: Path, out: Path) -> None:
    run(folder, out)
    whole = tree(out)
    (out / "manifest.json").unlink()
    assert list(run(folder, out).made) == ALL
    assert tree(out) == whole


def test_a_manifest_of_another_program_is_not_overwritten(folder: Path, out: Path) -> None:
    """defects.md 27"""
    out.mkdir()
    for text in ('{"name": "my web app"}', "my notes", "[]", "{"):
        (out / "manifest.json").write_text(text)
        with pytest.raises(OutputError) as caught:
            run(folder, out)
        assert caught.value.code == "output-foreign"
        assert tree(out) == {"manifest.json": text.encode()}
    assert list(run(folder, out, force=True).made) == ALL
    assert listed(out) == ALL


def test_links_are_neither_followed_nor_replaced(folder: Path, out: Path, tmp_path: Path) -> None:
    """defects.md 27"""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.pdf").write_bytes(b"mine")
    (out / "set" / "en").mkdir(parents=True)
    (out / "set" / "ar").symlink_to(elsewhere)
    (out / ALL[2]).symlink_to(elsewhere / "x.pdf")
    before = tree(out)
    done = run(folder, out)
    assert {f.file: f.diagnostics[0].code for f in done.failed} == dict.fromkeys([*ALL[:3]], "output-link")
    assert "“set/ar” is a link" in str(done.failed[0].diagnostics[0])
    assert f"“{ALL[2]}” is a link" in str(done.failed[2].diagnostics[0])
    after = tree(out)
    assert {name: after[name] for name in before} == before
    assert list(elsewhere.iterdir()) == [elsewhere / "x.pdf"]
    assert list(run(folder, out, force=True).made) == ALL
    assert (elsewhere / "x.pdf").read_bytes() == b"mine"
    assert not (out / ALL[2]).is_symlink()
    (out / "manifest.json").rename(elsewhere / "manifest.json")
    (out / "manifest.json").symlink_to(elsewhere / "manifest.json")
    with pytest.raises(OutputError, match="is a link"):
        run(folder, out)


# --- damage --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", ["cut", "blank", "zeros", "garbled"])
def test_a_damaged_manifest_is_said_and_rebuilt(folder: Path, out: Path, damage: str) -> None:
    run(folder, out)
    whole = tree(out)
    data = whole["manifest.json"]
    bad = {
        "cut": data[: data.index(b'"set/en/two-a6.pdf"')],
        "blank": b"",
        "zeros": bytes(4096),
        "garbled": data.replace(b'"sha256"', b'"sha\xff', 1),
    }[damage]
    (out / "manifest.json").write_bytes(bad)
    done = run(folder, out)
    assert codes(done) == ["manifest-damaged" if damage in ("blank", "zeros") else "manifest-damaged-kept"]
    after = tree(out)
    kept = after.pop("manifest-damaged.json", None)
    assert after == whole
    assert kept == (None if damage in ("blank", "zeros") else bad)
    (out / "manifest.json").write_bytes(data[:-3])
    done = run(folder, out, only=ALL[3])
    assert "4 artefacts could be read" in str(done.diagnostics[0])
    assert listed(out) == ALL
    assert ("manifest-damaged-2.json" in tree(out)) == (kept is not None)


def test_strange_manifests_are_read_as_far_as_they_go(folder: Path, out: Path) -> None:
    out.mkdir()
    strange = {
        "placards": "9.0",
        "artefacts": [5, {"file": 3}, {"file": "../../x"}, {"file": "a/b.pdf"}, {"file": ALL[0], "messages": "none"}],
        "failed": {"not": "a list"},
    }
    (out / "manifest.json").write_text(json.dumps(strange))
    former = read_former(out)
    assert sorted(former.made) == ["a/b.pdf", ALL[0]]
    assert former.failed == {}
    (out / "set" / "ar").mkdir(parents=True)
    (out / ALL[0]).write_bytes(b"old")
    done = run(folder, out, require="approved")
    assert ALL[0] in said(done, "output-disallowed"), "what cannot be read is not trusted"
    (out / "manifest.json").unlink()
    (out / "manifest.json").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        run(folder, out)


def test_a_run_that_died_is_known_by_its_journal(folder: Path, out: Path) -> None:
    run(folder, out)
    whole = tree(out)
    records = {a["file"]: a for a in json.loads(whole["manifest.json"])["artefacts"]}
    (out / "manifest.json").unlink()
    journal = Journal(out)
    journal.intend(ALL)
    journal.made(line(records[ALL[0]]))
    journal.failed({"file": ALL[1], "error": "too long", "code": "fit"})
    journal.failed({"file": ALL[2], "error": "too long", "code": "fit"})
    journal.made(line(records[ALL[2]]))
    journal.close(finished=False)
    (out / ALL[3]).write_bytes(b"made of another text, and not noted before the death")
    with (out / JOURNAL_NAME).open("ab") as file:
        file.write(b'{"made": {"file": "set/en/th')
    done = run(folder, out, only=ALL[3])
    assert codes(done) == ["output-kept"]
    data = json.loads((out / "manifest.json").read_bytes())
    assert [a["file"] for a in data["artefacts"]] == [ALL[0], ALL[2], ALL[3]]
    assert [f["file"] for f in data["failed"]] == [ALL[1]]
    run(folder, out)
    assert tree(out) == whole


def test_a_damaged_journal_is_said(folder: Path, out: Path) -> None:
    out.mkdir()
    (out / JOURNAL_NAME).write_bytes(b'{"files": ["a"]}\nnonsense\n[1]\n{"made": 5}\n{"files": ["b"]}\n{"fi')
    found = read_journal(out)
    assert found is not None
    assert (found.files, found.damaged) == ({"a", "b"}, 3)
    assert codes(run(folder, out)) == ["journal-damaged"]
    assert sorted(tree(out)) == everything(*ALL)
    (out / JOURNAL_NAME).mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        run(folder, out)
    (out / JOURNAL_NAME).rmdir()
    assert read_journal(out) is None


def test_a_disk_that_fills_stops_the_journal_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.intend(["a"])
    os.close(journal._file._handle)  # every write fails from now on
    journal.made("{}")
    journal.failed({})
    journal.close(finished=True)
    assert tree(tmp_path) == {}


def test_leftovers_of_dead_runs_go_and_others_stay(folder: Path, out: Path) -> None:
    """defects.md 28"""
    run(folder, out)
    names = {".placards-7-0123abcd.part", "set/ar/.placards-8-0123abcd.part", "set/en/.placards-9-ffffffff.part"}
    foreign = {"set/ar/.x.part", "set/en/.placards-notes.part", "other/.placards-7-0123abcd.part"}
    (out / "other").mkdir()
    for name in names | foreign:
        (out / name).write_bytes(b"half")
    done = run(folder, out, only="set/en/one*")
    assert "3 half-written files" in said(done, "output-leftovers")
    assert set(tree(out)) == {*everything(*ALL), *foreign}


# --- two at once ---------------------------------------------------------------------------------------------------

HOLDER = """
import sys, time
from pathlib import Path
from placards.campaign.lock import locked
with locked(Path(sys.argv[1]), print):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_says_so_and_stops(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """defects.md 29"""
    monkeypatch.setattr("placards.campaign.lock.PATIENCE", 0.1)
    run(folder, out)
    before = tree(out)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out)], env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"locked\n"
    with pytest.raises(OutputError, match="another run is working in this folder"):
        run(folder, out)
    assert {n: d for n, d in tree(out).items() if n != LOCK_NAME} == before
    holder.kill()  # what it leaves blocks nobody
    holder.communicate()
    assert (out / LOCK_NAME).exists()
    assert sorted(run(folder, out).unchanged) == ALL
    assert tree(out) == before


def test_the_lock_of_a_removed_file_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opened the file before its holder removed it has a lock that the next one would not meet."""
    import filelock

    lock, removed = filelock.lock_descriptor, []

    def lose(handle: int, *, blocking: bool) -> bool:
        got = lock(handle, blocking=blocking)
        if got and not removed:
            removed.append((tmp_path / LOCK_NAME).unlink())
        return got

    monkeypatch.setattr(filelock, "lock_descriptor", lose)
    with locked(tmp_path, print):
        assert (tmp_path / LOCK_NAME).exists()
        assert removed
    assert tree(tmp_path) == {}


def test_a_disk_without_locks_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    def unable(handle: int, *, blocking: bool) -> bool:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(filelock, "lock_descriptor", unable)
    heard: list[Diagnostic] = []
    with locked(tmp_path, heard.append):
        pass
    assert [d.code for d in heard] == ["output-unlocked"]
    assert "Operation not supported" in str(heard[0])


# --- names ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("set/en/one-a6.pdf", "set/en/one-a6.pdf"),
        ("con/con/one.pdf", "con_/con_/one.pdf"),  # Cofán; and a set of that name
        ("set/prn/Aux.tar.pdf", "set/prn_/Aux_.tar.pdf"),
        ("set/en/com1.pdf", "set/en/com1_.pdf"),
        ("set/en/com10.pdf", "set/en/com10.pdf"),
        ("set/nul ./x.pdf", "set/nul __/x.pdf"),
        ("a:b/c?.pdf", "a_b/c_.pdf"),
        ("set/en./x. ", "set/en_/x__"),
        ("set/a\\b\u202e\n.pdf", "set/a_b__.pdf"),
        ("set/آب/x.pdf", "set/آب/x.pdf"),
    ],
)
def test_names_that_windows_cannot_hold_are_mended(name: str, safe: str) -> None:
    """defects.md 29"""
    assert portable(name) == safe
    assert portable(safe) == safe


@pytest.mark.parametrize(
    "name", ["../x.pdf", "/x.pdf", "a/../../x.pdf", "a//x.pdf", "a/./x", "C:/x", "a\\..\\..\\x", ""]
)
def test_names_that_leave_the_folder_are_refused(name: str) -> None:
    assert not stays_inside(name)


def test_a_batch_mends_and_refuses_names(folder: Path, out: Path) -> None:
    plan = plan_campaign(folder / "demo.toml")
    one, two, three, four = plan.jobs
    jobs = (replace(one, name="con/x.pdf"), replace(two, name="../out.pdf"), replace(three, name="CON_/X.pdf"), four)
    jobs += (replace(one, name="\u00e9.pdf"), replace(one, name="E\u0301.pdf"))  # one name on macOS
    done = batch(replace(plan, jobs=jobs), out)
    assert sorted(done.made) == ["con_/x.pdf", four.name, "\u00e9.pdf"]
    assert {f.file: f.diagnostics[0].code for f in done.failed} == {
        "../out.pdf": "output-name",
        "CON_/X.pdf": "output-name-clash",
        "E\u0301.pdf": "output-name-clash",
    }
    assert codes(done) == ["output-renamed"]
    assert not (out.parent / "out.pdf").exists()
    kept, refused, renamed = safe_names([replace(two, name="../a\u202eb.pdf")])
    assert kept == renamed == []
    assert refused[0][0] == "../a�b.pdf"


def test_new_names_outlive_a_power_cut(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr("placards.campaign.run.flush_folder", flushed.append)
    run(folder, out)
    assert flushed == [out / folder / "set" / language for folder in ("", "thumbnails") for language in ("ar", "en")]


def test_what_many_artefacts_say_is_told_once(folder: Path, out: Path) -> None:
    text = {"en": "Peace\\u202e now"}
    campaign(folder, one_set(text=text, sizes=["a6", "a5", "a4"]))
    heard: list[Diagnostic] = []
    done = run(folder, out, report=heard.append)
    assert len(done.made) == 3
    assert len(heard) == len(done.diagnostics) == 1
    assert heard[0].severity is Severity.WARNING


def test_a_worker_can_be_asked_directly(folder: Path, out: Path) -> None:
    plan = plan_campaign(folder / "demo.toml")
    work = Maker(out, plan.inputs.world)()
    done = work(Task(plan.jobs[0], gallery=False))
    assert done.error is None
    assert done.record is not None
    assert done.record["file"] == plan.jobs[0].name
    place = out / plan.jobs[0].name
    # The parent puts it into its place: a worker that is killed or left alone changes nothing that people see.
    ((name, part),) = done.parts
    assert name == plan.jobs[0].name
    assert list(place.parent.iterdir()) == [place.with_name(part)]
    data = place.with_name(part).read_bytes()
    place.write_bytes(data)
    assert work(Task(plan.jobs[0], gallery=False)).parts == (), "the very bytes are there"
    place.write_bytes(b"mine")
    refused = work(Task(plan.jobs[0], gallery=False))
    assert refused.record is None
    assert refused.error is not None
    assert refused.error.code == "output-foreign"
