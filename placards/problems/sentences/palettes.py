"""What can be wrong with palettes, and with colours and brands that people give."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "palette-role-unknown": Sentence("a palette has no role “{role}”"),
    "palette-role-twice": Sentence("the role “{role}” has two colours", "Give it one"),
    "palette-many": Sentence("a palette is made of {most} colours at most, and these are {count}", "Leave some out"),
    "palette-own-colors": Sentence(
        "the layout “{layout}” has colours of its own ({names:list}) and takes no others",
        "Say in its table [colors] what they are made of",
    ),
    "palette-not-accepted": Sentence(
        "the layout “{layout}” takes palettes that are {accepts:or}, and “{palette}” is not", "Choose another"
    ),
    "palette-none": Sentence("there is no palette that the layout “{layout}” takes", "Add a table [palettes.day]"),
    "palette-contrast": Sentence(
        "“{letters}” on “{ground}” has a contrast of {ratio:.2f}", "Make it at least {least:g}"
    ),
    "palette-ink": Sentence("these inks are {total} % together", "Make them {most} % at most, or paper does not dry"),
    "palette-color-faint": warning(
        "{color} has a contrast of {ratio:.1f} on {ground}, too little for “{role}”: that is {used} instead",
        "Give a colour with {least:g} or more",
    ),
    "palette-color-unused": warning("no role is left for {color}: it does not appear", "Give fewer colours"),
    "palette-alias": Sentence("“{value}” is neither a role of shared palettes nor a colour"),
    "palette-accepts": Sentence("no shared palette has the tag “{tag}”"),
    "palette-shared-worst": note(
        "of the shared palettes, “{palette}” has the least contrast here: “{fill}” on “{ground}”, {ratio:.1f}"
    ),
}
