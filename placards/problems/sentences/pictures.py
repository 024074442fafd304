"""What can be wrong with a job's own pictures and with the slots that it fills."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    # Pictures
    "picture-missing": Sentence(
        "there is no picture “{name}”",
        "Check the name; a picture lies in the campaign's folder, or in one that it names, and no link leads out of it",
    ),
    "picture-not-given": Sentence(
        "the layout “{layout}” shows a {show}, and the job has none",
        "Give one, as with --photo, --portrait or --logo FILE, or choose another layout",
    ),
    "items-not-given": Sentence(
        "the layout “{layout}” is nothing without {show}, and the job has none",
        "Give them, a line each, as with --set {show}=…, or choose another layout",
    ),
    "picture-not-shown": warning(
        "the layout “{layout}” does not show the {picture}", "Choose a layout with a place for it"
    ),
    "picture-words-alone": Sentence(
        "“{what}” is given, and there is no photograph to apply it to", "Give one with --photo or --portrait"
    ),
    "picture-logos": Sentence("there are {count} logos, and a sheet has two at most", "Leave the others out"),
    "focus-wrong": Sentence(
        "“{text}” is not a point of the picture", "Write it from the left and from the top, as 40%,30%"
    ),
    "photo-coarse": warning(
        "the {show} has only {ppi:.0f} pixels an inch on {size}: it will be seen as blocks",
        "Use a picture that is {needed:,} pixels wide, not {across:,}, or a smaller sheet",
    ),
    "photo-resolution": note("the {show} has {ppi:.0f} pixels an inch on {size}"),
    "photo-blurred": warning(
        "the {show} is {across:,} pixels wide and fills {shown:,} of {size}: it will be blurred", "Use a larger picture"
    ),
    "photo-contrast": warning(
        "“{slot}” stands on the picture with a contrast of {ratio:.1f}, and needs {least:g}",
        "Choose a calmer or darker picture, or “darken = true” in the layout",
    ),
    "photo-without-alt": note(
        "nothing says what the {show} shows to those who cannot see it", "Say it, as with --photo-alt"
    ),
    "logo-without-alt": note("nothing says whose the {show} is to those who cannot see it", "Name the organiser"),
    "percent-expected": Sentence("{value} is not a part of a whole", 'Write a text from "0%" to "100%"'),
    "credit-nothing": note("nothing on the sheet names who made it, so that no credit is printed"),
    # Slots
    "fit-items": Sentence(
        "{count} items do not fit at {least:.1f} pt", "Shorten them, give fewer, or choose a larger sheet"
    ),
    "slot-unknown": Sentence("there is no slot “{name}”", "See “placards list slots”"),
    "slot-elsewhere": Sentence(
        "“{name}” is not given there",
        "It has a key, and an option, of its own: {option}; see “placards list slots”",
    ),
    "slot-one-text": Sentence("{name} is one text, and a list was given", "Write one text in quotation marks"),
    "slot-twice": Sentence("{name} is given twice", "Give it once"),
    "slot-empty": Sentence("{name} is empty", "Write it, or leave it out"),
    "slot-assignment": Sentence("“{text}” gives no slot a text", 'Write --set "quote=…", or "quote@ar=…"'),
}

REMEDIES = {
    "layout-here": "Add “--path .”: there is one in the folder “layouts” here",
    "layouts-that-show": "Choose a layout with a place for it: {names:list}",
}
