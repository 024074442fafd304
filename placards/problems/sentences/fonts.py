"""What can be wrong with font files, and with the list of them in fonts.toml."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "font-damaged": Sentence("this font is damaged: its table {table} reaches past the end of the file", "Get it anew"),
    "font-unusable": Sentence("this is not a usable font", "Take it out or replace it"),
    "font-blank": Sentence("none of this font's letters shows anything", "Get the font anew, or take it out"),
    "font-file-missing": Sentence("there is no font file “{name}”", "Put it beside fonts.toml"),
    "font-file-other": Sentence(
        "“{name}” is not the file that was listed (its checksum differs)", "Get the listed file, or correct sha256"
    ),
    "font-axis": Sentence("“{axis}” is no name of an axis", "Write four letters, such as wght or wdth"),
    "font-axis-range": Sentence("the axis “{axis}” runs from {low:g} down to {high:g}", "Write [lowest, highest]"),
    "font-script": Sentence("“{script}” is no code of a script", "Write an ISO 15924 code, such as Latn or Arab"),
    "font-sha256": Sentence("“{value}” is no SHA-256 checksum", "Write its 64 digits 0-9 and a-f, or leave it out"),
    "font-family-twice": Sentence("the family “{family}” stands twice", "Write its files in one list"),
    # What was brought along and is not used.
    "font-format": warning(
        "“{name}” is not used: it is no TrueType or OpenType file", "Put the .ttf or .otf file of the font there"
    ),
    "font-misplaced": warning("“{name}” is not used: fonts lie in a folder “fonts”", "Move it there"),
    "font-unlisted": warning("“{name}” is not used: fonts.toml does not list it", "List it, or take it out"),
    "font-no-script": warning(
        "“{name}” is not used by itself: it has too few letters of any script",
        "Name its family as the role, or take it out",
    ),
    "font-preference-unknown": warning("there is no family “{family}” to prefer"),
    "font-family-split": warning(
        "the family “{family}” is used from {used} only: another source has it too", "Give one of them another name"
    ),
}
