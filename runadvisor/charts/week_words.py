"""What a chart of weeks says: week by week in words, and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.charts.reading import Mark
from runadvisor.charts.shown_weeks import WEEK
from runadvisor.charts.table import Cell, Column, Table
from runadvisor.charts.week_measure import COLUMN_NAMES, TITLES, WORDS
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_, Message
from runadvisor.language import ngettext
from runadvisor.wording import day_range, number, sentence, weekday_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.charts.shown_weeks import ShownWeek
    from runadvisor.charts.week_measure import WeekMeasure
    from runadvisor.domain.warning import Tier


def week_marks(
    weeks: Sequence[ShownWeek],
    tiers: Mapping[int, Tier],
    pain: Mapping[int, int],
    measure: WeekMeasure,
) -> list[Mark]:
    """Return what each week says.

    Args:
        weeks: The weeks of the chart.
        tiers: Of runs over their limit, by activity id.
        pain: The strongest of a week, by its place.
        measure: What is added up.
    """
    word = WORDS[measure]
    marks: list[Mark] = []
    for place, week in enumerate(weeks):
        last_day = week.start + WEEK - ONE_DAY
        parts = [day_range(week.start, last_day), word(week.done)]
        runs = len(week.runs)
        parts.append(ngettext("{number} run", "{number} runs", runs).format(number=number(runs)))
        if week.planned:
            planned = {"planned": word(week.planned)}
            parts.append(sentence(Message(N_("{planned} planned"), planned)))
        over = [run for run, _ in week.runs if run.activity_id in tiers]
        parts.extend(
            sentence(Message(N_("{distance_m} over its limit"), {"distance_m": run.distance_m}))
            for run in over
        )
        if place in pain:
            parts.append(sentence(Message(N_("pain up to {score}/10"), {"score": pain[place]})))
        marks.append(Mark(float(place), " · ".join(parts), week=week.start))
    return marks


def week_table(
    weeks: Sequence[ShownWeek],
    tiers: Mapping[int, Tier],
    pain: Mapping[int, int],
    measure: WeekMeasure,
) -> Table:
    """Return a row for each week; the arguments are those of ``week_marks``."""
    word, name = WORDS[measure], COLUMN_NAMES[measure]
    columns = (
        Column(heading=N_("Week from"), name="week_from", word=weekday_day),
        Column(heading=TITLES[measure], name=name, word=word),
        Column(heading=N_("Planned"), name=f"planned_{name}", word=word),
        Column(heading=N_("Runs"), name="runs", word=number),
        Column(heading=N_("Runs over their limit"), name="runs_over_limit", word=number),
        Column(heading=N_("Strongest pain, of 10"), name="strongest_pain", word=number),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            week.start,
            week.done,
            week.planned,
            len(week.runs),
            sum(run.activity_id in tiers for run, _ in week.runs),
            pain.get(place),
        )
        for place, week in enumerate(weeks)
    ]
    return Table(columns, tuple(rows))
