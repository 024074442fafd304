"""Language tags, against CLDR and the rules that the project promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.locale.language import fallbacks, is_rtl, language_name, parse_language, script_of
from placards.problems.errors import InputError


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [
        ("fa", "fa"), ("zh_Hant", "zh-Hant"), ("pa-arab-pk", "pa-Arab-PK"), ("PT_br", "pt-BR"), ("es-419", "es-419"),
        ("de-1996", "de-1996"), ("sr-Latn-RS", "sr-Latn-RS"), ("ja-u-lw-phrase", "ja-u-lw-phrase"), (" ur ", "ur"),
    ],
)  # fmt: skip
def test_canonical_form(tag: str, canonical: str) -> None:
    assert str(parse_language(tag)) == canonical
    assert str(parse_language(canonical)) == canonical


@pytest.mark.parametrize(
    "tag", ["", "e", "e n", "en-", "-en", "en--US", "12", "en-U", "русский", "../etc", "en/US", "all!", "a" * 99]
)
def test_no_tag(tag: str) -> None:
    with pytest.raises(InputError, match="is not a language tag"):
        parse_language(tag)


@given(st.text(max_size=20))
def test_nothing_else_than_input_errors(tag: str) -> None:
    try:
        language = parse_language(tag)
    except InputError:
        return
    assert parse_language(str(language)) == language
    assert fallbacks(str(language))[0] == str(language)
    script_of(str(language))


@pytest.mark.parametrize(
    ("tag", "script", "rtl"),
    [
        ("ar", "Arab", True), ("ur", "Arab", True), ("he", "Hebr", True), ("yi", "Hebr", True), ("dv", "Thaa", True),
        ("ckb", "Arab", True), ("ku", "Latn", False), ("ku-Arab", "Arab", True), ("pa", "Guru", False),
        ("pa-PK", "Arab", True), ("az", "Latn", False), ("az-IR", "Arab", True), ("ks", "Arab", True),
        ("ks-Deva", "Deva", False), ("zh", "Hans", False), ("zh-TW", "Hant", False), ("zh-HK", "Hant", False),
        ("ja", "Jpan", False), ("ko", "Kore", False), ("sr", "Cyrl", False), ("mn-Mong", "Mong", False),
        ("ff-Adlm", "Adlm", True), ("rhg", "Rohg", True), ("syr", "Syrc", True), ("nqo", "Nkoo", True), ("en", "Latn", False),
    ],
)  # fmt: skip
def test_script_and_direction(tag: str, script: str, rtl: bool) -> None:
    assert script_of(tag) == script or (tag == "rhg" and script_of(tag) in ("Rohg", "Arab"))
    assert is_rtl(tag) == rtl


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fa", ("fa",)), ("fa-AF", ("fa-AF", "fa")), ("zh-TW", ("zh-TW", "zh-Hant-TW", "zh-Hant")),
        ("zh-CN", ("zh-CN", "zh-Hans-CN", "zh-Hans")), ("pt-BR", ("pt-BR", "pt")), ("sr-Latn", ("sr-Latn",)),
        ("pa-PK", ("pa-PK", "pa-Arab-PK", "pa-Arab")),
    ],
)  # fmt: skip
def test_fallbacks(tag: str, expected: tuple[str, ...]) -> None:
    assert fallbacks(tag) == expected


@given(
    st.sampled_from(
        ["ar", "az-IR", "zh", "zh-Hant-HK", "sr-Latn-ME", "ku-Arab", "uz-AF", "mn-Mong-CN", "en-GB", "yue-HK"]
    )
)
def test_fallbacks_keep_the_script(tag: str) -> None:
    assert {script_of(other) for other in fallbacks(tag)} == {script_of(tag)}


def test_names() -> None:
    assert language_name("ur") == "اردو"
    assert language_name("ur", "en") == "Urdu"
    assert language_name("de", "fr") == "allemand"
    assert language_name("qaa") == "qaa"


@pytest.mark.parametrize(
    ("name", "tag"),
    [("Urdu", "ur"), (" urdu ", "ur"), ("اردو", "ur"), ("русский", "ru"), ("中文", "zh"), ("Scottish Gaelic", "gd")],
)
def test_the_name_of_a_language_is_no_tag_and_gives_one(name: str, tag: str) -> None:  # defects.md 34
    with pytest.raises(InputError, match=rf"is not a language tag\. Did you mean “{tag}” \("):
        parse_language(name)


def test_language_names_that_babel_has_no_data_for() -> None:
    assert language_name("tlh") == "Klingon"
    assert language_name("tlh", "de") == "Klingonisch"
    assert language_name("tlh", "xx") == "Klingon"
    assert language_name("qqz") == "qqz"
