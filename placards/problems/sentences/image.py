"""What can be wrong with photographs, logos and other images that a layout places."""

from placards.problems.sentence import Sentence, note, warning

_SCALE_DOWN = "Scale it down: a poster needs no more than 150 pixels per inch"
_WHOLE = "Give a whole PNG, JPEG, WebP or SVG file"

SENTENCES = {
    "image-unusable": Sentence("this is not an image that can be used", _WHOLE),
    "image-other-kind": Sentence(
        "this is {kind}, not an image that can be used", "Save it as PNG, JPEG or WebP, and give that file"
    ),
    "image-damaged": Sentence("the image is damaged or cut short", _WHOLE),
    "image-bomb": Sentence("the image has far too many pixels", _SCALE_DOWN),
    "image-large": Sentence("the image has {width:,} × {height:,} pixels, more than {limit:,}", _SCALE_DOWN),
    "image-large-of-kind": Sentence(
        "the image has {width:,} × {height:,} pixels; of {kind} no more than {limit:,} can be read",
        "Scale it down, or save it as a plain JPEG: a poster needs no more than 150 pixels per inch",
    ),
    "image-memory": Sentence("there is no memory left to read the image", _SCALE_DOWN),
    "image-cmyk": note(
        "the image has the inks of a press (CMYK), which became the colours of a screen",
        "Look whether they are right, or give it in RGB",
    ),
    "image-deep": note(
        "the image has 16 bits for each of its colours, and is shown with 8",
        "Look whether smooth changes of colour have steps",
    ),
    "image-animated": warning("the image has several pictures, and only the first is shown", "Give one without them"),
}
