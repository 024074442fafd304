"""What can be wrong with a file for a press: its scale, its marks and its finishing."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "press-too-long": Sentence(
        "a sheet of {length:,} mm with its bleed is longer than the {limit:,} mm that “{profile}” holds, at any of its "
        "scales ({factors:list})",
        "Give the profile a smaller scale, or the sheet a smaller size",
    ),
}
