"""What can be wrong with QR codes."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "qr-colors": Sentence(
        "the QR code's colours cannot be scanned", "Choose a dark colour for its modules on a light ground"
    ),
    "qr-link-long": Sentence("the link is too long for a QR code", "Use a shorter link"),
}
