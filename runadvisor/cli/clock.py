"""The one place where a command asks what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return today where this computer is."""
    return datetime.now(UTC).astimezone().date()


def now() -> datetime:
    """Return this moment, aware, UTC."""
    return datetime.now(UTC)
