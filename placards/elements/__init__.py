'''A kind of thing that layouts place becomes one module: what a layout may say of it, and how it comes onto the sheet.

To add a kind, put a module into this package (any name; it is found by itself) and write a class into it::

    from placards.elements.base import Element, Reference
    from placards.elements.page import Page
    from placards.elements.registry import element

    @element
    class Dot(Element):
        """A round spot of a colour."""

        type: Literal["dot"]
        fill: str = "ink"

        def refers(self) -> Iterator[Reference]:
            yield Reference("color", self.fill, ("fill",))

        def place(self, page: Page) -> Iterator[Item]:
            yield FillPath(Path.ellipse(page.box(self)), page.colors[self.fill])

- The fields are the keys that a layout may write; ``type`` names the kind. Field types of `placards.elements.fields`
  read lengths, conditions and names. The class's docstring is its documentation: one paragraph, for designers.
- ``refers`` names what must exist: colours of every palette, pictures beside layout.toml, roles of fonts, other
  elements. Elements that a variant changes go through the same checks.
- ``place`` yields Scene items. Boxes come from ``page.box(self)`` (or ``page.slot(self)`` where nothing is drawn). What
  a person gave and the element shows it tells ``page.shown``, so that what nobody shows can be said.
- ``check`` looks at the element on a sheet, for ``placards check``; ``shows`` says what of a job it can show;
  ``divide`` lets it go on on further pages. All three are rarely needed.
- What drawing needs is imported where it is needed: a list of layouts needs no text engine.
- Give it a test in ``tests/elements`` and a row in ``templates/layouts/README.md``.
'''
