"""``placards COMMAND …`` becomes a call of the command's module, imported only when it is asked for.

Exit codes: 0 all good, 1 finished but something failed, 2 unusable arguments or input, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn, Protocol

from placards import __version__
from placards.problems.diagnostic import Diagnostic, Remedy, diagnostic
from placards.problems.errors import InputError, PlacardsError, UnknownNameError, near

#: Command → (module, one line of help).
COMMANDS = {
    "batch": ("placards.cli.batch", "make every artefact of a campaign"),
    "campaign": ("placards.cli.campaign", "start, check and plan campaigns"),
    "make": ("placards.cli.make", "make one placard, banner or image"),
    "layout": ("placards.cli.layout", "make layouts: start, check and preview them"),
    "list": ("placards.cli.listing", "show layouts, slogans, art, languages, sizes, profiles, fonts or campaigns"),
    "check": ("placards.cli.check", "check layouts, packs, campaigns, catalogs, profiles and fonts"),
    "profile": ("placards.cli.profile", "what printers want: show a profile, get the schema of their files"),
    "gallery": ("placards.cli.gallery", "show every layout at a glance: a folder, a PDF or a picture"),
    "credits": ("placards.cli.credits", "show who made art and fonts, and under which licence"),
    "catalog": ("placards.cli.catalog", "translate: templates, catalogs, proof-reading, approval"),
    "shape": ("placards.cli.shape", "show what the text engine makes of a text"),
    "text": ("placards.cli.text", "plain text for tools that cannot shape"),
}

EXIT_FAILED = 1
EXIT_UNUSABLE = 2
EXIT_INTERRUPTED = 130


class _Help(argparse.HelpFormatter):
    """Knows how wide the terminal is. Else argparse would ask ``shutil`` at every argument that is added, which knows
    archives too and takes long to import."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError, AttributeError):
        return 80


class _Once(argparse._StoreAction):
    """Keeps a value; another one for the same option would be lost in silence."""

    _kept: Any = None

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, *more: Any) -> None:
        if self.option_strings and self._kept is not None and self._kept != values:
            option = self.option_strings[-1]
            raise InputError("cli-twice", option=option, first=str(self._kept), second=str(values))
        self._kept = values
        super().__call__(parser, namespace, values, *more)


class _Parser(argparse.ArgumentParser):
    """Complains in one sentence, as everything here does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **options})
        self.register("action", None, _Once)

    def error(self, message: str) -> NoReturn:
        raise InputError("cli-arguments", code="arguments", message=message, command=self.prog)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        # argparse's own words are those of a Python list.
        if action.choices is not None and value not in action.choices:
            known = tuple(map(str, action.choices))
            argument = "/".join(action.option_strings) or self.prog
            found = near(str(value), known)
            values = (("known", known),)
            remedy = Remedy("cli-use", values)
            if found is not None and found.code == "did-you-mean":
                remedy = Remedy("cli-near-use", (*found.parameters, *values))
            raise InputError("cli-one-of", remedy=remedy, code="arguments", argument=argument, value=str(value))


class Command(Protocol):
    """What a command's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments there are."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and return the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_streams()
    _use_utf8()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()  # here, where a closed pipe or a full disk still gets its sentence
        return code
    except PlacardsError as error:
        complain(error)
        return EXIT_UNUSABLE
    except MemoryError:
        complain(diagnostic("cli-memory"))
        return EXIT_FAILED
    except KeyboardInterrupt:
        print("placards: interrupted", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`| head`); that is its right, and no error.
        _drop_output()
        return 0
    except OSError as error:
        if error.filename is None:
            _drop_output()  # a full disk: what is still in the buffer would fail again at exit
        where = f"{error.filename}: " if error.filename is not None else "the output cannot be written: "
        print(f"placards: {where}{error.strerror or error}.", file=sys.stderr)
        return EXIT_FAILED
    except Exception as error:
        # A defect of this program: a volunteer gets a sentence, a developer the traceback on request.
        if os.environ.get("PLACARDS_DEBUG"):
            raise
        print(
            f"placards: an internal error ({type(error).__name__}: {error}). Please report it with what you typed; "
            "PLACARDS_DEBUG=1 shows more.",
            file=sys.stderr,
        )
        return EXIT_FAILED


def complain(error: PlacardsError | Diagnostic) -> None:
    """One plain sentence on standard error."""
    print(f"placards: {error}", file=sys.stderr)


def _drop_output() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def _open_streams() -> None:
    """Where a caller has closed a stream (``placards … >&-``), take the null device in its place: else the next file
    that is opened would get the stream's number, and what is printed would go into it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - as long as the process lives


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_overview())
        return 0 if arguments else EXIT_UNUSABLE
    if arguments[0] in ("-V", "--version"):
        print(f"placards {__version__}")
        return 0
    name = arguments[0]
    if name not in COMMANDS:
        raise UnknownNameError("cli-command-unknown", remedy=near(name, list(COMMANDS)), name=name)
    module, summary = COMMANDS[name]
    command: Command = importlib.import_module(module)
    parser = _Parser(prog=f"placards {name}", description=summary[0].upper() + summary[1:] + ".", allow_abbrev=False)
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments[1:]))


def _overview() -> str:
    lines = [
        "usage: placards COMMAND …",
        "",
        "Placards, banners and images with the same message in every language.",
        "",
        *(f"  {name:8} {summary}" for name, (_, summary) in COMMANDS.items()),
        "",
        'placards COMMAND --help tells more. Start with: placards make "Peace now" --lang en -o peace.pdf',
    ]
    return "\n".join(lines)
