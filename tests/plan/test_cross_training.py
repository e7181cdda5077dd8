"""What stands in for a run: by what is sore, with the reason and how sure it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runadvisor import wording
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Sport
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Answer, Diary
from runadvisor.domain.plan import DayKind
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.plan.cross_training import (
    BONE,
    CALF,
    ELSEWHERE,
    FRONT_HIP,
    NOTHING_SORE,
    OUTER_HIP,
    SEVERAL,
    SIT_BONE,
    advice_for,
    chosen_sport,
)
from tests.builders import activity
from tests.diaries import pain
from tests.plan.test_held_back import MONDAY, STEADY, plan

S = BodySite
EVERY = (NOTHING_SORE, BONE, FRONT_HIP, OUTER_HIP, SIT_BONE, CALF, ELSEWHERE, SEVERAL)


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        ((), NOTHING_SORE),
        ((S.KNEE_FRONT,), ELSEWHERE),
        ((S.KNEE_FRONT, S.KNEE_OUTER), ELSEWHERE),
        ((S.KNEE_FRONT, S.ACHILLES), SEVERAL),
        ((S.FRONT_HIP,), FRONT_HIP),
        ((S.FRONT_HIP, S.ADDUCTOR), FRONT_HIP),
        ((S.OUTER_HIP,), OUTER_HIP),
        ((S.SIT_BONE,), SIT_BONE),
        ((S.ACHILLES, S.CALF), CALF),
        ((S.ACHILLES, S.OUTER_HIP), SEVERAL),
        ((S.ACHILLES, S.MIDFOOT), BONE),
    ],
)
def test_the_sore_place_decides(sites: tuple[BodySite, ...], expected: object) -> None:
    assert advice_for(sites) is expected


def test_every_advice_names_its_source_and_is_weak_but_for_the_trial_of_endurance() -> None:
    sources = load_catalog().citations
    for advice in EVERY:
        assert set(advice.citations) <= sources.keys()
        is_plain = advice is NOTHING_SORE
        assert advice.grade is (EvidenceGrade.MODERATE if is_plain else EvidenceGrade.WEAK)
        assert (advice.avoid is None) is is_plain


def test_a_sore_front_hip_rows_and_cycles_nowhere() -> None:
    assert not {Sport.RIDE, Sport.ROW} & set(FRONT_HIP.sports)
    assert FRONT_HIP.avoid is not None
    for word in ("bike", "deep water", "rowing", "kicking"):
        assert word in wording.sentence(FRONT_HIP.avoid)


def test_the_runners_own_sport_stays_where_it_spares_the_sore_place() -> None:
    assert chosen_sport(FRONT_HIP, Sport.SWIM) is Sport.SWIM
    assert chosen_sport(FRONT_HIP, Sport.RIDE) is Sport.ELLIPTICAL
    assert chosen_sport(NOTHING_SORE, Sport.ROW) is Sport.ROW
    assert chosen_sport(NOTHING_SORE, None) is None


def test_a_cyclist_with_a_sore_front_hip_is_planned_on_the_elliptical_and_told_why() -> None:
    rides = [
        activity(MONDAY - timedelta(days=7 * n + 5), number=700 + n, sport=Sport.RIDE)
        for n in range(6)
    ]
    entry = pain(S.FRONT_HIP, 1, day=MONDAY - timedelta(days=1))
    sore = plan(Diary(pain=(entry,)), runs=[*STEADY, *rides])
    cross = next(day for day in sore.days if day.kind is DayKind.CROSS)
    assert wording.sentence(cross.title) == "Elliptical"
    assert "work of the muscles there" in wording.sentence(cross.reason)
    assert sore.cross is FRONT_HIP


def test_running_stopped_for_pain_leaves_cross_training_and_any_other_stop_does_not() -> None:
    red = plan(Diary(pain=(pain(S.CALF, 6, day=MONDAY),)))
    assert red.stopped is not None
    assert red.stopped.tier is Tier.STOP_RUN
    assert red.cross is CALF
    locked = plan(Diary(pain=(pain(S.FRONT_HIP, 6, day=MONDAY, answers={"rest": Answer.YES}),)))
    assert locked.stopped is not None
    assert locked.cross is None
