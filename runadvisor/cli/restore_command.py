"""``runadvisor restore``: a copy in the place of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.tables import counted
from runadvisor.history.backup import restore
from runadvisor.history.store import History
from runadvisor.settings import default_history_path
from runadvisor.wording import full_day

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> ExitCode:
    """Put the copy in place, and say what it holds and where the other history is."""
    path = arguments.history or default_history_path()
    if arguments.history is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    kept = restore(arguments.file, path)
    with History.open(path) as history:
        activities = history.activities()
    until = f", the last on {full_day(activities[-1].local_date)}" if activities else ""
    print(f"{path} holds {counted(len(activities), 'activity', 'activities')} now{until}.")
    if kept is not None:
        print(f"What was there is kept as {kept}")
    return ExitCode.DONE
