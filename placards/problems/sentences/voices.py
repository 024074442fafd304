"""What can be wrong with several languages side by side."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "voices-grounds-gathered": Sentence(
        'strips with grounds fill their box, and valign = "{valign}" gathers them', "Take valign or grounds away"
    ),
}
