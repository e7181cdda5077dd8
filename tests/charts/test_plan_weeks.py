from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.charts.palette import LIGHT
from runadvisor.charts.plan_weeks import plan_weeks_figure, plan_weeks_summary
from tests.charts.drawn import bars, shapes, words
from tests.printout import mara

if TYPE_CHECKING:
    from runadvisor.advisor import Advice


def test_five_weeks_before_lead_to_the_planned_ones(advice: Advice) -> None:
    figure = plan_weeks_figure(advice, palette=LIGHT)
    labels = [tick.get_text() for tick in figure.axes[0].get_xticklabels()]

    assert labels == ["19 Oct", "26 Oct", "2 Nov", "9 Nov", "16 Nov", "W1", "W2", "W3", "W4", "W5"]
    assert len(bars(figure, "done")) == 4
    assert [top for _, _, top in bars(figure, "planned")] == [27.0, 29.5, 31.0, 20.0]


def test_every_week_has_its_kilometres_above(advice: Advice) -> None:
    shown = words(plan_weeks_figure(advice, palette=LIGHT))

    assert shown[-5:] == ["27.0", "29.5", "31.0", "20.0", "0.0"]


def test_the_week_of_a_spike_carries_its_shape(advice: Advice) -> None:
    figure = plan_weeks_figure(advice, palette=LIGHT)

    assert len(bars(figure, "spikes")) == 1
    assert shapes(figure) == [("tier-watch", "^")]


def test_a_week_under_way_counts_what_is_done() -> None:
    advice = mara.advice(first=date(2026, 11, 18))
    figure = plan_weeks_figure(advice, palette=LIGHT)

    assert bars(figure, "planned")[0][1] > 0


def test_no_runs_and_no_plan_is_a_calm_sentence() -> None:
    nothing = replace(mara.advice(history_weeks=0), plan=mara.stopped().plan)

    assert words(plan_weeks_figure(nothing, palette=LIGHT)) == ["No runs yet, and none planned."]
    assert plan_weeks_summary(nothing) == "No runs yet, and none planned."


def test_a_stop_still_shows_the_weeks_before() -> None:
    figure = plan_weeks_figure(mara.stopped(), palette=LIGHT)

    assert len(bars(figure, "done")) == 4
    assert bars(figure, "planned") == []


def test_the_summary_gives_the_same_facts(advice: Advice) -> None:
    summary = plan_weeks_summary(advice)

    assert "(watch)" in summary
    assert summary.endswith("Planned: W1 27.0 km, W2 29.5 km, W3 31.0 km, W4 20.0 km, W5 0.0 km.")


def test_a_plan_without_history_says_only_what_is_planned() -> None:
    assert plan_weeks_summary(mara.advice(history_weeks=0)).startswith("Planned: ")
