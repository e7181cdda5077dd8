from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from runadvisor.charts.palette import DARK, LIGHT
from runadvisor.charts.week_measure import WeekMeasure
from runadvisor.charts.weekly_load import (
    weekly_load_chart,
    weekly_load_figure,
    weekly_load_summary,
)
from tests.charts.drawn import bars, shapes, words
from tests.diaries import pain
from tests.printout import mara

if TYPE_CHECKING:
    from runadvisor.advisor import Advice


@pytest.mark.parametrize("weeks", [26, 52, 104])
def test_every_run_of_the_weeks_is_one_part_of_a_bar(weeks: int) -> None:
    advice = mara.advice(history_weeks=120)
    first = mara.AS_OF - timedelta(days=1) - timedelta(weeks=weeks - 1)
    runs = [one for one in advice.activities if one.is_run and one.local_date >= first]
    figure = weekly_load_figure(advice, palette=LIGHT, weeks=weeks)

    assert len(bars(figure, "runs")) + len(bars(figure, "spikes")) == len(runs)


def test_a_bar_ends_at_the_kilometres_of_its_week(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=LIGHT)
    tops: dict[float, float] = {}
    for center, _, top in (*bars(figure, "runs"), *bars(figure, "spikes")):
        tops[center] = max(top, tops.get(center, 0))

    weekly = advice.load.weekly["distance_m"]
    drawn = [tops.get(place, 0) for place in range(len(weekly))]
    assert drawn == pytest.approx([metres / 1000 for metres in weekly], abs=0.001)


def test_two_runs_of_a_week_are_kept_apart_by_a_gap(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=LIGHT)
    first = sorted(bar for bar in bars(figure, "runs") if bar[0] == 0)

    assert all(above[1] > below[2] for below, above in pairwise(first))


def test_the_run_over_its_limit_carries_the_shape_of_its_tier(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=LIGHT)

    assert [top - bottom for _, bottom, top in bars(figure, "spikes")] == pytest.approx(
        [16.2, 17.4], abs=0.3
    )
    assert shapes(figure) == [("tier-act", "D"), ("tier-watch", "^")]


def test_the_usual_week_is_labelled_on_its_band(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=LIGHT)

    assert any(one.get_gid() == "usual-week" for one in figure.axes[0].patches)
    assert any(text.startswith("your usual week ") for text in words(figure))


def test_a_short_history_has_no_usual_week() -> None:
    figure = weekly_load_figure(mara.advice(history_weeks=5), palette=LIGHT)

    assert not any(text.startswith("your usual week") for text in words(figure))


def test_this_week_and_the_next_are_outlined_as_planned(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=LIGHT)

    assert [top for _, _, top in bars(figure, "planned")] == [27.0, 29.5]


def test_a_plan_under_way_stands_on_what_is_done() -> None:
    advice = mara.advice()
    run = mara.activity(999, mara.AS_OF, mara.Sport.RUN, 5_000)
    figure = weekly_load_figure(
        replace(advice, activities=(*advice.activities, run)), palette=LIGHT
    )

    assert bars(figure, "planned")[0][1:] == (5.0, 32.0)


def test_the_legend_names_only_what_is_drawn() -> None:
    calm = replace(mara.advice(history_weeks=5), raised=())
    named = words(weekly_load_figure(calm, palette=LIGHT))

    assert "run" in named
    assert "planned" in named
    assert "run over its limit" not in named
    assert "watch" not in named


def test_an_empty_history_is_a_calm_sentence() -> None:
    figure = weekly_load_figure(mara.advice(history_weeks=0), palette=LIGHT)

    assert words(figure) == ["No runs yet. Import your runs, and your weeks appear here."]
    assert not figure.axes[0].axison


def test_a_long_break_says_so() -> None:
    advice = mara.advice()
    old = tuple(one for one in advice.activities if one.local_date.month < 7)
    figure = weekly_load_figure(replace(advice, activities=old), palette=LIGHT, weeks=12)

    assert words(figure) == ["No runs in these 12 weeks."]


def test_a_run_without_distance_draws_nothing_and_breaks_nothing(advice: Advice) -> None:
    last = replace(advice.activities[-1], distance_m=None)
    changed = replace(advice, activities=(*advice.activities[:-1], last))

    assert len(bars(weekly_load_figure(changed, palette=LIGHT), "spikes")) == 1


