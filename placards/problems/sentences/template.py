"""What can be wrong with layouts, their elements, and what they make of a job."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    # Values that people write in layout.toml.
    "length-expected": Sentence("{value} is not a length", 'Write a text with a unit, such as "12mm" or "5%"'),
    "length-not-positive": Sentence("{length} is not more than nothing", "Write a length above 0"),
    "length-negative": Sentence("{length} is less than nothing", "Write 0 or more"),
    "condition-expected": Sentence("a condition is a text", "Write it as “aspect >= 2”"),
    "condition-wrong": Sentence(
        "“{text}” is not a condition", "Write it as “aspect >= 2”, with “and” between terms; names: {names:list}"
    ),
    "sides-contradict": Sentence("{names:and} contradict each other", "Give two of the three"),
    "least-unused": Sentence("least means something for art, shapes and grounds", "Leave it out"),
    "ways-contradict": Sentence("{names:and} are different ways to set lines", "Give one of them"),
    "sizes-crossed": Sentence("min_size {low} is more than max_size {high}", "Exchange them"),
    "polygon-points": Sentence(
        "a polygon needs at least three points, other shapes none", 'Write points = [["0%", "0%"], …]'
    ),
    "color-expected": Sentence(
        "this is not a colour", 'Write "#rrggbb" or {{ rgb = "#rrggbb", cmyk = [c, m, y, k], spot = "name" }}'
    ),
    "color-key": Sentence("a colour has no key “{key}”", "Its keys: rgb, cmyk, spot"),
    "color-cmyk": Sentence("cmyk is not four numbers from 0 to 100", "Write it as cmyk = [0, 90, 100, 5]"),
    "color-spot": Sentence(
        "{value} is not the name of a spot colour", 'Write it in quotation marks, as spot = "PANTONE 032 C"'
    ),
    "color-spot-reserved": Sentence(
        "“{name}” is no spot colour: files for printers mean something else by it", "Give the ink another name"
    ),
    "cells-facing-rows": Sentence("cells that face each other need an even number of rows", "Write rows = 2"),
    "cells-marks-colour": Sentence(
        "marks and their colour go together", 'Give marks = "cut" (or "fold") and line = "ink"'
    ),
    "emphasis-without-manner": Sentence(
        "this says nothing of how emphasised words look", "Give fill, weight, size, box or underline"
    ),
    # Elements and variants.
    "element-type-missing": Sentence("this element has no “type”", "Add one of {names:or}"),
    "element-type-unknown": Sentence("there is no element of the type “{name}”"),
    "element-id-taken": Sentence("the id “{id}” is taken", "Give it another"),
    "element-not-before": Sentence("“{key}” names “{name}”, which does not stand before it"),
    "element-not-after": Sentence("“{key}” names “{name}”, which does not stand after it"),
    "element-unknown": Sentence("there is no element “{name}”"),
    "change-of-identity": Sentence(
        "a variant cannot change the “{key}” of an element", "Hide the element, and add another with a “when”"
    ),
    "color-not-in-palettes": Sentence("the colour “{name}” is not in every palette"),
    "art-linked": Sentence(
        "“{name}” is no file of the layout's folder (a folder, a device, or a link that leads out)",
        "Put a copy of the picture itself beside layout.toml",
    ),
    "art-missing": Sentence("the picture “{name}” is missing", "Put it beside layout.toml"),
    "art-outside": Sentence("“{name}” lies outside the layout's folder", "Copy it there"),
    # Names.
    "layout-unknown": Sentence("there is no layout “{name}”"),
    "layout-name": Sentence("“{name}” cannot be the name of a layout", "Use small letters a-z, digits and hyphens"),
    "palette-unknown": Sentence("the layout “{layout}” has no palette “{palette}”"),
    # A layout and a job.
    "element-without-room": Sentence(
        "the element “{id}” has no room on {size}", "Make its sides smaller, or add a variant for this shape of sheet"
    ),
    "page-unknown": Sentence("there is no page {page}: the last one is {count}", "Ask for a page that there is"),
    "slot-without-text": Sentence(
        "the layout “{layout}” shows a {show}, and the job has none", "Give it one, or choose another layout"
    ),
    "slot-without-language": Sentence(
        "the layout “{layout}” shows a {show} for language {language}, and the job has none",
        "Give it {language} languages, or choose another layout",
    ),
    "list-empty": Sentence(
        "the layout “{layout}” lists slogans, and the job has none for it", "Name slogans, or choose another layout"
    ),
    "language-not-shown": Sentence(
        "the layout “{layout}” does not show {language}",
        "Choose a layout with a place for each language ({count}), or leave this one out",
    ),
    "slogan-not-shown": Sentence(
        "the layout “{layout}” does not show “{text}”", "Choose a layout that lists slogans, or make a sheet of each"
    ),
    "slogan-behind-title": warning(
        "the layout “{layout}” shows the title in place of “{text}”", "Leave out the title to see it"
    ),
    "detail-not-shown": warning(
        "the layout “{layout}” does not show the {detail} “{text}”", "Choose a layout with a place for it"
    ),
    "emphasis-not-shown": warning(
        "the layout does not show that “{text}” is emphasised",
        "Leave out the marks *, or take another layout",
    ),
    "word-broken": warning("a word is too long for the slot and was broken between letters"),
    "wall-without": warning("{sentence}"),
    "link-shortened": warning(
        "the address is too long to be printed; only “{shown}” stands there", "Use a shorter link"
    ),
    "link-not-printed": warning("the address is too long to be printed", "Use a shorter link"),
    "own-text-untranslated": warning("the layout's “{text}” is not translated: it stands there in English"),
    # placards check.
    "size-declared-unknown": Sentence("“{size}” is not a size"),
    "role-unknown": Sentence("“{name}” is no role of letters, and no family is called so"),
    "picture-coarse": warning(
        "“{file}” has only {ppi:.0f} pixels an inch on {size}", "Use a larger picture, or set it smaller"
    ),
    "contrast-too-low": Sentence(
        "“{fill}” on “{ground}” has a contrast of {ratio:.1f} in the palette “{palette}”: nobody reads it from afar",
        "Make it at least {least:g}",
    ),
    "contrast-low": warning(
        "“{fill}” on “{ground}” has a contrast of {ratio:.1f} in the palette “{palette}”",
        "Small print needs at least {least:g}",
    ),
    "sizes-crossed-here": Sentence(
        "on {size}, min_size is {low:.1f} pt and max_size {high:.1f} pt", "Make min_size the smaller one"
    ),
    "texts-overlap": warning("“{first}” and “{second}” overlap on {size}", "Move them apart"),
    "no-room-on-size": Sentence("“{id}” has no room on {size}", "Make its sides smaller, or add a variant"),
    "colors-for-presses": note(
        "cmyk and spot values ({names:list}) are used by press profiles only; other files have rgb"
    ),
}

REMEDIES = {
    "color-to-name": "Give it a name in a table [colors], as mine = “{name}”, and write that name here",
}
