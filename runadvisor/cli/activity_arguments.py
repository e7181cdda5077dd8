"""Options of ``activities`` and ``clock``: which of them, and what is to be done to them."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.language import _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable
    from datetime import date

_TIME = re.compile(r"(?:(\d{1,5})d)?\s*(?:(\d{1,2}):([0-5]\d)(?::([0-5]\d))?)?")


def add_days(parser: ArgumentParser, *, day: Callable[[str], date]) -> None:
    """Add a range of days; ``day`` reads a date."""
    for option, dest, words in (
        ("--from", "first_day", _("first day, such as 2026-01-31")),
        ("--to", "last_day", _("last day, included")),
    ):
        parser.add_argument(option, metavar="DATE", type=day, dest=dest, help=words)


def add_deleted(parser: ArgumentParser) -> None:
    """Add what is asked of deleted activities."""
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--deleted", action="store_true", help=_("those that you deleted instead"))
    kind.add_argument(
        "--bring-back", metavar="ID", type=int, action="append", help=_("undelete this one")
    )


def add_clock(parser: ArgumentParser, *, day: Callable[[str], date]) -> None:
    """Add what was wrong with a clock, and with whose."""
    add_days(parser, day=day)
    parser.add_argument(
        "--source",
        metavar="FORMAT",
        help=_("only those that came as gpx, tcx, fit, garmin-csv …"),
    )
    wrong = parser.add_mutually_exclusive_group(required=True)
    wrong.add_argument(
        "--later",
        metavar="TIME",
        type=_time,
        help=_("the clock was behind: 1:00, 365d or 1d2:30 is added"),
    )
    wrong.add_argument(
        "--earlier",
        metavar="TIME",
        type=_time,
        help=_("the clock was ahead: so much is taken off"),
    )
    wrong.add_argument(
        "--local", action="store_true", help=_("local times were written as if they were UTC")
    )
    wrong.add_argument(
        "--as-recorded", action="store_true", help=_("take every correction of theirs back")
    )


def _time(text: str) -> timedelta:
    found = _TIME.fullmatch(text)
    parts = found.groups() if found is not None else (None,) * 4
    days, hours, minutes, seconds = (int(part or 0) for part in parts)
    time = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if time:
        return time
    raise ArgumentTypeError(
        _("“{text}” is no such time: write 1:00, 365d or 1d2:30").format(text=text)
    )
