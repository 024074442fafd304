"""What can be wrong with palettes, and with colours and brands that people give."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "palette-missing": Sentence("there is no palette", "Add a table such as [palettes.day], or leave this one out"),
    "palette-role-unknown": Sentence("a palette has no role “{role}”"),
    "palette-role-twice": Sentence("the role “{role}” has two colours", "Give it one"),
    "palette-many": Sentence("a palette is made of {most} colours at most, and these are {count}", "Leave some out"),
    "palette-commas": Sentence("“{text}” is no one colour", "Write commas between them, as “#d81e05,#fff”"),
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
    # brand.toml.
    "brand-colors": Sentence(
        "these are no colours", 'Write one to four, as ["#d81e05", "#fff"], or a table by role, as {{ paper = "#fff" }}'
    ),
    "brand-palettes": Sentence("there are colours and a palette", "Keep one of the two"),
    "brand-fonts": Sentence("fonts are families by role", 'Write them as [fonts], display = "My Face"'),
    "brand-role": Sentence("letters have no role “{role}”"),
    "brand-font": Sentence("there is no font family “{name}”"),
    "brand-palette": Sentence("there is no palette “{name}”"),
    "brand-logo-missing": Sentence("the logo “{name}” is not beside the brand's file"),
    "brand-colors-not-taken": warning(
        "the layout “{layout}” takes no other colours than its own: the brand's do not appear",
        "Choose another layout",
    ),
    "brand-face-not-whole": warning("“{family}” cannot draw all of a text in {language}: another face stands there"),
}

REMEDIES = {
    "palette-known": "Give colours, as “#d81e05,#fff”, or a palette: {known:list}",
}
