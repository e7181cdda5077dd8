"""Hills in the place of fast parts: for who climbs anyway, and while nothing speaks against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from runadvisor.domain.athlete import Experience
from runadvisor.domain.plan import DayKind, GoalKind
from runadvisor.domain.text import N_
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.plan.exercises import QUINOLONE_DAYS
from runadvisor.training_load.spikes import BASELINE_DAYS
from runadvisor.warning.rules.hills import DOWNHILL, SORE_DAYS, UPHILL
from runadvisor.warning.rules.hip_flexor import HIP_FLEXOR_LOAD
from runadvisor.warning.rules.previous_injury import recent_injuries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from runadvisor.domain.exercise import ExerciseLimits
    from runadvisor.domain.plan import Goal, PlannedDay
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.training_load.exposures import RunExposure
    from runadvisor.warning.rule import Facts

FEWEST_HILLY_RUNS: Final = 2
LEAST_CLIMB_M: Final = 60
LEAST_PER_KM: Final = 10
"""A run is hilly from so many metres of climb, in all and on each kilometre; our choice."""
CLIMB_STEP_M: Final = 10
_SLOPE_RULES: Final = frozenset(rule.rule_id for rule in (UPHILL, DOWNHILL, HIP_FLEXOR_LOAD))

SORE = N_("{run_date}: no hills before four weeks without pain; they come last. Our choice.")
WARNED = N_("{run_date}: no hills while a warning about climb, descent or the hip flexors stands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hills:
    """What hilly runs a plan may hold, and what it must not."""

    against: str | None
    """Why a hilly run is too soon, also one set by hand; ``None`` while nothing says so."""
    are_drafted: bool
    """Whether a draft may offer them of its own accord."""
    climbs: tuple[tuple[date, float], ...]
    """Day and metres of climb of recent runs, of descent where that is known to be less."""

    def climb_m(self, day: date, before: Iterable[PlannedDay]) -> int | None:
        """Return the most climb of a hilly run on a day; ``None`` where none is drafted.

        No more than one run of the 30 days before has held, so that no rule about climb or
        descent can speak of it (R12, R13).

        Args:
            day: The day of the run.
            before: The planned days before it: their hills count as run.
        """
        if not self.are_drafted:
            return None
        first = day - timedelta(days=BASELINE_DAYS)
        planned = ((each.date, each.climb_m) for each in before if each.climb_m is not None)
        known = (*self.climbs, *planned)
        most_m = max((metres for on, metres in known if first <= on < day), default=0)
        climb_m = int(most_m) // CLIMB_STEP_M * CLIMB_STEP_M
        return climb_m if climb_m >= LEAST_CLIMB_M else None


def is_hilly_turn(before: Iterable[PlannedDay]) -> bool:
    """Whether the next hard run of a plan is the hilly one: fast parts and hills take turns.

    Fast parts begin, and never both in one week: one thing is raised at a time (P06).
    """
    kinds = [day.kind for day in before if day.kind in {DayKind.HARD, DayKind.HILLS}]
    return bool(kinds) and kinds[-1] is DayKind.HARD


def hills_of(
    known: Facts, standing: Sequence[TrainingWarning], *, goal: Goal, limits: ExerciseLimits
) -> Hills:
    """Return which hilly runs a plan may hold.

    Args:
        known: What was run and written down.
        standing: The warnings that stand.
        goal: What the weeks are for; towards more kilometres they alone are raised (P06).
        limits: What is known of medicines that weaken tendons.
    """
    against = _against(known, standing)
    lately = known.as_of - timedelta(days=BASELINE_DAYS)
    recent = [exposure for exposure in known.exposures if exposure.date >= lately]
    quinolone = limits.days_since_quinolone
    is_fit = (
        against is None
        and known.athlete.experience is not Experience.NEW
        and not recent_injuries(known, known.as_of)
        and (quinolone is None or quinolone > QUINOLONE_DAYS)
        and sum(_is_hilly(exposure) for exposure in recent) >= FEWEST_HILLY_RUNS
    )
    return Hills(
        against=against,
        are_drafted=is_fit and goal.kind is not GoalKind.BUILD,
        climbs=tuple(_climbs(recent)),
    )


def _against(known: Facts, standing: Sequence[TrainingWarning]) -> str | None:
    first = known.as_of - timedelta(days=SORE_DAYS - 1)
    entries = (entry for of_spot in known.pain.values() for entry in of_spot)
    if any(entry.date >= first and entry.is_painful for entry in entries):
        return SORE
    if any(warning.rule in _SLOPE_RULES for card in standing for warning in card.every):
        return WARNED
    return None


def _is_hilly(exposure: RunExposure) -> bool:
    run = exposure.run
    if not run.distance_m or run.elevation_gain_m is None:
        return False
    per_km = run.elevation_gain_m / (run.distance_m / METRES_PER_KILOMETRE)
    return run.elevation_gain_m >= LEAST_CLIMB_M and per_km >= LEAST_PER_KM


def _climbs(exposures: Iterable[RunExposure]) -> Iterator[tuple[date, float]]:
    """Yield the climb of each run of which it is known."""
    for exposure in exposures:
        up_m, down_m = exposure.run.elevation_gain_m, exposure.run.elevation_loss_m
        if up_m is not None:
            yield exposure.date, min(up_m, up_m if down_m is None else down_m)
