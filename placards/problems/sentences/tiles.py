"""What can be wrong with a PDF that is put on other sheets, and what is said of the sheets."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "tile-wish": Sentence(
        "“{text}” names no paper to put posters on",
        "Write a4, letter, …, and if you like a margin and an overlap: a4,3mm,5mm",
    ),
    "pdf-unreadable": Sentence("this is no PDF that can be read", "Open it in a PDF reader and save it anew"),
    "pdf-encrypted": Sentence("this PDF needs a password to be opened", "Save a copy without one"),
    "pdf-forbidden": Sentence(
        "whoever made this PDF does not allow it to be printed", "Ask them for a file that may be printed"
    ),
    "pdf-empty": Sentence("this PDF has no page"),
    "pdf-page": Sentence("there is no page {page}: this PDF has {count:,}", "Give one of its pages"),
    "pdf-page-empty": Sentence("the page has no size", "Open it in a PDF reader and save it anew"),
    "tile-page-blank": Sentence("the page is white all over", "Print it anyway with --keep-blank"),
    "pdf-annotations": note(
        "1 note or field of the PDF is drawn as it looks on paper",
        plural="{count:,} notes and fields of the PDF are drawn as they look on paper",
    ),
    "pdf-annotations-lost": warning(
        "1 note or field of the PDF has no picture of its own, and is not shown",
        "Open the file in a PDF reader, and print it into a new PDF",
        plural="{count:,} notes and fields of the PDF have no pictures of their own, and are not shown",
    ),
    "paper-screen": Sentence("“{size}” is a size of screens, and no paper", "Give a paper, as a4 or letter"),
    "paper-no-room": Sentence(
        "these margins leave {width} × {height} mm of {paper}", "Make them smaller, or take larger paper"
    ),
    "paper-margins": Sentence(
        "“{text}” are no margins", "Give one length for all sides, or four: top,right,bottom,left, as 5mm,5mm,10mm,5mm"
    ),
    "paper-margins-twice": Sentence(
        "--margin and --margins both say what the printer leaves white", "Keep one of them"
    ),
    "pdf-suffix": Sentence("“{file}” is no name of a PDF", "End it with .pdf"),
    "paper-length": Sentence("“{text}” is no length on paper", "Give 0 or more, as 5mm or 0.25in"),
    "tile-overlap": Sentence(
        "an overlap of {overlap:g} mm leaves nothing of {paper} to show", "Make it smaller, or take larger paper"
    ),
    "tile-scale": Sentence("“{text}” is no scale", "Write 150%, 1.5, or 1to10 for a file that was drawn one to ten"),
    "tile-scale-range": Sentence("a scale of {scale} is not usable", "Give 1% to 1000 times"),
    "tile-sheets": Sentence("{count} sheets cannot be filled", "Give 1 or more"),
    "tile-sheets-and-scale": Sentence("--sheets chooses the scale, and --scale gives another", "Keep one of them"),
    "tile-many": Sentence(
        "the poster takes {count:,} sheets",
        "Make it smaller, as with --scale {scale} or --sheets {most}, or say --yes if you mean it",
    ),
    "tile-many-asked": Sentence("{count:,} sheets are many", "Ask for at most {most}, or say --yes if you mean it"),
    "tile-too-many": Sentence(
        "the poster takes {count:,} sheets, and a file holds at most {most:,}", "Make it smaller with --scale"
    ),
    "tile-blank": note(
        "1 sheet is white all over, and left out",
        "Print it with --keep-blank, if you want it",
        plural="{count:,} sheets are white all over, and left out",
    ),
    "tile-unlabelled": note(
        "1 sheet has no room for its name",
        "Give a larger --overlap, or write the name on its back",
        plural="{count:,} sheets have no room for their names",
    ),
    "tile-scaled": note("the poster is printed at {scale}, {width:,} × {height:,} mm, on {sheets:,} sheets"),
    "tile-fewer": note(
        "{count:,} sheets; with smaller margins and a smaller overlap {fewer:,} would do",
        "If your printer can, say --margin 3mm --overlap 5mm",
    ),
}
