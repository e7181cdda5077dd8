"""When a run was whose file holds no times: options, and what they come to."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date, time
from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.words import WrongUseError
from runadvisor.language import _
from runadvisor.sources.choices import Dating
from runadvisor.sources.parse import duration_s

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable


def add_dating(parser: ArgumentParser, *, day: Callable[[str], date]) -> None:
    """Add the options; ``day`` reads a date."""
    group = parser.add_argument_group(_("of one file that holds no times"))
    group.add_argument("--date", metavar="DATE", type=day, help=_("the day you ran it"))
    group.add_argument(
        "--start", metavar="TIME", type=_start, help=_("when you set out, such as 07:30")
    )
    group.add_argument(
        "--duration", metavar="TIME", type=_duration, help=_("how long you ran, such as 52:10")
    )


def dating_of(arguments: Namespace) -> Dating | None:
    """Return what was said of the one file of an import.

    Raises:
        WrongUseError: It is said of several files, of a day to come, or without a day.
    """
    if arguments.date is None:
        if arguments.start is not None or arguments.duration is not None:
            raise WrongUseError(_("Say the day as well: --date 2026-01-31."))
        return None
    if len(arguments.paths) != 1 or arguments.paths[0].is_dir():
        raise WrongUseError(_("--date is the day of one run: import that file by itself."))
    if arguments.date > clock.today():
        raise WrongUseError(_("--date is a day to come: what is planned is not imported."))
    return Dating(day=arguments.date, start=arguments.start, duration_s=arguments.duration)


def _start(text: str) -> time:
    try:
        start = time.fromisoformat(text)
        if start.isoformat("minutes") == text:
            return start
    except ValueError:
        pass
    raise ArgumentTypeError(_("“{text}” is no time of day: write it as 07:30").format(text=text))


def _duration(text: str) -> float:
    seconds = duration_s(text)
    if seconds:
        return seconds
    raise ArgumentTypeError(
        _("“{text}” is no duration: write it as 52:10 or 1:05:00").format(text=text)
    )
