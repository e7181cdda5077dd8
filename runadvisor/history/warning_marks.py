"""What the runner said of warnings, as the text a history keeps: one JSON object, key -> mark."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from runadvisor.domain.warning import Tier
from runadvisor.domain.warning_mark import NO_MARK, WarningMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.history.store import History

WARNING_MARKS = "warning_marks"
"""Key of the history's note that holds them."""


def warning_marks(history: History) -> dict[str, WarningMark]:
    """Return every mark, by the key of its warning."""
    return marks_of(history.note(WARNING_MARKS))


def keep_mark(history: History, key: str, mark: WarningMark) -> WarningMark:
    """Keep the mark of one warning, and return the one it had before.

    Raises:
        HistoryError: The file cannot be written.
    """
    marks = warning_marks(history)
    before = marks.get(key, NO_MARK)
    history.set_note(WARNING_MARKS, marks_text({**marks, key: mark}))
    return before


def marks_text(marks: Mapping[str, WarningMark]) -> str:
    """Return marks as JSON; one that says nothing is left out."""
    return json.dumps(
        {key: _row(mark) for key, mark in sorted(marks.items()) if mark != NO_MARK},
        ensure_ascii=False,
    )


def marks_of(text: str | None) -> dict[str, WarningMark]:
    """Return the marks of a text; what a newer version wrote, or a hand put wrong, is passed over.

    A warning whose mark cannot be read is shown as if nothing had been said of it.
    """
    try:
        rows = json.loads(text or "{}")
    except ValueError:
        return {}
    marks: dict[str, WarningMark] = {}
    for key, row in rows.items() if isinstance(rows, dict) else ():
        try:
            marks[key] = _mark(row)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
    return marks


def _row(mark: WarningMark) -> dict[str, Any]:
    row = {
        "seen_on": mark.seen_on and mark.seen_on.isoformat(),
        "snoozed_until": mark.snoozed_until and mark.snoozed_until.isoformat(),
        "snoozed_tier": mark.snoozed_tier and mark.snoozed_tier.slug,
        "note": mark.note,
    }
    return {name: value for name, value in row.items() if value}


def _mark(row: Mapping[str, Any]) -> WarningMark:
    tiers = {tier.slug: tier for tier in Tier}
    seen_on, until, tier = (row.get(n) for n in ("seen_on", "snoozed_until", "snoozed_tier"))
    return WarningMark(
        seen_on=None if seen_on is None else date.fromisoformat(seen_on),
        snoozed_until=None if until is None else date.fromisoformat(until),
        snoozed_tier=None if tier is None else tiers[tier],
        note=str(row.get("note", "")),
    )
