"""Ratios and seconds of the slow parts, in one table.

Machines differ and are busy: what can be a ratio is one, both sides taken in turn in the
same run, the quickest round of each counting. Nothing here fails for being slow.
"""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from benchmarks.history_page import history_page_row
from benchmarks.importing import importing_rows
from benchmarks.load import load_rows
from benchmarks.planning import planning_rows
from benchmarks.reading import reading_rows
from benchmarks.timing import Row, quickest
from runadvisor.advisor import advise
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Activity, Sport, ZoneSource
from runadvisor.domain.athlete import Athlete
from runadvisor.printout.sheet import plan_sheet
from runadvisor.printout.typeset import pdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.advisor import Advice

LAST_DAY = date(2026, 11, 22)
RUN_DAYS = (1, 2, 3, 5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much work is done."""

    points: int
    files: int
    megabytes: int
    """Of the large export of a phone."""
    years: int
    rounds: int


FULL = Size(points=40_000, files=3_000, megabytes=1_000, years=20, rounds=5)
SMOKE = Size(points=2_000, files=12, megabytes=5, years=2, rounds=1)


def main() -> None:
    """Measure everything and print the table."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="small sizes: does it still run?")
    size = SMOKE if parser.parse_args().smoke else FULL
    advice = _advice(size.years)
    rows = [
        *reading_rows(size.points, size.rounds),
        *importing_rows(size.files, size.megabytes),
        *(_advice_time(size), _plan_pdf(size, advice)),
        *load_rows(list(_activities(size.years)), LAST_DAY, size.rounds),
        *planning_rows(list(_activities(size.years)), LAST_DAY, size.rounds),
        history_page_row(list(_activities(size.years)), size.rounds),
    ]
    width = max(len(row.what) for row in rows)
    print(f"{'':<{width}}  {'measured':>10}  goal")
    for row in rows:
        print(f"{row.what:<{width}}  {row.measured:>10}  {row.goal}")


def _advice_time(size: Size) -> Row:
    activities = list(_activities(size.years))
    catalog = load_catalog()

    def ask() -> None:
        advise(activities, as_of=LAST_DAY, catalog=catalog, athlete=Athlete())

    (took,) = quickest([ask], size.rounds)
    return Row(
        what=f"load, warnings of every day and plan, {size.years} years",
        measured=f"{took:.2f} s",
        goal="at most 2 s",
    )


def _plan_pdf(size: Size, advice: Advice) -> Row:
    sheet = plan_sheet(advice, load_catalog())
    pdf(sheet)
    (took,) = quickest([lambda: pdf(sheet)], size.rounds)
    return Row(what="the plan as PDF, warm", measured=f"{took:.3f} s", goal="at most 0.1 s")


def _advice(years: int) -> Advice:
    return advise(
        list(_activities(years)), as_of=LAST_DAY, catalog=load_catalog(), athlete=Athlete()
    )


def _activities(years: int) -> Iterable[Activity]:
    first = LAST_DAY - timedelta(weeks=52 * years)
    days = [first + timedelta(days=offset) for offset in range((LAST_DAY - first).days + 1)]
    for number, day in enumerate((day for day in days if day.weekday() in RUN_DAYS), start=1):
        # Every fortieth run is far over the others, so that the rules have work.
        metres = (12_000 if day.weekday() == max(RUN_DAYS) else 5_000) + 6_000 * (number % 40 == 0)
        yield Activity(
            activity_id=number,
            started_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
            zone="UTC",
            zone_source=ZoneSource.SOURCE,
            local_date=day,
            sport=Sport.RUN,
            distance_m=float(metres),
            moving_time_s=metres * 0.36,
            elapsed_time_s=metres * 0.36,
        )
