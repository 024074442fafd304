"""What can be wrong with the variables of a campaign."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "variable-name": Sentence(
        "“{name}” can be no name of a variable", "Begin it with a letter; letters, digits, “-” and “_” may follow"
    ),
    "variable-name-taken": Sentence(
        "“{name}” means something in names of files already", "Call the variable otherwise"
    ),
    "variable-assignment": Sentence(
        "“{text}” gives no variable a value", "Write it as city=York, or for one language as city@ur=یارک"
    ),
    "variable-twice": Sentence("the variable “{name}” is given twice", "Give it once"),
    "variable-unknown": Sentence("the campaign has no variable “{name}”"),
    "variables-none": Sentence(
        "the campaign has no variables, so that “{name}” cannot be set",
        "Give it a table [variables], with what it says where nothing is set",
    ),
    "variable-missing": Sentence(
        "there is no variable “{name}”", "Name it in [variables], or write the brace twice to have one"
    ),
    "variable-brace": Sentence("a brace stands alone in “{text}”", "Write it twice to have one"),
    "variable-names-only": Sentence(
        "“{name}” is known in names of files only, for a text is the same on every sheet", "Take it out"
    ),
    "variable-language": Sentence(
        "the variable “{variable}” has no value in {language}",
        "Give it one in [variables], or one in the campaign’s language",
    ),
    "variable-other": warning(
        "the variable “{variable}” is not given in {language}; its value in {shown} stands there",
        "Give it in {language} too",
    ),
    "variable-unused": warning("nothing has the variable “{name}”", "Use it, or take it out"),
}
