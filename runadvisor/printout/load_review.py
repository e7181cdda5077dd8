"""One page for somebody who sees the runner: weeks, spikes, pain, injuries, medicines, numbers."""

from __future__ import annotations

from datetime import date, timedelta
from math import isnan
from typing import TYPE_CHECKING, Any

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.diary import Answer
from runadvisor.language import _, ngettext
from runadvisor.printout.choices import AS_USUAL, PrintChoices
from runadvisor.printout.handout import Handout, Items, Part, Table, Words, handout
from runadvisor.training_load.data_quality import data_quality
from runadvisor.training_load.quality_messages import quality_messages
from runadvisor.training_load.spikes import SpikeBand, session_spikes
from runadvisor.training_load.unit_messages import unit_messages
from runadvisor.wording import (
    UNKNOWN,
    day_range,
    distance,
    full_day,
    long_day_range,
    number,
    ratio,
    region_words,
    sentence,
    short_day,
    site_words,
    tier_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.diary import HealthAnswer
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.training_load.spikes import SessionSpike

WEEKS = 12
SPIKES = 6
PAIN_DAYS = 56
PAIN_ROWS = 8
_SPIKES = frozenset({SpikeBand.SMALL, SpikeBand.LARGE, SpikeBand.DOUBLE})


def load_review(advice: Advice, catalog: Catalog, *, choices: PrintChoices = AS_USUAL) -> Handout:
    """Word what was run and felt, for somebody who examines the runner.

    Args:
        advice: Of the day.
        catalog: The questions behind the answers on health.
        choices: How it is printed.
    """
    weeks = advice.load.weekly.tail(WEEKS)
    starts: list[date] = [stamp.date() for stamp in weeks.index]
    first = starts[0] if starts else advice.as_of
    return handout(
        advice,
        title=_("Load review"),
        period=long_day_range(first, advice.as_of),
        parts=(
            Words(title=_("Today"), lines=tuple(_today(advice))),
            _weeks(advice),
            _spikes(advice),
            _pain(advice),
            Items(title=_("Injuries"), lines=tuple(_injuries(advice))),
            Items(title=_("Health and medicines"), lines=tuple(_health(advice, catalog))),
            Words(title=_("The numbers, and how they are made"), lines=tuple(_numbers(advice))),
        ),
        choices=choices,
    )


def _today(advice: Advice) -> Iterator[str]:
    for warning in advice.standing:
        yield _("{tier}: {words}").format(
            tier=tier_word(warning.tier), words=sentence(warning.message)
        )
    if not advice.standing:
        yield _("No warning stands.")


def _weeks(advice: Advice) -> Part:
    rows: list[tuple[date, dict[Any, Any]]] = [
        (stamp.date(), row)
        for stamp, row in zip(
            advice.load.weekly.tail(WEEKS).index,
            advice.load.weekly.tail(WEEKS).to_dict("records"),
            strict=True,
        )
    ]
    most_m = max((row["distance_m"] for _start, row in rows), default=0) or 1
    return Table(
        title=_("The last {number} weeks").format(number=WEEKS),
        head=(
            *(_("week"), _("distance"), _("runs"), _("longest"), _("rest days")),
            _("running load"),
        ),
        rows=tuple(
            (
                day_range(start, min(start + timedelta(days=DAYS_PER_WEEK - 1), advice.as_of)),
                distance(row["distance_m"]),
                number(row["runs"]),
                distance(row["longest_run_m"]) if row["longest_run_m"] else UNKNOWN,
                number(row["rest_days"]),
                _whole(row["running_load"]),
            )
            for start, row in rows
        ),
        is_number=(False, True, True, True, True, True),
        bars=tuple(float(row["distance_m"] / most_m) for _start, row in rows),
        bar_head=_("distance"),
        nothing=_("Nothing was recorded."),
    )


def _spikes(advice: Advice) -> Part:
    found = [one for one in session_spikes(advice.load.sessions) if one.band in _SPIKES]
    return Table(
        title=_("Runs much longer than any of the 30 days before"),
        head=(_("day"), _("run"), _("longest before"), _("ratio")),
        rows=tuple(_spike(one) for one in reversed(found[-SPIKES:])),
        is_number=(False, True, True, True),
        nothing=_("None in this history."),
    )


def _spike(spike: SessionSpike) -> tuple[str, ...]:
    return (
        full_day(spike.session.date),
        distance(spike.session.distance_m),
        UNKNOWN if spike.longest is None else distance(spike.longest.distance_m),
        UNKNOWN if spike.ratio is None else ratio(spike.ratio),
    )


def _pain(advice: Advice) -> Part:
    since = advice.as_of - timedelta(days=PAIN_DAYS)
    entries = [entry for entry in advice.diary.pain if entry.date > since and entry.is_painful]
    entries.sort(key=lambda entry: entry.date, reverse=True)
    return Table(
        title=_("Pain written down, 0 to 10, last 8 weeks"),
        head=(_("day"), _("where"), _("in the run"), _("after"), _("next morning"), _("walking")),
        rows=tuple(
            (
                short_day(entry.date),
                site_words(entry.site, entry.side),
                *map(_score, (entry.during, entry.after, entry.morning, entry.walking)),
            )
            for entry in entries[:PAIN_ROWS]
        ),
        is_number=(False, False, True, True, True, True),
        nothing=_("None was written down. That is not the same as none."),
    )


def _injuries(advice: Advice) -> Iterator[str]:
    for injury in advice.diary.injuries:
        region = region_words(f"{injury.region.value}/{injury.side.value}")
        if injury.end is None:
            words = _("{part}: since {day}").format(part=region, day=full_day(injury.start))
        else:
            words = _("{part}: {days}").format(
                part=region, days=long_day_range(injury.start, injury.end)
            )
        yield f"{words}. {injury.note}" if injury.note else f"{words}."
    if not advice.diary.injuries:
        yield _("None was written down.")


def _health(advice: Advice, catalog: Catalog) -> Iterator[str]:
    latest: dict[object, HealthAnswer] = {}
    for answer in sorted(advice.diary.health, key=lambda answer: answer.entered_at):
        latest[answer.item] = answer
    asked = {question.item: question.ask for question in catalog.health}
    said = [one for one in latest.values() if one.answer is not Answer.NO and one.item in asked]
    words = {Answer.YES: _("yes"), Answer.UNKNOWN: _("does not know")}
    for one in said:
        answer = words[one.answer]
        if one.day is not None:
            answer = _("{answer}, {day}").format(answer=answer, day=full_day(one.day))
        yield f"{asked[one.item]} {answer}."
    denied = sum(one.answer is Answer.NO for one in latest.values())
    if denied and not said:
        yield ngettext(
            "{number} question was answered with no.",
            "{number} questions were answered with no.",
            denied,
        ).format(number=number(denied))
    elif denied:
        yield ngettext(
            "{number} other question was answered with no.",
            "{number} other questions were answered with no.",
            denied,
        ).format(number=number(denied))
    open_ = len(asked.keys() - latest.keys())
    if open_:
        yield ngettext(
            "{number} question was not answered.", "{number} questions were not answered.", open_
        ).format(number=number(open_))


def _numbers(advice: Advice) -> Iterator[str]:
    if advice.load.is_empty:
        yield _("Nothing was recorded.")
        return
    last = advice.load.daily.iloc[-1]
    acute, chronic = (
        _whole(last[name] * DAYS_PER_WEEK)
        for name in ("running_acute_load", "running_chronic_load")
    )
    uncoupled = UNKNOWN if isnan(last["acwr_uncoupled"]) else ratio(last["acwr_uncoupled"])
    yield _(
        "Running load of the last 7 days {acute}; of 28 days, a week, {chronic}. Last week against "
        "the three weeks before it: {ratio}, a description and no alarm."
    ).format(acute=acute, chronic=chronic, ratio=uncoupled)
    yield " ".join(sentence(one) for one in unit_messages(advice.load.running))
    quality = data_quality(advice.activities, as_of=advice.as_of, features=advice.work.features)
    yield " ".join(sentence(one) for one in quality_messages(quality))
    for gap in advice.load.gaps[-3:]:
        days = long_day_range(gap.first_day, gap.last_day)
        yield _("Nothing recorded: {days}.").format(days=days)


def _whole(value: float) -> str:
    return UNKNOWN if isnan(value) else number(value)


def _score(value: int | None) -> str:
    return UNKNOWN if value is None else str(value)
