"""What can be wrong with files, folders and bundles."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "file-missing": Sentence("there is no such file", "Check the name"),
    "file-unreadable": Sentence("cannot be read ({reason})", "Check its permissions"),
    "file-large": Sentence("the file has {size:,} bytes, more than {limit:,}", "Give a smaller one"),
    "file-is-folder": Sentence("is a folder, not a file", "Name the file in it"),
    "file-not-ordinary": Sentence("is no ordinary file", "Give a file, not a pipe or a device"),
    "file-name-outside": Sentence("“{name}” leaves the folder", "Write a name inside it, with slashes"),
    "folder-missing": Sentence("there is no such folder", "Check the name"),
    "folder-unreadable": Sentence("cannot be read ({reason})", "Check its permissions"),
    "bundle-damaged": Sentence("the bundle is damaged, or no zip file", "Make it again"),
    "bundle-large": Sentence(
        "the bundle unpacks to more than {limit:,} bytes", "Leave out what the campaign does not use"
    ),
}
