"""``runadvisor load``: distance and load week by week."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from defusedcsv import csv

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened
from runadvisor.cli.json_output import dumped, load_json, week_rows
from runadvisor.cli.load_words import load_words
from runadvisor.cli.tables import table
from runadvisor.wording import distance, full_day, minutes, number

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from runadvisor.advisor import Advice

WEEKS_SHOWN = 26
"""Of the table and the chart, where the runner names no number; half a year."""
_CHART_SIZE_PX = (1200, 540)
_CHART_DPI = 150


def run(arguments: Namespace) -> ExitCode:
    """Print the weeks up to a day, and draw them where asked."""
    with opened(arguments.history) as advisor:
        advice = advisor.advice(as_of=arguments.as_of or clock.today())
    shown = arguments.weeks or WEEKS_SHOWN
    if arguments.chart is not None:
        _save_chart(advice, arguments.chart, weeks=shown)
    since = None if arguments.weeks is None else _first_day(advice, arguments.weeks)
    if arguments.json:
        print(dumped(load_json(advice, since=since)))
    elif arguments.csv:
        _write_csv(advice, since)
    else:
        print("\n".join(_lines(advice, _first_day(advice, shown))))
        if arguments.chart is not None:
            print(f"\nChart written to {arguments.chart}")
    return ExitCode.DONE


def _first_day(advice: Advice, weeks: int) -> date:
    return advice.load.week_of(advice.as_of) - timedelta(weeks=weeks - 1)


def _lines(advice: Advice, since: date) -> Iterator[str]:
    rows = week_rows(advice, since=since)
    if not rows:
        yield f"No activities up to {full_day(advice.as_of)}."
        return
    yield from table(
        ("Week of", ">Runs", ">Distance", ">Longest", ">Running", ">Load", ">Rest days"),
        [
            (
                row["start"],
                str(row["runs"]),
                distance(row["distance_m"]),
                distance(row["longest_run_m"]),
                minutes(row["moving_time_s"]),
                number(row["load"]),
                str(row["rest_days"]),
            )
            for row in rows
        ],
    )
    yield ""
    yield f"Up to {full_day(advice.as_of)}."
    yield from load_words(advice)


def _write_csv(advice: Advice, since: date | None) -> None:
    rows = week_rows(advice, since=since)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([row[column] for column in _COLUMNS] for row in rows)


def _save_chart(advice: Advice, path: Path, *, weeks: int) -> None:
    # matplotlib takes longer to load than the rest of the command.
    from runadvisor.charts.palette import LIGHT  # noqa: PLC0415 - start-up time
    from runadvisor.charts.save import save_chart  # noqa: PLC0415 - start-up time
    from runadvisor.charts.weekly_load import weekly_load_figure  # noqa: PLC0415 - start-up time

    figure = weekly_load_figure(
        advice, palette=LIGHT, weeks=weeks, size_px=_CHART_SIZE_PX, dpi=_CHART_DPI
    )
    save_chart(figure, path)


_COLUMNS = (
    *("start", "distance_m", "moving_time_s", "load"),
    *("runs", "rest_days", "longest_run_m", "running_load"),
)
