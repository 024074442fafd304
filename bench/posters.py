"""Eight scripts become posters with a fresh text for every repetition: the same words for every program."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf

from placards.files.shipped import world_of
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Artefact, Engine, text_blocks

#: The words that stand where ``{}`` is: one per repetition, so that no program answers from memory.
TEXTS = {
    "en": (
        "{} for people, not for profit",
        "Homes Cities Hospitals Schools Trains Water Power Forests Gardens Roads",
    ),
    "ar": ("{} حق للجميع لا سلعة", "السكن العلاج التعليم الماء الطعام العمل الهواء الدواء السلام العدل"),
    "ur": ("{} سب کا حق ہے، تجارت نہیں", "رہائش تعلیم علاج پانی خوراک روزگار زمین بجلی آزادی انصاف"),
    "hi": ("{} सबका हक़ है, मुनाफ़ा नहीं", "घर शिक्षा इलाज पानी भोजन रोज़गार ज़मीन बिजली आज़ादी न्याय"),
    "th": ("{}เป็นสิทธิ์ของทุกคน ไม่ใช่สินค้า", "บ้าน การศึกษา สุขภาพ น้ำ อาหาร งาน ที่ดิน ไฟฟ้า เสรีภาพ ความยุติธรรม"),
    "he": ("{} לכולם ולא סחורה", "דיור חינוך בריאות מים אוכל עבודה אדמה חשמל חירות צדק"),
    "ja": ("{}は権利だ、商品じゃない", "住まい 教育 医療 水 食べ物 仕事 土地 電気 自由 正義"),
    "ru": ("{} для людей, а не для прибыли", "Жильё Город Больницы Школы Поезда Вода Энергия Леса Сады Улицы"),
}

#: The first texts of each language only warm the programs up.
WARM_UPS = 2

SIZE = "a3"
#: Of this folder: shipped layouts do more than the others are asked for.
LAYOUT = "slogan"


@dataclass(frozen=True, slots=True)
class Poster:
    """A text with what the other programs need to set it likewise: font file, axes, and the slot in points; and the
    pixels of an image."""

    language: str
    text: str
    font: Path
    axes: tuple[tuple[str, float], ...]
    sheet: tuple[float, float]
    slot: tuple[float, float]
    right_to_left: bool
    pixels: tuple[int, int] | None = None  # of a PNG; None: a PDF


def texts(language: str) -> list[str]:
    """All texts of a language, the warm-ups first."""
    frame, words = TEXTS[language]
    return [frame.format(word) for word in words.split()]


@cache
def engine(layout: str = LAYOUT) -> Engine:
    """One engine for the whole process, as a worker has it; for a layout of this folder, one that knows the folder."""
    own = Path(__file__).parent
    return Engine(world_of([own] if (own / "layouts" / layout).is_dir() else []))


def job(language: str, text: str, *, suffix: str = ".pdf", size: str = SIZE, layout: str = LAYOUT) -> Job:
    """The job that sets a text in one language."""
    content = Content((language,), (Entry("", (SlotText(text, language),)),))
    return Job(f"poster{suffix}", layout, size, content, output=OutputSpec(suffix.removeprefix(".")))


def make_text(language: str, text: str, *, layout: str = LAYOUT) -> Artefact:
    """The artefact of a text."""
    return engine(layout).make(job(language, text, layout=layout))


def place(poster: Poster) -> Artefact:
    """What is measured of placards: everything between a job and the bytes of its PDF."""
    return make_text(poster.language, poster.text)


@cache
def posters(language: str, size: str = SIZE) -> tuple[Poster, ...]:
    """A language's posters. Setting the first one tells font and slot; it is a warm-up in every comparison."""
    first, *_ = texts(language)
    scene = engine().scenes(job(language, first, size=size))[0]
    block = next(text_blocks(scene.items))
    font = block.lines[0].runs[0].run.font
    sheet, slot = (scene.trim.width, scene.trim.height), (block.box.width, block.box.height)
    rtl = block.base_level == 1
    return tuple(
        Poster(language, text, font.path, font.variations, sheet, slot, rtl, scene.pixels) for text in texts(language)
    )


def drawing(poster: Poster) -> tuple[list[str], bytes]:
    """The lines that placards found for a poster, and the operators that draw its page."""
    scene = engine().scenes(job(poster.language, poster.text))[0]
    lines = [line.text for block in text_blocks(scene.items) for line in block.lines]
    with pikepdf.open(io.BytesIO(place(poster).data)) as file:
        return lines, bytes(file.pages[0].Contents.read_bytes())
