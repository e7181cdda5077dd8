from __future__ import annotations

from datetime import date, timedelta

import pytest

from runadvisor.charts.usual_week import usual_week_m, usual_week_words
from runadvisor.domain.activity import Sport
from runadvisor.training_load.load_series import LoadSeries, load_series
from tests.printout import mara

SUNDAY = date(2026, 11, 22)


def weeks_of(distances_m: list[float], *, as_of: date = SUNDAY) -> LoadSeries:
    runs = [
        mara.activity(back, SUNDAY - timedelta(weeks=back), Sport.RUN, metres)
        for back, metres in reversed(list(enumerate(reversed(distances_m))))
    ]
    return load_series(runs, as_of=as_of)


def test_eight_of_ten_weeks_lie_within() -> None:
    usual = usual_week_m(weeks_of([20_000 + 1_000 * week for week in range(11)]))

    assert usual == pytest.approx((21_000, 29_000))


def test_fewer_than_eight_weeks_are_no_habit() -> None:
    assert usual_week_m(weeks_of([20_000] * 7)) is None


def test_the_week_under_way_does_not_count() -> None:
    assert usual_week_m(weeks_of([20_000] * 8, as_of=SUNDAY - timedelta(days=1))) is None


def test_weeks_off_do_not_count() -> None:
    assert usual_week_m(weeks_of([20_000] * 8 + [0.0] * 3)) == pytest.approx((20_000, 20_000))


def test_no_history_has_no_usual_week() -> None:
    assert usual_week_m(load_series((), as_of=SUNDAY)) is None


def test_it_reads_in_whole_kilometres() -> None:
    assert usual_week_words((26_300, 33_800)) == "26–34 km"
    assert usual_week_words((20_000, 20_200)) == "20 km"
