"""What can be wrong with a text, and what was mended in it."""

from placards.problems.sentence import Sentence, warning

_AT = "character {number} of the text, {code_point}, is "

SENTENCES = {
    "text-empty": Sentence("the text is empty", "Give it at least one letter"),
    "text-long": Sentence(
        "the text has {length:,} characters, more than {limit:,}",
        "Shorten it, or split it over several artefacts",
    ),
    "text-control": Sentence(_AT + "a control character", "Delete it"),
    "text-surrogate": Sentence(_AT + "half of a surrogate pair", "Copy the text again from its source, as UTF-8"),
    "text-noncharacter": Sentence(_AT + "no character (Unicode reserves it)", "Delete it"),
    "text-unreadable": Sentence(
        _AT + "what a program leaves for a character it could not read", "Save the file as UTF-8 and copy it again"
    ),
    "text-object": Sentence(_AT + "a mark for embedded objects or notes", "Delete it"),
    "text-lone-mark": Sentence(_AT + "a mark without a letter to stand on", "Type its letter before it, or delete it"),
    "text-visual-order": Sentence(
        "the Arabic at character {number} of the text, {code_point}, is in visual order",
        "Type the words again, or take them from a source that does not reverse them",
    ),
    "emphasis-unpaired": Sentence(
        "the mark “*” at character {number} of the text, in “{text}”, has no partner",
        "Write *word* to emphasise a word, or \\* for an asterisk",
    ),
    "emphasis-empty": Sentence(
        "the marks “**” at character {number} of the text, in “{text}”, emphasise nothing",
        "Write *word* to emphasise a word, or \\* for an asterisk",
    ),
    "text-bidi-override": warning(
        "The text had characters that change the order of reading ({code_points}); they were taken out"
    ),
    "text-bidi-isolate": warning(
        "The text had a directional isolate without its partner (U+2066 … U+2069); it was mended"
    ),
    "text-byte-order-mark": warning("The text had a byte order mark (U+FEFF) inside; it was taken out"),
    "text-selector": warning(
        "The text had variation selectors with nothing before them ({code_points}); they were taken out"
    ),
    "text-private-use": warning(
        "The text has private-use characters ({code_points}), which mean something in one font only"
    ),
    "text-mark-on-space": warning(
        "The text has marks over or under a space ({code_points}); look whether a letter is missing before them"
    ),
    "text-tags": warning("The text has invisible tags ({code_points}); they draw nothing"),
    "text-phone-number": warning(
        "Among right-to-left letters the groups of {numbers:list} change places; "
        "put U+2066 before the number and U+2069 after it"
    ),
    "text-turned": warning(
        "Among right-to-left letters {words:and} would be turned round; "
        "put U+2066 before each such word and U+2069 after it"
    ),
    "text-presentation-forms": warning(
        "The text has Arabic letters in fixed shapes ({code_points}); typed anew they join by themselves"
    ),
    "text-no-form": warning("Unicode has no presentation forms for {letters}: their joins will be missing"),
    "text-needs-shaping": warning(
        "Plain text cannot carry the shapes of this script: {scripts:list}. Take the PDF or SVG instead"
    ),
}
