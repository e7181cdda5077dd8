from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.domain.athlete import NOBODY, Athlete
from runadvisor.domain.body import SITES, Alert, BodySite, Side
from runadvisor.domain.diary import Answer, Diary, Permission
from runadvisor.domain.knowledge import Condition, Urgency
from runadvisor.domain.pattern import SoreSpot
from runadvisor.domain.sign import TOLD_OTHERWISE, Sign
from runadvisor.warning.patterns import diary_hints, pattern_hints
from runadvisor.warning.questions import ticks
from runadvisor.warning.rule import facts
from runadvisor.wording import sentence
from tests.diaries import DAY, YES, healthy, knowledge, later, pain, seen

if TYPE_CHECKING:
    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.pattern import PatternHint, SpotHints

CONDITIONS = knowledge().conditions
GROIN_SITES = [site for site, known in SITES.items() if known.alert is Alert.GROIN]
S = BodySite


def _sore(site: BodySite, *signs: Sign, **said: Any) -> SoreSpot:
    return SoreSpot(site=site, signs=frozenset(signs), **said)


def _hints(sore: SoreSpot) -> tuple[PatternHint, ...]:
    return pattern_hints(sore, CONDITIONS)


def _ids(sore: SoreSpot) -> list[str]:
    return [hint.condition_id for hint in _hints(sore)]


def _told(*entries: PainEntry, athlete: Athlete = NOBODY, **diary: Any) -> tuple[SpotHints, ...]:
    known = facts(
        (),
        as_of=DAY,
        athlete=athlete,
        diary=Diary(pain=entries, **{"health": healthy()} | diary),
        catalog=knowledge(),
    )
    return diary_hints(known, CONDITIONS)


def _found(*entries: PainEntry, **diary: Any) -> list[str]:
    return [hint.condition_id for spot in _told(*entries, **diary) for hint in spot.hints]


@pytest.mark.parametrize(
    ("sore", "condition", "change", "exercises"),
    [
        (
            _sore(S.FRONT_HIP, Sign.FAST_OR_STRIDES),
            *("hip-flexor", "do not quicken your step", ("E02", "E01")),
        ),
        (
            _sore(S.FRONT_HIP, Sign.RESISTED_KNEE_LIFT),
            *("hip-flexor", "2 of 10 or less", ("E02", "E01")),
        ),
        (
            _sore(S.DEEP_GROIN, red_flags=frozenset({"U-a"})),
            *("bone-at-the-hip", "No running and no exercises", ()),
        ),
        (
            _sore(S.OUTER_HIP, Sign.SIDE_LYING),
            *("gluteal-tendons", "5 % quicker is allowed", ("E12", "E10", "E11", "E19", "E13")),
        ),
        (
            _sore(S.SIT_BONE, Sign.SITTING),
            *("top-of-the-hamstrings", "Fewer hills", ("E26", "E27", "E17")),
        ),
        (_sore(S.ADDUCTOR), "adductors", "Ball squeezes first", ("E22", "E21")),
        (
            _sore(S.KNEE_OUTER, Sign.LATE_IN_RUN),
            *("iliotibial-band", "Shorter and flat", ("E07", "E14")),
        ),
        (_sore(S.KNEE_FRONT, Sign.STAIRS), "knee-cap", "within an hour", ()),
        (_sore(S.ACHILLES, Sign.MORNING_STIFF), "achilles", "heavy slow calf raises", ("E24",)),
        (
            _sore(S.FRONT_HIP, Sign.CLICK_OR_LOCK),
            *("labrum-or-impingement", "Keep bends shallow", ()),
        ),
        (
            _sore(S.DEEP_GROIN, Sign.BEGAN_SLOWLY, age_years=45, stiff_min=30),
            *("hip-osteoarthritis", "Keep moving", ("E10", "E19")),
        ),
        (
            _sore(S.FRONT_THIGH, Sign.DAYS_AFTER_SOMETHING_NEW, is_on_both_sides=True),
            *("muscle-soreness", "One easy day", ()),
        ),
        (_sore(S.BUTTOCK, Sign.LEG_TINGLING), "back", "doctor or physiotherapist", ()),
    ],
)
def test_each_row_of_the_table_gives_its_hint_and_first_change(
    sore: SoreSpot, condition: str, change: str, exercises: tuple[str, ...]
) -> None:
    (hint,) = _hints(sore)
    assert hint.condition_id == condition
    assert hint.first_change is not None
    assert change in sentence(hint.first_change)
    assert hint.exercises == exercises


