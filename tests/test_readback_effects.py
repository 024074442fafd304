"""Text of every effect comes back from artefacts as plain text does, in four independent readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.job import Job
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Engine
from tests.test_readback import REQUIRED, same
from tests.tools.readback import READERS, fold

HEAD = """
name = "Effects"
sizes = ["a3"]
[palettes.day]
paper = "#ffffff"
ink = "#101010"
accent = "#d81e05"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
fill = "ink"
"""

#: What lies behind letters must stay on the sheet.
MARGINS = 'start = "6%"\nend = "6%"\ntop = "6%"\nbottom = "6%"'

EFFECTS = {
    "stack": 'fit = "stack"\nhero = "accent"',
    "emphasis": 'emphasis = { fill = "accent", weight = 900, box = "paper", underline = "accent" }',
    "size": "emphasis = { size = 1.6 }",
    "outline": 'outline = { fill = "accent" }',
    "shadow": 'shadow = { fill = "accent", solid = true }\nhighlight = { fill = "paper" }\n' + MARGINS,
    "gradient": 'gradient = { colors = ["accent", "ink"], angle = 20 }\nemphasis = { fill = "ink" }',
    "radial": 'gradient = { type = "radial", colors = ["accent", "ink"] }\nfit = "stack"',
    "turned": "rotate = -12\nstart = '15%'\nend = '15%'",
    "wobble": "wobble = 5",
    "bridges": 'role = "stencil"\nbridges = { fill = "paper" }',
    "faint": "opacity = 0.6",
    "knockout": 'knockout = { fill = "accent" }\nfit = "stack"',
    "knockout-turned": 'knockout = { fill = "accent", plate = "ink" }\nrotate = -6\n' + MARGINS,
    "ellipse": 'into = "ellipse"',
    "tracking": "tracking = 0.12",
    "arc": 'arc = "top"\nsweep = 160',
    "arc-below": 'arc = "bottom"\nsweep = 160',
}

TEXTS = {
    "en": "No one is *free* until all are free",
    "de": "*Niemand* ist frei, solange nicht alle frei sind",
    "ar": "لا أحد *حر* حتى يتحرر الجميع",
    "fa": "تا همه *آزاد* نباشند، هیچ‌کس آزاد نیست",
    "ur": "جب تک سب آزاد نہیں، کوئی *آزاد* نہیں",
    "he": "אף אחד לא *חופשי* עד שכולנו חופשיים",
    "hi": "जब तक सब आज़ाद नहीं, तब तक कोई *आज़ाद* नहीं",
    "th": "ไม่มีใครเป็น*อิสระ*จนกว่าทุกคนจะเป็นอิสระ",
    "ja": "*すべての人*が自由になるまで誰も自由ではない",
    "ru": "Никто не *свободен*, пока не свободны все",
    "vi": "Không ai *tự do* cho đến khi tất cả đều tự do",
    "am": "ሁሉም ነፃ እስኪሆን *ማንም* ነፃ አይደለም",
}

#: Letters along a bend are found where they stand on a straight line: two readers may part them otherwise.
ARTEFACTS = [(effect, language) for effect in EFFECTS for language in TEXTS]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("effects")
    files = {f"layouts/{name}/layout.toml": f"{HEAD}{keys}\n".encode() for name, keys in EFFECTS.items()}
    engine = Engine(World([Memory(files), *world_of().sources]))
    out = []
    for effect, language in ARTEFACTS:
        entry = Entry("x", (SlotText(TEXTS[language], language),))
        path = folder / f"{effect}-{language}.pdf"
        path.write_bytes(engine.make(Job("x.pdf", effect, "a3", Content((language,), (entry,)))).data)
        out.append(path)
    return out


@pytest.mark.parametrize("reader", READERS)
def test_every_effect_keeps_its_text(reader: str, paths: list[Path]) -> None:
    found = READERS[reader](paths)
    failed = [
        f"{effect} {language}: {fold(text)!r}"
        for (effect, language), text in zip(ARTEFACTS, found, strict=True)
        if not same(text, TEXTS[language].replace("*", ""), language)
    ]
    assert 1 - len(failed) / len(ARTEFACTS) >= REQUIRED[reader], "\n".join(failed)
