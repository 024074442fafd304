"""What can be wrong with a file for a press: its scale, its marks and its finishing."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "press-no-icc": Sentence(
        "PDF/X-4 embeds the colour profile of its printing condition, and “{profile}” has none",
        "Name an ICC file in the profile's condition",
    ),
    "press-date": Sentence("“{date}” is no date of a file for a press", "Write it as 2026-05-01"),
    "press-too-long": Sentence(
        "a sheet that takes {length:,} mm with bleed and marks is longer than the {limit:,} mm that “{profile}” holds, "
        "at any of its scales ({factors:list})",
        "Give the profile a smaller scale, or the sheet a smaller size",
    ),
    "press-scaled": note(
        "the file is drawn 1:{factor}, to be printed at {percent} %: the {length:,} mm that it takes are more than the "
        "{limit:,} mm that “{profile}” holds",
        "Tell the printer the scale",
    ),
    "press-finishing-room": Sentence(
        "finishing takes {across} mm of the width and {down} mm of the height, and the sheet has {width} × {height} mm",
        "Ask for less of it, or for a larger sheet",
    ),
    "press-finishing-page": note(
        "page {page} shows what is done to the printed sheet and is not printed: “{profile}” wants it on no layer",
        "Tell the printer so",
    ),
    "press-no-slug": warning(
        "the line that says what the sheet is does not fit beside one of size {size}, and is left out",
        "Name the file so that the printer can tell it from others",
    ),
}
