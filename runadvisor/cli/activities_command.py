"""``runadvisor activities``: what is in the history."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from defusedcsv import csv

from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened
from runadvisor.cli.json_output import activities_json, activity_json, dumped
from runadvisor.cli.tables import shortened, table
from runadvisor.domain.errors import RunAdvisorError
from runadvisor.domain.text import N_
from runadvisor.history import requests
from runadvisor.language import _, ngettext
from runadvisor.wording import UNKNOWN, distance, duration, number, sport_name

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.history.store import History

_NAME_COLUMNS = 26
_HEADERS = (N_("Day"), N_("Sport"), N_(">Distance"), N_(">Moving"), N_(">Pulse"), N_("Name"))
"""``>`` stands before what is set to the right."""


def run(arguments: Namespace) -> ExitCode:
    """Print the activities of a range of days, both included."""
    with opened(arguments.history) as advisor:
        history = advisor.history
        if arguments.bring_back:
            return _bring_back(history, arguments.bring_back)
        kept = history.deleted_activities() if arguments.deleted else history.activities()
    chosen = of_days(kept, arguments)
    if arguments.json:
        print(dumped(activities_json(chosen)))
    elif arguments.csv:
        _write_csv(chosen)
    else:
        print("\n".join(_deleted_lines(chosen) if arguments.deleted else _lines(chosen)))
    return ExitCode.DONE


def of_days(activities: Iterable[Activity], arguments: Namespace) -> list[Activity]:
    """Return the activities of the range of days, both included."""
    return [
        activity
        for activity in activities
        if (arguments.first_day is None or activity.local_date >= arguments.first_day)
        and (arguments.last_day is None or activity.local_date <= arguments.last_day)
    ]


def _bring_back(history: History, ids: Sequence[int]) -> ExitCode:
    unknown = set(ids) - {activity.activity_id for activity in history.deleted_activities()}
    if unknown:
        raise RunAdvisorError(
            _("No deleted activity has the number {id}: “activities --deleted” lists them.").format(
                id=min(unknown)
            )
        )
    history.ask(partial(requests.return_of, activity_ids=ids))
    back = ngettext("{number} activity is back.", "{number} activities are back.", len(ids))
    print(back.format(number=number(len(ids))))
    return ExitCode.DONE


def _deleted_lines(activities: Sequence[Activity]) -> Iterator[str]:
    """Yield what was deleted, by number, and what brings it back."""
    if activities:
        yield from table(
            (_(">Number"), *map(_, _HEADERS)),
            [(str(activity.activity_id), *_row(activity)) for activity in activities],
        )
        yield ""
    count = ngettext("{count} deleted activity.", "{count} deleted activities.", len(activities))
    yield count.format(count=number(len(activities)))
    if activities:
        yield _("To have one back: runadvisor activities --bring-back {id}").format(
            id=activities[0].activity_id
        )


def _lines(activities: Sequence[Activity]) -> Iterator[str]:
    if activities:
        yield from table(
            tuple(map(_, _HEADERS)),
            [_row(activity) for activity in activities],
        )
        yield ""
    yield ngettext("{count} activity.", "{count} activities.", len(activities)).format(
        count=number(len(activities))
    )


def _row(activity: Activity) -> tuple[str, ...]:
    pulse = activity.average_heart_rate_bpm
    return (
        activity.local_date.isoformat(),
        sport_name(activity.sport),
        distance(activity.distance_m),
        duration(activity.moving_time_s),
        UNKNOWN if pulse is None else f"{pulse:.0f}",
        shortened(activity.name or "", _NAME_COLUMNS),
    )


def _write_csv(activities: Sequence[Activity]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    rows = [activity_json(activity) for activity in activities]
    columns = [*_COLUMNS, "sources"]
    writer.writerow(columns)
    for row in rows:
        sources = "; ".join(
            f"{source['path']}#{source['member']}" if source["member"] else source["path"]
            for source in row["sources"]
        )
        writer.writerow([*(row[column] for column in _COLUMNS), sources])


_COLUMNS = (
    *("id", "started_at", "local_date", "zone", "sport", "name", "distance_m"),
    *("moving_time_s", "elapsed_time_s", "elevation_gain_m", "elevation_loss_m"),
    *("average_heart_rate_bpm", "max_heart_rate_bpm", "average_cadence_spm", "points"),
    *("session_rpe", "session_load", "session_load_method"),
)
