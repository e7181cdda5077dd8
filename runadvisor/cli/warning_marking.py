"""Say of a warning that it was seen, put it aside, or note something, from the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from runadvisor.cli.words import WrongUseError
from runadvisor.domain.errors import RunAdvisorError
from runadvisor.domain.warning_mark import NO_MARK
from runadvisor.history.warning_marks import keep_mark
from runadvisor.language import _
from runadvisor.warning.marks import acknowledged, brought_back, mark_of, noted, put_aside, refusal
from runadvisor.wording import sentence

if TYPE_CHECKING:
    from argparse import Namespace

    from runadvisor.advisor import Advice
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark
    from runadvisor.history.store import History


def wants_marking(arguments: Namespace) -> bool:
    """Whether a command line says something of a warning."""
    return any((arguments.acknowledge, arguments.snooze, arguments.note, arguments.unmark))


def keep_marks(history: History, advice: Advice, arguments: Namespace) -> None:
    """Keep all that a command line says of warnings; nothing is kept unless all of it can be.

    Raises:
        WrongUseError: There is no such warning, or the day is none.
        RunAdvisorError: It may not be put aside.
        HistoryError: The history cannot be written.
    """
    changed: dict[str, WarningMark] = {}

    def called(key: str) -> tuple[TrainingWarning, WarningMark]:
        warning = _called(advice, key)
        return warning, changed.get(key, mark_of(warning, advice.marks))

    for key in arguments.unmark or ():
        called(key)
        changed[key] = NO_MARK
    for key in arguments.acknowledge or ():
        changed[key] = acknowledged(called(key)[1], on=advice.as_of)
    for key, until in arguments.snooze or ():
        changed[key] = _aside(*called(key), today=advice.as_of, until=_day(until))
    for key, text in arguments.note or ():
        changed[key] = noted(called(key)[1], text)
    for key, mark in changed.items():
        keep_mark(history, key, mark)


def _aside(warning: TrainingWarning, mark: WarningMark, *, today: date, until: date) -> WarningMark:
    if until == today:
        return brought_back(mark)
    why = refusal(warning, today=today, until=until)
    if why is not None:
        raise RunAdvisorError(sentence(why))
    return put_aside(warning, mark, today=today, until=until)


def _called(advice: Advice, key: str) -> TrainingWarning:
    for warning in (*advice.standing, *reversed(advice.raised)):
        if warning.mark_key == key:
            return warning
    raise WrongUseError(
        _("No warning is called “{key}”. Each is named by its key: runadvisor warnings").format(
            key=key
        )
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUseError(
            _("“{text}” is no day. Write it like 2026-11-22.").format(text=text)
        ) from None
