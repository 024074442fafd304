"""The findings of two readers of all shipped translations, and what became of each, become three numbers.

``python tools/corrections.py``: ``docs/corrections.jsonl`` has a line for each finding (language, message, the text as
it was, why it was doubted, the answer, the text that answered it). Ends with 1 where a catalog no longer says that text
and the line was not brought up to date.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from placards.messages.library import MessageLibrary
from placards.messages.trust.status import Status

LIST = Path(__file__).parents[1] / "docs" / "corrections.jsonl"

#: What became of a finding: the reader's own proposal, something better, or the text as it was, with a comment.
ANSWERS = ("taken", "improved", "kept")


def answers() -> list[dict[str, str]]:
    """A row for each finding."""
    return [json.loads(line) for line in LIST.read_text(encoding="utf-8").splitlines()]


def outdated(library: MessageLibrary) -> Iterator[dict[str, str]]:
    """The rows whose text is not what the catalogs say now."""
    for row in answers():
        message = library.own_message(library.slogan(f"{row['pack']}/{row['id']}"), row["lang"].replace("_", "-"))
        now = "" if message is None or message.status is Status.MISSING else message.text
        if " ".join(now.split()) != " ".join(row["text"].split()):
            yield {**row, "now": now}


def main() -> int:
    """Print the numbers, and what is outdated."""
    counts = Counter(row["answer"] for row in answers())
    print(", ".join(f"{counts[answer]} {answer}" for answer in ANSWERS) + f", of {counts.total()}")
    late = list(outdated(MessageLibrary.with_shipped()))
    for row in late:
        print(f"{row['lang']} {row['pack']}/{row['id']}: “{row['text']}” is now “{row['now']}”")
    return int(bool(late))


if __name__ == "__main__":
    sys.exit(main())