def test_the_size_is_in_logical_pixels_and_dpi_makes_it_sharper(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=DARK, size_px=(900, 400), dpi=200)

    assert tuple(figure.get_size_inches() * figure.dpi) == (1800, 800)


def test_the_colours_are_those_of_the_palette(advice: Advice) -> None:
    figure = weekly_load_figure(advice, palette=DARK)

    assert figure.get_facecolor() == pytest.approx((0x1B / 255, 0x22 / 255, 0x24 / 255, 1))


def test_a_tiny_figure_still_draws(advice: Advice) -> None:
    weekly_load_figure(advice, palette=LIGHT, size_px=(60, 60)).canvas.draw()


def test_the_summary_gives_the_same_facts(advice: Advice) -> None:
    summary = weekly_load_summary(advice)

    assert summary.startswith("Kilometres per week, 1 June to 24 November 2026: ")
    assert "This week: 0.0 km done, 27.0 km more planned." in summary
    assert "17.4 km on Sun 22 Nov (watch)" in summary
    assert "16.2 km on Sun 26 Jul (act)" in summary


def test_the_summary_says_that_no_run_was_over_its_limit(advice: Advice) -> None:
    assert "No run was over its limit." in weekly_load_summary(replace(advice, raised=()))


def test_the_summary_of_nothing_is_the_sentence_on_the_chart() -> None:
    assert weekly_load_summary(mara.advice(history_weeks=0)) == (
        "No runs yet. Import your runs, and your weeks appear here."
    )


def test_one_week_of_history_has_a_summary() -> None:
    advice = mara.advice(history_weeks=1)
    assert "to" in weekly_load_summary(advice)


@pytest.mark.parametrize(
    ("measure", "column", "unit"),
    [
        (WeekMeasure.DISTANCE, "distance_m", 1000),
        (WeekMeasure.TIME, "moving_time_s", 3600),
        (WeekMeasure.EFFORT, "running_load", 1),
    ],
)
def test_a_bar_ends_at_its_week_in_any_measure(
    advice: Advice, measure: WeekMeasure, column: str, unit: float
) -> None:
    figure = weekly_load_chart(advice, palette=LIGHT, measure=measure).figure
    tops: dict[float, float] = {}
    for center, _, top in (*bars(figure, "runs"), *bars(figure, "spikes")):
        tops[center] = max(top, tops.get(center, 0))
    drawn = [tops.get(place, 0) for place in range(len(advice.load.weekly))]
    assert drawn == pytest.approx(list(advice.load.weekly[column] / unit), abs=0.01)


def test_only_kilometres_are_planned(advice: Advice) -> None:
    figure = weekly_load_chart(advice, palette=LIGHT, measure=WeekMeasure.TIME).figure
    assert bars(figure, "planned") == []
    said = weekly_load_summary(advice, measure=WeekMeasure.TIME)
    assert said.startswith("Hours of running per week, ")
    assert "planned" not in said


def test_pointing_at_a_week_reads_its_sum_its_runs_and_its_spike(advice: Advice) -> None:
    readings = weekly_load_chart(advice, palette=LIGHT).readings
    words_of = {reading.words.split(" · ")[0]: reading.words for reading in readings}
    assert words_of["16–22 Nov"].endswith("17.4 km over its limit")
    assert words_of["23–29 Nov"].endswith("planned")


def test_the_whole_history_is_shown_when_all_weeks_are_asked_for() -> None:
    advice = mara.advice(history_weeks=120)
    drawn = weekly_load_chart(advice, palette=LIGHT, weeks=None)
    assert len(drawn.readings) >= len(advice.load.weekly)


def test_pain_of_the_diary_lies_on_a_line_of_its_own_wider_the_stronger(advice: Advice) -> None:
    told = ((mara.AS_OF, 2), (mara.ACT_DAY, 6))
    entries = tuple(pain(day=day, during=score) for day, score in told)
    sore = replace(advice, diary=replace(advice.diary, pain=entries))
    drawn = weekly_load_chart(sore, palette=LIGHT)
    rings = {
        float(line.get_xdata()[0]): line.get_markersize()  # pyright: ignore[reportIndexIssue]
        for line in drawn.figure.axes[0].lines
        if line.get_gid() == "pain"
    }
    assert len(rings) == 2
    assert rings[min(rings)] > rings[max(rings)]
    assert "pain" in words(drawn.figure)
    assert any("pain up to 6/10" in reading.words for reading in drawn.readings)
