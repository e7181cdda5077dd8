from __future__ import annotations

from datetime import date

from runadvisor.domain.calendar import days, week_start


def test_a_range_of_days_leaves_its_end_out() -> None:
    assert list(days(date(2026, 2, 27), date(2026, 3, 2))) == [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
    ]


def test_a_week_starts_on_its_monday() -> None:
    assert week_start(date(2026, 11, 22)) == date(2026, 11, 16)
    assert week_start(date(2026, 11, 23)) == date(2026, 11, 23)
