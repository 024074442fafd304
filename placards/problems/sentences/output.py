"""What can be wrong with a file or folder that is written."""

from placards.problems.sentence import Sentence, note, warning

_ELSEWHERE = "Choose another folder"

SENTENCES = {
    "output-permission": Sentence("no permission to write here", f"{_ELSEWHERE}, or change its permissions"),
    "output-in-use": Sentence("another program holds the file open", "Close it there and run again"),
    "output-read-only": Sentence("the disk is read-only", _ELSEWHERE),
    "output-full": Sentence("the disk is full", "Make room and run again"),
    "output-quota": Sentence("your disk quota is used up", "Make room and run again"),
    "output-not-a-folder": Sentence("a part of this path is a file, not a folder", _ELSEWHERE),
    "output-is-folder": Sentence("there is a folder of this name", "Remove it, or choose another name"),
    "output-in-the-way": Sentence("a file stands where a folder is needed", _ELSEWHERE),
    "output-name-long": Sentence("the name is too long", "Choose a shorter one"),
    "output-name-unusable": Sentence("this cannot be the name of a file", "Choose another one"),
    "output-no-folder": Sentence("the folder does not exist and cannot be made", _ELSEWHERE),
    "output-large": Sentence("the file is larger than the disk allows", "Choose a smaller size or format"),
    "output-unwritable": Sentence("cannot be written ({reason})", "Check the folder"),
    "output-not-ordinary": Sentence("is no ordinary file, and is left as it is", "Choose another name"),
    "output-foreign": Sentence(
        "there is a file of this name that no earlier run made, and it is left as it is",
        "Move it away, choose another folder, or replace it with --force",
    ),
    "output-link": Sentence(
        "“{link}” is a link to another place, and it is left as it is",
        "Remove it, choose another folder, or go on with --force",
    ),
    "output-busy": Sentence(
        "another run is working in this folder", "Wait until it has ended, or choose another folder"
    ),
    "output-unlocked": warning(
        "this disk cannot lock files ({reason}): a second run here would not be noticed",
        "Let no other run work in this folder",
    ),
    "output-name": Sentence("“{name}” leaves the folder", "Rename the set, the layout or the palette in it"),
    "output-name-clash": Sentence("two artefacts would be called “{name}”", "Rename a set or a slogan"),
    "output-renamed": note("“{name}” is called “{new}”, because Windows cannot hold such a name"),
    "output-older": warning(
        "1 artefact of an earlier run, which this campaign does not make any more, is still in the folder: "
        "{names:list}",
        "Remove it, if nobody needs it",
        plural="{count:,} artefacts of earlier runs, which this campaign does not make any more, are still in the "
        "folder: {names:list}",
    ),
    "output-stale": warning(
        "1 artefact failed, and its file in the folder is that of an earlier run: {names:list}",
        "Do not print it",
        plural="{count:,} artefacts failed, and their files in the folder are those of earlier runs: {names:list}",
    ),
    "output-kept": note(
        "1 artefact of an earlier run was kept as it is",
        plural="{count:,} artefacts of earlier runs were kept as they are",
    ),
    "gallery-foreign": warning(
        "there is a page that no earlier run made, and it is left as it is: there is no gallery",
        "Move it away, replace it with --force, or say --no-gallery",
    ),
    "gallery-left-out": warning(
        "the record of 1 artefact cannot be read, and the gallery does not show it",
        "Make it again",
        plural="the records of {count:,} artefacts cannot be read, and the gallery does not show them",
    ),
    "output-disallowed": warning(
        "1 artefact of an earlier run shows a message that is not {status}, and is still in the folder: {names:list}",
        "Do not print it",
        plural="{count:,} artefacts of earlier runs show messages that are not {status}, and are still in the folder: "
        "{names:list}",
    ),
    "output-leftovers": note(
        "1 half-written file of a run that was killed has been removed",
        plural="{count:,} half-written files of runs that were killed have been removed",
    ),
}
