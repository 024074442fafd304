'''A translation becomes findings, such as a native proof-reader would write in the margin.

To add a lint, put a module into this package (any name; it is found by itself) and write a function into it::

    from placards.messages.proof.finding import Finding
    from placards.messages.proof.lints.registry import lint
    from placards.problems.diagnostic import Severity

    @lint("spanish-question", "Spanish opens a question with ¿, so that the reader knows before the end.")
    def opening_question(text: str, language: str, source: str) -> Iterator[Finding]:
        """Questions without ¿."""
        if language.split("-")[0] == "es" and text.endswith("?") and "¿" not in text:
            yield Finding(Severity.ERROR, "spanish-question", "the question has no ¿", "Write ¿ before it", "¿" + text)

- *text* is the msgstr, with its line breaks; *language* a canonical tag (use ``placards.locale.language.script_of`` and
  ``fallbacks``); *source* the pack's text.
- The decorator names the rule and explains it to people; a finding uses the same name.
- Severity: ``ERROR`` where the text is certainly wrong (CI fails), ``WARNING`` where somebody should look, ``NOTE``
  where it is only worth knowing.
- The last value, *fix*, is the whole mended text. Give it only where no reader could object: ``--fix`` writes it.
  Several lints may mend one text; each sees what the ones before it left.
- A lint must be quick, know no file but this package's data, and yield nothing for a language that it does not know.
- Give it a right and a wrong example in ``tests/messages/test_lints.py``; the test fails for a rule without.
'''
