"""Why an artefact is made, or is not made again."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "build-new": note("made, because no earlier run made it"),
    "build-forced": note("made anew, because of --force"),
    "build-gone": note("made anew, because a file of it is not in the folder any more"),
    "build-edited": note("made anew, because its file in the folder is not the one that was made"),
    "build-no-thumbnail": note("made anew, because the gallery has no thumbnail of it"),
    "build-untold": note("made anew, because the record of the earlier run does not say what it was made of"),
    "build-changed": note("made anew, because this changed: {what:list}"),
    "build-unchanged": note("not made again: nothing that it is made of has changed"),
    "build-not-planned": note("not made: the campaign does not ask for it (an earlier run made it)"),
    "build-left-out": note("not made: the part of the campaign that --only names does not have it"),
    "build-unknown": Sentence("there is no artefact called “{name}” in the plan or in the folder"),
    "build-overwritten": warning(
        "1 file had been changed since it was made, and was made anew: {names:list}",
        "Keep what you change in another folder",
        plural="{count:,} files had been changed since they were made, and were made anew: {names:list}",
    ),
    "build-pruned": note(
        "1 artefact of an earlier run, which this campaign does not make any more, has been removed: {names:list}",
        plural="{count:,} artefacts of earlier runs, which this campaign does not make any more, have been removed: "
        "{names:list}",
    ),
    "build-would-prune": note(
        "1 artefact of an earlier run, which this campaign does not make any more, would be removed: {names:list}",
        plural="{count:,} artefacts of earlier runs, which this campaign does not make any more, would be removed: "
        "{names:list}",
    ),
    "build-not-pruned": warning(
        "nothing was removed, because something is wrong with the plan: what is missing in it may be meant",
        "Mend that, then run again with --prune",
    ),
    "build-edited-kept": warning(
        "1 file of an earlier run, which has been changed since it was made, was not removed: {names:list}",
        "Remove it yourself, if nobody needs it",
        plural="{count:,} files of earlier runs, which have been changed since they were made, were not removed: "
        "{names:list}",
    ),
}
