from __future__ import annotations

import re
from dataclasses import astuple
from typing import TYPE_CHECKING

import pytest

from runadvisor.charts import exercise_drawing as module
from runadvisor.charts.exercise_drawing import (
    DARK,
    LIGHT,
    PRINT,
    DrawingColours,
    drawing_shape,
    exercise_drawing,
)

if TYPE_CHECKING:
    from pathlib import Path

LOOKS = {"light": LIGHT, "dark": DARK, "print": PRINT}
EVERY = [f"E{number:02}" for number in range(1, 35)]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("exercise_id", EVERY)
def test_a_drawing_has_the_colours_of_its_ground_and_no_others(
    exercise_id: str, colours: DrawingColours
) -> None:
    used = set(re.findall("#[0-9A-F]{6}", exercise_drawing(exercise_id, colours)))

    assert used <= set(astuple(colours))
    assert {colours.near, colours.shirt, colours.gap} <= used


@pytest.mark.parametrize("colours", LOOKS.values(), ids=LOOKS)
def test_a_colour_stands_for_one_part_only(colours: DrawingColours) -> None:
    assert len(set(astuple(colours))) == len(astuple(colours))


@pytest.mark.parametrize("colours", LOOKS.values(), ids=LOOKS)
def test_body_and_marks_stand_out_from_the_ground(colours: DrawingColours) -> None:
    assert contrast(colours.near, colours.gap) >= 4.5
    assert contrast(colours.guide, colours.gap) >= 4.5
    assert contrast(colours.accent, colours.gap) >= 4.5
    assert contrast(colours.floor, colours.gap) >= 3


def test_a_colour_that_stands_for_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "odd.svg"
    odd.write_text('<svg><path fill="#123456"/></svg>', encoding="utf-8")
    monkeypatch.setattr(module, "asset", lambda *_: odd)

    with pytest.raises(KeyError, match="#123456"):
        exercise_drawing("E01", DARK)


def test_an_exercise_without_a_drawing_is_no_silent_blank() -> None:
    with pytest.raises(FileNotFoundError):
        exercise_drawing("E99")


def test_a_drawing_tells_its_shape() -> None:
    assert drawing_shape('<svg viewBox="0 0 230 92">') == pytest.approx(0.4)
    with pytest.raises(ValueError, match="says its size"):
        drawing_shape("<svg>")
