"""The gate of groin and front hip, question by question, and its course over several entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import SITES, Alert, BodySite
from runadvisor.domain.diary import Diary, HealthItem
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.gate import Gate, gate_of, groin_gate
from runadvisor.warning.questions import open_questions, spot_questions
from runadvisor.warning.rules.red_flag import standing_signs
from tests.diaries import (
    DAY,
    NO,
    UNKNOWN,
    YES,
    health,
    healthy,
    knowledge,
    known,
    later,
    pain,
    seen,
)

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.diary import Answer, Clearance, HealthAnswer, PainEntry
    from runadvisor.warning.profile import Profile

S = BodySite
GROIN = tuple(site for site, told in SITES.items() if told.alert is Alert.GROIN)
SIGNS = ("walk", "rest", "rising", "landing")


def profile(*answers: HealthAnswer, birth_year: int | None = 1985) -> Profile:
    athlete = Athlete(birth_year=birth_year)
    return known(Diary(health=answers or healthy()), athlete=athlete).profile(DAY)


def signs(*entries: PainEntry, day: date, visits: tuple[Clearance, ...] = ()) -> set[str]:
    diary = Diary(pain=entries, clearances=visits)
    return {told.flag.flag_id for told in standing_signs(known(diary, day=day))}


def answers(**changed: Answer) -> dict[str, Answer]:
    return dict.fromkeys((*SIGNS, "gradual"), NO) | changed


@pytest.mark.parametrize("site", GROIN)
def test_the_gate_holds_at_every_groin_place(site: BodySite) -> None:
    shut = gate_of(pain(site, 1, answers={"rest": YES}), profile())
    assert shut is not None
    assert shut.gate is Gate.CLOSED
    calm = gate_of(pain(site, 0, answers={"rest": YES}), profile())
    assert calm is not None
    assert calm.gate is Gate.OPEN


def test_the_places_are_those_of_the_table() -> None:
    assert set(GROIN) == {S.FRONT_HIP, S.DEEP_GROIN, S.ADDUCTOR, S.PUBIC_BONE, S.DEEP_THIGH}


@pytest.mark.parametrize("question", SIGNS)
@pytest.mark.parametrize("answer", [YES, UNKNOWN])
def test_g1_to_g4_yes_or_not_known_close_it(question: str, answer: Answer) -> None:
    result = groin_gate(answers(**{question: answer}), profile())
    assert (result.gate, result.reasons) == (Gate.CLOSED, (question,))


@pytest.mark.parametrize("question", SIGNS)
def test_g1_to_g4_left_open_close_it(question: str) -> None:
    given = answers()
    del given[question]
    assert groin_gate(given, profile()).gate is Gate.CLOSED


def test_all_no_opens_it() -> None:
    assert groin_gate(answers(), profile()).gate is Gate.OPEN


@pytest.mark.parametrize(
    ("answered", "asked_now", "gate"),
    [
        (healthy(absorption=YES), {}, Gate.CLOSED),
        (healthy(), {}, Gate.OPEN),
        (healthy(absorption=UNKNOWN), {}, Gate.CLOSED),
        (healthy(absorption=UNKNOWN), {"bone-risk": NO}, Gate.OPEN),
        (healthy(absorption=UNKNOWN), {"bone-risk": UNKNOWN}, Gate.CLOSED),
    ],
)
def test_g5_any_bone_risk(
    answered: tuple[HealthAnswer, ...], asked_now: dict[str, Answer], gate: Gate
) -> None:
    assert groin_gate(answers() | asked_now, profile(*answered)).gate is gate


def test_g6_under_18_pregnant_or_within_a_year_after_a_birth() -> None:
    assert groin_gate(answers(), profile(birth_year=2010)).gate is Gate.CLOSED
    assert groin_gate(answers(), profile(*healthy(pregnant=YES))).gate is Gate.CLOSED
    for days, gate in ((365, Gate.CLOSED), (366, Gate.OPEN)):
        born = (*healthy(), health(HealthItem.BIRTH, day=later(-days)))
        assert groin_gate(answers(), profile(*born)).gate is gate
    no_age = profile(birth_year=None)
    assert groin_gate(answers(), no_age).gate is Gate.CLOSED
    assert groin_gate(answers() | {"growing-or-birth": NO}, no_age).gate is Gate.OPEN


def test_a_birthday_that_may_still_come_counts_as_under_18() -> None:
    assert profile(birth_year=DAY.year - 18).is_minor
    assert not profile(birth_year=DAY.year - 19).is_minor


@pytest.mark.parametrize("answer", [YES, UNKNOWN, None])
def test_only_g7_is_a_stop_of_seven_days(answer: Answer | None) -> None:
    given = {} if answer is None else {"gradual": answer}
    entry = pain(S.FRONT_HIP, 1, answers=given)
    if answer is None:
        left = {q: a for q, a in entry.answers.items() if q != "gradual"}
        entry = replace(entry, answers=left)
    (stop,) = [w for w in standing_warnings(known(Diary(pain=(entry,)))) if w.tier >= Tier.STOP_RUN]
    assert (stop.tier, stop.code) == (Tier.STOP_RUN, "sign-u-a-week")


BEGAN = pain(S.FRONT_HIP, 1, answers={"gradual": YES})


def asked_again(day: int, during: int | None = 0, *, number: int = 2, **given: Answer) -> PainEntry:
    return pain(
        S.FRONT_HIP, during, number=number, day=later(day), answers={"gradual": YES, **given}
    )


def test_the_wait_ends_on_day_seven_with_four_plain_no() -> None:
    assert signs(BEGAN, asked_again(6), day=later(6)) == {"U-a-week"}
    assert signs(BEGAN, asked_again(7), day=later(7)) == set()
    assert signs(BEGAN, asked_again(7, 1), day=later(7)) == set()
    assert signs(BEGAN, day=later(30)) == {"U-a-week"}
    assert signs(BEGAN, asked_again(7, 0, rest=UNKNOWN), day=later(7)) == {"U-a-week"}


def test_a_second_entry_within_the_wait_does_not_begin_it_anew() -> None:
    entries = (BEGAN, asked_again(4, 1), asked_again(7, 1, number=3))
    assert signs(*entries, day=later(7)) == set()


def test_a_sign_within_the_wait_closes_the_gate() -> None:
    assert "U-a" in signs(BEGAN, asked_again(3, 1, rest=YES), day=later(3))


def test_pain_again_on_two_runs_after_the_wait_closes_the_gate() -> None:
    released = (BEGAN, asked_again(7))
    once = (*released, asked_again(9, 2, number=3))
    twice = (*once, asked_again(11, 2, number=4))
    assert "U-a" not in signs(*once, day=later(9))
    assert "U-a" in signs(*twice, day=later(11))
    easy = (*released, asked_again(9, 1, number=3), asked_again(11, 1, number=4))
    assert signs(*easy, day=later(11)) == set()


def test_two_entries_of_one_run_are_one_run() -> None:
    same = [asked_again(9, 2, number=n) for n in (3, 4)]
    assert "U-a" not in signs(BEGAN, asked_again(7), *same, day=later(9))


def test_after_28_calm_days_pain_begins_anew() -> None:
    again = asked_again(7 + 29, 1, number=3)
    assert signs(BEGAN, asked_again(7), again, day=later(36)) == {"U-a-week"}


def test_after_a_visit_the_old_beginning_is_not_held_against_the_runner_for_28_days() -> None:
    visit = (seen(later(3)),)
    assert signs(BEGAN, day=later(3), visits=visit) == set()
    assert signs(BEGAN, asked_again(20, 1), day=later(20), visits=visit) == set()
    assert signs(BEGAN, asked_again(40, 1), day=later(40), visits=visit) == {"U-a-week"}
    assert signs(BEGAN, asked_again(20, 1, rest=YES), day=later(20), visits=visit) == {"U-a"}


def test_only_the_questions_of_the_spot_are_asked() -> None:
    assert spot_questions(S.FRONT_HIP, profile(), {}) == (*SIGNS, "gradual")
    sudden = spot_questions(S.FRONT_HIP, profile(), {"gradual": NO})
    assert sudden == (*SIGNS, "gradual", "pop-sit", "no-lift")
    unknown = spot_questions(
        S.FRONT_HIP, known(Diary(health=(health(HealthItem.CLOT, NO),))).profile(DAY), {}
    )
    assert set(unknown) == {*SIGNS, "gradual", "growing-or-birth", "bone-risk"}
    assert spot_questions(S.OUTER_HIP, profile(), {}) == ("limp", "sleepless")
    assert spot_questions(S.CALF, profile(*healthy(clot=YES)), {}) == (
        *("limp", "sleepless", "swollen", "constant", "pop-push"),
    )


def test_no_question_asks_for_a_hop() -> None:
    asks = " ".join(question.ask for question in knowledge().questions.values())
    assert "hop" not in asks.replace("hopping", "")
    assert "Please do not try" in knowledge().questions["landing"].ask


def test_open_questions_are_those_without_a_plain_answer() -> None:
    given = answers(rest=UNKNOWN)
    del given["walk"]
    assert open_questions(S.ADDUCTOR, profile(), given) == ("walk", "rest")
