from __future__ import annotations

import subprocess
import sys

import pytest

from runadvisor.charts.canvas import Bar, Canvas, Margins, text_width_px
from runadvisor.charts.palette import LIGHT
from tests.charts.drawn import bars

NO_MARGINS = Margins(left=0, top=0, right=0, bottom=0)
HEADLESS = """
import sys
sys.modules["PySide6"] = None
import runadvisor.charts.plan_weeks, runadvisor.charts.save, runadvisor.charts.spike
import runadvisor.charts.weekly_load
import runadvisor.printout.html, runadvisor.printout.ics, runadvisor.printout.text
import runadvisor.printout.sheet, runadvisor.printout.typeset
assert "matplotlib.pyplot" not in sys.modules
"""


def canvas(width: int = 200, height: int = 100) -> Canvas:
    return Canvas(LIGHT, NO_MARGINS, size_px=(width, height), dpi=100)


@pytest.mark.parametrize(
    ("longest_km", "end"), [(0, 2), (4.2, 5), (17.4, 20), (38.6, 50), (180, 200), (1200, 1400)]
)
def test_the_axis_ends_on_a_round_kilometre_above_everything(longest_km: float, end: int) -> None:
    made = canvas()

    assert made.kilometre_ticks(longest_km, room_px=10) == end
    assert len(made.axes.get_yticks()) <= 8


def test_a_bar_keeps_its_edges_though_its_corners_are_round() -> None:
    made = canvas()
    made.set_range(x=(0, 10), y=(0, 10))
    made.bars([Bar(center=5, bottom=1, top=4, width=2)], color="#000000", gid="bar")

    assert bars(made.figure, "bar") == [(5, 1, 4)]


def test_a_bar_thinner_than_its_corners_is_still_drawn() -> None:
    made = canvas()
    made.set_range(x=(0, 1000), y=(0, 10))
    made.bars([Bar(center=5, bottom=1, top=1.01, width=1)], color="#000000", gid="bar")

    assert bars(made.figure, "bar") == [(5, 1, 1.01)]


def test_words_are_measured_in_the_font_they_are_written_in() -> None:
    assert text_width_px("your usual week", 22) == pytest.approx(
        2 * text_width_px("your usual week", 11), rel=0.05
    )


def test_figures_are_written_in_the_bundled_font() -> None:
    label = canvas().write("17.4 km", (0, 0))

    assert label.get_fontfamily() == ["Inter"]


def test_charts_and_print_need_no_window_system_and_no_pyplot() -> None:
    subprocess.run([sys.executable, "-c", HEADLESS], check=True)  # noqa: S603 - our own words
