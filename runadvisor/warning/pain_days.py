"""How one spot took each run: the pain rule's three bands (rules.md 28)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.body import BodySite
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.diary import HealthItem
from runadvisor.warning.gate import asks_about_limping, counts_as_yes, is_gated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import PainEntry
    from runadvisor.warning.profile import Profile

EPISODE_DAYS = 14
"""Without pain for longer, the next pain at a spot is a new one."""
BASELINE_DAYS = 7
EASY_PAIN = 2
"""Of 10, in or after a run: nothing to change."""
STOP_PAIN = 6
MORNING_STOP = 6
MORNING_RISE_GREEN = 1
"""More than usual on the next morning, and still nothing to change."""
MORNING_RISE_AMBER = 2
"""More than this is red; between whole numbers the stricter band counts."""
AMBER_WINDOW_DAYS = 14
AMBERS_TO_STOP = 3
CALM_MORNING = 2
CALM_WALKING = 1


class Band(IntEnum):
    """What a spot's answer to a run allows."""

    GREEN = 0
    AMBER = 1
    """The next run shorter, none hard."""
    RED = 2
    """No running."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainDay:
    """One spot and one day that loaded it."""

    spot: Spot
    day: date
    in_running: int | None
    """The stronger of during and after; ``None``: not said."""
    next_morning: int | None
    usual_morning: float
    """Median of the mornings of the seven days before; 0 without any."""
    limps: bool
    lasts_an_hour: bool
    """Still there an hour after the run, or not said."""

    @property
    def morning_rise(self) -> float | None:
        """The next morning above the usual one; ``None`` where it is not said."""
        return None if self.next_morning is None else self.next_morning - self.usual_morning


@dataclass(frozen=True, slots=True, kw_only=True)
class PainTurn:
    """A day's band as it became known, or rose, on a later day."""

    told_on: date
    """The day of the entry that made it so."""
    band: Band
    pain_day: PainDay
    is_third_amber: bool = False


def pain_turns(
    spot: Spot, entries: Sequence[PainEntry], profile_on: Callable[[date], Profile]
) -> tuple[PainTurn, ...]:
    """Return every amber and red of a spot, on the day it became known.

    Each rests on entries up to that day only.
    """
    turns: list[PainTurn] = []
    bands: dict[date, Band] = {}
    for told_on in sorted({entry.date for entry in entries}):
        past = [entry for entry in entries if entry.date <= told_on]
        told = [entry for entry in past if entry.date == told_on]
        for day in sorted({day for entry in told for day in _days_of(entry)}):
            pain_day = _pain_day(spot, day, past)
            band = band_of(pain_day, profile_on(told_on))
            bands_now = {**bands, day: band}
            is_third = band is Band.AMBER and _ambers(bands_now, day) >= AMBERS_TO_STOP
            band = Band.RED if is_third else band
            if band > bands.get(day, Band.GREEN):
                turns.append(
                    PainTurn(told_on=told_on, band=band, pain_day=pain_day, is_third_amber=is_third)
                )
            bands[day] = max(band, bands.get(day, Band.GREEN))
    return tuple(turns)


def band_of(pain_day: PainDay, profile: Profile) -> Band:
    """Return the band of a day, by the class of its place.

    Front of the knee: nothing may be left an hour later or next morning. Gated places:
    their gate is open, so they are muscle or tendon, but 3-5 is not run on.
    """
    band = _plain_band(pain_day)
    site = pain_day.spot.site
    if is_gated(site) and (pain_day.in_running or 0) > EASY_PAIN:
        band = Band.RED
    if band is Band.GREEN and site is BodySite.KNEE_FRONT and _lingers(pain_day):
        band = Band.AMBER
    if band is Band.GREEN and profile.says_yes(HealthItem.NUMB_FEET):
        # Where feeling is lost a low number protects nobody (rules.md 11).
        band = Band.AMBER
    return band


