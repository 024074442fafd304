"""One poster by Typst in a process of its own; imports nothing else. Arguments: fonts, output, name=value …"""

from __future__ import annotations

import os
import sys

import typst


def main(folder: str, output: str, *given: str) -> None:
    """Fit and write the poster."""
    sources = os.path.join(os.path.dirname(__file__), "typ")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    compiler = typst.Compiler(os.path.join(sources, "bisect.typ"), root=sources, font_paths=fonts)
    compiler.compile(output=output, format="pdf", sys_inputs=dict(pair.split("=", 1) for pair in given))


if __name__ == "__main__":
    main(*sys.argv[1:])
