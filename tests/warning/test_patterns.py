from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor.catalog import load_catalog
from runadvisor.domain.pattern import BeSeen, BoneFirst, Condition, Sign, SoreSpot
from runadvisor.warning.patterns import pattern_hints
from runadvisor.wording import sentence

if TYPE_CHECKING:
    from runadvisor.domain.pattern import PatternHint

CONDITIONS = load_catalog().conditions
CLEAR, OPEN, SLOW = BoneFirst.CLEAR, BoneFirst.OPEN, BoneFirst.BEGAN_SLOWLY
GROIN_SITES = ("front-hip", "deep-groin", "adductor", "pubic-bone", "deep-thigh")


def _hints(sore: SoreSpot) -> tuple[PatternHint, ...]:
    return pattern_hints(sore, CONDITIONS)


def _ids(sore: SoreSpot) -> list[str]:
    return [hint.condition_id for hint in _hints(sore)]


def _sore(site: str, *signs: str, **said: object) -> SoreSpot:
    return SoreSpot(
        site=site, signs=frozenset(Sign(s) for s in signs), **{"bone_first": CLEAR} | said
    )


@pytest.mark.parametrize(
    ("sore", "condition", "change", "exercises"),
    [
        (
            _sore("front-hip", "fast-or-strides"),
            *("hip-flexor", "do not quicken your step", ("E02", "E01")),
        ),
        (_sore("front-hip", "low-chair"), "hip-flexor", "2 of 10 or less", ("E02", "E01")),
        (
            _sore("deep-groin", bone_first=OPEN),
            *("bone-at-the-hip", "No running and no exercises", ()),
        ),
        (
            _sore("outer-hip", "side-lying"),
            *("gluteal-tendons", "5 % quicker is allowed", ("E12", "E10", "E11", "E19", "E13")),
        ),
        (
            _sore("sit-bone", "sitting"),
            *("top-of-the-hamstrings", "Fewer hills", ("E26", "E27", "E17")),
        ),
        (_sore("adductor"), "adductors", "Ball squeezes first", ("E22", "E21")),
        (
            _sore("knee-outer", "late-in-run"),
            *("iliotibial-band", "Shorter and flat", ("E07", "E14")),
        ),
        (_sore("knee-front", "stairs"), "knee-cap", "within an hour", ()),
        (_sore("achilles", "morning-stiff"), "achilles", "heavy slow calf raises", ("E24",)),
        (_sore("front-hip", "click-or-lock"), "labrum-or-impingement", "Keep bends shallow", ()),
        (
            _sore("deep-groin", "began-slowly", age_years=45, stiff_min=30),
            *("hip-osteoarthritis", "Keep moving", ("E10", "E19")),
        ),
        (
            _sore("front-thigh", "days-after-something-new", is_on_both_sides=True),
            *("muscle-soreness", "One easy day", ()),
        ),
        (_sore("buttock", "leg-tingling"), "back", "doctor or physiotherapist", ()),
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
        _sore("outer-hip", "downhill"),
        _sore("knee-outer", "sitting"),
        _sore("achilles"),
        _sore("sit-bone", "side-lying"),
        _sore("deep-groin", "began-slowly", age_years=44, stiff_min=30),
        _sore("deep-groin", "began-slowly", age_years=45, stiff_min=31),
        _sore("deep-groin", "began-slowly", age_years=45),
        _sore("deep-groin", "began-slowly", stiff_min=10),
        _sore("front-thigh", "days-after-something-new"),
        _sore("shin-bone"),
        _sore("sole", "walking"),
    ],
)
def test_a_row_that_is_not_met_gives_no_hint(sore: SoreSpot) -> None:
    assert _ids(sore) == []


@pytest.mark.parametrize("site", GROIN_SITES)
def test_at_hip_and_groin_nothing_but_bone_is_named_until_every_question_is_answered(
    site: str,
) -> None:
    everything = SoreSpot(
        site=site, signs=frozenset(Sign), is_on_both_sides=True, stiff_min=5, age_years=60
    )
    (hint,) = _hints(everything)
    assert (hint.condition_id, hint.be_seen) == ("bone-at-the-hip", BeSeen.TODAY_OR_TOMORROW)
    assert (hint.red_flag, hint.exercises) == ("U-a", ())


@pytest.mark.parametrize("site", GROIN_SITES)
def test_what_began_slowly_at_the_groin_waits_seven_days_before_anything_else_changes(
    site: str,
) -> None:
    first, *others = _hints(
        SoreSpot(site=site, signs=frozenset(Sign), stiff_min=5, age_years=60, bone_first=SLOW)
    )
    assert first.be_seen is BeSeen.WITHIN_SEVEN_DAYS
    assert first.first_change is not None
    assert "No running for seven days" in sentence(first.first_change)
    assert all(hint.first_change is None and not hint.exercises for hint in others)


@pytest.mark.parametrize(
    ("site", "be_seen"),
    [
        *((site, BeSeen.TODAY_OR_TOMORROW) for site in ("shin-bone", "midfoot", "outer-foot")),
        *((site, BeSeen.TODAY_OR_TOMORROW) for site in ("inner-ankle", "big-toe-ball")),
        *((site, BeSeen.WITHIN_SEVEN_DAYS) for site in ("heel-bone", "sacrum", "thigh-bone")),
    ],
)
@pytest.mark.parametrize(
    "sign", ["one-finger-spot", "rest-or-night", "walking", "earlier-each-run"]
)
def test_one_sign_at_a_bone_is_enough(site: str, be_seen: BeSeen, sign: str) -> None:
    (hint,) = _hints(_sore(site, sign))
    assert (hint.be_seen, hint.red_flag, hint.article_id) == (be_seen, "U-b", "bone-stress")


def test_a_bone_risk_in_the_profile_stands_in_for_a_sign_at_a_bone_only() -> None:
    assert _ids(_sore("midfoot", has_bone_risk=True)) == ["bone-at-a-risky-spot"]
    assert _ids(_sore("knee-front", has_bone_risk=True)) == []


def test_two_groups_can_fit_one_spot_in_the_order_of_the_table() -> None:
    both = _sore("front-hip", "stairs", "deep-bend-pinch")
    assert _ids(both) == ["hip-flexor", "labrum-or-impingement"]


def test_a_hint_says_fits_with_and_never_names_a_diagnosis() -> None:
    for condition in CONDITIONS:
        sore = SoreSpot(
            site=min(condition.sites),
            signs=condition.signs,
            is_on_both_sides=True,
            stiff_min=10,
            age_years=60,
            bone_first=condition.bone_first or CLEAR,
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
