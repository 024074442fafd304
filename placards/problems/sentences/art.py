"""What can be wrong with vector art: SVG files, pieces by name."""

from placards.problems.sentence import Sentence, warning

_SAVE = "Open it in a drawing program and save it as “plain SVG”"

SENTENCES = {
    "svg-unreadable": Sentence("this is no SVG that can be read: {reason}", _SAVE),
    "svg-other-kind": Sentence(
        "this is {kind}, and not SVG", "Give its name the right ending and show it as a picture, or save it as SVG"
    ),
    "svg-packed": Sentence("this SVG is compressed", "Save it as plain .svg, not as .svgz"),
    "svg-heavy": Sentence(
        "the drawing takes too much work or memory", "Simplify it: join paths, take out what nobody sees"
    ),
    "svg-deep": Sentence("the drawing has groups in groups in groups, too deep", "Ungroup it and save it again"),
    "svg-empty": Sentence("the drawing shows nothing", "Give one with outlines that are painted"),
    "svg-text": Sentence(
        "the drawing has text that is no outline: “{text}”", "Convert the text to paths, and save it again"
    ),
    "svg-external": Sentence(
        "the drawing takes {what} from “{link}”, and no other file is read", "Embed it in the file"
    ),
    "svg-part-missing": warning(
        "the drawing refers to “#{name}”, which is not in it: what is painted with it is not shown",
        "Paint it anew in a drawing program",
    ),
    "svg-picture": Sentence(
        "the drawing has a picture that is not in the file, or that cannot be read", "Embed it as PNG or JPEG"
    ),
    "svg-nested": Sentence("the drawing has another SVG as a picture in it", "Paste its outlines instead"),
    "svg-foreign": Sentence("the drawing has HTML in it (foreignObject)", "Replace it by outlines"),
    "svg-mask": Sentence(
        "the drawing has a mask, which cannot be drawn", "Replace it by a clipping path, or by flat shapes"
    ),
    "svg-filter": Sentence(
        "the drawing has a filter (a shadow, a blur), which cannot be drawn",
        "Take the effect off, or draw it as shapes",
    ),
    "svg-pattern": Sentence(
        "the drawing is filled with a pattern, which cannot be drawn", "Expand the pattern into shapes"
    ),
    "svg-blend": Sentence(
        "the drawing blends colours (multiply, screen, …), which cannot be drawn", "Set the mode to “normal”"
    ),
    "svg-clip": Sentence(
        "the drawing has a clipping path of several shapes that cannot be drawn", "Join them to one shape"
    ),
    "svg-focus": Sentence(
        "the drawing has a radial gradient that repeats around a focus", "Let the gradient end: “pad”"
    ),
    "svg-rounds": Sentence("the drawing has a gradient that repeats more than {limit} times", "Draw it as shapes"),
    "svg-unknown": Sentence("the drawing has {what}, which cannot be drawn", _SAVE),
    "svg-css": warning(
        "a rule of the drawing's style sheet does not count: {what}", "Look whether its colours are right"
    ),
    "svg-skipped": warning("something of the drawing was left out: {what}", "Look whether it is right"),
    "svg-script": warning("the drawing has a script, which never runs here", "Take it out, or draw what it would do"),
    "svg-moving": warning("the drawing moves; what is shown is how it begins"),
    "art-unknown": Sentence("there is no art called “{name}”"),
    "art-not-shown": warning(
        "the layout “{layout}” does not show the art “{name}”", "Choose a layout that leaves a choice of art"
    ),
    "art-or-file": Sentence("give either art or file", 'Write art = "peace/dove", or file = "drawing.svg"'),
    "art-choose-file": Sentence(
        "a file leaves no choice", "Name a piece in art, which is shown where the job has none"
    ),
    "art-recolor-piece": Sentence("recolor is for files: a piece is painted in fills", "Write fills in its place"),
    "art-nowhere": Sentence("there is no art to choose from here"),
    "art-faint": warning(
        "“{fill}” on “{ground}” has a contrast of {ratio:.1f} in the palette “{palette}”: the art hardly shows",
        "Make it at least {least:g}",
    ),
    "cli-credits-of-one": Sentence("give pieces of art, a layout or a campaign, and only one of them"),
    "art-table": Sentence("“{name}” is no table of a piece of art", 'Begin it with ["{name}"]'),
}
