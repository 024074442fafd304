"""What a customer checks before a press begins: the cut, the bleed, the finishing; and what to ask a print shop."""
