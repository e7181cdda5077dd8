"""What the person says of the files of an import that the files do not say themselves."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from runadvisor.domain.activity import StartPrecision

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runadvisor.sources.column_mapping import ColumnMapping
    from runadvisor.sources.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a run was, and how long it took, where its file holds no times."""

    day: date
    start: time | None = None
    """By the clock of the place; ``None`` where only the day is known."""
    duration_s: float | None = None
    """Seconds in motion, as typed; a file that tells them itself comes first."""

    @property
    def wall(self) -> datetime:
        """Naive wall clock of the start; noon where only the day is known."""
        return datetime.combine(self.day, self.start or time(12))

    @property
    def precision(self) -> StartPrecision:
        """How exactly the start is known."""
        return StartPrecision.DAY if self.start is None else StartPrecision.MINUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What is known about files from outside of them."""

    mapping: ColumnMapping | None = None
    """What the person says of the lists of this import."""
    remembered: Mapping[str, ColumnMapping] = field(default_factory=dict[str, "ColumnMapping"])
    """``header_key`` of a list -> what the person said of such lists before."""
    dating: Dating | None = None
    """Of a file without times."""
    about: Place | None = None
    """The one file that mapping and dating are about; ``None`` for all of this import."""
    today: date | None = None
    """Rows after tomorrow were planned, not done; ``None`` to believe every date."""

    def at(self, place: Place) -> Choices:
        """Return what is known of the file at a place."""
        if self.about in {None, place}:
            return self
        return replace(self, mapping=None, dating=None)


NO_CHOICES = Choices()
