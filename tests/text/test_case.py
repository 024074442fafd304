"""Capitals by language. The expected strings are ICU 78's (Node's toLocaleUpperCase), except where a comment says why not."""

from __future__ import annotations

import pytest

from placards.text.case import upper

ICU = [
    ("en", "it’s ŉ ǰ ﬁ ﬀ", "IT’S ʼN J̌ FI FF"),
    ("de", "straße, groß", "STRASSE, GROSS"),
    ("de", "GROẞ", "GROẞ"),
    ("fr", "école œuvre", "ÉCOLE ŒUVRE"),
    ("nl", "ijs ĳs vrij", "IJS ĲS VRIJ"),
    ("tr", "ılık iş", "ILIK İŞ"),
    ("tr", "diyarbakır’ın", "DİYARBAKIR’IN"),
    ("az", "diri ı", "DİRİ I"),
    ("lt", "i\u0307\u0300 i\u0307\u0303 \u012f\u0307\u0301 \u00ec", "I\u0300 I\u0303 \u012e\u0301 \u00cc"),
    ("lt", "j\u0307\u0301 ėjimas", "J\u0301 ĖJIMAS"),
    ("el", "άσπρο Όλοι", "ΑΣΠΡΟ ΟΛΟΙ"),
    ("el", "Μαΐου προϊόν ευφυΐα", "ΜΑΪΟΥ ΠΡΟΪΟΝ ΕΥΦΥΪΑ"),
    ("el", "άυλος γάιδαρος νεράιδα ρωμέικα", "ΑΫΛΟΣ ΓΑΪΔΑΡΟΣ ΝΕΡΑΪΔΑ ΡΩΜΕΪΚΑ"),
    ("el", "ψωμί ή ελευθερία", "ΨΩΜΙ Ή ΕΛΕΥΘΕΡΙΑ"),
    ("el", "(ή) ήή ἢ", "(Ή) ΗΗ Ή"),
    ("el", "ΐ ΰ Ταΰγετος τρόλεϊ", "Ϊ Ϋ ΤΑΫΓΕΤΟΣ ΤΡΟΛΕΪ"),
    ("el", "ᾳ ῳ ᾷ ἄνθρωπος", "ΑΙ ΩΙ ΑΙ ΑΝΘΡΩΠΟΣ"),
    ("el", "ΌΧΙ ΆΛΛΟ", "ΟΧΙ ΑΛΛΟ"),
    ("hyw", "և բարև", "ԵՒ ԲԱՐԵՒ"),
    ("chr", "ꭰꮃ ᏣᎳᎩ", "ᎠᎳ ᏣᎳᎩ"),
    ("ru", "мир и хлеб", "МИР И ХЛЕБ"),
    ("ar", "سلام", "سلام"),
    ("ja", "ａbc 平和", "ＡBC 平和"),
]


@pytest.mark.parametrize(("language", "text", "capitals"), ICU)
def test_as_icu(language: str, text: str, capitals: str) -> None:
    assert upper(text, language) == capitals


@pytest.mark.parametrize(
    ("language", "text", "capitals"),
    [
        # CLDR since 40: Eastern Armenian spells it out as ԵՎ; Node's build knows only ԵՒ.
        ("hy", "և բարև", "ԵՎ ԲԱՐԵՎ"),
        # ICU makes Mtavruli (Unicode 11); Georgians set headlines in it, yet few fonts and no keyboards have it.
        ("ka", "მშვიდობა", "მშვიდობა"),
        # ICU leaves Irish alone; grammar's prefixes stay small in capitals.
        ("ga", "na hÉireann", "NA hÉIREANN"),
        ("ga", "i mBaile Átha Cliath", "I mBAILE ÁTHA CLIATH"),
        ("ga", "an bhfuil an tsúil ag an ngeata", "AN bhFUIL AN tSÚIL AG AN nGEATA"),
        ("ga", "an t-uisce, n-athair", "AN tUISCE, nATHAIR"),
        ("ga", "nathair banc", "NATHAIR BANC"),
        # ICU leaves this dialytika combining; ours is composed, canonically the same.
        ("el", "α\u0301υλος", "ΑΫΛΟΣ"),
        # Greek in a text of another language is Greek all the same.
        ("en", "άσπρο", "ΑΣΠΡΟ"),
        # Latin alphabets with ı that ICU does not know.
        ("crh", "iş ıs", "İŞ IS"),
        ("kk-Latn", "iş ıs", "İŞ IS"),
        ("kk", "wifi", "WIFI"),
        ("az-Cyrl", "wifi", "WIFI"),
        ("", "peace", "PEACE"),
    ],
)
def test_where_icu_is_not_followed(language: str, text: str, capitals: str) -> None:
    assert upper(text, language) == capitals


@pytest.mark.parametrize(("language", "text", "capitals"), ICU)
def test_capitals_stay_as_they_are(language: str, text: str, capitals: str) -> None:
    assert upper(capitals, language) == capitals


@pytest.mark.parametrize("char", "·;΄΅᾿῾")
def test_greek_signs_that_are_no_letters_stay(char: str) -> None:
    assert upper(f"α{char}β", "el") == f"Α{char}Β"
