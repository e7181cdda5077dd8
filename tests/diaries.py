"""Small diaries for tests, said in a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.body import SITES, BodySite, Side, has_sides
from runadvisor.domain.diary import (
    Answer,
    CheckIn,
    Clearance,
    Diary,
    HealthAnswer,
    HealthItem,
    IllnessSign,
    Occasion,
    PainEntry,
    Permission,
    Screening,
)
from runadvisor.warning.profile import profile_on
from runadvisor.warning.questions import spot_questions
from runadvisor.warning.rule import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.warning.rule import Facts

DAY = date(2026, 11, 24)
"""A Tuesday."""
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@cache
def knowledge() -> Catalog:
    """The catalog as it is shipped."""
    return load_catalog()


def at(day: date, hour: float = 18.0) -> datetime:
    """Return a moment of a day."""
    return datetime.combine(day, time(), UTC) + timedelta(hours=hour)


def later(days: int) -> date:
    """Return the day so many days after ``DAY``."""
    return DAY + timedelta(days=days)


def healthy(day: date = date(2026, 1, 1), **changed: Answer) -> tuple[HealthAnswer, ...]:
    """Answer every health question with no, some otherwise: ``pregnant=YES``."""
    answers = dict.fromkeys(HealthItem, NO)
    answers |= {HealthItem(key.replace("_", "-")): answer for key, answer in changed.items()}
    return tuple(
        HealthAnswer(date=day, entered_at=at(day), item=item, answer=answer)
        for item, answer in answers.items()
    )


def health(item: HealthItem, answer: Answer = YES, **fields: Any) -> HealthAnswer:
    """Return one health answer of ``DAY``."""
    day = fields.pop("date", DAY)
    return HealthAnswer(
        **{"date": day, "entered_at": at(day), "item": item, "answer": answer} | fields
    )


def pain(
    site: BodySite = BodySite.CALF,
    during: int | None = 2,
    *,
    number: int = 1,
    day: date = DAY,
    answers: Mapping[str, Answer] | None = None,
    health: Sequence[HealthAnswer] | None = None,
    **fields: Any,
) -> PainEntry:
    """Return an entry; every question of its place is a plain no unless ``answers`` says else."""
    side = fields.pop("side", Side.RIGHT if has_sides(site) else Side.MIDDLE)
    profile = profile_on(day, Diary(health=tuple(healthy() if health is None else health)), NOBODY)
    given = dict(answers or {})
    said = dict.fromkeys((*spot_questions(site, profile, {"gradual": NO}), "clot-risk"), NO)
    said |= {"growing-or-birth": NO, "bone-risk": NO}
    return PainEntry(
        **{
            "entry_id": number,
            "date": day,
            "entered_at": at(day),
            "site": site,
            "side": side,
            "during": during,
            "answers": said | given,
        }
        | fields
    )


def mornings(
    site: BodySite, scores: Iterable[int | None], *, start: date = DAY, **fields: Any
) -> tuple[PainEntry, ...]:
    """Return one entry a day with a morning score only; ``None`` leaves the day out."""
    return tuple(
        pain(site, None, number=n + 1, day=start + timedelta(days=n), morning=score, **fields)
        for n, score in enumerate(scores)
        if score is not None
    )


def night(day: date, hours: float | None = None, *illness: IllnessSign, **fields: Any) -> CheckIn:
    """Return a check-in; without signs and hours it says nothing of either."""
    signs = frozenset(illness) if illness else fields.pop("illness", None)
    return CheckIn(date=day, entered_at=at(day, 7), sleep_h=hours, illness=signs, **fields)


def told(*flags: str, day: date = DAY, hour: float = 18.0, **fields: Any) -> Screening:
    """Return the signs somebody says yes to; none of them without any."""
    return Screening(
        **{
            "date": day,
            "entered_at": at(day, hour),
            "occasion": Occasion.UNWELL,
            "any_of_these": YES if flags else NO,
            "answers": dict.fromkeys(flags, YES),
        }
        | fields
    )


def mistake(*asked: str, day: date = DAY, hour: float = 19.0, answer: Answer = NO) -> Screening:
    """Return the questions asked again, every one a plain no unless ``answer`` says else."""
    return told(day=day, hour=hour, occasion=Occasion.MISTAKE, answers=dict.fromkeys(asked, answer))


def seen(
    day: date, permission: Permission = Permission.YES, *, hour: float = 20.0, **fields: Any
) -> Clearance:
    """Return the record of a visit on a day, written down the same evening."""
    return Clearance(
        **{
            "date": day,
            "entered_at": at(day, hour),
            "seen_on": day,
            "by_whom": "Dr Berg",
            "permission": permission,
        }
        | fields
    )


def known(
    diary: Diary,
    *,
    day: date = DAY,
    runs: Sequence[Activity] = (),
    athlete: Athlete = NOBODY,
) -> Facts:
    """Return the facts of a diary on a day, with every health question answered no."""
    if not diary.health:
        diary = replace(diary, health=healthy())
    return facts(runs, as_of=day, diary=diary, athlete=athlete, catalog=knowledge())


GATED = tuple(site for site, told_of in SITES.items() if told_of.alert.value)
