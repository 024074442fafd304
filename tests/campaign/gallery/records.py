"""Records as a batch writes them, with whatever people and damaged disks put into them."""

from __future__ import annotations

from typing import Any

from placards.campaign.gallery.page import gallery_page
from placards.campaign.gallery.words import gallery_words
from placards.campaign.thumbnails import thumbnail_name
from placards.messages.library import MessageLibrary

Record = dict[str, Any]

#: Slogan, by language. With harakat, tatweel, accents, capitals and full-width letters, as people search without.
TEXTS = {
    "en": "Water is Life",
    "ar": "الـمَاءُ حَيَاة",
    "de": "Wasser für ALLE",
    "ja": "水はいのち",
    "tr": "Su HAYATTIR İstanbul",
    "ur": "پانی زندگی ہے",
    "vi": "Nước là sự sống",
}


def record(file: str, text: str, language: str, **more: Any) -> Record:
    """One artefact."""
    width, height = more.pop("trim_mm", (297.0, 420.0))
    return {
        "file": file,
        "sha256": "0" * 64,
        "bytes": 25_000,
        "pages": 1,
        "layout": "big",
        "size": "a3",
        "trim_mm": [width, height],
        "bleed_mm": 3.0,
        "pixels": None,
        "palette": "default",
        "copies": 1,
        "stock": "",
        "languages": [language],
        "draft": False,
        "messages": [{"slogan": "demo/water", "language": language, "status": "translated"}],
        "texts": [
            {
                "slot": "slogan",
                "role": "slogan",
                "language": language,
                "size_pt": 90.0,
                "lines": text.split(),
                "fonts": [],
            }
        ],
        "credits": [],
        "checks": {"warnings": []},
        "diagnostics": [],
        **more,
    }


def with_thumbnail(one: Record) -> Record:
    """The same with the thumbnail that a worker makes of it."""
    width, height = one["trim_mm"]
    scale = 400 / max(width, height)
    return one | {
        "thumbnail": {
            "file": thumbnail_name(one["file"]), "width": round(width * scale), "height": round(height * scale),
            "sha256": "0" * 64, "bytes": 9_000,
        }
    }  # fmt: skip


def campaign() -> list[Record]:
    """A small campaign: seven languages, three layouts, four sizes, every status, a caution and a poster in two sizes."""
    found = [record(f"set/{tag}/water-a3.pdf", text, tag) for tag, text in TEXTS.items()]
    found[0]["messages"][0]["status"] = "source"
    found[2]["messages"][0]["status"] = "approved"
    found[3]["draft"] = True
    found[4]["messages"][0]["status"] = "missing"
    found += [
        record("set/ar/water-a4.pdf", TEXTS["ar"], "ar", size="a4", trim_mm=(210.0, 297.0), copies=40, stock="yellow 120 g"),
        record("wide/en/water-banner-300x100cm.pdf", TEXTS["en"], "en", layout="wide-banner", size="banner-300x100cm", trim_mm=(3000.0, 1000.0)),
        record(
            "post/en/water-story.png", TEXTS["en"], "en", layout="post", size="story", trim_mm=(285.75, 508.0),
            pixels=[1080, 1920], alt=["Water is Life\n\nA drop of water.\n"],
            files=[{"file": "post/en/water-story.png", "bytes": 90_000}, {"file": "post/en/water-story.png.alt.txt", "bytes": 30}],
        ),
    ]  # fmt: skip
    found[-2]["checks"] = {"warnings": ["Examplia: Think before you carry these words there."]}
    found[-1]["credits"] = [
        {"kind": "art", "name": "drop", "author": "A. Person", "licence": "CC0-1.0", "source": "own", "changed": False}
    ]
    return sorted(map(with_thumbnail, found), key=lambda one: str(one["file"]))


def html(records: list[Record], name: str = "Water march", language: str = "en") -> str:
    """The page."""
    page, _ = gallery_page(records, name, language, gallery_words(MessageLibrary.with_shipped(), language))
    return page.decode()