@pytest.mark.parametrize(
    "sore",
    [
        _sore(S.OUTER_HIP, Sign.DOWNHILL),
        _sore(S.KNEE_OUTER, Sign.SITTING),
        _sore(S.ACHILLES),
        _sore(S.SIT_BONE, Sign.SIDE_LYING),
        _sore(S.DEEP_GROIN, Sign.BEGAN_SLOWLY, age_years=44, stiff_min=30),
        _sore(S.DEEP_GROIN, Sign.BEGAN_SLOWLY, age_years=45, stiff_min=31),
        _sore(S.DEEP_GROIN, Sign.BEGAN_SLOWLY, age_years=45),
        _sore(S.DEEP_GROIN, Sign.BEGAN_SLOWLY, stiff_min=10),
        _sore(S.FRONT_THIGH, Sign.DAYS_AFTER_SOMETHING_NEW),
        _sore(S.SHIN_BONE),
        _sore(S.SOLE, Sign.STAIRS),
    ],
)
def test_a_row_that_is_not_met_gives_no_hint(sore: SoreSpot) -> None:
    assert _ids(sore) == []


def test_two_groups_can_fit_one_spot_in_the_order_of_the_table() -> None:
    both = _sore(S.FRONT_HIP, Sign.STAIRS, Sign.DEEP_BEND_PINCH)
    assert _ids(both) == ["hip-flexor", "labrum-or-impingement"]


@pytest.mark.parametrize("question", ["walk", "rest", "rising", "landing", "bone-risk"])
@pytest.mark.parametrize("answer", [YES, Answer.UNKNOWN])
@pytest.mark.parametrize("site", GROIN_SITES)
def test_at_hip_and_groin_nothing_but_bone_is_named_until_every_question_is_a_no(
    site: BodySite, question: str, answer: Answer
) -> None:
    asked = () if question == "bone-risk" else healthy()
    entry = pain(
        site,
        answers={question: answer},
        health=asked,
        ticked=frozenset(sign.value for sign in Sign),
    )
    (spot,) = _told(entry, health=asked)
    (hint,) = spot.hints
    assert (hint.condition_id, hint.be_seen) == ("bone-at-the-hip", Urgency.URGENT)
    assert hint.exercises == ()


@pytest.mark.parametrize("site", GROIN_SITES)
def test_what_began_slowly_at_the_groin_waits_seven_days_before_anything_else_changes(
    site: BodySite,
) -> None:
    (spot,) = _told(
        pain(
            site,
            answers={"gradual": YES},
            stiff_min=5,
            ticked=frozenset(sign.value for sign in Sign),
        ),
        athlete=Athlete(birth_year=DAY.year - 60),
    )
    first, *others = spot.hints
    assert first.be_seen is Urgency.WEEK
    assert first.first_change is not None
    assert "No running for seven days" in sentence(first.first_change)
    assert all(hint.first_change is None and not hint.exercises for hint in others)


def test_after_the_seven_days_the_other_hints_come_with_their_changes() -> None:
    ticked = frozenset({"stairs"})
    (spot,) = _told(
        pain(S.FRONT_HIP, 1, number=1, day=later(-8), answers={"gradual": YES}, ticked=ticked),
        pain(S.FRONT_HIP, 1, number=2, ticked=ticked),
    )
    (hint,) = spot.hints
    assert hint.condition_id == "hip-flexor"
    assert hint.first_change is not None


@pytest.mark.parametrize(
    ("site", "be_seen"),
    [
        *((site, Urgency.URGENT) for site in (S.SHIN_BONE, S.MIDFOOT, S.OUTER_FOOT)),
        *((site, Urgency.URGENT) for site in (S.INNER_ANKLE, S.BIG_TOE_BALL)),
        *((site, Urgency.WEEK) for site in (S.HEEL_BONE, S.SACRUM, S.THIGH_BONE)),
    ],
)
@pytest.mark.parametrize("question", ["one-finger", "rest", "walk", "rising"])
def test_one_sign_at_a_bone_is_enough(site: BodySite, be_seen: Urgency, question: str) -> None:
    (spot,) = _told(pain(site, answers={question: YES}))
    (hint,) = spot.hints
    assert (hint.be_seen, hint.article_id) == (be_seen, "bone-stress")


def test_every_place_with_a_bone_alert_has_its_row() -> None:
    rows = {site for c in CONDITIONS if c.red_flag is not None for site in c.sites}
    assert {site for site, known in SITES.items() if known.alert is not Alert.NONE} <= rows


def test_a_lock_from_another_place_holds_back_every_change() -> None:
    signs = _told(
        pain(S.ACHILLES, number=1, stiff_min=10),
        pain(S.CALF, number=2, answers={"swollen": YES}),
    )
    (hint,) = signs[0].hints
    assert hint.condition_id == "achilles"
    assert hint.first_change is None
    assert hint.exercises == ()


