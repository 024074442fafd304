"""What is said of images for networks: how they were packed, and what stands beside them."""

from placards.problems.sentence import Sentence, note

SENTENCES = {
    "image-packed": note("at {size:,} bytes this image is over the limit of {limit:,} for this size: packed as {how}"),
    "image-heavy": Sentence(
        "this {kind} has {size:,} bytes, and more than the {limit:,} that may be uploaded at this size",
        "Write a .jpg, or choose a smaller photograph",
    ),
    "alt-untranslated": note(
        "the layout's description “{text}” is not translated into {language}: the text beside the image leaves it out"
    ),
}
