"""Where the strips of the calendar lie; without matplotlib, so that a page can ask at once."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK

if TYPE_CHECKING:
    from runadvisor.advisor import Advice

MOST_CELL_PX = 13.0
TWO_ABREAST_FROM_PX = 900
_WEEKS = 54
"""The most that a year touches."""
LEFT_PX, _TOP_PX, FOOT_PX = 40.0, 18.0, 26.0
_BETWEEN_PX = 16.0


def calendar_height_px(advice: Advice, width_px: int) -> int:
    """Return how high the chart is to be at a width, logical pixels."""
    runs = [activity.local_date for activity in advice.activities if activity.is_run]
    years = advice.as_of.year - min(runs, default=advice.as_of).year + 1
    abreast = strips_abreast(width_px)
    strip = DAYS_PER_WEEK * cell_px(width_px, abreast) + _TOP_PX + _BETWEEN_PX
    return ceil(strip * ceil(years / abreast) + FOOT_PX)


def strips_abreast(width_px: int) -> int:
    """Return how many years stand beside each other."""
    return 2 if width_px >= TWO_ABREAST_FROM_PX else 1


def cell_px(width_px: int, abreast: int) -> float:
    """Return the width of a day, its gap included, logical pixels."""
    return min(MOST_CELL_PX, (width_px / abreast - LEFT_PX - _BETWEEN_PX) / _WEEKS)


def strip_corner(back: int, cell: float, strip_px: float, abreast: int) -> tuple[float, float]:
    """Return the top left corner of the squares of a year, so many years back."""
    row_px = DAYS_PER_WEEK * cell + _TOP_PX + _BETWEEN_PX
    return back % abreast * strip_px + LEFT_PX, back // abreast * row_px + _TOP_PX
