"""Arabic letters get their joining group, and whether they join the letter after them.

Facts from the Unicode Character Database, ArabicShaping-16.0.0.txt (© Unicode, Inc., Unicode License v3): the blocks
Arabic, Supplement and Extended-A to -C, without characters that do not join. A letter that later versions add has no
group here, and no kashida goes beside it.
"""

from __future__ import annotations

from functools import lru_cache

_DUAL = """
African_Feh 8BB
African_Noon 8BD
African_Qaf 8BC 8C4
Ain 639-63A 6A0 6FC 75D-75F 8B3 8C3
Beh 628 62A-62B 66E 679-680 750-756 8A0-8A1 8B6-8B8 8BE-8C0
Burushaski_Yeh_Barree 77A-77B
Farsi_Yeh 63D-63F 6CC 6CE 775-776
Feh 641 6A1-6A6 760-761 8A4
Gaf 63B-63C 6A9 6AB 6AF-6B4 762-764 88D 8B0 8C2 8C8
Hah 62C-62E 681-687 6BF 757-758 76E-76F 772 77C 88A 8A2 8C1 8C5-8C6
Heh 647
Heh_Goal 6C1-6C2
Kaf 643 6AC-6AE 77F 8B4 10EC4
Knotted_Heh 6BE 6FF
Lam 644 6B5-6B8 76A 8A6 8C7
Meem 645 765-766 8A7
Noon 646 6B9-6BC 767-769 889
Nya 6BD
Qaf 642 66F 6A7-6A8 8A5 8B5
Sad 635-636 69D-69E 6FB 8AF
Seen 633-634 69A-69C 6FA 75C 76D 770 77D-77E
Swash_Kaf 6AA
Tah 637-638 69F 88B-88C 8A3 10EC3
Thin_Yeh 886
Yeh 620 626 649-64A 678 6D0-6D1 777 8A8-8A9 8BA
"""

_RIGHT = """
Alef 622-623 625 627 671-673 675 773-774 870-882
Dal 62F-630 688-690 6EE 759-75A 8AE 10EC2
Reh 631-632 691-699 6EF 75B 76B-76C 771 8AA 8B2 8B9
Rohingya_Yeh 8AC
Straight_Waw 8B1
Teh_Marbuta 629 6C0 6D5
Teh_Marbuta_Goal 6C3
Vertical_Tail 88E
Waw 624 648 676-677 6C4-6CB 6CF 778-779 8AB
Yeh_Barree 6D2-6D3
Yeh_With_Tail 6CD
"""


@lru_cache(maxsize=1)
def joining_groups() -> tuple[dict[str, str], frozenset[str]]:
    """The group of each letter, and the letters that join on both sides; the others join only what is before them."""
    dual, right = _read(_DUAL), _read(_RIGHT)
    return dual | right, frozenset(dual)


def _read(table: str) -> dict[str, str]:
    groups: dict[str, str] = {}
    for row in table.split("\n"):
        group, *ranges = row.split() or [""]
        for part in ranges:
            first, _, last = part.partition("-")
            groups.update(dict.fromkeys(map(chr, range(int(first, 16), int(last or first, 16) + 1)), group))
    return groups
