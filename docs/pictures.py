"""The pictures of README, made by the tool: ``make pictures`` writes docs/pictures/*.png."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

from placards.files.shipped import world_of
from placards.files.writing import write_file
from placards.inputs import Inputs
from placards.job import Job, OutputSpec
from placards.kit.cells import Wanted, made
from placards.kit.samples import Sample, Samples, with_samples
from placards.layout.content import Content, Entry, SlotText
from placards.messages.library import MessageLibrary
from placards.messages.transliteration import said
from placards.messages.trust.status import Status
from placards.pipeline import Engine
from placards.render.formats import render
from placards.render.options import RenderOptions

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
    themes = tuple(tag for name in slogans for tag in library.slogan(name).tags)
    content = Content(tuple(languages), entries, texts, link, themes=themes)
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
    """A rally's set: placards of many layouts in many languages, banners, two and six languages."""
    by_line = "Students for Peace"
    sets = [
        [
            ("placard", "solidarity/no-one-free", ["en"], "sherbet"),
            ("sunburst", "climate/water-is-life", ["es"], ""),
            ("bilingual-stack", "solidarity/let-aid-in", ["en", "ur"], "woodcut"),
            ("split", "climate/water-is-life", ["ja"], ""),
            ("placard", "peace/no-more-war", ["ar"], "lantern"),
            ("marker", "peace/books-not-bombs", ["fr"], ""),
            ("symbol", "climate/act-now", ["ml"], "riso"),
            ("vigil", "solidarity/you-are-not-alone", ["ur"], ""),
        ],
        [
            ("stencil", "work/equal-pay", ["ru"], ""),
            ("bubble", "rights/human-rights-all", ["th"], "tide"),
            ("six-languages", "peace/peace-now", ["en", "ar", "hi", "zh-Hans", "sw", "am"], "rosehip"),
            ("hero-word", "peace/ceasefire-now", ["hi"], ""),
            ("diagonal", "rights/equal-rights", ["fa"], "asphalt"),
            ("woodcut", "community/stronger-together", ["pt"], ""),
            ("frame", "community/all-welcome", ["am"], ""),
            ("placard", "rights/justice-for-all", ["ta"], "moss"),
        ],
    ]
    posters = [
        [picture(layout, "a3", [slogan], languages, palette, 330, organiser=by_line)
         for layout, slogan, languages, palette in line]
        for line in sets
    ]  # fmt: skip
    wide = picture(
        "banner-wide", "banner-300x100cm", ["solidarity/no-one-free"], ["fa"], "hi-vis", 250, organiser=by_line
    )
    echo = picture("bilingual-echo", "banner-300x100cm", ["peace/peace-now"], ["ja", "en"], "", 250, organiser=by_line)
    event = picture(
        "event-card", "instagram-portrait", ["peace/peace-now"], ["en"], "", 250, title="March for peace",
        date="Wednesday, 14\u00a0April 2027\u00a0· 4:30\u00a0PM", day="14", month="April", weekday="Wednesday",
        time="4:30 PM", place="Freedom Square", organiser=by_line, link="https://example.org/rally",
    )  # fmt: skip
    return rows([*posters, [wide, echo, event]])


def scripts() -> Image.Image:
    """One layout in many scripts."""
    languages = "en ar ur fa he hi bn ta th km my am ka hy el ru ja ko zh-Hant vi".split()
    images = [
        picture(
            "placard", "a3", ["peace/peace-now"], [lang], ("sherbet", "lantern", "riso", "hi-vis", "moss")[n % 5], 260
        )
        for n, lang in enumerate(languages)
    ]
    return rows([images[:10], images[10:]])


def layouts() -> Image.Image:
    """Layouts that show more than a slogan: with a photograph, a quote, a number, demands, and things to hand out."""
    inputs = Inputs(with_samples(world_of()))
    samples, maker = Samples(inputs), Engine(inputs=inputs)

    def sample(
        layout: str, size: str, language: str, palette: str, slogan: str = "community/stronger-together"
    ) -> list[Image.Image]:
        folder = inputs.layout(layout)
        languages = samples.languages_for(folder, language)
        cell = made(folder, Wanted(Sample(languages, slogan), size, palette), (), samples, maker)
        pages = [Image.open(io.BytesIO(render([scene], ".png", RenderOptions(dpi=60)))) for scene in cell.scenes]
        return [page.convert("RGB").resize((round(page.width * 300 / page.height), 300), Image.Resampling.LANCZOS)
                for page in pages]  # fmt: skip

    first = [
        *sample("photo-caption", "a3", "en", ""), *sample("portrait-quote", "a3", "ar", "blueprint"),
        *sample("big-number", "a3", "hi", "woodcut"), *sample("demands", "a3", "es", "hi-vis"),
        *sample("event-card", "a3", "fr", "night"), *sample("chant-sheet", "a4", "fa", "", "shortest"),
    ]  # fmt: skip
    second = [
        *sample("leaflet", "a5", "en", "moss", "rights/equal-rights"), *sample("letter", "a4", "ur", "")[:1],
        *sample("sticker-sheet", "a4", "th", "riso"), *sample("table-sign", "a4", "zh-Hans", "tide"),
        *sample("badge", "58x58mm", "en", "asphalt"),
    ]  # fmt: skip
    third = [
        *sample("link-card", "x-post", "ta", "sherbet"), *sample("trilingual", "banner-300x100cm", "he", "dusk"),
    ]  # fmt: skip
    return rows([first, second, third])


def printing() -> Image.Image:
    """A banner's proof, and a poster for a home printer: the plan and two sheets."""
    urdu = Content(("ur",), (entry("peace/ceasefire-now", ["ur"]),))
    banner = Job(
        "banner.pdf", "big", "banner-300x100cm", urdu,
        output=OutputSpec(profile=engine.inputs.profile("banner"), proof="pdf"),
    )  # fmt: skip
    poster = Job("poster.pdf", "woodcut", "a1", Content(("hi",), (entry("climate/water-is-life", ["hi"]),)),
                 output=OutputSpec(tile="a4"))  # fmt: skip
    (proof,) = _pages(engine.make(banner).files[1][1], [0], 330)
    return rows([[proof, *_pages(engine.make(poster).files[1][1], [0, 1, 5], 330)]])


def _pages(pdf: bytes, numbers: Sequence[int], height: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    found = (document[number].render(scale=2).to_pil().convert("RGB") for number in numbers)
    return [one.resize((round(one.width * height / one.height), height), Image.Resampling.LANCZOS) for one in found]


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
    save("print", printing())
