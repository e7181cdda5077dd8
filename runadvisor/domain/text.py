"""Sentences before they are worded: a template and its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = str | int | float | date | None
"""What fills a template; how it is shown follows from its name."""


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate here"
    """Mark a sentence for translation and return it unchanged."""
    return sentence


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence whose ``{values}`` the wording fills in, by the unit in their names.

    ``{distance_m}`` becomes "17.4 km", ``{from_date}`` "Sunday 6 December",
    ``{ratio}`` "1.24", ``{jump_percent}`` "24 %"; anything else is printed as it is.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
