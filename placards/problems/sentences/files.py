"""What can be wrong with files, folders, bundles, and with what people write in TOML."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "file-missing": Sentence("there is no such file", "Check the name"),
    "file-unreadable": Sentence("cannot be read ({reason})", "Check its permissions"),
    "file-large": Sentence("the file has {size:,} bytes, more than {limit:,}", "Give a smaller one"),
    "file-is-folder": Sentence("is a folder, not a file", "Name the file in it"),
    "file-not-ordinary": Sentence("is no ordinary file", "Give a file, not a pipe or a device"),
    "file-name-outside": Sentence("“{name}” leaves the folder", "Write a name inside it, with slashes"),
    "file-linked-outside": Sentence("is a link that leaves its folder", "Put the file itself there"),
    "folder-missing": Sentence("there is no such folder", "Check the name"),
    "folder-is-file": Sentence("is not a folder", "Check the name"),
    "folder-unreadable": Sentence("cannot be read ({reason})", "Check its permissions"),
    "bundle-damaged": Sentence("the bundle is damaged, or no zip file", "Make it again"),
    "bundle-large": Sentence(
        "the bundle unpacks to more than {limit:,} bytes", "Leave out what the campaign does not use"
    ),
    "shipped-missing": Sentence("the shipped {name} are missing", "Install placards again"),
    # TOML itself.
    "toml-invalid": Sentence("not valid TOML: {reason}", "Look at this line and the one before it"),
    "toml-charset": Sentence("not UTF-8 text", "Save the file as UTF-8"),
    "toml-deep": Sentence("tables are nested too deeply", "Write them side by side"),
    "toml-number": Sentence("{value} is no number that means anything here", "Write an ordinary one"),
    # What is written in it.
    "key-unknown": Sentence("unknown key “{name}”"),
    "key-missing": Sentence("the key “{name}” is missing", "Add it"),
    "value-text": Sentence("{value} is not a text", "Put it in quotation marks"),
    "value-name": Sentence("{value} cannot be a name here", "Use small letters a-z, digits and hyphens"),
    "value-bool": Sentence("{value} is neither true nor false", "Write true or false, without quotes"),
    "value-list": Sentence("{value} is not a list", 'Write it in brackets, as ["one", "two"]'),
    "value-list-short": Sentence("the list is empty", "Put at least {least} into it"),
    "value-list-long": Sentence("the list is too long", "Keep at most {most}"),
    "value-text-short": Sentence("the text is too short", "Write at least {least} characters"),
    "value-text-long": Sentence("the text is too long", "Keep at most {most} characters"),
    "value-table": Sentence(
        "{value} is not a table", "Write its keys below a header in brackets, or {{ key = … }} in one line"
    ),
    "value-number": Sentence("{value} is not a number", "Write digits, without quotes and unit"),
    "value-whole": Sentence("{value} is not a whole number", "Write digits, without quotes and unit"),
    "value-not-above": Sentence("{value} is too small", "Write more than {least}"),
    "value-small": Sentence("{value} is too small", "Write at least {least}"),
    "value-large": Sentence("{value} is too large", "Write at most {most}"),
    "value-date": Sentence("{value} is not a date", "Write it without quotes, as 2027-04-14"),
    "value-time": Sentence("{value} is not a time", "Write it without quotes, as 16:30:00"),
    "value-choice": Sentence("{value} is not possible here", "Use {expected}"),
    "value-type": Sentence("this needs a known “type”", "Use one of {expected}"),
    "value-wrong": Sentence("{reason} (got {value})"),
}

REMEDIES = {
    "key-in-table": "Write it in the table “{table}”, as {table} = {{ {name} = … }}",
    "known-keys": "Its keys: {known:list}",
}
