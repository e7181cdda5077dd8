"""The time zones there are, to choose from and to complete what is typed."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Return the IANA names in their order; read from the disk once."""
    return tuple(sorted(available_timezones()))


def complete_zones(field: QLineEdit) -> None:
    """Offer the zones that contain what is typed into a field."""
    zones = QCompleter(zone_names(), field)
    zones.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    zones.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(zones)
