"""R17: the first week of somebody new to running."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.athlete import Experience
from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.warning.rule import Facts


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.athlete.experience is not Experience.NEW or not known.sessions:
        return
    first = known.sessions[0].date
    for session in known.sessions:
        if session.date - first >= timedelta(days=DAYS_PER_WEEK):
            return
        if session.distance_m > at["most_m"]:
            yield Finding(
                code="first-week-run",
                tier=Tier.WATCH,
                date=session.date,
                stands_days=DAYS_PER_WEEK + 1,
                activity_ids=session.activity_ids,
                values={
                    "distance_m": session.distance_m,
                    "most_m": at["most_m"],
                    "run_weekday": session.date,
                },
            )


NOVICE_START = Pattern(
    rule_id="R17",
    name="first week",
    thresholds={"most_m": 3_000},
    grade=EvidenceGrade.WEAK,
    citations=("nielsen2014_novices",),
    tissues=ALL_TISSUES,
    words={
        "first-week-run": Words(
            title=N_("A long way for a first week"),
            message=N_(
                "{run_weekday}’s {distance_m}: more than {most_m} in the first week of running."
            ),
            clears=N_("A week without another such run: it is gone on {clears_date}."),
            advice=(
                N_("Walk and run in turns, up to {most_m} at a time."),
                N_("Leave a day without running between two runs."),
            ),
        )
    },
    sure=N_(
        "One study of new runners: in a part of them, more were injured when the first week held "
        "over 3 km."
    ),
    not_shown=N_("That the same holds for all new runners; we take it so, to be careful."),
    found=_found,
).rule()
