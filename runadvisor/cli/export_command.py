"""``runadvisor export``: everything that is kept, as one folder to read without the app."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened
from runadvisor.cli.progress import CLEAR_LINE
from runadvisor.export.folder import check_target, export_all
from runadvisor.language import _, ngettext
from runadvisor.wording import number

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> ExitCode:
    """Write the folder and print what is in it."""
    check_target(arguments.folder)
    is_watched = sys.stderr.isatty()
    with opened(arguments.history) as advisor:
        done = export_all(
            advisor,
            arguments.folder,
            as_of=arguments.as_of or clock.today(),
            progress=_show if is_watched else lambda _done, _total: None,
        )
    if is_watched:
        sys.stderr.write(CLEAR_LINE)
    activities = ngettext("{number} activity", "{number} activities", done.activities).format(
        number=number(done.activities)
    )
    tracks = ngettext("{number} track", "{number} tracks", done.tracks).format(
        number=number(done.tracks)
    )
    print(
        _(
            "{activities} and {tracks} are written to {folder}; README.txt says what is what."
        ).format(activities=activities, tracks=tracks, folder=done.folder)
    )
    return ExitCode.DONE


def _show(done: int, total: int) -> None:
    tracks = _("{number} of {total} tracks").format(number=number(done), total=number(total))
    sys.stderr.write(f"{CLEAR_LINE}{tracks}")
    sys.stderr.flush()
