from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from runadvisor.domain.athlete import GapAnswer, GapKind
from runadvisor.training_load.acute_chronic import chronic_load
from runadvisor.training_load.gaps import RecordingGap, over_gaps, recording_gaps, run_elsewhere
from tests.builders import DAY_ONE, runs


def _day(offset: int):  # noqa: ANN202 - a date
    return DAY_ONE + timedelta(days=offset)


def _gaps(*offsets: int, as_of: int, answers: tuple[GapAnswer, ...] = ()) -> list[RecordingGap]:
    history = runs([(offset, 5_000) for offset in offsets])
    return list(recording_gaps(history, as_of=_day(as_of), answers=answers))


def _answer(first: int, last: int, kind: GapKind = GapKind.REST) -> GapAnswer:
    return GapAnswer(first_day=_day(first), last_day=_day(last), kind=kind)


def test_ten_days_without_anything_are_asked_about_and_nine_are_not() -> None:
    assert _gaps(0, 10, as_of=10) == []
    (gap,) = _gaps(0, 11, as_of=11)
    assert (gap.first_day, gap.last_day, gap.days) == (_day(1), _day(10), 10)
    assert gap.answer is None


def test_a_gap_that_is_still_open_is_asked_about_too() -> None:
    assert _gaps(0, as_of=9) == []
    assert [gap.days for gap in _gaps(0, as_of=10)] == [10]


def test_days_after_the_one_asked_are_not_looked_at() -> None:
    assert [gap.days for gap in _gaps(0, 30, as_of=12)] == [12]


def test_an_answer_holds_while_its_gap_is_there_and_may_grow() -> None:
    (same,) = _gaps(0, 12, as_of=12, answers=(_answer(1, 11),))
    (grown,) = _gaps(0, as_of=20, answers=(_answer(1, 12),))
    (filled,) = _gaps(0, 12, as_of=12, answers=(_answer(1, 20),))
    assert (same.answer, grown.answer, filled.answer) == (GapKind.REST, GapKind.REST, None)


def test_only_days_that_were_run_and_not_recorded_were_run_elsewhere() -> None:
    answers = (_answer(1, 12), _answer(20, 21, GapKind.NOT_RECORDED))
    assert run_elsewhere(answers) == {_day(20), _day(21)}


def test_before_the_first_activity_there_is_no_gap() -> None:
    assert _gaps(as_of=50) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (None, 10.0),
        (GapKind.NOT_RECORDED, 10.0),
        (GapKind.REST, 10.0 * 8 / 28),
    ],
)
def test_a_gap_lowers_the_chronic_load_only_when_it_was_rest(
    kind: GapKind | None, expected: float
) -> None:
    index = pd.DatetimeIndex([pd.Timestamp(_day(n)) for n in range(60)])
    daily = pd.Series(np.where(np.arange(60) < 40, 10.0, 0.0), index=index)
    gap = RecordingGap(first_day=_day(40), last_day=_day(59), answer=kind)
    assert over_gaps(daily, [gap], chronic_load).iloc[-1] == pytest.approx(expected)


def test_the_first_nine_days_of_a_gap_were_rest_days_when_they_came() -> None:
    index = pd.DatetimeIndex([pd.Timestamp(_day(n)) for n in range(60)])
    daily = pd.Series(np.where(np.arange(60) < 40, 10.0, 0.0), index=index)

    def asked(offset: int) -> pd.Series[float]:
        history = runs([(n, 5_000) for n in range(40)])
        gaps = recording_gaps(history, as_of=_day(offset))
        return over_gaps(daily.iloc[: offset + 1], gaps, chronic_load)

    assert asked(48).iloc[-1] == pytest.approx(10.0 * 19 / 28)
    assert asked(49).iloc[-1] == pytest.approx(10.0)
    pd.testing.assert_series_equal(asked(59).iloc[:49], asked(48))
