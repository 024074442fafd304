"""The shipped table of likely scripts says what Babel's CLDR says."""

from __future__ import annotations

from babel.core import get_global

from placards.locale.language import script_of
from placards.locale.likely import likely_script
from tools.likely_scripts import MODULE, module


def test_the_table_is_what_the_tool_makes_of_babels_data() -> None:
    assert MODULE.read_text(encoding="utf-8") == module(), "run tools/likely_scripts.py"


def test_every_language_and_region_of_cldr_has_the_same_script() -> None:
    for key, value in get_global("likely_subtags").items():
        language, _, rest = key.partition("_")
        if len(rest) < 4:
            assert likely_script(language, rest) == str(value).split("_")[1], key


def test_a_region_that_says_nothing_new_leaves_the_languages_script() -> None:
    assert likely_script("ur", "GB") == "Arab"
    assert likely_script("pa", "PK") == "Arab"
    assert likely_script("pa", "IN") == "Guru"
    assert likely_script("qqq") is None
    assert script_of("qqq") == "Zyyy"
    assert script_of("uz-AF") == "Arab"
