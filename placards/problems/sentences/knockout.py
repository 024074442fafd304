"""What is said of letters that are holes in a plate."""

from __future__ import annotations

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "knockout-contradicts": Sentence(
        "letters that are holes have no colour of their own: {names:and} contradict each other",
        "Give knockout alone, or put the other into a second element",
    ),
    "knockout-in-cells": Sentence(
        "“{id}” has a knockout and stands in “{inside}”, whose cells are copies: through each would be seen what is "
        "under the first",
        "Give it a fill, or stand it on the sheet",
    ),
    "knockout-over-text": warning(
        "the text of “{slot}” lies under letters that are holes, and is not seen through them",
        "Move one of the two, or leave out the knockout",
    ),
}
