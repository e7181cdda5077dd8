"""``runadvisor clock``: a watch whose clock was wrong is put right for all its runs."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.cli.activities_command import of_days
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened
from runadvisor.cli.words import WrongUseError
from runadvisor.history import requests
from runadvisor.history.clock import ClockFix
from runadvisor.history.local_day import wall_clock
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from runadvisor.domain.activity import Activity
    from runadvisor.history.changes import Change
    from runadvisor.history.index import Index


def run(arguments: Namespace) -> ExitCode:
    """Put the clock of activities right and say how the first of them stands now."""
    if not (arguments.first_day or arguments.last_day or arguments.source):
        raise WrongUseError(_("Say which: --from, --to or --source. All at once is rarely meant."))
    with opened(arguments.history) as advisor:
        chosen = [
            activity
            for activity in of_days(advisor.activities(), arguments)
            if arguments.source is None
            or arguments.source in {source.format for source in activity.sources}
        ]
        ids = [activity.activity_id for activity in chosen]
        advisor.history.ask(_request(arguments, ids))
        after = None if not chosen else advisor.history.detail(chosen[0].activity_id)
    count = ngettext("{number} activity put right.", "{number} activities put right.", len(ids))
    print(count.format(number=wording.number(len(ids))))
    if chosen and after is not None:
        print(
            _("The first began {before}, and now {after}.").format(
                before=_start(chosen[0]), after=_start(after.activity)
            )
        )
    return ExitCode.DONE


def _request(arguments: Namespace, ids: list[int]) -> Callable[[Index], Change]:
    if arguments.as_recorded:
        return partial(requests.clocks_as_recorded, activity_ids=ids)
    later = (arguments.later or timedelta()) - (arguments.earlier or timedelta())
    fix = ClockFix(is_local=arguments.local, later=later)
    return partial(requests.clocks_put_right, activity_ids=ids, fix=fix)


def _start(activity: Activity) -> str:
    wall = wall_clock(activity.started_at, activity.zone)
    return f"{wall:%Y-%m-%d %H:%M} ({activity.zone})"
