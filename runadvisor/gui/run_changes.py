"""What the history page can do to activities, each with its name and a sentence for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.gui.run_rows import Column
from runadvisor.history import requests
from runadvisor.history.changes import EditField
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Sport
    from runadvisor.gui.change_stack import ChangeStack
    from runadvisor.gui.run_rows import RunRow
    from runadvisor.history.changes import EditValue
    from runadvisor.history.clock import ClockFix
    from runadvisor.history.doubtful import DoubtfulPair
    from runadvisor.history.requests import Typed

FIELDS = {
    Column.TITLE: EditField.NAME,
    Column.SPORT: EditField.SPORT,
    Column.DISTANCE: EditField.DISTANCE_M,
    Column.TIME: EditField.MOVING_TIME_S,
    Column.RPE: EditField.SESSION_RPE,
}


class RunChanges:
    """Asks the stack; what is done is undone from the Edit menu."""

    def __init__(self, stack: ChangeStack) -> None:
        """Make changes by way of a stack."""
        self._stack = stack

    def set_value(self, rows: Sequence[RunRow], column: Column, value: EditValue) -> None:
        """Set a value of activities by hand; ``None`` takes back what was set."""
        self._edit(rows, FIELDS[column], value, _edit_name(column, len(rows)))

    def set_sport(self, rows: Sequence[RunRow], sport: Sport) -> None:
        """Say what activities were."""
        number = len(rows)
        said = ngettext(
            "{number} activity is {sport} now.", "{number} activities are {sport} now.", number
        ).format(number=wording.number(number), sport=wording.sport_name(sport).lower())
        name = _edit_name(Column.SPORT, number)
        self._edit(rows, EditField.SPORT, sport.value, name, said if number > 1 else "")

    def rate(self, rows: Sequence[RunRow], rpe: float | None) -> None:
        """Say how hard runs were, 0 to 10."""
        self._edit(rows, EditField.SESSION_RPE, rpe, _edit_name(Column.RPE, len(rows)))

    def ignore_heart_rate(self, rows: Sequence[RunRow], *, is_ignored: bool) -> None:
        """Leave the heart rate of runs out, or believe it again."""
        name = _("leaving out the heart rate") if is_ignored else _("believing the heart rate")
        self._edit(rows, EditField.IGNORES_HEART_RATE, is_ignored or None, name)

    def delete(self, rows: Sequence[RunRow]) -> None:
        """Delete activities; they can be brought back, now and later."""
        number = len(rows)
        words = {"number": wording.number(number)}
        name = ngettext("deletion of {number} activity", "deletion of {number} activities", number)
        said = ngettext("{number} activity deleted.", "{number} activities deleted.", number)
        request = partial(requests.deletion, activity_ids=_ids(rows))
        self._stack.ask(request, name.format(**words), said.format(**words))

    def bring_back(self, rows: Sequence[RunRow]) -> None:
        """Bring deleted activities back."""
        number = len(rows)
        words = {"number": wording.number(number)}
        name = ngettext("return of {number} activity", "return of {number} activities", number)
        said = ngettext("{number} activity is back.", "{number} activities are back.", number)
        request = partial(requests.return_of, activity_ids=_ids(rows))
        self._stack.ask(request, name.format(**words), said.format(**words))

    def put_clock_right(self, rows: Sequence[RunRow], fix: ClockFix | None) -> None:
        """Move what a wrong clock recorded; ``None`` believes the clock again."""
        number = len(rows)
        ids = _ids(rows)
        request = (
            partial(requests.clocks_as_recorded, activity_ids=ids)
            if fix is None
            else partial(requests.clocks_put_right, activity_ids=ids, fix=fix)
        )
        said = ngettext(
            "The clock of {number} activity is put right.",
            "The clock of {number} activities is put right.",
            number,
        )
        self._stack.ask(
            request, _("putting the clock right"), said.format(number=wording.number(number))
        )

    def type_in(self, run: Typed) -> None:
        """Add an activity that was typed in."""
        self._stack.ask(
            lambda _index: requests.typed_in(run),
            _("activity typed in"),
            _("Added: {sport} of {day}.").format(
                sport=wording.sport_name(run.sport).lower(),
                day=wording.full_day(run.local_start.date()),
            ),
        )

    def take_apart(self, recording_id: int) -> None:
        """Make a recording an activity of its own."""
        self._stack.ask(
            partial(requests.split, recording_id=recording_id),
            _("taking apart"),
            _("Taken apart: two activities now."),
        )

    def join(self, pair: DoubtfulPair) -> None:
        """Make two activities one."""
        ids = pair.one.activity_id, pair.other.activity_id
        self._stack.ask(
            partial(requests.joined, activity_ids=ids), _("joining"), _("Joined: one run now.")
        )

    def keep_apart(self, pair: DoubtfulPair) -> None:
        """Say that two activities are two, so that nobody asks again."""
        request = partial(
            requests.kept_apart, one=pair.one.activity_id, other=pair.other.activity_id
        )
        self._stack.ask(request, _("keeping two runs"), _("Kept as two; this is not asked again."))

    def _edit(
        self,
        rows: Sequence[RunRow],
        field: EditField,
        value: EditValue,
        name: str,
        said: str = "",
    ) -> None:
        request = partial(requests.edit, activity_ids=_ids(rows), field=field, value=value)
        self._stack.ask(request, name, said)


def _ids(rows: Sequence[RunRow]) -> list[int]:
    return [row.activity.activity_id for row in rows]


def _edit_name(column: Column, number: int) -> str:
    if number > 1:
        return ngettext(
            "change of {number} activity", "change of {number} activities", number
        ).format(number=wording.number(number))
    return {
        Column.TITLE: _("change of title"),
        Column.SPORT: _("change of sport"),
        Column.DISTANCE: _("change of distance"),
        Column.TIME: _("change of time"),
        Column.RPE: _("change of effort"),
    }[column]
