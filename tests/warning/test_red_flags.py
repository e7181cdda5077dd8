"""One claim per row of the tables of signs, and how a lock ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import BodySite, Side
from runadvisor.domain.diary import Diary, HealthItem, IllnessSign, Occasion, Permission
from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.warning import Tier
from runadvisor.plan.draft import draft_plan
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.questions import general_signs
from runadvisor.warning.red_flags import may_be_taken_back, taking_back
from runadvisor.warning.rules.red_flag import standing_signs
from tests.builders import weekly_runs
from tests.diaries import (
    DAY,
    GATED,
    NO,
    UNKNOWN,
    YES,
    at,
    health,
    healthy,
    knowledge,
    known,
    later,
    mistake,
    night,
    pain,
    seen,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import DrawFn

    from runadvisor.domain.diary import Answer, PainEntry
    from runadvisor.domain.knowledge import RedFlag
    from runadvisor.domain.plan import TrainingPlan
    from runadvisor.domain.warning import TrainingWarning

S = BodySite
YOUNG = Athlete(birth_year=2011)
GROWN = Athlete(birth_year=1985)
RUNS = weekly_runs(8, {1: 6_000, 3: 6_000, 6: 12_000}, start=date(2026, 9, 28))


def signs(diary: Diary, *, day: date = DAY, athlete: Athlete = GROWN) -> set[str]:
    return {s.flag.flag_id for s in standing_signs(known(diary, day=day, athlete=athlete))}


def standing(
    diary: Diary, *, day: date = DAY, athlete: Athlete = GROWN
) -> tuple[TrainingWarning, ...]:
    return standing_warnings(known(diary, day=day, athlete=athlete, runs=RUNS))


def plan(diary: Diary, *, day: date = DAY, athlete: Athlete = GROWN) -> TrainingPlan:
    facts = known(diary, day=day, athlete=athlete, runs=RUNS)
    return draft_plan(facts, standing_warnings(facts), weeks=4, catalog=knowledge())


ASKED = [f for f in knowledge().red_flags if f.urgency.is_lock and f.question]


@pytest.mark.parametrize("flag", ASKED, ids=lambda flag: flag.flag_id)
def test_every_sign_asked_in_words_locks_and_leaves_no_plan(flag: RedFlag) -> None:
    diary = Diary(screenings=(told(flag.flag_id),))
    (lock,) = [w for w in standing(diary) if w.tier is Tier.LOCK]
    assert lock.values["flag"] == flag.flag_id
    assert lock.citations == flag.citations
    drafted = plan(diary)
    assert (drafted.days, drafted.weeks) == ((), ())
    assert drafted.stopped is not None
    assert drafted.stopped.tier is Tier.LOCK
    assert wording.sentence(drafted.stopped.reason)


def test_the_tables_are_complete() -> None:
    ids = {flag.flag_id for flag in knowledge().red_flags}
    assert {f"NOW-{n}" for n in range(1, 12)} <= ids
    assert {f"U-{letter}" for letter in "abcdefghijkl"} <= ids


@pytest.mark.parametrize(
    "flag",
    [f for f in knowledge().red_flags if f.urgency is not Urgency.SOON],
    ids=lambda f: f.flag_id,
)
def test_every_sign_that_stops_says_what_to_do_and_why(flag: RedFlag) -> None:
    assert len(flag.steps) >= 3
    assert flag.why.endswith(".")
    assert flag.say
    assert flag.citations


ENTRIES = {
    # rules.md 2
    "NOW-7": (pain(S.LOW_BACK, answers={"saddle": YES}), {}),
    "NOW-9": (pain(S.FRONT_HIP), {"check_ins": (night(DAY, None, IllnessSign.FEVER),)}),
    "NOW-11": (pain(S.TESTICLE_OR_LUMP, answers={"testicle": YES}), {}),
    # rules.md 4
    "U-a": (pain(S.DEEP_GROIN, answers={"rest": YES}), {}),
    "U-b": (pain(S.SHIN_BONE, answers={"one-finger": YES}), {}),
    "U-c": (pain(S.CALF, answers={"swollen": YES}), {}),
    "U-d": (pain(S.ACHILLES, answers={"pop-push": YES}), {}),
    "U-e": (pain(S.SIT_BONE, answers={"pop-sit": YES}), {}),
    "U-f": (pain(S.FRONT_THIGH, answers={"no-lift": YES}), {}),
    "U-h": (pain(S.KNEE_INNER, answers={"hot-joint": YES}), {}),
    "U-i": (None, {"check_ins": (night(DAY, None, IllnessSign.HEART),)}),
    "U-j": (pain(S.LOW_BACK), {"check_ins": (night(DAY, None, IllnessSign.FEVER),)}),
    "U-k": (pain(S.ADDUCTOR), {"health": healthy(hip_bone_risk=YES)}),
    "U-pain": (pain(S.CALF, 8), {}),
    "U-diabetes": (pain(S.SOLE, answers={"foot-wound": YES}), {"health": healthy(numb_feet=YES)}),
    "U-quinolone": (
        pain(S.ACHILLES),
        {
            "health": (
                *healthy(recent_steroid=YES),
                health(HealthItem.QUINOLONE),
                health(HealthItem.RECENT_STEROID),
            )
        },
    ),
}


@pytest.mark.parametrize("flag_id", ENTRIES)
def test_an_entry_that_shows_the_sign_locks(flag_id: str) -> None:
    entry, more = ENTRIES[flag_id]
    diary = Diary(pain=() if entry is None else (entry,), **more)
    assert flag_id in signs(diary)
    assert standing(diary)[0].tier is Tier.LOCK
    assert plan(diary).days == ()


def test_u_g_under_18_locks_with_a_limp_at_night_or_after_three_days() -> None:
    site = S.KNEE_FRONT
    young = {"athlete": YOUNG}
    assert "U-g" in signs(Diary(pain=(pain(site, answers={"limp": YES}),)), **young)
    assert "U-g" in signs(Diary(pain=(pain(site, answers={"sleepless": YES}),)), **young)
    days = (pain(site), pain(site, number=2, day=later(4)))
    assert "U-g" not in signs(Diary(pain=days[:1]), **young)
    assert "U-g" in signs(Diary(pain=days), day=later(4), **young)
    assert "U-g" not in signs(Diary(pain=(pain(S.CALF, answers={"limp": YES}),)), **young)
    assert "U-g" not in signs(Diary(pain=days), day=later(4))


def test_u_l_is_asked_unless_there_is_no_blood_thinner() -> None:
    flags = knowledge().red_flags
    for answer, is_asked in ((NO, False), (YES, True), (UNKNOWN, True)):
        profile = known(Diary(health=healthy(blood_thinner=answer))).profile(DAY)
        assert ("U-l" in {f.flag_id for f in general_signs(flags, profile)}) is is_asked


@pytest.mark.parametrize("question", ["one-finger", "rest", "walk", "rising"])
@pytest.mark.parametrize(
    ("site", "flag", "tier"),
    [
        (S.SHIN_BONE, "U-b", Tier.LOCK),
        (S.MIDFOOT, "U-b", Tier.LOCK),
        (S.OUTER_FOOT, "U-b", Tier.LOCK),
        (S.INNER_ANKLE, "U-b", Tier.LOCK),
        (S.BIG_TOE_BALL, "U-b", Tier.LOCK),
        (S.HEEL_BONE, "U-b-week", Tier.STOP_RUN),
        (S.SACRUM, "U-b-week", Tier.STOP_RUN),
        (S.THIGH_BONE, "U-b-week", Tier.STOP_RUN),
    ],
)
def test_u_b_high_risk_bones_lock_others_stop_running(
    site: BodySite, flag: str, tier: Tier, question: str
) -> None:
    assert signs(Diary(pain=(pain(site),))) == set()
    diary = Diary(pain=(pain(site, answers={question: YES}),))
    assert signs(diary) == {flag}
    assert standing(diary)[0].tier is tier
    assert plan(diary).days == ()


def test_u_b_counts_a_known_bone_risk_and_asks_for_a_skipped_one() -> None:
    entry = pain(S.MIDFOOT)
    assert signs(Diary(pain=(entry,), health=healthy(osteoporosis=YES))) == {"U-b"}
    skipped = healthy(osteoporosis=UNKNOWN)
    assert signs(Diary(pain=(entry,), health=skipped)) == set()
    left_open = {q: a for q, a in entry.answers.items() if q != "bone-risk"}
    assert signs(
        Diary(pain=(pain(S.MIDFOOT, answers={"bone-risk": UNKNOWN}),), health=skipped)
    ) == {"U-b"}
    assert signs(Diary(pain=(replace(entry, answers=left_open),), health=skipped)) == {"U-b"}


def test_pubic_bone_asks_both_gates() -> None:
    assert signs(Diary(pain=(pain(S.PUBIC_BONE, answers={"walk": YES}),))) == {"U-a"}
    assert signs(Diary(pain=(pain(S.PUBIC_BONE, answers={"one-finger": YES}),))) == {"U-b-week"}


def test_a_shin_sore_under_one_finger_is_a_bone() -> None:
    assert signs(Diary(pain=(pain(S.SHIN_MUSCLE, answers={"one-finger": YES}),))) == {"U-b"}


def test_seat_pain_in_the_year_after_a_birth_asks_the_bone_questions() -> None:
    born = (*healthy(), health(HealthItem.BIRTH, day=later(-200), date=later(-100)))
    entry = pain(S.BUTTOCK, health=born, answers={"rest": YES})
    assert "U-b-week" in signs(Diary(pain=(entry,), health=born))
    assert signs(Diary(pain=(pain(S.BUTTOCK, answers={"rest": YES}),))) == set()


@pytest.mark.parametrize(
    "more",
    [
        {"answers": {"swollen": YES}},
        {"answers": {"constant": YES}},
        {"answers": {"clot-risk": YES}},
    ],
)
def test_u_c_any_sign_of_a_clot(more: dict[str, Any]) -> None:
    assert signs(Diary(pain=(pain(S.CALF, **more),))) == {"U-c"}


@pytest.mark.parametrize("item", [HealthItem.OESTROGEN, HealthItem.CANCER, HealthItem.CLOT])
def test_u_c_calf_pain_with_a_lasting_risk(item: HealthItem) -> None:
    risk = (*healthy(), health(item))
    assert "U-c" in signs(Diary(pain=(pain(S.CALF),), health=risk))


def test_u_c_within_twelve_weeks_of_a_birth() -> None:
    def born(days: int) -> Diary:
        answered = health(HealthItem.BIRTH, day=later(-days))
        return Diary(pain=(pain(S.CALF),), health=(*healthy(), answered))

    assert "U-c" in signs(born(84))
    assert "U-c" not in signs(born(85))


def test_sudden_front_hip_pain_can_be_a_tear() -> None:
    for question, flag in (("pop-sit", "U-e"), ("no-lift", "U-f")):
        sudden = pain(S.FRONT_HIP, answers={"gradual": NO, question: YES})
        assert signs(Diary(pain=(sudden,))) == {flag}


@pytest.mark.parametrize("item", [HealthItem.WEAK_DEFENCE, HealthItem.NEW_JOINT])
def test_now_9_a_hot_joint_with_a_risk_of_infection(item: HealthItem) -> None:
    hot = pain(S.KNEE_FRONT, answers={"hot-joint": YES})
    assert signs(Diary(pain=(hot,))) == {"U-h"}
    assert "NOW-9" in signs(Diary(pain=(hot,), health=(*healthy(), health(item))))


def test_u_j_cancer_with_bone_or_night_pain_and_weight_loss_with_night_pain() -> None:
    at_night = pain(S.OUTER_HIP, answers={"sleepless": YES})
    assert "U-j" in signs(Diary(pain=(at_night,), health=healthy(cancer=YES)))
    assert "U-j" not in signs(Diary(pain=(pain(S.OUTER_HIP),), health=healthy(cancer=YES)))
    assert "U-j" in signs(Diary(pain=(at_night,), health=healthy(weight_loss=YES)))
    assert "U-j" not in signs(Diary(pain=(at_night,)))


def test_a_quinolone_stops_impact_and_locks_with_steroids_or_from_60_on() -> None:
    taken = (*healthy(), health(HealthItem.QUINOLONE, day=later(-60)))
    entry = pain(S.ACHILLES, 1)
    assert signs(Diary(pain=(entry,), health=taken)) == {"quinolone"}
    assert standing(Diary(pain=(entry,), health=taken))[0].tier is Tier.STOP_RUN
    old = Athlete(birth_year=1966)
    assert signs(Diary(pain=(entry,), health=taken), athlete=old) == {"U-quinolone"}
    before = (*healthy(), health(HealthItem.QUINOLONE, day=later(-61)))
    assert signs(Diary(pain=(entry,), health=before)) == set()
    assert signs(Diary(pain=(pain(S.SHIN_MUSCLE, 1),), health=taken)) == set()


@pytest.mark.parametrize(
    ("flag", "site"),
    [
        ("S-catch", S.KNEE_FRONT),
        ("S-night-hip", S.OUTER_HIP),
        ("S-back", S.LOW_BACK),
        ("S-numb", S.HAMSTRING),
        ("S-tight", S.SHIN_MUSCLE),
        ("S-artery", S.CALF),
    ],
)
def test_a_ticked_sign_is_seen_soon_and_does_not_stop_running(flag: str, site: BodySite) -> None:
    diary = Diary(pain=(pain(site, ticked=frozenset({flag})),))
    assert signs(diary) == {flag}
    (warning,) = [w for w in standing(diary) if w.rule == "R21"]
    assert (warning.tier, warning.clears_on) == (Tier.ACT, later(14))
    assert signs(diary, day=later(13)) == {flag}
    assert signs(diary, day=later(14)) == set()
    assert plan(diary).days
    elsewhere = Diary(pain=(pain(S.ADDUCTOR, ticked=frozenset({flag})),))
    assert flag not in signs(elsewhere)


@pytest.mark.parametrize(
    ("score", "flag"), [(5, None), (6, "S-pain"), (7, "S-pain"), (8, "U-pain"), (10, "U-pain")]
)
def test_strong_pain_is_seen_soon_from_6_and_urgently_from_8(score: int, flag: str | None) -> None:
    assert signs(Diary(pain=(pain(S.CALF, score),))) == ({flag} if flag else set())


def test_pain_that_keeps_from_sleeping_is_urgent() -> None:
    assert signs(Diary(pain=(pain(S.CALF, 1, answers={"sleepless": YES}),))) == {"U-pain"}


def test_stiffness_over_30_minutes_is_seen_soon() -> None:
    assert signs(Diary(pain=(pain(stiff_min=30),))) == set()
    assert signs(Diary(pain=(pain(stiff_min=31),))) == {"S-stiff"}


@pytest.mark.parametrize(
    ("item", "flag"),
    [
        (HealthItem.WEIGHT_LOSS, "S-weight"),
        (HealthItem.NO_PERIOD, "S-periods"),
        (HealthItem.FAMILY_SUDDEN_DEATH, "S-family"),
    ],
)
def test_a_health_answer_to_have_looked_at_stands_until_seen_or_changed(
    item: HealthItem, flag: str
) -> None:
    said = (*healthy(), health(item))
    assert signs(Diary(health=said), day=later(200)) == {flag}
    assert signs(Diary(health=(*said, health(item, NO, date=later(5)))), day=later(5)) == set()
    assert signs(Diary(health=said, clearances=(seen(later(9)),)), day=later(9)) == set()


def test_worse_after_a_week_and_no_better_after_two_are_seen_soon() -> None:
    def course(*by_day: tuple[int, int]) -> set[str]:
        entries = tuple(
            pain(S.CALF, score, number=n, day=later(days))
            for n, (days, score) in enumerate(by_day, 1)
        )
        return signs(Diary(pain=entries), day=later(by_day[-1][0]))

    assert course((0, 1), (6, 2)) == set()
    assert course((0, 1), (7, 2)) == {"S-worse"}
    assert course((0, 2), (7, 2), (13, 2)) == set()
    assert course((0, 2), (7, 2), (14, 2)) == {"S-two-weeks"}
    assert course((0, 2), (7, 1), (14, 1)) == set()
    assert course((0, 1), (30, 2)) == set()


def test_a_calm_day_begins_no_pain() -> None:
    calm = tuple(pain(S.CALF, 0, number=n + 1, day=later(n)) for n in range(8))
    entries = (*calm, pain(S.CALF, 2, number=9, day=later(8)))
    assert signs(Diary(pain=entries), day=later(8)) == set()


@pytest.mark.parametrize("diary", [Diary(pain=(pain(),), health=healthy(pregnant=YES))])
def test_some_are_not_left_alone_with_pain(diary: Diary) -> None:
    assert "S-care" in signs(diary)
    assert "S-care" in signs(Diary(pain=(pain(),)), athlete=YOUNG)
    numb = healthy(numb_feet=YES)
    foot = pain(S.SOLE, health=numb)
    assert "S-care" in signs(Diary(pain=(foot,), health=numb))
    assert signs(Diary(pain=(pain(S.CALF, health=numb),), health=numb)) == set()


def test_an_entry_without_pain_reports_nothing() -> None:
    silent = {site: pain(site, 0, answers=dict.fromkeys(("rest", "walk"), YES)) for site in GATED}
    for entry in silent.values():
        assert signs(Diary(pain=(entry,))) == set()


def test_both_sides_are_two_spots() -> None:
    diary = Diary(pain=(pain(S.CALF, side=Side.BOTH, answers={"swollen": YES}),))
    sides = {s.report.spot.side for s in standing_signs(known(diary)) if s.report.spot}
    assert sides == {Side.LEFT, Side.RIGHT}


# ── how a lock ends ──────────────────────────────────────────────────────────────────────────

LOCKED = Diary(screenings=(told("NOW-2"),))


def _with(diary: Diary, **more: Iterable[Any]) -> Diary:
    return replace(diary, **{key: (*getattr(diary, key), *value) for key, value in more.items()})


@pytest.mark.parametrize("days", [0, 1, 14, 28, 400])
def test_a_lock_does_not_end_by_itself(days: int) -> None:
    assert signs(LOCKED, day=later(days)) == {"NOW-2"}
    assert plan(LOCKED, day=later(days)).days == ()


@pytest.mark.parametrize(
    ("permission", "left"),
    [(Permission.YES, set()), (Permission.GUIDED, set()), (Permission.NO, {"NOW-2"})],
)
def test_only_a_visit_that_allows_running_ends_it(permission: Permission, left: set[str]) -> None:
    diary = _with(LOCKED, clearances=[seen(later(3), permission)])
    assert signs(diary, day=later(3)) == left
    assert signs(diary, day=later(2)) == {"NOW-2"}


def test_a_visit_before_the_sign_ends_nothing() -> None:
    assert signs(_with(LOCKED, clearances=[seen(later(-1))])) == {"NOW-2"}
    morning = seen(DAY, hour=9)
    assert signs(_with(LOCKED, clearances=[morning])) == {"NOW-2"}


def test_a_mistake_is_taken_back_within_24_hours_by_a_plain_no_to_everything() -> None:
    def again(*asked: str, hours: float, answer: Answer = NO) -> set[str]:
        moment = at(DAY) + timedelta(hours=hours)
        screening = mistake(
            *asked, day=moment.date(), hour=moment.hour + moment.minute / 60, answer=answer
        )
        return signs(_with(LOCKED, screenings=[screening]), day=later(2))

    assert again("NOW-2", hours=1) == set()
    assert again("NOW-2", hours=24) == set()
    assert again("NOW-2", hours=24.5) == {"NOW-2"}
    assert again("NOW-2", hours=1, answer=UNKNOWN) == {"NOW-2"}
    assert again("NOW-1", hours=1) == {"NOW-2"}


def test_what_was_told_in_the_last_24_hours_is_asked_again_and_taken_back_by_no_alone() -> None:
    report = told("NOW-1", hour=18.0)
    stands = standing_signs(known(Diary(screenings=(report,))))
    asked = may_be_taken_back(stands, at(DAY, 19.0))
    assert asked == ("NOW-1",)
    assert may_be_taken_back(stands, at(later(2), 19.0)) == ()
    for answer, still in ((NO, set()), (UNKNOWN, {"NOW-1"}), (YES, {"NOW-1"})):
        again = taking_back(dict.fromkeys(asked, answer), day=DAY, now=at(DAY, 19.0))
        assert signs(Diary(screenings=(report, again))) == still


def test_an_all_no_in_the_diary_next_day_is_no_mistake_taken_back() -> None:
    assert signs(_with(LOCKED, screenings=[told(day=later(1))]), day=later(1)) == {"NOW-2"}


def test_a_mistaken_pain_entry_counts_no_more() -> None:
    entry = pain(S.CALF, 9)
    diary = Diary(pain=(entry,), screenings=(mistake("U-pain"),))
    assert signs(diary) == set()
    assert [w for w in standing(diary) if w.rule in {"R19", "R20"}] == []
    assert plan(diary).days


def test_a_part_of_a_mistake_is_not_the_whole() -> None:
    entry = pain(S.CALF, answers={"swollen": YES, "limp": YES})
    half = Diary(pain=(entry,), screenings=(mistake("constant"),))
    assert signs(half) == {"U-c"}
    whole = Diary(pain=(entry,), screenings=(mistake("swollen"),))
    assert signs(whole) == set()


def test_the_question_about_signs_left_open_locks() -> None:
    for any_of_these in (UNKNOWN, YES):
        screening = told(any_of_these=any_of_these)
        diary = Diary(screenings=(screening,))
        assert signs(diary) == {"open"}
        assert plan(diary).days == ()
        answered = _with(diary, screenings=[mistake("open")])
        assert signs(answered) == set()


def test_none_of_these_reports_nothing() -> None:
    assert signs(Diary(screenings=(told(),))) == set()
    assert signs(Diary(screenings=(told(occasion=Occasion.AFTER_RUN),))) == set()


def test_what_cannot_wait_comes_before_what_is_urgent() -> None:
    diary = Diary(screenings=(told("U-a", "NOW-5"), told("U-c", day=later(1))))
    first, *_ = standing_signs(known(diary, day=later(1)))
    assert first.flag.flag_id == "NOW-5"
    stopped = plan(diary, day=later(1)).stopped
    assert stopped is not None
    assert "emergency department" in wording.sentence(stopped.reason)


def test_an_open_answer_says_so() -> None:
    entry = pain(S.CALF, answers={"swollen": UNKNOWN})
    (sign,) = standing_signs(known(Diary(pain=(entry,))))
    assert sign.report.is_open
    (lock,) = [w for w in standing(Diary(pain=(entry,))) if w.tier is Tier.LOCK]
    assert wording.sentence(lock.message) == (
        "Right calf, Tuesday 24 November: not known or left open, so it counts as yes: "
        "“This leg swollen, or warmer than the other?”."
    )


def test_every_sentence_of_a_sign_can_be_worded() -> None:
    for flag in knowledge().red_flags:
        if not flag.question or not flag.urgency.is_lock:
            continue
        (lock,) = [
            w for w in standing(Diary(screenings=(told(flag.flag_id),))) if w.tier is Tier.LOCK
        ]
        for message in (
            lock.title,
            lock.message,
            lock.clears,
            lock.sure,
            lock.not_shown,
            *lock.advice,
        ):
            assert "{" not in wording.sentence(message)


# ── laws ─────────────────────────────────────────────────────────────────────────────────────

FLAGS = st.sampled_from([flag.flag_id for flag in ASKED])
ANSWERS = st.sampled_from([YES, NO, UNKNOWN])


@st.composite
def entries(draw: DrawFn, most: int = 8) -> tuple[PainEntry, ...]:
    day = DAY
    made = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        day += timedelta(days=draw(st.sampled_from([0, 1, 1, 2, 7, 20])))
        site = draw(st.sampled_from([S.FRONT_HIP, S.CALF, S.MIDFOOT, S.KNEE_FRONT, S.OUTER_HIP]))
        asked = {
            q: draw(ANSWERS)
            for q in ("walk", "rest", "gradual", "limp", "sleepless")
            if draw(st.booleans())
        }
        score = st.one_of(st.none(), st.integers(0, 10))
        made.append(
            pain(
                site,
                draw(score),
                number=number,
                day=day,
                answers=asked,
                morning=draw(score),
                walking=draw(score),
            )
        )
    return tuple(made)


@st.composite
def diaries(draw: DrawFn) -> Diary:
    screenings = tuple(
        told(draw(FLAGS), day=later(days))
        for days in draw(st.lists(st.integers(0, 40), max_size=2))
    )
    visits = tuple(
        seen(later(days), draw(st.sampled_from(Permission)))
        for days in draw(st.lists(st.integers(0, 60), max_size=2))
    )
    return Diary(pain=draw(entries()), screenings=screenings, clearances=visits)


@settings(max_examples=60)
@given(diaries(), st.integers(0, 90))
def test_no_plan_has_a_day_under_a_lock_or_a_stop(diary: Diary, days: int) -> None:
    facts = known(diary, day=later(days), runs=RUNS)
    found = standing_warnings(facts)
    drafted = draft_plan(facts, found, weeks=2, catalog=knowledge())
    tier = max((w.tier for w in found), default=Tier.INFO)
    if tier >= Tier.STOP_RUN:
        assert drafted.days == ()
        assert drafted.stopped is not None
        assert drafted.stopped.tier is tier
    else:
        assert drafted.days or (drafted.stopped is not None and drafted.stopped.tier is Tier.INFO)


@settings(max_examples=80)
@given(diaries(), st.integers(0, 60), st.integers(0, 400))
def test_time_alone_never_opens_a_lock(diary: Diary, days: int, wait: int) -> None:
    then = later(days)
    today = replace(diary.until(then), health=healthy())
    locks = {s for s in standing_signs(known(today, day=then)) if s.flag.urgency.is_lock}
    after = set(standing_signs(known(today, day=then + timedelta(days=wait))))
    assert locks <= after


@settings(max_examples=80)
@given(diaries(), st.integers(0, 90))
def test_what_is_written_later_never_changes_what_was_said(diary: Diary, days: int) -> None:
    day = later(days)
    diary = replace(diary, health=healthy())
    then, now = known(diary.until(day), day=day), known(diary, day=day)
    assert standing_warnings(then) == standing_warnings(now)
    assert raised_warnings(then) == raised_warnings(now)
    whole = raised_warnings(known(diary, day=later(500)))
    assert [w for w in whole if w.date <= day] == list(raised_warnings(now))


@settings(max_examples=60)
@given(diaries(), st.integers(0, 60))
def test_tiers_are_never_added_up(diary: Diary, days: int) -> None:
    found = standing_warnings(known(diary, day=later(days), runs=RUNS))
    allowed = {"R19": {Tier.WATCH, Tier.STOP_RUN}, "R20": {Tier.WATCH}, "R22": {Tier.INFO}}
    for warning in found:
        assert warning.tier in allowed.get(warning.rule, set(Tier))
