"""What can be wrong with a batch, its jobs, and its record."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "campaign-unknown": Sentence("there is no campaign “{name}”", "Give a file"),
    "campaign-name": Sentence(
        "“{name}” cannot be the name of a campaign’s folder", "Use small letters, digits and hyphens, as in river-day"
    ),
    "campaign-sample": Sentence("{count:,} artefacts are no sample", "Give 1 to {limit:,}"),
    "campaign-empty": Sentence("{campaign}: there is nothing to make"),
    "campaign-unusable-messages": Sentence(
        "{campaign}: there is nothing to make; 1 message is missing or fuzzy (try --draft)",
        plural="{campaign}: there is nothing to make; {count:,} messages are missing or fuzzy (try --draft)",
    ),
    "campaign-no-match": Sentence("no artefact matches “{pattern}”", "Names look like “{name}”"),
    "campaign-workers": Sentence("{count} is no number of workers", "Give 1 or more, or leave -j out for one a core"),
    "campaign-time-limit": Sentence("{seconds:g} is no number of seconds", "Give at least 1"),
    "campaign-status": Sentence("“{status}” is no status of a message"),
    "campaign-patience": Sentence("--require and --draft contradict each other", "Keep one of the two"),
    "job-memory": Sentence(
        "not enough memory for this artefact ({kind})", "Try a smaller size, a lower dpi or a smaller picture"
    ),
    "job-died": Sentence(
        "the process that made it died ({how})",
        "Perhaps memory was short: try a smaller size, a lower dpi or fewer workers",
    ),
    "job-timeout": Sentence(
        "it took longer than {seconds:g} s and was stopped", "Give it more time with --time-limit, or a smaller size"
    ),
    "worker-start": Sentence("no worker process can be started ({reason})", "Close other programs, or try -j 1"),
    "manifest-damaged": warning(
        "the list of what is in this folder was damaged; nothing in it could be read",
        "The next full run makes it whole",
        plural="the list of what is in this folder was damaged; {count:,} artefacts could be read from it",
    ),
    "manifest-damaged-kept": warning(
        "the list of what is in this folder was damaged; 1 artefact could be read from it, and the damaged list is "
        "kept as “{copy}”",
        "The next full run makes it whole",
        plural="the list of what is in this folder was damaged; {count:,} artefacts could be read from it, and the "
        "damaged list is kept as “{copy}”",
    ),
    "journal-damaged": warning(
        "1 line of the record of an unfinished run was damaged",
        "The next full run makes it whole",
        plural="{count:,} lines of the record of an unfinished run were damaged",
    ),
}
