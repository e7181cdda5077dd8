"""``runadvisor restore``: a copy in the place of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.exit_code import ExitCode
from runadvisor.history.backup import restore
from runadvisor.history.store import History
from runadvisor.language import _, ngettext
from runadvisor.settings import default_history_path
from runadvisor.wording import full_day, number

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from runadvisor.domain.activity import Activity


def run(arguments: Namespace) -> ExitCode:
    """Put the copy in place, and say what it holds and where the other history is."""
    path = arguments.history or default_history_path()
    if arguments.history is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    kept = restore(arguments.file, path)
    with History.open(path) as history:
        activities = history.activities()
    print(_holds(path, activities))
    if kept is not None:
        print(_("What was there is kept as {kept}").format(kept=kept))
    return ExitCode.DONE


def _holds(path: Path, activities: Sequence[Activity]) -> str:
    if not activities:
        return _("{path} holds no activity now.").format(path=path)
    return ngettext(
        "{path} holds {number} activity now, of {day}.",
        "{path} holds {number} activities now, the last on {day}.",
        len(activities),
    ).format(path=path, number=number(len(activities)), day=full_day(activities[-1].local_date))
