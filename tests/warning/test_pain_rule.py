"""The pain rule: bands, baseline, ambers that add up, and how a stop ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary, Permission
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.pain_days import Band, PainDay, band_of
from tests.builders import activity
from tests.diaries import DAY, YES, healthy, known, later, mornings, pain, seen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.diary import Clearance, PainEntry
    from runadvisor.domain.warning import TrainingWarning

S = BodySite


def band(
    site: BodySite,
    in_running: int | None,
    morning: int | None,
    *,
    usual: float = 0.0,
    limps: bool = False,
    lasts: bool = False,
) -> Band:
    spot = pain(site).spots[0]
    day = PainDay(
        spot=spot,
        day=DAY,
        in_running=in_running,
        next_morning=morning,
        usual_morning=usual,
        limps=limps,
        lasts_an_hour=lasts,
    )
    return band_of(day, known(Diary()).profile(DAY))


@pytest.mark.parametrize(
    ("in_running", "morning", "usual", "expected"),
    [
        (2, 0, 0, Band.GREEN),
        (2, 1, 0, Band.GREEN),
        (2, 2, 1, Band.GREEN),
        (2, 2, 0, Band.AMBER),
        (2, 3, 1, Band.AMBER),
        (2, 3, 0, Band.RED),
        (3, 1, 0, Band.AMBER),
        (5, 1, 0, Band.AMBER),
        (3, 2, 0, Band.RED),
        (6, 0, 0, Band.RED),
        (0, 6, 5, Band.RED),
        (3, None, 0, Band.AMBER),
        (2, None, 0, Band.GREEN),
        (None, 1, 0, Band.GREEN),
        (None, 2, 0, Band.AMBER),
        (None, 3, 0, Band.RED),
        (2, 2, 0.5, Band.AMBER),
        (3, 2, 0.5, Band.RED),
        (2, 3, 0.5, Band.RED),
    ],
)
def test_the_bands_of_tendon_and_muscle(
    in_running: int | None, morning: int | None, usual: float, expected: Band
) -> None:
    assert band(S.ACHILLES, in_running, morning, usual=usual) is expected


def test_a_limp_is_red() -> None:
    assert band(S.CALF, 1, 0, limps=True) is Band.RED


@pytest.mark.parametrize(
    ("in_running", "morning", "lasts", "expected"),
    [
        (2, 0, False, Band.GREEN),
        (2, 1, False, Band.AMBER),
        (2, 0, True, Band.AMBER),
        (5, 0, False, Band.AMBER),
        (6, 0, False, Band.RED),
    ],
)
def test_the_front_of_the_knee_must_be_quiet_in_an_hour_and_next_morning(
    in_running: int,
    morning: int,
    lasts: bool,  # noqa: FBT001 - a column of the table
    expected: Band,
) -> None:
    assert band(S.KNEE_FRONT, in_running, morning, lasts=lasts) is expected


@pytest.mark.parametrize("site", [S.FRONT_HIP, S.ADDUCTOR, S.SHIN_BONE, S.HEEL_BONE])
def test_the_middle_band_is_not_run_on_at_gated_places(site: BodySite) -> None:
    assert band(site, 2, 0) is Band.GREEN
    assert band(site, 3, 0) is Band.RED


def test_numb_feet_are_never_green() -> None:
    entry = pain(
        S.SOLE, 0, health=healthy(numb_feet=YES), answers={"foot-wound": healthy()[0].answer}
    )
    diary = Diary(pain=(entry,), health=healthy(numb_feet=YES))
    (amber,) = _of(standing_warnings(known(diary)))
    assert amber.code == "pain-amber"


def _of(warnings: Sequence[TrainingWarning], rule: str = "R19") -> list[TrainingWarning]:
    return [warning for warning in warnings if warning.rule == rule]


def standing(
    *entries: PainEntry,
    day: date = DAY,
    runs: Sequence[Activity] = (),
    visits: tuple[Clearance, ...] = (),
) -> list[TrainingWarning]:
    diary = Diary(pain=entries, clearances=visits)
    return _of(standing_warnings(known(diary, day=day, runs=runs)))


def test_the_baseline_is_the_median_of_the_seven_mornings_before() -> None:
    run, after = pain(S.CALF, 2, number=20), mornings(S.CALF, [3], start=later(1))

    def codes(*before: PainEntry) -> list[str]:
        raised = _of(raised_warnings(known(Diary(pain=(*before, run, *after)), day=later(1))))
        return [w.code for w in raised if w.values["run_date"] == DAY]

    assert codes(*mornings(S.CALF, [2, 1, 2, 1, 1, 2, 2], start=later(-6))) == []
    assert codes(*mornings(S.CALF, [2, 2, 2], start=later(-9))) == ["pain-red"]


def test_an_amber_makes_the_next_run_shorter_and_is_gone_after_it() -> None:
    entry = pain(S.CALF, 3)
    (amber,) = standing(entry)
    assert (amber.tier, amber.grade) == (Tier.WATCH, EvidenceGrade.MODERATE)
    assert "the next morning is not entered yet" in wording.sentence(amber.message)
    assert standing(entry, day=later(2), runs=[activity(later(1), 4_000)]) == []
    assert standing(entry, day=later(13))
    assert standing(entry, day=later(14)) == []


def test_a_run_reported_the_day_after_is_one_entry_with_its_morning() -> None:
    entry = pain(S.CALF, 4, day=later(1), run_date=DAY, morning=1)
    (amber,) = standing(entry, day=later(1))
    assert wording.sentence(amber.message) == (
        "Right calf: 4 of 10 in or after the run of Tuesday 24 November, 1 the next morning, "
        "usually 0."
    )


def test_the_third_amber_in_14_days_is_red() -> None:
    def ambers(*days: int) -> list[str]:
        entries = [pain(S.CALF, 3, number=n, day=later(d)) for n, d in enumerate(days, 1)]
        return [w.code for w in standing(*entries, day=later(days[-1]))]

    assert ambers(0, 5) == ["pain-amber"]
    assert ambers(0, 5, 13) == ["pain-third-amber"]
    assert ambers(0, 5, 14) == ["pain-amber"]


def test_the_rise_next_morning_turns_an_amber_red() -> None:
    run, morning = pain(S.CALF, 3), mornings(S.CALF, [2], start=later(1))
    assert [w.code for w in standing(run, *morning, day=later(1))] == ["pain-red"]
    raised = _of(raised_warnings(known(Diary(pain=(run, *morning)), day=later(9))))
    assert [(w.code, w.date) for w in raised] == [("pain-amber", DAY), ("pain-red", later(1))]


def test_a_limp_left_open_is_red_in_words() -> None:
    entry = pain(S.CALF, 1)
    entry = replace(entry, answers={q: a for q, a in entry.answers.items() if q != "limp"})
    (red,) = standing(entry)
    assert red.tier is Tier.STOP_RUN
    assert "left it open" in wording.sentence(red.message)


RED = pain(S.CALF, 6)


def calm(*scores: tuple[int | None, int | None], start: int = 1) -> tuple[PainEntry, ...]:
    """(morning, walking) from a day on; ``None`` leaves a day without an entry."""
    return tuple(
        pain(S.CALF, None, number=50 + n, day=later(start + n), morning=morning, walking=walking)
        for n, (morning, walking) in enumerate(scores)
        if morning is not None
    )


@pytest.mark.parametrize(
    ("scores", "ended_on"),
    [
        ([(1, 1), (1, 1)], 2),
        ([(0, 0), (0, 0)], 2),
        ([(2, 0), (1, 1)], None),
        ([(2, 0), (1, 1), (1, 1)], 3),
        ([(1, 2), (1, 1)], None),
        ([(1, None), (1, 1)], None),
        ([(1, 1), (None, None), (1, 1)], None),
        ([(1, 1), (None, None), (1, 1), (1, 0)], 4),
    ],
)
def test_a_stop_ends_after_two_calm_mornings_in_a_row_with_easy_walking(
    scores: list[tuple[int | None, int | None]], ended_on: int | None
) -> None:
    entries = (RED, *calm(*scores))
    for day in range(6):
        found = standing(*entries, day=later(day))
        is_over = ended_on is not None and day >= ended_on
        assert [w.tier for w in found if w.code == "pain-red"] == (
            [] if is_over else [Tier.STOP_RUN]
        )


def test_a_stop_lasts_48_hours_at_least() -> None:
    same_day = pain(S.CALF, None, number=9, morning=0, walking=0)
    assert standing(RED, same_day, *calm((0, 0)), day=later(1))


def test_a_stop_does_not_end_by_itself_and_ends_with_a_later_visit() -> None:
    assert standing(RED, day=later(300))
    visit = seen(later(2))
    assert standing(RED, day=later(2), visits=(visit,)) == []
    assert standing(RED, day=later(2), visits=(seen(later(2), Permission.NO),))
    assert standing(RED, day=later(2), visits=(seen(DAY),))


def test_a_red_stands_before_an_amber_of_the_same_spot() -> None:
    other = pain(S.ACHILLES, 3, number=3)
    codes = {
        w.code for w in standing(RED, other, pain(S.CALF, 3, number=4, day=later(1)), day=later(1))
    }
    assert codes == {"pain-red", "pain-amber"}
    assert [w.values["spot"] for w in standing(RED)] == ["calf/right"]


def test_the_knee_names_its_own_source() -> None:
    (amber,) = standing(pain(S.KNEE_FRONT, 3))
    assert amber.citations[0] == "trek_pain_rule"


def test_places_where_the_rule_is_carried_over_from_tendons_say_weak_at_the_hip() -> None:
    (red,) = standing(pain(S.FRONT_HIP, 3))
    assert (red.grade, red.tier) == (EvidenceGrade.WEAK, Tier.STOP_RUN)


def test_every_sentence_can_be_worded() -> None:
    for warning in (
        *standing(RED),
        *standing(pain(S.CALF, 3)),
        *standing(*mornings(S.CALF, [3]), day=DAY),
    ):
        for message in (warning.title, warning.message, warning.clears, *warning.advice):
            assert "{" not in wording.sentence(message)
