"""What can be wrong with slogan packs, catalogs, and the work on them."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    # Packs.
    "pack-no-table": Sentence("there is no [pack] table", "Add [pack] with a name and a language"),
    "pack-no-language": Sentence("the pack does not say its language", 'Add language = "en", or the tag of yours'),
    "pack-empty": Sentence("the pack has no slogans", "Add a [[slogan]] with an id and a text"),
    "pack-one-table": Sentence("“slogan” is one table, not a list of tables", "Write [[slogan]], in two brackets"),
    "pack-slogan-table": Sentence("{value} is not a table", "Write [[slogan]] and the keys below it"),
    "pack-table": Sentence("{value} is not a table", "Write [pack] and the keys below it"),
    "pack-reserved": Sentence("a pack cannot be called “{pack}”: the program's own catalog is", "Rename the file"),
    "pack-unknown": Sentence("there is no slogan pack “{pack}”"),
    "slogan-no-id": Sentence("the slogan has no id", 'Add id = "…"'),
    "slogan-no-text": Sentence("the slogan has no text", 'Add text = "…"'),
    "slogan-no-original": Sentence(
        "“{key}” belongs to an original, and there is none", 'Add original = "…", or take “{key}” out'
    ),
    "slogan-text-and-original": Sentence(
        "the slogan has a text and an original", "Write “meaning” for what the original means, or take one out"
    ),
    "slogan-no-meaning": Sentence(
        "the original has no meaning", 'Add meaning = "…": what it means, in the language of the pack'
    ),
    "slogan-no-original-language": Sentence("the original does not say its language", 'Add language = "…"'),
    "caution-no-place": Sentence(
        "the caution does not say where it holds", 'Add place = "…": the code of a country, or several'
    ),
    "caution-place": Sentence(
        "“{territory}” is no country", "Write its code of two capital letters, as RU for Russia (ISO 3166)"
    ),
    "caution-no-text": Sentence("the caution has no text", 'Add text = "…"'),
    "caution-no-source": Sentence("the caution has no source", 'Add source = "…": who reports it'),
    "caution-no-date": Sentence("the caution has no date", 'Add date = "…": the year, month or day of the source'),
    "caution-date": Sentence("“{text}” is no date", "Write the year, the month or the day: 2024, 2024-05, 2024-05-31"),
    "caution-one-table": Sentence("“caution” is one table, not a list", "Write [[slogan.caution]], in two brackets"),
    "breaks-line": Sentence("“{line}” is no correction", "Write “pack/id: these words / those words”"),
    "breaks-source": Sentence(
        "“{slogan}” is in the pack's own words, which no catalog holds", "Break its lines in the pack, with \\n"
    ),
    "breaks-other-words": Sentence(
        "“{given}” are not the words of “{slogan}”", "Put only strokes between its words: {text}"
    ),
    "message-cautions-elsewhere": note(
        "there are cautions for {places:list}", "Read them before you go there: placards list cautions"
    ),
    "message-caution": warning("{places:list}: {text} ({source}, {date})", "Think before you carry these words there"),
    "slogan-empty": Sentence("the {name} is empty", "Write it, or take the slogan out"),
    "slogan-id": Sentence(
        "the id “{id}” has characters that an id cannot have: {characters}", "Use small letters a-z, digits and hyphens"
    ),
    "slogan-long": Sentence(
        "the text has {length} characters, more than {limit}", "Shorten it to what a passer-by can read"
    ),
    "slogan-character": Sentence("character {number} is a control character ({character})", "Take it out"),
    "slogan-tab": Sentence("character {number} is a control character ({character})", "Write a space"),
    "slogan-tag": Sentence("“{tag}” is no tag", "A tag is one word, without spaces, commas or slashes"),
    "slogan-tags": Sentence("{value} is not a list of texts", 'Write tags = ["short", "chant"]'),
    "slogan-response": Sentence(
        "a call and response has one line only, so that nobody answers",
        "Write each turn on a line of its own, divided by \\n",
    ),
    "slogan-twice": Sentence(
        "the slogans in lines {first} and {line} have the same id “{id}”", "Give one of them another id"
    ),
    "slogan-unknown": Sentence("there is no slogan “{slogan}”"),
    "slogan-unknown-in-pack": Sentence("the pack “{pack}” has no slogan “{slogan}”"),
    "slogan-ambiguous": Sentence("“{slogan}” may be {names:or}", "Write its full name, pack/id"),
    "tag-unknown": Sentence("no slogan has the tag “{tag}”"),
    "tag-unknown-in-pack": Sentence("no slogan in the pack “{pack}” has the tag “{tag}”"),
    # Catalogs: the PO file.
    "catalog-utf16": Sentence("the file is UTF-16", "Save it as UTF-8"),
    "catalog-charset": Sentence("“{charset}” is no charset", "Save the file as UTF-8 and say charset=UTF-8"),
    "catalog-decoding": Sentence(
        "not {charset} text, which its header promises", "Save the file as UTF-8 and say charset=UTF-8"
    ),
    "catalog-encoding": Sentence(
        "the file is in {charset}, which has no “{character}”", "Save the file as UTF-8 and say charset=UTF-8"
    ),
    "catalog-plural": Sentence("“{word}”: slogans have no plural forms", "Give the entry one msgid and one msgstr"),
    "catalog-keyword": Sentence("“{word}” is no keyword of a PO file"),
    "catalog-no-text": Sentence("“{word}” has no text in quotes", 'Write {word} "…"'),
    "catalog-escape": Sentence("“{escape}” is no escape of a PO file", "Write \\\\ for one backslash"),
    "catalog-open-quote": Sentence("the closing quote is missing", 'End the line with "'),
    "catalog-inner-quote": Sentence("a quote stands inside the text", 'Write “…” or \\" for quotes within the text'),
    "catalog-comment": Sentence("a comment stands between msgid and msgstr", "Move it above the entry"),
    "catalog-half-obsolete": Sentence("only a part of the entry is marked #~", "Mark all of its lines or none"),
    "catalog-stray-text": Sentence("this text belongs to no entry", "Write msgid or msgstr before it"),
    "catalog-order": Sentence("“{word}” stands after “{previous}”", "Write {wanted} there"),
    "catalog-order-start": Sentence("“{word}” stands at the start of an entry", "Write {wanted} there"),
    "catalog-ends": Sentence("the file ends in the middle of an entry", "Add its {wanted}"),
    "catalog-empty-msgid": Sentence("the entry “{entry}” has an empty msgid", "Write the pack's text there"),
    "catalog-twice": Sentence("the entry “{entry}” is in line {first} already", "Keep one of the two"),
    "catalog-header-twice": Sentence("the header is in line {first} already", "Keep one of the two"),
    "catalog-header-late": Sentence('msgid "" stands after other entries', "Move the header to the top"),
    # Folders of languages.
    "language-folder": Sentence(
        "the folder's name “{name}” is not a language tag", "Name it by a tag such as ur, pt_BR or zh_Hant"
    ),
    # Work on catalogs.
    "desk-no-catalog": Sentence(
        "there is no catalog of “{language}” in {folder}", "Start one with “placards catalog init {language}”"
    ),
    "desk-no-file": Sentence("a pack or a layout can be read from a file only", "Save it first"),
    "desk-command-unknown": Sentence("there is no command “catalog {name}”"),
    "desk-date": Sentence("“{text}” is no date", "Write it as 2027-01-31"),
    # Approvals.
    "approval-no-name": Sentence("the name is empty", 'Give the name of the person, as in --by "Amina Yusuf"'),
    "approval-long-name": Sentence("the name has {length} characters, more than {limit}", "Shorten it"),
    "approval-character": Sentence("the name has a control character ({character})", "Take it out"),
    "approval-name": Sentence("“{name}” cannot stand in an approval", "Give the plain name"),
    "approval-future": Sentence(
        "{date} is yet to come: nobody can have read the texts then", "Give the day on which they were read"
    ),
    "approval-past": Sentence("{date} lies before there were catalogs", "Give the day on which the texts were read"),
    "approval-source": Sentence(
        "the pack “{pack}” is written in {language}: there is no translation to approve",
        "Name another language or pack",
    ),
    "approval-stale": Sentence(
        "“{slogan}” was translated from another text than the pack's",
        "Run “placards catalog update”, look at it again, then approve it",
    ),
    "approval-untranslated": Sentence("“{slogan}” has no translation", "Translate it first"),
    "approval-fuzzy": Sentence("“{slogan}” is fuzzy (“{text}”)", "If it is right, approve it with --unfuzzy"),
    "approval-nothing": Sentence(
        "there is no translation in {language} to approve", "See “placards catalog status {language}”"
    ),
    # Sheets for readers, and their answers.
    "sheet-suffix": Sentence("a sheet cannot be written as “{file}”", "Name it .pdf to print it, .html to fill it in"),
    "sheet-address": Sentence(
        "“{text}” is no address for answers", "Write a mail address, or a page's that begins with https://"
    ),
    "sheet-nothing": Sentence(
        "there is no translation in {language} to show", "See “placards catalog status {language}”"
    ),
    "sheet-nothing-open": Sentence(
        "there is nothing in {language} that waits for a reader", "With --all the sheet shows what is approved, too"
    ),
    "answers-sheet": Sentence(
        "this is the sheet, not the answers",
        "Take the file that the page saves, which ends with -answers.po, or type the answers from the paper into one",
    ),
    "answers-no-reader": Sentence(
        "the answers do not say whose they are", 'Add the line "X-Placards-Reader: NAME\\n" to the header'
    ),
    "answers-no-date": Sentence(
        "the answers do not say when the texts were read",
        'Add the line "X-Placards-Date: 2027-01-31\\n" to the header',
    ),
    "answers-no-language": Sentence(
        "the answers do not say their language", 'Add the line "Language: ur\\n", or the tag of yours, to the header'
    ),
    "answers-none": Sentence(
        "there is no answer in the file", "Answer a message of the sheet, and save the file again"
    ),
    "answers-no-answer": Sentence(
        "the entry does not say what the reader found", "Add “# Answer: right”, “corrected” or “unsure” above it"
    ),
    "answers-word": Sentence("“{word}” is no answer", "Write right, corrected or unsure"),
    "answers-remark-long": Sentence(
        "the remark has {length} characters, more than {limit}", "Shorten it to what the next translator needs"
    ),
    "answers-control": Sentence("the text has a control character", "Write a space"),
    "answers-context": Sentence("“{name}” names no message", "Write msgctxt as on the sheet: pack/id"),
    "answers-source": Sentence(
        "the pack's text of “{slogan}” was edited since: “{source}”", "Show the reader a new sheet"
    ),
    "answers-twice": Sentence("“{slogan}” is answered twice", "Keep one of the two answers"),
    "answers-empty": Sentence("the answer to “{slogan}” has no text", "Write msgstr as the reader wants it"),
    "answers-right-other": Sentence(
        "“{slogan}” is said to be right, and the catalog has another text now: “{text}”",
        "Show the reader a new sheet; or answer “corrected”, if the reader has changed it",
    ),
    "answers-no-was": Sentence(
        "the correction of “{slogan}” does not say of what", "Add “# Was: …” with the text on the sheet"
    ),
    "answers-not-corrected": Sentence(
        "the correction of “{slogan}” is the text that was on the sheet",
        "Write msgstr as the reader wants it, or answer “right”",
    ),
    "answers-outdated": Sentence(
        "“{slogan}” was edited since the sheet was made: “{text}”", "Show the reader a new sheet"
    ),
    "answers-official": Sentence(
        "“{slogan}” has the words that {source} published, which no reader changes",
        "Write to the publisher, or translate it anew beside it",
    ),
    # What a proof-reader says, in English: a note on a text in another language.
    "proof-error": Sentence("{finding}", "{advice}"),
    "proof-warning": warning("{finding}", "{advice}"),
    "proof-note": note("{finding}", "{advice}"),
}

REMEDIES = {
    "check-path": "Check --path",
    "did-you-mean-or-broken": "Did you mean {near:or}? It may be in {broken:list}, which cannot be read",
    "perhaps-broken": "It may be in {broken:list}, which cannot be read",
}
