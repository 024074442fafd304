"""The shape of the code: layers, first sentences, and what must not be in it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "placards"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: Folders that are made, not written.
MADE = {"__pycache__", "node_modules", "failures", "out", "build", "dist"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> set[str]:
    """Every module that a file imports anywhere, deferred imports included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: imports are absolute"
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def top(modules: set[str]) -> set[str]:
    return {module.split(".")[0] for module in modules}


def test_there_is_code() -> None:
    assert len(MODULES) > 50


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_first_sentence_says_what_becomes_what(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, "the module has no docstring"
    first = docstring.split("\n\n")[0]
    assert first.endswith((".", "?")), first
    assert len(first.splitlines()) <= 3, "one sentence, not a story"
    assert len(first.split()) >= 5, first
    assert "utils" not in path.stem


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_longer_than_500_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_renderers_know_the_drawing_libraries(path: Path) -> None:
    if path.parent.name != "render" and "press" not in path.parts:  # whose matter files for printers are
        assert not top(imports(path)) & {"reportlab", "PIL", "pypdfium2", "pypdfium2_raw", "pikepdf"}


#: The one module that answers, and only to this machine: a preview's page for the browser.
SERVES = "placards/kit/serving.py"


def test_only_this_machine_is_answered() -> None:
    from placards.kit import serving

    assert serving.HOST == "127.0.0.1"
    assert Path(serving.__file__).read_text(encoding="utf-8").count("_Server((HOST, 0)") == 1


#: The one package that speaks to other machines: to those of the cluster that ``--dask`` names, by Dask.
CLUSTER = "placards/campaign/cluster/"


@pytest.mark.parametrize("path", [p for p in MODULES if not name(p).startswith(CLUSTER)], ids=name)
def test_no_network(path: Path) -> None:
    used = imports(path)
    assert not top(used) & {"dask", "distributed"}
    network = {"socket", "ssl", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "urllib3", "http", "socketserver"}
    if name(path) == SERVES:
        network -= {"http"}
    assert not top(used) & network
    assert not {module for module in used if module.startswith(("urllib.request", "asyncio", "xmlrpc"))}


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.parent.name in ("render", "layout", "scene", "text")], ids=name
)
def test_no_clock_chance_or_locale_where_artefacts_are_made(path: Path) -> None:
    assert not top(imports(path)) & {"time", "random", "secrets", "uuid", "locale", "getpass", "platform"}
    assert not re.search(r"\b(?:datetime|date)\.(?:now|today)\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [p for p in MODULES if p.name != "writing.py"], ids=name)
def test_one_module_writes_files(path: Path) -> None:
    if path.name == "raster.py" or path.parent.name == "render":
        return  # renderers return bytes; libraries may write into buffers
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in ("write_text", "write_bytes", "mkdir", "rename", "rmdir"), ast.unparse(node)


def test_layers() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_package_is_in_a_layer() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = set(re.findall(r"placards\.(\w+)", " ".join(contracts[0]["layers"])))
    present = {p.stem for p in PACKAGE.glob("*.py")} | {
        p.name for p in PACKAGE.iterdir() if (p / "__init__.py").exists()
    }
    assert present - {"__init__", "__main__"} <= layers


def is_written(path: Path) -> bool:
    """Whether a file or folder is one that people write: not made by tools, not hidden but for CI's folder."""
    return path.name not in MADE and (not path.name.startswith(".") or path.name == ".ci")


def written_files() -> list[Path]:
    files, folders = [], [ROOT]
    while folders:
        for path in sorted(filter(is_written, folders.pop().iterdir())):
            if path.is_dir():
                folders.append(path)
            elif path.stat().st_size < 2_000_000:
                files.append(path)
    assert len(files) > 100
    return files


#: Paths of one machine, and addresses of package registries. Written in parts, so that this file does not match.
MACHINE = re.compile(
    rb"(?<![\w.])/(?:wor"
    + rb"k|tm"
    + rb"p|home/\w+|Users/\w+|root)/\w|(?:pypi\.org|files\.pythonhosted|registry\.npmjs"
    rb"|test\.pypi|artifactory|nexus)[./]"
)


def test_no_paths_of_one_machine_and_no_registries() -> None:
    found = []
    for path in written_files():
        data = path.read_bytes()
        if b"\0" in data[:4096]:
            continue
        for number, line in enumerate(data.splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{name(path)}:{number}: {line[:100]!r}")
    assert not found, "\n".join(found[:20])


def test_every_exception_to_the_linter_says_why() -> None:
    found = []
    for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]:
        if "node_modules" in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"#\s*type:\s*ignore(?!\[)", line) or re.search(r"#\s*noqa(?!:)", line):
                found.append(f"{name(path)}:{number}")
    assert not found
