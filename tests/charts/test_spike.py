from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.charts.palette import LIGHT
from runadvisor.charts.spike import spike_figure, spike_summary
from runadvisor.training_load.load_series import load_series
from tests.charts.drawn import bars, shapes, words
from tests.printout import mara

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from runadvisor.advisor import Advice


def edges(figure: Figure) -> dict[str, float]:
    return {
        str(line.get_gid()): float(np.asarray(line.get_ydata())[0])
        for line in figure.axes[0].lines
        if str(line.get_gid()).startswith("edge-")
    }


def test_the_run_stands_among_those_of_the_30_days_before(advice: Advice) -> None:
    figure = spike_figure(advice, advice.standing[0], palette=LIGHT)
    before = [
        one
        for one in advice.activities
        if one.is_run and 0 < (mara.SPIKE_DAY - one.local_date).days <= 30
    ]

    assert bars(figure, "spikes") == [(0, 0, 17.4)]
    assert bars(figure, "longest") == [(-21, 0, 14.0)]
    assert len(bars(figure, "runs")) == len(before) - 1


def test_the_lengths_from_which_the_rule_speaks_are_lines(advice: Advice) -> None:
    figure = spike_figure(advice, advice.standing[0], palette=LIGHT)

    assert edges(figure) == pytest.approx({"edge-watch": 15.4, "edge-act": 18.2})
    assert {"watch above 15.4", "act above 18.2"} <= set(words(figure))


def test_the_two_runs_that_matter_are_labelled_and_shaped(advice: Advice) -> None:
    figure = spike_figure(advice, advice.standing[0], palette=LIGHT)

    assert {"17.4 km", "14.0 km"} <= set(words(figure))
    assert shapes(figure) == [("tier-watch", "^")]


def test_the_days_are_named_week_by_week(advice: Advice) -> None:
    figure = spike_figure(advice, advice.standing[0], palette=LIGHT)

    assert [tick.get_text() for tick in figure.axes[0].get_xticklabels()] == [
        "22 Nov",
        "15 Nov",
        "8 Nov",
        "1 Nov",
        "25 Oct",
    ]


def test_a_small_figure_keeps_the_bars_and_one_line(advice: Advice) -> None:
    figure = spike_figure(advice, advice.standing[0], palette=LIGHT, size_px=(250, 80))

    assert list(edges(figure)) == ["edge-watch"]
    assert words(figure) == ["15.4"]
    assert bars(figure, "spikes") == [(0, 0, 17.4)]


def test_short_runs_have_one_edge_a_kilometre_above(advice: Advice) -> None:
    warning = advice.standing[0]
    short = replace(warning, values={**warning.values, "longest_m": 2_000})

    assert edges(spike_figure(advice, short, palette=LIGHT)) == {"edge-act": 3.0}


def test_a_warning_with_nothing_to_compare_draws_no_lines(advice: Advice) -> None:
    warning = replace(advice.standing[0], values={"distance_m": 17_400, "longest_m": None})

    assert edges(spike_figure(advice, warning, palette=LIGHT)) == {}


def test_two_runs_of_one_day_stand_side_by_side(advice: Advice) -> None:
    noon = replace(advice.activities[-1], activity_id=999, distance_m=3_000.0)
    later = replace(noon, started_at=noon.started_at.replace(hour=18))
    known = (*advice.activities, later)
    changed = replace(advice, activities=known, load=load_series(known, as_of=mara.AS_OF))
    figure = spike_figure(changed, advice.standing[0], palette=LIGHT)
    centers = [center for center, _, _ in bars(figure, "spikes")]

    assert len(set(centers)) == 2
    assert max(abs(center) for center in centers) < 0.31


def test_the_label_of_a_longest_run_at_the_far_left_stands_right_of_it(advice: Advice) -> None:
    first = min(
        one.local_date
        for one in advice.activities
        if one.is_run and 0 < (mara.SPIKE_DAY - one.local_date).days <= 30
    )
    warning = advice.standing[0]
    moved = replace(warning, values={**warning.values, "longest_date": first})
    figure = spike_figure(advice, moved, palette=LIGHT)
    label = figure.axes[0].texts[-2]

    assert label.get_horizontalalignment() == "left"


def test_no_run_that_day_is_a_calm_sentence() -> None:
    advice = mara.advice()
    empty = mara.advice(history_weeks=0)
    figure = spike_figure(empty, advice.standing[0], palette=LIGHT)

    assert words(figure) == ["No run to show for this day."]
    assert spike_summary(empty, advice.standing[0]) == "No run to show for this day."


def test_the_summary_gives_the_same_facts(advice: Advice) -> None:
    assert spike_summary(advice, advice.standing[0]) == (
        "Sunday 22 November: 17.4 km. In the 30 days before, 17 runs; the longest 14.0 km on"
        " Sunday 1 November. Watch is above 15.4 km. Act is above 18.2 km."
    )


def test_the_summary_says_that_nothing_came_before(advice: Advice) -> None:
    known = advice.activities[-1:]
    alone = replace(advice, activities=known, load=load_series(known, as_of=mara.AS_OF))

    assert "No run in the 30 days before." in spike_summary(alone, advice.standing[0])
