"""Answers about oneself as text and back; what cannot be is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.domain.units import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runadvisor.gui.zone_names import zone_names
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

SLOWEST_S_PER_KM, FASTEST_S_PER_KM = 15 * 60, 2 * 60 + 30
ZONE_EDGES = 4


def whole_number(low: int, high: int, *, what: str) -> Callable[[str], int]:
    """Return a reader of whole numbers within bounds, both included."""

    def read(text: str) -> int:
        if text.isdecimal() and low <= int(text) <= high:
            return int(text)
        words = _("{what} is a whole number from {low} to {high}.")
        raise ValueError(words.format(what=what, low=low, high=high))

    return read


def beats(low: int, high: int, *, what: str) -> Callable[[str], float]:
    """Return a reader of beats per minute."""
    read = whole_number(low, high, what=what)
    return lambda text: float(read(text))


def beats_words(beats_per_minute: float) -> str:
    """Return ``168``."""
    return f"{beats_per_minute:.0f}"


def speed_of_pace(text: str) -> float:
    """Return metres per second of ``5:30`` or ``5:30 /km``, in miles where those are spoken.

    Raises:
        ValueError: It is no pace of a runner.
    """
    minutes, _colon, seconds = (
        text.removesuffix(f"/{wording.distance_unit()}").strip().partition(":")
    )
    if minutes.isdecimal() and seconds.isdecimal() and int(seconds) < SECONDS_PER_MINUTE:
        pace_s = int(minutes) * SECONDS_PER_MINUTE + int(seconds)
        speed_mps = wording.unit_metres() / max(pace_s, 1)
        if FASTEST_S_PER_KM <= METRES_PER_KILOMETRE / speed_mps <= SLOWEST_S_PER_KM:
            return speed_mps
    msg = _("A pace is written as minutes and seconds of a {unit}, such as 5:30.").format(
        unit=wording.distance_unit()
    )
    raise ValueError(msg)


def pace_words(speed_mps: float) -> str:
    """Return ``5:30 /km``."""
    return wording.pace(METRES_PER_KILOMETRE / speed_mps)


def zone_edges(text: str) -> tuple[float, ...]:
    """Return four rising heart rates of ``112, 130, 149, 167``.

    Raises:
        ValueError: There are not four, or they do not rise.
    """
    parts = text.replace(",", " ").split()
    edges = tuple(float(part) for part in parts if part.isdecimal())
    if len(edges) == len(parts) == ZONE_EDGES and list(edges) == sorted(set(edges)):
        return edges
    msg = _("Four rising heart rates, where zones 2, 3, 4 and 5 begin: 112, 130, 149, 167.")
    raise ValueError(msg)


def zone_words(edges: tuple[float, ...]) -> str:
    """Return ``112, 130, 149, 167``."""
    return ", ".join(beats_words(edge) for edge in edges)


def home_zone(text: str) -> str:
    """Return the name of a time zone.

    Raises:
        ValueError: There is none of that name.
    """
    if text in zone_names():
        return text
    msg = _("There is no such time zone: write it like Europe/Berlin.")
    raise ValueError(msg)
