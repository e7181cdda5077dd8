from __future__ import annotations

from datetime import date, timedelta

from runadvisor.charts.month_ticks import month_ticks

MONDAYS = [date(2025, 12, 1) + timedelta(weeks=week) for week in range(26)]


def test_a_month_stands_under_the_week_of_its_first_day() -> None:
    ticks = month_ticks(MONDAYS, step_px=28)

    assert [(MONDAYS[tick.at], tick.label) for tick in ticks][1:3] == [
        (date(2025, 12, 29), "2026"),
        (date(2026, 1, 26), "Feb"),
    ]


def test_january_is_named_by_its_year() -> None:
    assert "2026" in [tick.label for tick in month_ticks(MONDAYS, step_px=28)]


def test_months_are_left_out_where_there_is_no_room() -> None:
    labels = [tick.label for tick in month_ticks(MONDAYS, step_px=4)]

    assert labels == ["2026", "Apr"]


def test_with_hardly_any_room_only_years_remain() -> None:
    assert [tick.label for tick in month_ticks(MONDAYS, step_px=0.5)] == ["2026"]
