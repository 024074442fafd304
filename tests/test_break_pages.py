"""A page of breaks shows a sheet twice where its lines changed, once where they did not, and never differs from itself."""

from __future__ import annotations

import io

from PIL import Image

from tools.break_pages import GAP, THUMBNAILS, Row, Setting, index, page


def setting(size: float, *lines: str) -> Setting:
    out = io.BytesIO()
    image = Image.new("RGB", (132, 187), "white")
    image.paste("navy", (20, 20, 20 + 10 * len(lines), 60))
    image.save(out, "PNG")
    return Setting(lines, size, out.getvalue())


def row(name: str, before: Setting, now: Setting) -> Row:
    return Row(name, ((before, now), (before, now)))


def grounds(image: Image.Image) -> int:
    """How many thumbnails stand side by side, by their light grounds in a line of pixels near their foot."""
    height = image.height - GAP - 4
    line = [sum(image.convert("RGB").getpixel((x, height))) > 640 for x in range(image.width)]  # type: ignore[arg-type]
    return sum(here and not before for before, here in zip([False, *line], line, strict=False))


def test_a_sheet_that_changed_is_shown_twice() -> None:
    one, other = setting(100, "No to", "war"), setting(75, "No", "to war", "now")
    assert grounds(page([row("peace/no-to-war", one, other)])) == 4
    assert grounds(page([row("peace/no-to-war", one, one)])) == 2


def test_the_same_settings_make_the_same_page() -> None:
    rows = [row(f"peace/{number}", setting(100, "a", "b"), setting(80, "a b")) for number in range(9)]
    assert page(rows).tobytes() == page(rows).tobytes()
    assert page(rows).height > 2 * THUMBNAILS[0][1]


def test_the_index_has_a_line_for_each_language() -> None:
    text = index({"ja": (58, 156, 78), "th": (112, 156, 78)})
    assert "| [ja](ja.png) | 58 | 156 |" in text
    assert text.count(".png") == 2
