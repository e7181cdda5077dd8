"""The diary in the file: what goes in comes out, whole or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import (
    Answer,
    Diary,
    HealthItem,
    IllnessSign,
    Injury,
    InjuryKind,
    Occasion,
    Permission,
)
from runadvisor.domain.errors import HistoryError
from runadvisor.history.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from runadvisor.history.store import History
from tests.diaries import DAY, NO, YES, health, later, night, pain, seen, told

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = Diary(
    pain=(
        pain(
            BodySite.FRONT_HIP,
            2,
            after=1,
            morning=0,
            walking=3,
            stiff_min=5,
            run_date=later(-1),
            activity_id=7,
            ticked=frozenset({"S-catch"}),
            note="stairs",
        ),
        pain(BodySite.LOW_BACK, None, number=2, day=later(1)),
    ),
    check_ins=(
        night(DAY, 7.5, IllnessSign.FEVER, IllnessSign.CHEST, took_fever_medicine=YES),
        night(later(1), illness=frozenset(), medicines="ibuprofen", note="tired"),
        night(later(2), 6.0),
    ),
    injuries=(
        Injury(
            injury_id=1,
            region=BodyRegion.CALF,
            side=Side.BOTH,
            start=later(-300),
            end=later(-200),
            kind=InjuryKind.MUSCLE,
            note="left first",
        ),
        Injury(injury_id=2, region=BodyRegion.KNEE, side=Side.LEFT, start=later(-10)),
    ),
    health=(
        health(HealthItem.BIRTH, day=later(-100)),
        health(HealthItem.PREGNANT, Answer.SKIPPED),
    ),
    screenings=(
        replace(told("NOW-1", "U-c"), screening_id=1),
        replace(told(occasion=Occasion.MISTAKE, answers={"NOW-1": NO}), screening_id=2),
    ),
    clearances=(seen(later(3), Permission.GUIDED, clearance_id=1, text="MRI clear"),),
)


def test_what_is_kept_comes_back_the_same_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "own.runadvisor"
    with History.open(path) as history:
        assert history.diary.read() == Diary()
        assert history.diary.keep(WHOLE) == (1, 2)
    with History.open(path) as history:
        assert history.diary.read() == WHOLE


def test_records_come_by_their_day_whatever_the_order_of_writing(history: History) -> None:
    history.diary.keep(Diary(pain=(pain(day=later(5)), pain(day=later(1)))))
    assert [entry.date for entry in history.diary.read().pain] == [later(1), later(5)]


def test_a_second_check_in_of_a_day_goes_on_with_the_first(history: History) -> None:
    history.diary.keep(Diary(check_ins=(night(DAY, 7.5, note="good"),)))
    history.diary.keep(Diary(check_ins=(night(DAY, None, IllnessSign.NECK_UP),)))
    history.diary.keep(Diary(check_ins=(night(DAY, 6.0),)))
    (day,) = history.diary.read().check_ins
    assert (day.sleep_h, day.illness, day.note) == (6.0, frozenset({IllnessSign.NECK_UP}), "good")


def test_well_again_replaces_ill(history: History) -> None:
    history.diary.keep(Diary(check_ins=(night(DAY, None, IllnessSign.FEVER),)))
    history.diary.keep(Diary(check_ins=(night(DAY, illness=frozenset()),)))
    (day,) = history.diary.read().check_ins
    assert day.illness == frozenset()


def test_an_injury_can_be_changed_and_taken_out(history: History) -> None:
    history.diary.keep(WHOLE)
    first, second = history.diary.read().injuries
    history.diary.change_injury(replace(second, end=DAY))
    history.diary.remove_injury(first.injury_id)
    assert history.diary.read().injuries == (replace(second, end=DAY),)


def test_an_entry_can_be_changed_in_its_place(history: History) -> None:
    history.diary.keep(WHOLE)
    first, second = history.diary.read().pain
    history.diary.change_pain(replace(second, morning=4, answers={"rest": YES}))
    changed = history.diary.read().pain
    assert changed == (first, replace(second, morning=4, answers={"rest": YES}))


def test_an_entry_can_be_taken_out_and_its_number_is_not_used_again(history: History) -> None:
    history.diary.keep(WHOLE)
    history.diary.remove_pain(2)
    assert [entry.entry_id for entry in history.diary.read().pain] == [1]
    assert history.diary.keep(Diary(pain=(pain(),))) == (3,)


def test_what_cannot_be_written_leaves_nothing_half_done(history: History) -> None:
    history._connection.execute("DROP TABLE clearance")
    with pytest.raises(HistoryError):
        history.diary.keep(WHOLE)
    assert history._connection.execute("SELECT count(*) FROM pain_entry").fetchone() == (0,)
    with pytest.raises(HistoryError):
        history.diary.read()


def test_a_file_of_the_version_before_gets_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "own.runadvisor"
    with sqlite3.connect(path) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executescript("".join(MIGRATIONS[:2]) + "PRAGMA user_version = 2")
    connection.close()
    with History.open(path) as history:
        history.diary.keep(WHOLE)
        assert history.diary.read() == WHOLE
    assert path.with_suffix(f".before-{SCHEMA_VERSION}.runadvisor").exists()


INJURY = Injury(region=BodyRegion.KNEE, side=Side.LEFT, start=later(-10))


def test_what_is_written_down_is_undone_row_by_row_and_done_again(history: History) -> None:
    store = history.diary
    store.keep(Diary(check_ins=(night(DAY, 7.0, note="good"),), injuries=(INJURY,)))
    before = store.read()
    way_back = store.undoable(
        lambda: store.keep(
            Diary(pain=(pain(),), check_ins=(night(DAY, 6.0),), screenings=(told(),))
        )
    )
    after = store.read()
    assert after.check_ins[0].sleep_h == 6.0
    way_forth = history.apply(way_back)
    assert store.read() == before
    assert history.apply(way_forth) == way_back
    assert store.read() == after


def test_what_was_changed_or_taken_out_comes_back_under_its_number(history: History) -> None:
    store = history.diary
    store.keep(Diary(pain=(pain(),), injuries=(INJURY,)))
    before = store.read()
    (entry,), (injury,) = before.pain, before.injuries
    for write in (
        lambda: store.change_pain(replace(entry, during=5)),
        lambda: store.remove_pain(entry.entry_id),
        lambda: store.change_injury(replace(injury, note="left")),
        lambda: store.remove_injury(injury.injury_id),
    ):
        way_back = store.undoable(write)
        assert store.read() != before
        history.apply(way_back)
        assert store.read() == before
