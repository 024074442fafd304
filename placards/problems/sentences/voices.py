"""What can be wrong with several languages side by side."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "voices-grounds-gathered": Sentence(
        'strips with grounds fill their box, and valign = "{valign}" gathers them', "Take valign or grounds away"
    ),
    "voices-ramp-short": Sentence("a ramp needs two grounds at least", 'Write grounds = ["accent", "deep"]'),
    "voices-slant-alone": Sentence("slanted seams need grounds, in rows", "Take slant away, or give grounds"),
}
