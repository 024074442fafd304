"""The message to a print shop says what shops ask for, and leaves open what nobody said."""

from __future__ import annotations

from dataclasses import replace

from placards.files.shipped import world_of
from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole
from placards.press.proofing.request import Wanted, price_request
from placards.press.proofing.words import proof_words
from placards.values.geometry import Size
from placards.values.profile import Finishing, Profile
from placards.values.units import MM

PRESS = Profile("press", standard="pdf/x-4", inks="cmyk")
CLOTH = replace(PRESS, finishing=Finishing(hem_mm=30, eyelets_mm=500))


def words(language: str) -> Whole:
    return proof_words(MessageLibrary(world_of()), language)


def test_all_that_a_shop_asks_for_is_there() -> None:
    posters = Wanted(["a.pdf", "b.pdf"], "a3", Size(297 * MM, 420 * MM), 3 * MM, PRESS, 2, 50, "170 g, matt")
    banner = Wanted(["c.pdf"], "banner-300x100cm", Size(3000 * MM, 1000 * MM), 20 * MM, CLOTH)
    assert price_request([posters, banner], words("en")) == (
        "Please tell us what this would cost:\n"
        "\n"
        "File: a.pdf, b.pdf\n"
        "Size: a3 (297 × 420 mm + 3 mm)\n"
        "Quantity: 2 × 50\n"
        "Printed on both sides\n"
        "Paper: 170 g, matt\n"
        "Printing inks: CMYK (FOGRA39, PDF/X-4)\n"
        "\n"
        "File: c.pdf\n"
        "Size: banner-300x100cm (3000 × 1000 mm + 20 mm)\n"
        "Quantity: …\n"
        "Paper: …\n"
        "Printing inks: CMYK (FOGRA39, PDF/X-4)\n"
        "Finishing: Hem: folded back 30 mm; Eyelet 16 × ⌀ 12 mm\n"
    )


def test_it_is_in_the_client_s_language() -> None:
    sheet = Wanted(["a.pdf"], "a3", Size(297 * MM, 420 * MM), 0, Profile("home"), pages=5)
    message = price_request([sheet], words("de"))
    assert message.startswith("Bitte ")
    assert "\nSeiten: 5\n" in message
    assert "mm + " not in message


def test_of_many_files_the_first_are_named() -> None:
    sheet = Wanted([f"{n}.pdf" for n in range(40)], "a3", Size(297 * MM, 420 * MM), 0, Profile("home"), copies=1)
    message = price_request([sheet], words("en"))
    assert "File: 0.pdf, 1.pdf, 2.pdf, 3.pdf, … (40)\n" in message
    assert "Quantity: 40 × 1\n" in message
