from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.charts.pain import pain_chart, pain_summary
from runadvisor.charts.pain_weeks import MOST_SPOTS, pain_lanes, pain_weeks
from runadvisor.charts.palette import DARK, LIGHT
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.calendar import week_start
from runadvisor.domain.diary import Diary, Injury
from tests.charts.drawn import bars, words
from tests.diaries import night, pain
from tests.printout import mara

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice

THIS_WEEK = week_start(mara.AS_OF)


def ago(weeks: int) -> date:
    return THIS_WEEK - timedelta(weeks=weeks)


SORE = Diary(
    pain=(
        pain(BodySite.CALF, 3, day=ago(9)),
        pain(BodySite.CALF, 5, number=2, day=ago(9) + timedelta(days=2)),
        pain(BodySite.CALF, 2, number=3, day=ago(3)),
        pain(BodySite.FRONT_HIP, 4, number=4, day=ago(3), side=Side.LEFT),
        pain(BodySite.ACHILLES, 0, number=5, day=ago(1)),
    ),
    check_ins=(night(ago(2), 7.0),),
    injuries=(Injury(region=BodyRegion.CALF, side=Side.RIGHT, start=ago(9), end=ago(7)),),
)


@pytest.fixture
def sore(advice: Advice) -> Advice:
    return replace(advice, diary=SORE)


def lines(advice: Advice, gid: str) -> list[tuple[float, float]]:
    """First and last place of each line or ring drawn under a name."""
    axes = pain_chart(advice, palette=LIGHT).figure.axes[0]
    found = [np.asarray(line.get_xdata()) for line in axes.lines if line.get_gid() == gid]
    return [(float(xs[0]), float(xs[-1])) for xs in found]


def test_each_week_of_pain_is_one_ring_on_the_line_of_its_spot(sore: Advice) -> None:
    shown = pain_weeks(sore, 26)
    places = {week.start: place for place, week in enumerate(shown)}
    at = [places[ago(9)], places[ago(3)], places[ago(3)]]
    assert sorted(first for first, _last in lines(sore, "pain")) == sorted(map(float, at))
    calf, hip, injuries = pain_lanes(shown)
    assert (calf.name, calf.scores) == ("right calf", {at[0]: 5, at[1]: 2})
    assert (hip.name, hip.scores) == ("front of the left hip", {at[1]: 4})
    assert injuries.injured == tuple(range(places[ago(9)], places[ago(7)] + 1))


def test_bars_are_the_kilometres_of_the_weeks_done(sore: Advice) -> None:
    drawn = {place: top for place, _, top in bars(pain_chart(sore, palette=LIGHT).figure, "weeks")}
    weekly = {n: w.distance_m / 1000 for n, w in enumerate(pain_weeks(sore, 26)) if w.distance_m}
    assert drawn == pytest.approx(weekly, abs=0.001)


def test_a_line_runs_through_the_weeks_with_an_entry_and_no_others(sore: Advice) -> None:
    places = {week.start: place for place, week in enumerate(pain_weeks(sore, 26))}
    nine, three, one = places[ago(9)], places[ago(3)], places[ago(1)]
    assert set(lines(sore, "kept")) == {(nine - 0.5, nine + 0.5), (three - 0.5, one + 0.5)}


def test_a_week_without_an_entry_is_not_a_week_without_pain(sore: Advice) -> None:
    said = {week.start: week.said for week in pain_weeks(sore, 26)}
    assert said[ago(12)] == "no entry"
    assert said[ago(2)] == said[ago(1)] == "no pain written down"
    assert said[ago(9)] == "right calf 5 of 10 · injury: calf, right"
    assert said[ago(3)] == "front of the left hip 4 of 10 · right calf 2 of 10"
    assert said[ago(8)] == "injury: calf, right · no entry"


def test_every_week_is_read_off_opens_and_stands_in_the_table(sore: Advice) -> None:
    drawn = pain_chart(sore, palette=DARK, size_px=(520, 300))
    shown = pain_weeks(sore, 26)
    assert [reading.week for reading in drawn.readings] == [week.start for week in shown]
    assert len(drawn.table.rows) == len(shown)
    row = drawn.table.rows[next(n for n, w in enumerate(shown) if w.start == ago(9))]
    assert row[2:] == (5, "right calf 5 of 10 · injury: calf, right")
    assert {"right calf", "front of the left hip", "injuries"} <= set(words(drawn.figure))


def test_the_summary_says_spot_by_spot_what_is_drawn(sore: Advice) -> None:
    said = pain_summary(sore)
    assert "right calf: in 2 weeks, 5 of 10 at most" in said
    assert "front of the left hip: in 1 week, 4 of 10 at most" in said
    assert "Injury: calf, right." in said
    assert "Something is written down in 4 of 26 weeks." in said


def test_more_spots_than_can_be_read_share_a_line(advice: Advice) -> None:
    sites = (
        *(BodySite.CALF, BodySite.ACHILLES, BodySite.FRONT_HIP, BodySite.OUTER_HIP),
        *(BodySite.SIT_BONE, BodySite.HAMSTRING, BodySite.KNEE_FRONT),
    )
    entries = [pain(site, n + 1, number=n + 1, day=ago(n)) for n, site in enumerate(sites)]
    many = replace(advice, diary=Diary(pain=tuple(entries)))
    lanes = pain_lanes(pain_weeks(many, 26))
    assert len(lanes) == MOST_SPOTS + 1
    assert lanes[-1].name == "other places"
    assert len(lanes[-1].scores) == len(sites) - MOST_SPOTS


def test_a_span_shows_its_weeks_alone(sore: Advice) -> None:
    whole = pain_chart(sore, palette=LIGHT)
    assert whole.span is not None
    near = pain_chart(sore, palette=LIGHT, span=whole.span.zoomed(0.5, at=whole.span.high))
    assert len(near.readings) < len(whole.readings)


def test_without_pain_and_injuries_the_chart_says_so_in_words(advice: Advice) -> None:
    calm = replace(advice, diary=Diary(check_ins=(night(ago(2), 7.0),)))
    drawn = pain_chart(calm, palette=LIGHT)
    assert words(drawn.figure) == [pain_summary(calm)]
    assert "No pain and no injury is written down" in pain_summary(calm)