def test_a_visit_that_allows_running_lets_the_other_hints_speak_again() -> None:
    entry = pain(S.FRONT_HIP, day=later(-5), answers={"landing": YES}, ticked=frozenset({"stairs"}))
    assert _found(entry) == ["bone-at-the-hip"]
    visit = seen(later(-3), Permission.YES)
    assert _found(entry, clearances=(visit,)) == ["hip-flexor"]


@pytest.mark.parametrize(
    ("entry", "condition"),
    [
        (pain(S.FRONT_HIP, ticked=frozenset({"S-catch"})), "labrum-or-impingement"),
        (pain(S.BUTTOCK, ticked=frozenset({"S-numb"})), "back"),
        (pain(S.OUTER_HIP, ticked=frozenset({"S-night-hip"})), "gluteal-tendons"),
        (pain(S.ACHILLES, stiff_min=5), "achilles"),
    ],
)
def test_what_an_entry_tells_in_other_ways_counts_too(entry: PainEntry, condition: str) -> None:
    assert _found(entry) == [condition]


def test_only_pain_of_the_last_14_days_gives_hints() -> None:
    ticked = frozenset({"stairs"})
    assert _found(pain(S.KNEE_FRONT, day=later(-13), ticked=ticked)) == ["knee-cap"]
    assert _found(pain(S.KNEE_FRONT, day=later(-14), ticked=ticked)) == []
    assert _found(pain(S.KNEE_FRONT, 0, ticked=ticked)) == []


def test_what_was_ticked_on_an_earlier_day_of_the_same_pain_still_counts() -> None:
    ticked = pain(S.KNEE_FRONT, number=1, day=later(-4), ticked=frozenset({"stairs"}))
    (spot,) = _told(ticked, pain(S.KNEE_FRONT, number=2))
    assert (spot.date, spot.hints[0].condition_id) == (DAY, "knee-cap")


def test_both_sides_are_named_once_and_count_as_both() -> None:
    ticked = frozenset({"days-after-something-new"})
    right = pain(S.FRONT_THIGH, number=1, ticked=ticked)
    assert _found(right) == []
    (spot,) = _told(right, replace(right, entry_id=2, side=Side.LEFT))
    assert spot.side is Side.BOTH
    assert [hint.condition_id for hint in spot.hints] == ["muscle-soreness"]
    (entered_as_both,) = _told(replace(right, side=Side.BOTH))
    assert entered_as_both.side is Side.BOTH


def test_sides_that_fit_with_different_things_are_named_apart() -> None:
    right = pain(S.FRONT_HIP, number=1, ticked=frozenset({"stairs"}))
    left = replace(right, entry_id=2, side=Side.LEFT, ticked=frozenset({"deep-bend-pinch"}))
    assert {
        spot.side: [hint.condition_id for hint in spot.hints] for spot in _told(right, left)
    } == {Side.RIGHT: ["hip-flexor"], Side.LEFT: ["labrum-or-impingement"]}


def test_an_entry_is_offered_what_a_condition_of_its_place_listens_to() -> None:
    outer_hip = ticks(S.OUTER_HIP, knowledge())
    assert list(outer_hip) == ["S-night-hip", "S-numb", "stairs", "single-leg", "side-lying"]
    assert outer_hip["stairs"] == "Worse on stairs"
    assert list(ticks(S.SOLE, knowledge())) == ["S-numb"]
    offered = {key for site in BodySite for key in ticks(site, knowledge())}
    assert {sign.value for sign in Sign} & offered == {s.value for s in set(Sign) - TOLD_OTHERWISE}
    assert knowledge().sign_words.keys() == set(Sign) - TOLD_OTHERWISE


def test_a_hint_says_fits_with_and_leads_to_a_page() -> None:
    for condition in CONDITIONS:
        sore = SoreSpot(
            site=min(condition.sites),
            signs=condition.signs,
            is_on_both_sides=True,
            stiff_min=10,
            age_years=60,
            red_flags=frozenset({condition.red_flag} if condition.red_flag else ()),
        )
        hints = {hint.condition_id: hint for hint in _hints(sore)}
        said = sentence(hints[condition.condition_id].message)
        assert said.startswith("This fits with ")
        assert said.endswith(".")


def test_a_condition_without_a_place_does_not_load() -> None:
    with pytest.raises(ValueError, match="x names no place"):
        Condition(
            condition_id="x",
            name="x",
            article_id="x",
            sites=frozenset(),
            first_change="x",
            note="x",
        )
