"""What is said of zips, bundles, lists and check sums that stand beside a batch's artefacts."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "derived-by": Sentence("“{word}” is nothing to put artefacts together by (--{option})"),
    "derived-limit": Sentence("“{text}” is no size of a file", "Write it as 100MB, 25MB or 1.5GB"),
    "derived-limit-range": Sentence(
        "a zip cannot be limited to {count:,} bytes", "Give at least 100KB and at most 4GB, or leave --zip-limit out"
    ),
    "derived-limit-alone": Sentence(
        "--zip-limit says how large zips may be, and none are asked for", "Add --zip language, or leave it out"
    ),
    "derived-zip-shared": note(
        "1 artefact shows several languages, and is in the zip of each of them",
        plural="{count:,} artefacts show several languages, and are in the zip of each of them",
    ),
    "derived-zip-large": warning(
        "1 artefact is larger than {limit} by itself, and so is its zip: {names:list}",
        "Make it smaller, or send it another way",
        plural="{count:,} artefacts are larger than {limit} by themselves, and so are their zips: {names:list}",
    ),
    "derived-not-bundled": note(
        "1 artefact is no PDF, and in no bundle: {names:list}",
        "Ask for the format pdf, if it shall be printed with the others",
        plural="{count:,} artefacts are no PDFs, and in no bundle: {names:list}",
    ),
    "derived-nothing-to-bundle": warning(
        "there is no PDF on paper to put into a bundle", "Ask for the format pdf and a size of paper"
    ),
    "derived-copies": note(
        "of 1 artefact more than {most:,} copies are wanted; it is in its bundle once: {names:list}",
        "Tell the print shop the number; the bookmark and the picking list have it",
        plural="of {count:,} artefacts more than {most:,} copies are wanted each; they are in their bundles once: "
        "{names:list}",
    ),
    "derived-missing": warning(
        "1 file is not in the folder any more, and its artefact in no zip, bundle or list: {names:list}",
        "Run again without --only",
        plural="{count:,} files are not in the folder any more, and their artefacts in no zip, bundle or list: "
        "{names:list}",
    ),
    "derived-altered": warning(
        "1 file was changed after it was made, and its artefact is in no zip, bundle or list: {names:list}",
        "Remove it and run again",
        plural="{count:,} files were changed after they were made, and their artefacts are in no zip, bundle or list: "
        "{names:list}",
    ),
    "derived-unreadable": warning(
        "1 artefact's record cannot be read, and it is in no zip, bundle or list: {names:list}",
        "Run again without --only",
        plural="{count:,} artefacts' records cannot be read, and they are in no zip, bundle or list: {names:list}",
    ),
    "derived-older": note(
        "1 zip or bundle of an earlier run was kept as it is: {names:list}",
        "Ask for it again, or remove it, if it shall show what is in the folder now",
        plural="{count:,} zips or bundles of earlier runs were kept as they are: {names:list}",
    ),
    "bundle-pdf": Sentence("is no PDF that can be put into a bundle", "Remove it and run again"),
}
