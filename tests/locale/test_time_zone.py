"""The machine's time zone does not change a date or a time (defects.md 1)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ZONES = ("UTC", "Asia/Karachi", "Pacific/Auckland", "America/New_York", "Pacific/Kiritimati", "Nonsense/Nowhere")
LANGUAGES = ("en", "ar", "fa", "ur", "hi", "sw", "fr", "es", "ne", "am", "he", "th")

TEXTS = f"""
import datetime, json
from placards.locale.dates import DateStyle, format_when
style = DateStyle(("gregorian", "second", "islamic"))
# On 28 March 2027, 02:30 does not exist in Europe, and midnight is where a day is lost first.
moments = [(datetime.date(2027, 4, 14), datetime.time(16, 30)), (datetime.date(2027, 3, 28), datetime.time(2, 30)),
           (datetime.date(2027, 3, 14), datetime.time(2, 30)), (datetime.date(1990, 1, 1), datetime.time(0, 0))]
print(json.dumps([format_when(d, t, language, style) for language in {LANGUAGES!r} for d, t in moments]))
"""

CARDS = """
import hashlib, json
from placards.files.shipped import templates_folder
from placards.pipeline import Engine
from placards.plan.planner import plan_campaign
plan = plan_campaign(templates_folder() / "campaigns" / "rally.toml")
engine = Engine(inputs=plan.inputs)
cards = [job for job in plan.jobs if job.name.startswith("event")]
print(json.dumps({job.name: hashlib.sha256(engine.make(job).data).hexdigest() for job in cards}))
"""


def outputs(program: str, zones: tuple[str, ...]) -> dict[str, object]:
    """What a program prints in each time zone, each in a process of its own: ICU asks for the zone once."""
    root = Path(__file__).parents[2]
    found = {}
    for zone in zones:
        environment = {**os.environ, "TZ": zone, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=root, env=environment, check=True, capture_output=True, text=True
        )
        found[zone] = json.loads(done.stdout)
    return found


def test_dates_and_times_are_the_same_in_every_time_zone() -> None:
    found = outputs(TEXTS, ZONES)
    for zone in ZONES:
        assert found[zone] == found["UTC"], zone
    english = found["UTC"]
    assert isinstance(english, list)
    assert english[0].replace("\u202f", " ").replace("\xa0", " ").startswith("Wednesday, April 14, 2027")
    assert [text.replace("\u202f", " ").replace("\xa0", " ").split(" · ")[-1] for text in english[:4]] == [
        "4:30 PM", "2:30 AM", "2:30 AM", "12:00 AM",
    ]  # fmt: skip


def test_event_cards_have_the_same_bytes_in_every_time_zone() -> None:
    found = outputs(CARDS, ZONES[:4])
    cards = found["UTC"]
    assert isinstance(cards, dict)
    assert len(cards) == 11
    for zone in ZONES[:4]:
        assert found[zone] == cards, zone


@pytest.mark.parametrize("zone", ["Asia/Karachi", "Pacific/Auckland"])
def test_an_event_card_shows_the_time_that_was_given(zone: str) -> None:
    program = CARDS.replace(
        "hashlib.sha256(engine.make(job).data).hexdigest()", "[t.lines for t in engine.make(job).texts]"
    )
    found = outputs(program, (zone,))[zone]
    assert isinstance(found, dict)
    lines = [" ".join(line) for line in found["event/en/event-card-a4.pdf"]]
    shown = " ".join(lines).replace("\u202f", " ").replace("\xa0", " ")
    assert "4:30 PM" in shown
    assert "April 14" in shown or "14 April" in shown
