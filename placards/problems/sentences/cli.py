"""What can be wrong with the arguments of a command."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "cli-beside-image": Sentence(
        "{option} makes something beside a PDF, and “{suffix}” is none", "Write a .pdf, or leave {option} away"
    ),
    "cli-arguments": Sentence("{message}", "See “{command} --help”"),
    "cli-command-unknown": Sentence("there is no command “{name}”", "See “placards --help”"),
    "cli-group-unknown": Sentence("there is no “placards {group} {name}”", "See “placards {group} --help”"),
    "cli-one-of": Sentence("“{value}” is not a choice for {argument}", "See --help"),
    "cli-twice": Sentence("{option} is given twice, as “{first}” and as “{second}”", "Keep one of them"),
    "cli-memory": Sentence(
        "there is not enough memory", "Close other programs, or choose a smaller size or a lower dpi"
    ),
    "cli-require-draft": Sentence("--require and --draft contradict each other", "Keep one of the two"),
    # make
    "cli-make-nothing": Sentence("give a text or a slogan", 'As in: placards make "Peace now" --lang en -o peace.pdf'),
    "cli-make-texts": Sentence(
        "the number of texts ({count}) is not that of languages ({languages})",
        'Put each message in quotation marks, as "Peace now", and give one for each --lang',
    ),
    "cli-dpi": Sentence("{dpi} dpi is not usable", "Give 30 to 1200"),
    "cli-no-suffix": Sentence("“{file}” has no suffix", "End it with .pdf, .svg, .png, .jpg or .webp"),
    "cli-over-input": Sentence(
        "the artefact would take the place of a file that it is made of", "Give it another name with -o"
    ),
    "cli-all-slogan": Sentence("--lang all needs one --slogan", "Name the slogan that all languages shall show"),
    # check
    "cli-check-kind": Sentence(
        "this is nothing that can be checked", "Give a .toml, .po, .ttf or .otf file, a spreadsheet, or a folder"
    ),
    "cli-check-rule": Sentence("{problem}", "{remedy_text}"),
    "cli-check-preference": Sentence("a preference names “{name}”, which no family is called"),
    "cli-check-font-missing": Sentence("“{family}” lacks its file {file}"),
    "cli-check-font-other": Sentence("{file} is not the file that was listed (checksum)"),
    "cli-check-licence": Sentence("“{family}” lacks its licence {file}"),
    "cli-path-missing": Sentence("there is no such file or folder", "Check the name"),
    # shape
    "cli-shape-nothing": Sentence("give a text or --lines", 'For example: placards shape "سلام" --lang fa --json'),
    "cli-shape-json": Sentence("line {line} is not JSON: {reason}"),
    "cli-shape-object": Sentence("line {line} is no object with a “text”"),
    "cli-shape-keys": Sentence("line {line} has a wrong “lang” or “dir”", "dir is auto, ltr or rtl"),
    "cli-shape-role": Sentence("there is no role or font family “{role}”", "See “placards list fonts”"),
}

REMEDIES = {
    "cli-use": "Use one of {known:list}",
    "cli-near-use": "Did you mean {near:or}? There are {known:list}",
}
