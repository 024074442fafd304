"""Volunteers have laptops with Windows and macOS: nothing may need what only one system has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

#: Imports every module of the package in a process that has lost what Windows lacks.
WITHOUT_POSIX = """
import os, pkgutil, signal, sys, importlib

for name in ("fcntl", "resource", "pwd", "grp", "termios", "syslog", "posix_ipc", "pty", "tty"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "getuid", "geteuid", "getpgid", "killpg", "setsid", "uname", "mkfifo", "chown", "wait"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGKILL", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGCHLD", "setitimer", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)

import placards

for info in pkgutil.walk_packages(placards.__path__, "placards."):
    if info.name != "placards.__main__":
        importlib.import_module(info.name)
print("all imported")
"""


def test_every_module_can_be_imported_without_what_windows_lacks() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_POSIX], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "all imported" in done.stdout


def test_names_of_shipped_files_fit_every_system() -> None:
    reserved = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
    for folder in ("placards", "fonts", "templates"):
        seen: set[str] = set()
        for path in (ROOT / folder).rglob("*"):
            name = str(path.relative_to(ROOT))
            if "__pycache__" in name:
                continue
            assert name.casefold() not in seen, f"{name} differs from another name only in capitals"
            seen.add(name.casefold())
            assert path.name.split(".")[0].casefold() not in reserved, name
            assert not set(path.name) & set('<>:"|?*\\') and not path.name.endswith((".", " ")), name
            assert len(name) < 150, name