def calm_again(turn: PainTurn, entries: Sequence[PainEntry]) -> date | None:
    """Return the day a stop ends: the second of two calm mornings in a row, walking at 0-1.

    Both mornings come after the day of the stop, so that it lasts 48 hours at least.
    """
    usual = turn.pain_day.usual_morning
    calm = {
        day
        for day in {entry.date for entry in entries if entry.date > turn.told_on}
        if _is_calm([entry for entry in entries if entry.date == day], usual)
    }
    return min((day for day in calm if day - ONE_DAY in calm), default=None)


def calm_at_earliest(turn: PainTurn, entries: Sequence[PainEntry], *, day: date) -> date:
    """Return the first day from ``day`` on that may end a stop, by what is entered up to it."""
    usual = turn.pain_day.usual_morning

    def may_be_calm(on: date) -> bool:
        said = [entry for entry in entries if entry.date == on]
        return on > turn.told_on and (on >= day if not said else _is_calm(said, usual))

    ahead = (day + timedelta(days=offset) for offset in range(4))
    # The two days after the next two are still unsaid: the search always ends.
    return next(on for on in ahead if may_be_calm(on) and may_be_calm(on - ONE_DAY))


def _is_calm(entries: Sequence[PainEntry], usual: float) -> bool:
    mornings = [entry.morning for entry in entries if entry.morning is not None]
    walking = [entry.walking for entry in entries if entry.walking is not None]
    return (
        bool(mornings and walking)
        and max(mornings) <= min(CALM_MORNING, usual + 1)
        and max(walking) <= CALM_WALKING
        and not any(entry.is_painful and _limps(entry) for entry in entries)
    )


def _plain_band(pain_day: PainDay) -> Band:
    pain = pain_day.in_running or 0
    rise = pain_day.morning_rise
    morning = pain_day.next_morning or 0
    is_up = rise is not None and rise > MORNING_RISE_GREEN
    is_red = (
        pain >= STOP_PAIN
        or pain_day.limps
        or morning >= MORNING_STOP
        or (rise is not None and rise > MORNING_RISE_AMBER)
        or (pain > EASY_PAIN and is_up)
    )
    if is_red:
        return Band.RED
    return Band.AMBER if pain > EASY_PAIN or is_up else Band.GREEN


def _lingers(pain_day: PainDay) -> bool:
    rise = pain_day.morning_rise
    return pain_day.lasts_an_hour or (rise is not None and rise > 0)


def _ambers(bands: dict[date, Band], day: date) -> int:
    first = day - timedelta(days=AMBER_WINDOW_DAYS - 1)
    return sum(band is Band.AMBER for d, band in bands.items() if first <= d <= day)


def _days_of(entry: PainEntry) -> Iterator[date]:
    """Yield the loading days an entry speaks of."""
    if entry.in_running is not None:
        yield entry.loading_date
    if entry.morning is not None:
        yield entry.date - ONE_DAY
    if entry.in_running is None and entry.morning is None:
        yield entry.date


def _pain_day(spot: Spot, day: date, past: Sequence[PainEntry]) -> PainDay:
    of_run = [e for e in past if e.in_running is not None and e.loading_date == day]
    of_morning = [e for e in past if e.morning is not None and e.date == day + ONE_DAY]
    silent = [e for e in past if e.in_running is None and e.morning is None and e.date == day]
    usual = [
        e.morning
        for e in past
        if e.morning is not None and day - timedelta(days=BASELINE_DAYS) < e.date <= day
    ]
    said = [*of_run, *of_morning, *silent]
    return PainDay(
        spot=spot,
        day=day,
        in_running=max((e.in_running or 0 for e in of_run), default=None),
        next_morning=max((e.morning or 0 for e in of_morning), default=None),
        usual_morning=float(median(usual)) if usual else 0.0,
        limps=any(e.is_painful and _limps(e) for e in said),
        lasts_an_hour=any(
            (e.in_running or 0) > 0 and counts_as_yes(e.answers, "hour") for e in of_run
        ),
    )


def _limps(entry: PainEntry) -> bool:
    """Whether a place that asks about limping has no plain no."""
    return asks_about_limping(entry.site) and counts_as_yes(entry.answers, "limp")
