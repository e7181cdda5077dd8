"""R01: one run much longer than the longest of the 30 days before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.training_load.limits import HOLD_DAYS
from runadvisor.training_load.spikes import (
    SMALLEST_SPIKE_M,
    SessionSpike,
    SpikeBand,
    is_spike,
)
from runadvisor.warning.rule import Rule
from runadvisor.warning.rules.data_quality import is_short_history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.text import Value
    from runadvisor.training_load.runs import RunSession
    from runadvisor.warning.rule import Facts

_TIERS = {SpikeBand.SMALL: Tier.WATCH, SpikeBand.LARGE: Tier.ACT, SpikeBand.DOUBLE: Tier.ACT}

_SURE = {
    SpikeBand.SMALL: N_(
        "One large study: 5,205 runners, 588,071 runs. After a run 10 to 30 % longer than "
        "the month’s longest, injuries were about 1.6 times as frequent, yet still under "
        "1 in 100 runs."
    ),
    SpikeBand.LARGE: N_(
        "One large study: 5,205 runners, 588,071 runs. After a run 30 to 100 % longer than "
        "the month’s longest, injuries were about 1.5 times as frequent, yet still under "
        "1 in 100 runs."
    ),
    SpikeBand.DOUBLE: N_(
        "One large study: 5,205 runners, 588,071 runs. After a run more than twice as long as "
        "the month’s longest, injuries were about 2.3 times as frequent, yet still under "
        "1 in 100 runs."
    ),
}
_NOT_SHOWN = N_(
    "Cause. Runners reported injuries themselves, hills and pace were not counted, 22 % were "
    "women. Watch and act did not differ in rate: the word is our caution."
)
_SURE_NOTHING = N_(
    "This is a note, not a finding: there is nothing to compare with, or too little."
)
_NOT_SHOWN_NOTHING = N_("Whether runs like this matter: the study compared longer jumps than this.")


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    for judged in known.spikes:
        spike = judged.spike
        if spike.longest is None:
            yield _no_baseline(spike, is_first=spike.session is known.sessions[0])
        else:
            is_short = is_short_history(known, spike.session)
            yield _spike(spike, spike.longest, judged.next_limit_m, is_short=is_short)


def _spike(
    spike: SessionSpike, longest: RunSession, limit_m: int | None, *, is_short: bool
) -> TrainingWarning:
    session = spike.session
    counts = is_spike(session.distance_m, longest.distance_m)
    until = session.date + timedelta(days=HOLD_DAYS)
    values: dict[str, Value] = {
        "distance_m": session.distance_m,
        "longest_m": longest.distance_m,
        "ratio": session.distance_m / longest.distance_m,
        "band": spike.band.value,
        "run_date": session.date,
        "run_weekday": session.date,
        "longest_date": longest.date,
        "jump_percent": (session.distance_m / longest.distance_m - 1) * 100,
        "limit_m": limit_m,
        "until_date": until,
        "confidence": "low" if is_short else "full",
    }
    return TrainingWarning(
        rule=SESSION_SPIKE.rule_id,
        code="session-spike" if counts else "session-spike-small",
        tier=_TIERS[spike.band] if counts else Tier.INFO,
        # A short history makes a thin baseline: of two grades the weaker.
        grade=EvidenceGrade.WEAK if is_short or not counts else SESSION_SPIKE.grade,
        date=session.date,
        clears_on=until + ONE_DAY if counts else session.date + ONE_DAY,
        activity_ids=(*session.activity_ids, *longest.activity_ids),
        tissues=SESSION_SPIKE.tissues,
        title=Message(
            N_("A run much longer than usual") if counts else N_("A run a little longer than usual")
        ),
        message=_message(values, counts=counts),
        values=values,
        clears=_clears(values, counts=counts),
        advice=_advice(spike.band, values) if counts else (),
        sure=Message(_SURE[spike.band] if counts else _SURE_NOTHING),
        not_shown=Message(_NOT_SHOWN if counts else _NOT_SHOWN_NOTHING),
        citations=SESSION_SPIKE.citations,
    )


def _message(values: dict[str, Value], *, counts: bool) -> Message:
    if counts:
        template = N_(
            "{run_weekday}’s {distance_m} was {jump_percent} longer than any run of the "
            "30 days before."
        )
    else:
        template = N_(
            "{run_weekday}’s {distance_m} was {jump_percent} longer than any run of the 30 days "
            "before, but by less than 1 km: too little to count."
        )
    return Message(template, values)


def _clears(values: dict[str, Value], *, counts: bool) -> Message:
    if counts:
        template = N_("Fourteen days at or under your limit: it ends after {until_date}.")
    else:
        template = N_("It is gone the next day.")
    return Message(template, values)


def _advice(band: SpikeBand, values: dict[str, Value]) -> tuple[Message, ...]:
    first = (
        N_(
            "Rest or easy cross-training on the day after, then three days without hard or "
            "long runs."
        )
        if band is not SpikeBand.DOUBLE
        else N_(
            "Rest or easy cross-training on the day after, and no hard or long run for five days."
        )
    )
    lines = (
        first,
        N_("Keep runs at or under {limit_m} until {until_date}."),
        N_("Look at your legs each morning for two weeks; new pain that lasts wants a look."),
    )
    return tuple(Message(line, values) for line in lines)


def _no_baseline(spike: SessionSpike, *, is_first: bool) -> TrainingWarning:
    session = spike.session
    values: dict[str, Value] = {
        "distance_m": session.distance_m,
        "longest_m": None,
        "ratio": None,
        "band": spike.band.value,
        "run_date": session.date,
        "run_weekday": session.date,
    }
    return TrainingWarning(
        rule=SESSION_SPIKE.rule_id,
        code="no-baseline",
        tier=Tier.INFO,
        grade=EvidenceGrade.WEAK,
        date=session.date,
        clears_on=session.date + ONE_DAY,
        activity_ids=session.activity_ids,
        tissues=SESSION_SPIKE.tissues,
        title=Message(
            N_("The first run of your history") if is_first else N_("The first run after a break")
        ),
        message=Message(
            N_(
                "No run in the 30 days before {run_weekday}’s {distance_m}: there is nothing to "
                "compare with."
            ),
            values,
        ),
        values=values,
        clears=Message(N_("It is gone the next day: later runs are compared with this one.")),
        advice=(Message(N_("Start short, and let the next runs grow from this one.")),),
        sure=Message(_SURE_NOTHING),
        not_shown=Message(_NOT_SHOWN_NOTHING),
        citations=("own_choice",),
    )


SESSION_SPIKE = Rule(
    rule_id="R01",
    name="session spike",
    thresholds={
        "watch_ratio": 1.10,
        "act_ratio": 1.30,
        "double_ratio": 2.00,
        "smallest_jump_m": SMALLEST_SPIKE_M,
    },
    grade=EvidenceGrade.MODERATE,
    citations=("frandsen2025",),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    is_about_load=True,
)
