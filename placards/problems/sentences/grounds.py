"""What can be wrong with grounds, shapes, borders and bubbles."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "fill-missing": Sentence("nothing of this would be seen", "Give it a fill, a gradient or a stroke"),
    "fill-and-gradient": Sentence("a fill and a gradient contradict each other", "Give one of the two"),
    "dash-without-stroke": Sentence("dash says how a line is broken, and there is none", "Give it a stroke"),
    "line-without-stroke": Sentence("a line has no area to fill", "Give it a stroke"),
    "shape-key-unused": Sentence(
        "“{key}” means nothing for the shape “{shape}”", "Take it out, or choose another shape: {shapes:or}"
    ),
    "gradient-count": Sentence("a gradient of {count} colours needs {count} numbers in “{name}”"),
    "gradient-of-letters": Sentence(
        "the colours of letters in a gradient cannot let the ground through", "Give the whole element an opacity"
    ),
    "gradient-order": Sentence("the numbers in “at” do not rise", "Sort colours by where they stand, from 0 to 1"),
    "tail-inside": Sentence(
        "the tail ends inside the bubble", 'Let it end outside, as tail = ["25%", "125%"], or choose a shape'
    ),
    "ground-empty": warning("nothing of “{id}” is seen on this sheet", "Make its figures smaller, or darker"),
    "rays-like-flag": warning(
        "red rays on white are the Rising Sun flag, under which many people suffered (palette “{palette}”)",
        "Take two related tints, or another colour",
    ),
}
