"""What can be wrong with a drawing that is to become a layout."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "from-svg-page": Sentence(
        "the drawing does not say how large its page is", "Set the page's width and height in your drawing program"
    ),
    "from-svg-stretched": Sentence(
        "the page stretches the drawing: width and height do not go with the viewBox",
        "Save it with preserveAspectRatio, or with a width and height of the viewBox's proportions",
    ),
    "from-svg-no-slots": Sentence(
        "nothing in the drawing is called after a slot, so no words would come into the layout",
        "Name a text or a rectangle “slogan” (Inkscape: Object Properties, Label; Figma: the layer's name, with "
        "“Include id attribute” on export); “placards list slots” shows what else there is",
    ),
    "from-svg-slot": Sentence("there is no slot called “{name}”", "See “placards list slots”"),
    "from-svg-text": Sentence(
        "“{name}” is a text that marks no slot: “{text}”",
        "Name it after a slot, or “text” to have these words set and translated; or convert it to a path",
    ),
    "from-svg-nothing": warning(
        "“{name}” is called after a slot and is empty, so there is no box for it", "Draw a rectangle of that name"
    ),
    "from-svg-wordless": warning(
        "“{name}” marks words of your own, and has none: it is left out", "Write them, as a text of that name"
    ),
    "from-svg-font": warning(
        "“{name}” is set in “{family}”, which is not among the fonts here; “{role}” stands in for it",
        "Put the font's files into fonts/ and write role = “{family}”, or choose a role (placards list fonts)",
    ),
    "from-svg-weight": warning(
        "“{name}” is set in “{family}” at a weight of {weight}, and the lightest here has {least}: “{role}” stands in "
        "for it",
        "Put the font's files into fonts/ and write role = “{family}”, or choose a role (placards list fonts)",
    ),
    "from-svg-effect": warning(
        "“{name}” has something that a slot cannot take along: {what}",
        "See outline, shadow, highlight, arc and gradients in templates/layouts/README.md, or draw it as art",
    ),
    "from-svg-faint": warning(
        "“{name}” differs too little from what lies under it: a contrast of {ratio:.1f}", "Make it at least {least:g}"
    ),
    "from-svg-exists": Sentence(
        "this is there already, and is not overwritten",
        "Choose another --name; or give --force, which puts in the drawing's new art and keeps layout.toml as it is",
    ),
    "from-svg-over-drawing": Sentence(
        "the layout's own {name} would take the place of your drawing, without its words",
        "Keep the drawing outside of the layout's folder, or under another name",
    ),
    "from-svg-kept-slots": warning(
        "layout.toml stays as it was, and does not show what the drawing has now: {names}",
        "Add these elements to it, or take layout.toml away and run this again",
    ),
    "from-svg-kept-art": warning(
        "layout.toml stays as it was, and does not use the file {name}", "Add an element for it, as for the other art"
    ),
}
