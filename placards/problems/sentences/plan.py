"""What can be wrong with choices, campaigns and jobs, and what of them an artefact does not show."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    # Campaign files
    "plan-folder": Sentence("“{folder}” is not a folder", "Check --path, or “path” in the campaign"),
    "plan-exclude-all": Sentence(
        "this names nothing, and would leave everything out", "Name a layout, language, size, format, palette or slogan"
    ),
    "plan-include-nothing": Sentence("this says nothing", "Say what there shall be besides, or take it away"),
    "plan-format-unknown": Sentence("“{format}” is no kind of file that is made"),
    "plan-set-table": Sentence("“set” is one table, not a list of tables", "Write [[set]], in two brackets"),
    "plan-two-sources": Sentence("slogans, tags and text exclude each other", "Keep one of the three"),
    "plan-nothing-asked": Sentence("“set” is missing, and there is no “table” either", "Add [[set]], or [table]"),
    "plan-sets-same-name": Sentence("two sets are called “{name}”", "Give each its own name"),
    # Names
    "plan-language-unknown": Sentence("“{tag}” is not a known language", "See “placards list languages”"),
    "plan-tags-nothing": Sentence("no slogan has all of these tags", "See “placards list slogans”"),
    # Languages
    "plan-language-twice": Sentence("the language {language} is named twice", "Name each language once"),
    "plan-languages-many": Sentence(
        "the layout “{layout}” shows {count} language, and {languages:and} are asked for",
        "Choose another layout, or fewer languages",
        plural="the layout “{layout}” shows {count} languages, and {languages:and} are asked for",
    ),
    "plan-languages-none": Sentence(
        "none of the known languages has every slogan", "Name the languages, or use drafts with --draft"
    ),
    "plan-all-one": Sentence(
        "“all” stands among other languages of one artefact", "Write it alone, or name the languages"
    ),
    "plan-text-missing": Sentence("there is no text for “{language}”", "Add one"),
    "plan-texts-equal": note(
        "{count} language has the same text as another, which is shown once: {pairs:list}",
        plural="{count} languages have the same text as another, which is shown once: {pairs:list}",
    ),
    # Messages
    "plan-message-missing": Sentence(
        "“{slogan}” has no translation into {language}",
        "Give the text itself, or add it to the catalog; see “placards list languages”",
    ),
    "plan-message-fuzzy": Sentence(
        "the {language} translation of “{slogan}” is fuzzy: nobody is sure of it",
        "Have a fluent reader check “{text}”, or use it with --draft",
    ),
    "plan-message-untrusted": Sentence(
        "“{slogan}” in {language} is {status}, not {required}",
        "Have a fluent reader approve it: placards catalog approve {language} {slogan}",
    ),
    # Details
    "plan-detail-other": warning(
        "the {what} is not given in {language}; the one in {shown} stands there", "Give it in {language} too"
    ),
    "plan-detail-same": note("the {what} is given in {shown} only; it stands there in {language} too"),
    "plan-detail-nothing": warning(
        "the {what} is given neither in {language} nor in {shown}; it is left out", "Give it in {language} too"
    ),
    "plan-detail-nowhere": warning(
        "no layout of this campaign shows the {detail}", "Add a layout with a place for it, or leave it out"
    ),
    "plan-time-alone": warning("there is a time and no date", "Give the date too, or leave the time out"),
    "plan-date-missing": warning(
        "“{what}” is given, and there is no date to apply it to", "Give a date, or leave it out"
    ),
    "plan-date-wrong": Sentence("“{text}” is not a date", "Write it as 2027-04-14"),
    "plan-time-wrong": Sentence("“{text}” is not a time", "Write it as 16:30"),
    "plan-link-wrong": Sentence(
        "“{link}” is not a link",
        "Write it as example.org/page, https://example.org, mailto:us@example.org or tel:+441234567",
    ),
    "plan-link-scheme": Sentence(
        "a link with “{scheme}:” is not printed, because of what it may do on a phone",
        "Use https:, http:, mailto: or tel:",
    ),
    # The product
    "plan-large": Sentence(
        "this is {count:,} artefacts, more than {limit:,}",
        "Choose fewer languages, sizes or formats, or say that it is meant with --yes",
    ),
    "plan-asks-yes": note("this is {count:,} artefacts: “placards batch” makes more than {limit:,} with --yes only"),
    "plan-too-large": Sentence("this is {count:,} artefacts, more than {limit:,}", "Divide it into several campaigns"),
    "plan-same-name": Sentence(
        "two artefacts would be called “{name}”; they differ in {differ:and}",
        "Let “files” name it, rename a set or a slogan, or name it once",
        plural="{count:,} artefacts would be called like another, as “{name}”; the two differ in {differ:and}",
    ),
    "plan-same-name-other": Sentence(
        "two artefacts would be called “{name}”, one of {other} and one of this; they differ in {differ:and}",
        "Let “files” name it, rename a set or a slogan, or exclude one of the two",
        plural="{count:,} artefacts would be called like others of {other}, as “{name}”; the two differ in "
        "{differ:and}",
    ),
    "plan-exclude-nothing": warning("this leaves nothing out: no artefact of the set has the {key} {values:or}"),
    "plan-exclude-idle": warning("this leaves nothing out", "Mend it, or take it away"),
    "plan-include-idle": warning("this adds nothing: the set has all of it already", "Mend it, or take it away"),
    "plan-language-idle": warning("the set has no artefact in “{languages}”, so that this changes nothing"),
    "plan-same-name-row": Sentence(
        "two artefacts would be called “{name}”, of {other} and of this row; they differ in {differ:and}",
        "Give each a name of its own in a column “file”",
    ),
    "plan-rows-numbered": note(
        "{count:,} row would have had another one's file name, and has its number in it, as “{name}”",
        "A column “file” gives names of your own",
        plural="{count:,} rows would have had one another's file names, and have their numbers in them, as “{name}”",
    ),
    "plan-same-twice": warning(
        "this is the very artefact of {other}; “{name}” is made once", "Delete one of the two, and add up the copies"
    ),
    "plan-pattern-unknown": Sentence("the name has an unknown field “{field}”", "Use {known:list}"),
    "api-one-artefact": Sentence(
        "these choices give {count} artefact", "Plan them, and make each", plural="these choices give {count} artefacts"
    ),
    # One job
    "job-glyph-missing": Sentence(
        "no font can draw “{char}” (U+{code_point}) in “{text}”; tried {font} and every other font",
        "Put a font that has it in a folder “fonts” beside the campaign",
    ),
    "job-mark-alone": Sentence(
        "a mark stands without its letter at “{char}” (U+{code_point}) in “{text}”; tried {font} and every other font",
        "Check the spelling there",
    ),
    "job-stale": Sentence("{what} was changed since this artefact was planned", "Run the command again"),
}

REMEDIES = {
    "plan-layouts-for": "Choose a layout that shows so many: {layouts:or}, or fewer languages",
}
