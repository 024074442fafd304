"""The pictures of README, made by the tool: ``make pictures`` writes docs/pictures/*.png."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from placards.files.writing import write_file
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.messages.library import MessageLibrary
from placards.messages.transliteration import said
from placards.messages.trust.status import Status
from placards.pipeline import Engine

OUT = Path(__file__).parent / "pictures"
GAP = 14
GROUND = "#e9e6df"

library = MessageLibrary.with_shipped()
engine = Engine()


def entry(name: str, languages: Sequence[str]) -> Entry:
    """A slogan in each language, and how to say it where there is a transliteration."""
    slogan = library.slogan(name)
    messages = [library.message(slogan, language) for language in languages]
    spelled = [said(library, slogan, message) for message in messages]
    return Entry(
        name,
        tuple(SlotText(m.text, m.language) for m in messages),
        tuple(SlotText(s.text, s.language) if s is not None else None for s in spelled),
    )


def picture(
    layout: str, size: str, slogans: Sequence[str], languages: Sequence[str], palette: str, height: int, **fields: str
) -> Image.Image:
    """One artefact as an image of that height."""
    entries = tuple(entry(name, languages) for name in slogans)
    link = fields.pop("link", "")
    texts = tuple((name, tuple(SlotText(value, "en") for _ in languages)) for name, value in fields.items())
    content = Content(tuple(languages), entries, texts, link)
    job = Job("picture.png", layout, size, content, palette, OutputSpec("png", 60))
    image = Image.open(io.BytesIO(engine.make(job).data)).convert("RGB")
    return image.resize((round(image.width * height / image.height), height), Image.Resampling.LANCZOS)


def rows(lines: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Images in rows, every row as wide as the widest."""
    width = max(sum(i.width for i in line) + GAP * (len(line) + 1) for line in lines)
    height = sum(max(i.height for i in line) + GAP for line in lines) + GAP
    sheet = Image.new("RGB", (width, height), GROUND)
    y = GAP
    for line in lines:
        spare = width - sum(i.width for i in line)
        step = spare / (len(line) + 1)
        x = step
        for image in line:
            sheet.paste(image, (round(x), y))
            x += image.width + step
        y += max(i.height for i in line) + GAP
    return sheet


def save(name: str, image: Image.Image) -> None:
    """Write a picture with few colours: flat art needs no more."""
    data = io.BytesIO()
    image.quantize(128, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    write_file(OUT / f"{name}.png", data.getvalue())


def rally() -> Image.Image:
    """A rally's set: placards, a banner, two and three languages, a chant sheet, an event card, a story."""
    by_line = "Students for Peace"
    first = [
        ("big", "peace/ceasefire-now", "en", "day"),
        ("band", "solidarity/free-palestine", "ar", "clay"),
        ("big", "solidarity/you-are-not-alone", "ur", "night"),
        ("band", "peace/no-more-war", "hi", "sea"),
        ("big", "solidarity/let-aid-in", "th", "day"),
        ("band", "rights/human-rights-all", "sw", ""),
        ("big", "peace/let-children-live", "ja", "night"),
    ]
    top = [picture(lay, "a3", [s], [lang], p, 330, organiser=by_line) for lay, s, lang, p in first]
    banner = picture("wide-banner", "banner-300x100cm", ["solidarity/no-one-free"], ["fa"], "", 330, organiser=by_line)
    square = picture("two-languages", "square", ["solidarity/stop-the-bombing"], ["en", "ar"], "sea", 330)
    story = picture("three-languages", "story", ["peace/peace-now"], ["he", "ar", "en"], "clay", 330)
    chants = [
        "solidarity/free-palestine", "peace/ceasefire-now", "solidarity/let-aid-in", "rights/no-justice-no-peace",
        "solidarity/you-are-not-alone", "peace/books-not-bombs", "solidarity/stop-the-bombing", "peace/stop-the-war",
    ]  # fmt: skip
    sheet = picture("chant-sheet", "a4", chants, ["ar", "en"], "", 330, title="Chants")
    event = picture(
        "event-card", "instagram-portrait", ["peace/peace-now"], ["en"], "", 330,
        title="March for peace", date="Wednesday, 14\u00a0April 2027\u00a0· 4:30\u00a0PM", place="Freedom Square",
        organiser=by_line,
        link="https://example.org/rally",
    )  # fmt: skip
    return rows([top, [banner, square, story], [sheet, event, *(
        picture("big", "a3", [s], [lang], p, 330)
        for s, lang, p in [
            ("climate/water-is-life", "am", "sea"), ("work/equal-pay", "ru", "clay"),
            ("community/all-welcome", "zh-Hans", "day"), ("rights/equal-rights", "ta", "night"),
        ]
    )]])  # fmt: skip


def scripts() -> Image.Image:
    """One layout in many scripts."""
    languages = "en ar ur fa he hi bn ta th km my am ka hy el ru ja ko zh-Hant vi".split()
    images = [
        picture("big", "a3", ["peace/peace-now"], [lang], ("day", "night")[n % 2], 260)
        for n, lang in enumerate(languages)
    ]
    return rows([images[:10], images[10:]])


def layouts() -> Image.Image:
    """Every layout, on a sheet and a screen."""
    many = ["solidarity/free-palestine", "peace/ceasefire-now", "solidarity/let-aid-in", "peace/no-more-war"]
    fields = {
        "title": "March for peace", "date": "14 April 2027, 4:30 PM", "place": "Freedom Square",
        "organiser": "Students for Peace", "link": "https://example.org/rally",
    }  # fmt: skip
    return rows(
        [
            [
                picture("big", "a3", ["peace/ceasefire-now"], ["en"], "", 300),
                picture("band", "a3", ["climate/act-now"], ["es"], "", 300, **fields),
                picture("two-languages", "a3", ["peace/peace-now"], ["en", "ur"], "", 300, **fields),
                picture(
                    "three-languages", "a3", ["rights/justice-for-all"], ["fr", "ar", "zh-Hans"], "", 300, **fields
                ),
                picture("event-card", "a3", ["peace/peace-now"], ["en"], "", 300, **fields),
                picture("chant-sheet", "a4", many, ["fa", "en"], "", 300, **fields),
            ],
            [picture("wide-banner", "banner-300x100cm", ["work/united-we-bargain"], ["de"], "", 300, **fields)],
        ]
    )


def specimen() -> Image.Image:
    """Article 1 in every language: the whole wall, and a part of it large enough to read."""
    slogan = library.slogan("human-rights/article-1")
    found = [library.message(slogan, summary.language) for summary in library.languages()]
    usable = [m for m in found if m.status not in (Status.MISSING, Status.FUZZY)]
    usable.sort(key=lambda m: (m.language != "en", m.language))
    content = Content(
        tuple(m.language for m in usable),
        (Entry(slogan.full_name, tuple(SlotText(m.text, m.language) for m in usable)),),
        (("organiser", (SlotText("Universal Declaration of Human Rights, article 1", "en"),)),),
    )
    job = Job("wall.png", "specimen", "a1", content, "paper", OutputSpec("png", 110))
    wall = Image.open(io.BytesIO(engine.make(job).data)).convert("RGB")
    part = wall.crop((60, wall.height // 2, 60 + 1150, wall.height // 2 + 760))
    whole = wall.resize((round(wall.width * 760 / wall.height), 760), Image.Resampling.LANCZOS)
    return rows([[whole, part]])


if __name__ == "__main__":
    save("specimen", specimen())
    save("rally", rally())
    save("scripts", scripts())
    save("layouts", layouts())
