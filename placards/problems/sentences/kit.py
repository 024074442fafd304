"""What the designer's kit says: layouts that are started, checked, previewed and shown."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "kit-no-layout": Sentence("there is no layout.toml", "Name a layout, or its folder"),
    "kit-no-layouts": Sentence("there are no layouts in this folder", "Start one: placards layout new NAME"),
    "kit-preview-suffix": Sentence(
        "“{file}” is no kind of file that a preview has", "End it with .html, .png, .webp, .jpg, .pdf or .svg"
    ),
    "kit-no-slogan": Sentence("no slogan is translated into {languages:and}", "Name other languages"),
    "kit-layout-exists": Sentence("this is there already, and is not overwritten", "Choose another name"),
    "kit-name-shipped": warning(
        "a shipped layout is called “{name}” too: with --path, yours takes its place", "Choose a name of its own"
    ),
    "kit-gallery-suffix": Sentence(
        "“{file}” is neither a folder nor a file that a gallery has",
        "Name a folder, or a file that ends with .pdf or .png",
    ),
    "kit-gallery-format": Sentence(
        "a gallery as {format} cannot be “{file}”", "Leave out --format: the name says what it shall be"
    ),
    # What can never be seen.
    "element-never": warning("“{id}” is never shown: its condition cannot hold", "Mend its “when”, or take it out"),
    "color-idle": note("nothing has the colour “{name}”", "Use it, or take it out"),
    "text-hidden": Sentence(
        "“{id}” is hidden on {size}: “{by}” is drawn over all of it", "Move “{by}” up: what comes first lies below"
    ),
    "layout-mute": warning(
        "no element shows what is to be said, so that nobody can make anything with it",
        'Add one of type "text", with show = "slogan"',
    ),
    # What cannot stand.
    "element-in-itself": Sentence("“{id}” stands inside itself", "Name another element, “sheet” or “safe”"),
    "elements-in-circle": Sentence("{names:and} stand inside each other", "Let one of them stand inside “sheet”"),
    "element-after": Sentence(
        "“{key}” names “{name}”, which stands after it", "Move “{name}” up: elements are placed in their order"
    ),
    # Texts that are tried.
    "kit-slot-small": Sentence(
        "on {size}, “{slot}” is too small for the {slogan} message in {languages:and}: {why}",
        "Give it more room, a smaller min_size, or more lines",
    ),
    "kit-slot-found": warning("on {size}, with the {slogan} message in {languages:and}: {why}"),
}
