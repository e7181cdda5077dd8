from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from runadvisor.charts.span import Span, day_span, days_of

WHOLE = Span(0, 100)


def test_drawn_nearer_the_place_pointed_at_stays_where_it_was() -> None:
    assert Span(0, 100).zoomed(0.5, at=20) == Span(10, 60)


def test_moved_along_it_stays_as_long() -> None:
    assert Span(10, 30).moved(-5) == Span(5, 25)


def test_days_are_there_and_back() -> None:
    days = (date(2026, 11, 2), date(2026, 11, 29))
    assert days_of(day_span(*days)) == days


@given(
    low=st.floats(-1e4, 1e4),
    length=st.floats(0, 1e4),
    shortest=st.floats(0.1, 50),
)
def test_whatever_is_asked_for_lies_within_the_whole(
    low: float, length: float, shortest: float
) -> None:
    shown = Span(low, low + length).within(WHOLE, shortest=shortest)
    assert shown.low >= WHOLE.low - 1e-9
    assert shown.high <= WHOLE.high + 1e-9
    assert shown.length >= shortest - 1e-9
