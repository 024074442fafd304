"""``placards catalog suggest``: for an own pack, what shipped translations have for the same or similar words."""

from __future__ import annotations

import argparse

from placards.messages.desk.suggest import suggestions
from placards.messages.desk.workspace import Workspace


def run(workspace: Workspace, arguments: argparse.Namespace) -> int:
    language = workspace.check_language(arguments.language)
    untranslated = helped = 0
    for suggestion in suggestions(workspace, language, arguments.pack):
        untranslated += 1
        if not suggestion.known:
            continue
        helped += 1
        print(f"{suggestion.slogan.full_name}: {_line(suggestion.slogan.text)}{' (the same)' * suggestion.exact}")
        for known in suggestion.known:
            message = known.message
            print(f"  {_line(known.slogan.text)}: {_line(message.text)} ({known.slogan.full_name}, {message.status})")
    if not untranslated:
        print(f"Every message has a translation into {language}.")
    else:
        messages = "message has" if untranslated == 1 else "messages have"
        print(f"{untranslated} {messages} no translation into {language}; {helped} with something near.")
    return 0


def _line(text: str) -> str:
    return " / ".join(part.strip() for part in text.splitlines())
