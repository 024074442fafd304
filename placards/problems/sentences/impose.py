"""What can be wrong with pages that are put on sheets, and what is said of the sheets."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "impose-as": Sentence(
        "“{text}” is no way to put pages on sheets",
        "Use 2up, 4up, 2x3 (columns × rows), booklet, duplex, tent or stickers",
    ),
    "impose-many": Sentence("{count:,} pages are too many", "Give at most {most:,}"),
    "impose-cells": Sentence("{columns} × {rows} pages do not go on one sheet", "Give 1 to {most} each way"),
    "impose-no-room": Sentence(
        "{paper} has no room for {columns} × {rows} pages inside these margins",
        "Make margins and gap smaller, or take larger paper",
    ),
    "impose-sticker": Sentence(
        "a page of {width} × {height} mm does not fit on {paper} at its true size",
        "Take larger paper, or put it there smaller with --as 1x1",
    ),
    "impose-creep": Sentence(
        "{count} sheets that push each other out by {creep:g} mm leave no room for pages on {paper}",
        "Give less: a sheet of office paper is 0.1mm thick",
    ),
    "impose-one-page": Sentence("a sheet with two sides needs two pages", "Give a second file, or a PDF of two pages"),
    "impose-smaller": note("pages are printed at {scale} of their size"),
    "impose-blank": note(
        "1 page stays blank, to fill the last sheet", plural="{count:,} pages stay blank, to fill the last sheet"
    ),
    "impose-mixed": warning(
        "1 page has another size than the first one, and stands in the middle of its place",
        plural="{count:,} pages have other sizes than the first one, and stand in the middle of their places",
    ),
    "impose-flip-long": note("print on both sides, and flip on the long edge"),
    "impose-flip-short": note("print on both sides, and flip on the short edge"),
    "impose-alone": Sentence("--{option} means nothing with --as {kind}", "Leave it out"),
}
