"""How often the rules speak: ``python -m benchmarks.alarms``.

New warnings per month of running, by rule and tier, over the sample history, over invented
runners of five kinds, and over the real histories in ``../shared/samples`` where they are
there. A month of running is a calendar month with a run in it. One run is one card, and a
card counts once, for the rule that speaks on it. Each kind that breaks the budget is named
with the rule that takes most of it; nothing here fails.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from runadvisor.advisor import Advisor, sample_history
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Activity, RunLabel, Sport, ZoneSource
from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.warning import Tier
from runadvisor.history.store import History
from runadvisor.warning.assess import assess
from runadvisor.warning.rule import facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BUDGET = {Tier.ACT: 1.0, Tier.WATCH: 3.0}
"""Most new warnings a month: of act and above, and of watch."""
SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples"
FEWEST_RUNS = 50
FIRST_DAY = date(2022, 1, 3)
INVENTED_WEEKS = 104
RUNNERS_OF_A_KIND = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of runner; distances in metres."""

    name: str
    run_days: tuple[int, ...]
    hard_days: tuple[int, ...] = ()
    hard_spread: int = 0
    """Days by which a hard day may slip."""
    climb_per_km: float = 0.0
    easy_m: float = 8_000
    long_m: float = 15_000


KINDS = (
    Kind(name="3 days, flat", run_days=(1, 3, 6)),
    Kind(name="4 days, mixed", run_days=(1, 3, 5, 6), hard_days=(1,)),
    Kind(name="5 days, hilly", run_days=(1, 2, 3, 5, 6), hard_days=(1, 3), climb_per_km=15),
    Kind(name="6 days, mixed", run_days=(0, 1, 2, 3, 5, 6), hard_days=(1, 3), hard_spread=1),
    Kind(name="7 days, flat", run_days=(0, 1, 2, 3, 4, 5, 6)),
)


def main() -> None:
    """Count and print."""
    with tempfile.TemporaryDirectory() as folder:
        _print("sample history", [_sample(Path(folder))])
    for kind in KINDS:
        _print(kind.name, [invented(kind, seed) for seed in range(RUNNERS_OF_A_KIND)])
    for name, activities in _real():
        _print(name, [activities])


def invented(kind: Kind, seed: int) -> list[Activity]:
    """Return two years of an invented runner: weeks that waver, some runs missed, a rest week.

    The same seed always gives the same runner.
    """
    random = Random(f"{kind.name} {seed}")  # noqa: S311 - invented runners, no secret
    made: list[Activity] = []
    level = 1.0
    for week in range(INVENTED_WEEKS):
        level = min(max(level * random.gauss(1.003, 0.04), 0.7), 1.6)
        share = level * (0.65 if week % 4 == 3 else 1.0)
        slip = random.randint(0, kind.hard_spread)
        for weekday in kind.run_days:
            if random.random() < 0.08:
                continue
            usual_m = kind.long_m if weekday == max(kind.run_days) else kind.easy_m
            metres = round(max(usual_m * share * random.gauss(1, 0.1), 2_000))
            is_hard = weekday in {day + slip for day in kind.hard_days}
            day = FIRST_DAY + timedelta(days=7 * week + weekday)
            made.append(_run(len(made) + 1, day, metres, is_hard=is_hard, kind=kind, random=random))
    return made


def _run(
    number: int, day: date, metres: int, *, is_hard: bool, kind: Kind, random: Random
) -> Activity:
    moving_time_s = metres * (0.30 if is_hard else 0.36)
    climb_m = metres / 1000 * kind.climb_per_km * random.uniform(0.4, 1.6)
    return Activity(
        activity_id=number,
        started_at=datetime(day.year, day.month, day.day, 17, tzinfo=UTC),
        zone="UTC",
        zone_source=ZoneSource.SOURCE,
        local_date=day,
        sport=Sport.RUN,
        distance_m=float(metres),
        moving_time_s=moving_time_s,
        elapsed_time_s=moving_time_s,
        elevation_gain_m=climb_m,
        elevation_loss_m=climb_m,
        label=RunLabel.TEMPO if is_hard else None,
    )


def _sample(folder: Path) -> tuple[Activity, ...]:
    with History.open(sample_history(folder)) as history:
        return history.activities()


def _real() -> Iterator[tuple[str, tuple[Activity, ...]]]:
    """Yield each folder of real files that holds a history worth counting."""
    folders = sorted(SAMPLES.iterdir()) if SAMPLES.is_dir() else []
    for folder in folders:
        if not folder.is_dir():
            continue
        with (
            tempfile.TemporaryDirectory() as place,
            History.open(Path(place) / "h.runadvisor") as history,
        ):
            advisor = Advisor(history, catalog=load_catalog(), athlete=NOBODY)
            advisor.import_files([folder], home_zone="UTC")
            activities = history.activities()
        if sum(activity.is_run for activity in activities) >= FEWEST_RUNS:
            yield f"real: {folder.name}", activities


def _print(name: str, histories: Sequence[Sequence[Activity]]) -> None:
    counts: Counter[tuple[str, Tier]] = Counter()
    months = 0
    for activities in histories:
        run_days = [a.local_date for a in activities if a.is_run]
        months += len({(day.year, day.month) for day in run_days})
        known = facts(activities, as_of=max(run_days))
        counts.update((card.rule, card.tier) for card in assess(known).raised)
    out = sys.stdout
    runs = sum(a.is_run for activities in histories for a in activities)
    out.write(f"\n{name}: {runs:,} runs in {months} months of running\n")
    out.write(f"  {'':<7}{'info':>7}{'watch':>7}{'act +':>7}   a month\n")
    for rule in sorted({rule for rule, _ in counts}):
        out.write(f"  {rule:<7}{_row(counts, months, rule)}\n")
    out.write(f"  {'all':<7}{_row(counts, months, None)}\n")
    for tier, most in BUDGET.items():
        spoken = _a_month(counts, months, None, tier)
        if spoken > most:
            loud = max({r for r, _ in counts}, key=lambda r: _a_month(counts, months, r, tier))
            out.write(f"  OVER the budget of {most:g} {tier.slug} a month, most of it {loud}\n")


def _row(counts: Counter[tuple[str, Tier]], months: int, rule: str | None) -> str:
    tiers = (Tier.INFO, Tier.WATCH, Tier.ACT)
    return "".join(f"{_a_month(counts, months, rule, tier):>7.2f}" for tier in tiers)


def _a_month(counts: Counter[tuple[str, Tier]], months: int, rule: str | None, tier: Tier) -> float:
    """Return warnings a month of one rule or of all; act stands for itself and above."""
    return (
        sum(
            number
            for (spoke, at), number in counts.items()
            if rule in {None, spoke} and (at is tier or (tier is Tier.ACT and at > Tier.ACT))
        )
        / months
    )


if __name__ == "__main__":
    main()
