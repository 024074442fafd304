"""Letters on figures stand on both colours: the worst counts, as it looks on paper."""

from __future__ import annotations

import pytest

from placards.template.check import check_layout

from ..compose.support import element, load_picture, loaded

HEAD = (
    'name = "Mine"\nsizes = ["a4"]\n[palettes.day]\npaper = "#ffffff"\nink = "#101010"\nred = "#d81e05"\n'
    'pale = "#fff2c0"\nmiddle = "#777777"\n'
)
FIELD = element("shape", "ground", fill="paper")


def found(*elements: str, fill: str = "ink") -> list[str]:
    text = element("text", "slogan", show="slogan", inside="safe", fill=fill)
    problems = check_layout(loaded(HEAD + "".join(elements) + text), load_picture=load_picture)
    return [problem.code for problem in problems if problem.code != "color-idle"]


@pytest.mark.parametrize("kind", ["rays", "halftone", "dots", "stripes", "checks"])
def test_letters_are_judged_on_both_colours(kind: str) -> None:
    assert found(FIELD, element(kind, "figures", fill="pale")) == []
    assert found(FIELD, element(kind, "figures", fill="ink")) == ["contrast-too-low"]
    # The field below still counts.
    assert found(element("shape", "ground", fill="ink"), element(kind, "figures", fill="pale")) == ["contrast-too-low"]


@pytest.mark.parametrize("kind", ["grain", "texture", "spray", "border", "frame"])
def test_specks_and_edges_do_not_count(kind: str) -> None:
    assert found(FIELD, element(kind, "figures", fill="ink")) == []


def test_figures_beside_the_letters_do_not_count() -> None:
    aside = element("stripes", "figures", fill="ink", bottom="0", height="3mm")
    assert found(FIELD, aside) == []


def test_a_field_over_the_figures_is_all_that_counts() -> None:
    assert found(FIELD, element("dots", "figures", fill="ink"), element("shape", "plate", fill="pale")) == []


def test_what_is_let_through_is_judged_as_it_looks() -> None:
    assert found(FIELD, element("stripes", "figures", fill="ink", opacity=0.1)) == []
    assert found(FIELD, element("stripes", "figures", fill="ink", opacity=0.8)) == ["contrast-too-low"]
    assert found(FIELD, element("shape", "veil", fill="ink", opacity=0.1)) == []
    assert found(FIELD, element("shape", "veil", fill="ink", opacity=0.9)) == ["contrast-too-low"]


def test_every_colour_of_a_gradient_counts() -> None:
    veil = element("shape", "ground", gradient="@")
    assert found(veil.replace('"@"', '{ colors = ["paper", "pale"] }')) == []
    assert found(veil.replace('"@"', '{ colors = ["paper", "ink"] }')) == ["contrast-too-low"]


def test_a_frame_hides_nothing() -> None:
    assert found(element("shape", "ground", fill="ink"), element("shape", "rule", stroke="paper")) == [
        "contrast-too-low"
    ]
    assert found(FIELD, element("shape", "rule", stroke="ink")) == []


def test_red_rays_on_white_are_a_flag() -> None:
    rays = element("rays", "figures", fill="red")
    assert "rays-like-flag" in found(FIELD, rays, fill="ink")
    assert "rays-like-flag" not in found(FIELD, element("rays", "figures", fill="pale"))
    assert "rays-like-flag" not in found(element("shape", "ground", fill="middle"), rays)
