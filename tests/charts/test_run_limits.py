from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.charts.palette import LIGHT
from runadvisor.charts.run_limits import run_limits_chart, run_limits_summary
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.training_load.limits import LimitLedger
from runadvisor.wording import bare_at_most, distance
from tests.charts.drawn import shapes, words
from tests.printout import mara

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from runadvisor.advisor import Advice


def _line(figure: Figure, gid: str) -> Line2D:
    (found,) = [line for line in figure.axes[0].lines if line.get_gid() == gid]
    return found


def test_every_run_of_the_weeks_is_one_mark(advice: Advice) -> None:
    figure = run_limits_chart(advice, palette=LIGHT).figure
    dots = [len(_line(figure, gid).get_xdata()) for gid in ("short-runs", "long-runs")]  # pyright: ignore[reportArgumentType]
    first = mara.AS_OF - timedelta(days=mara.AS_OF.weekday(), weeks=25)
    shown = [session for session in advice.load.sessions if session.date >= first]
    assert sum(dots) + len(shapes(figure)) == len(shown)


def test_the_line_is_the_limit_of_each_day(advice: Advice) -> None:
    line = _line(run_limits_chart(advice, palette=LIGHT).figure, "limit")
    ledger = LimitLedger(advice.load.sessions)
    known = [ledger.limit(mara.AS_OF - timedelta(days=back)).limit_m for back in range(60, -15, -1)]
    drawn = np.asarray(line.get_ydata())[-len(known) - 1 : -1]
    assert drawn == pytest.approx([0 if m is None else m / 1000 for m in known])


def test_runs_over_their_limit_carry_shape_and_number(advice: Advice) -> None:
    figure = run_limits_chart(advice, palette=LIGHT).figure
    assert shapes(figure) == [("tier-act", "D"), ("tier-watch", "^")]
    limit_m = LimitLedger(advice.load.sessions).limit(mara.AS_OF + ONE_DAY).limit_m
    assert {"16.2", "17.4", bare_at_most(limit_m), "today"} <= set(words(figure))


def test_pointing_at_a_run_reads_its_day_its_way_and_its_limit(advice: Advice) -> None:
    drawn = run_limits_chart(advice, palette=LIGHT, size_px=(900, 216))
    last = drawn.readings[-1]
    limit_m = LimitLedger(advice.load.sessions).limit(advice.load.sessions[-1].date).limit_m
    assert last.words == f"Sun 22 Nov · 17.4 km · limit {distance(limit_m)} · watch"
    places = [reading.x_px for reading in drawn.readings]
    assert places == sorted(places)
    assert 34 <= places[0] <= places[-1] <= 900 - 44


@pytest.mark.parametrize("weeks", [4, 104, None])
def test_any_number_of_weeks_can_be_shown(weeks: int | None) -> None:
    advice = mara.advice(history_weeks=120)
    figure = run_limits_chart(advice, palette=LIGHT, weeks=weeks).figure
    labels = [label.get_text() for label in figure.axes[0].get_xticklabels()]
    assert labels


def test_the_summary_counts_the_runs_over_their_limit_and_names_the_limit_now(
    advice: Advice,
) -> None:
    said = run_limits_summary(advice)
    assert "2 of them over the limit of their day" in said
    assert "17.4 km on Sun 22 Nov" in said
    limit_m = LimitLedger(advice.load.sessions).limit(mara.AS_OF + ONE_DAY).limit_m
    assert said.endswith(f"The limit now is {distance(limit_m)}.")


def test_without_runs_a_sentence_stands_in_its_place() -> None:
    empty = mara.advice(history_weeks=0)
    assert words(run_limits_chart(empty, palette=LIGHT).figure) == [run_limits_summary(empty)]


def test_a_history_of_one_day_has_a_run_and_no_limit_yet(advice: Advice) -> None:
    first = advice.load.sessions[0]
    one = replace(
        advice,
        as_of=first.date,
        activities=advice.activities[:1],
        load=replace(advice.load, sessions=(first,)),
        raised=(),
    )
    drawn = run_limits_chart(one, palette=LIGHT)
    assert [reading.words.count("limit") for reading in drawn.readings] == [0]
