from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.cli import clock
from runadvisor.domain.diary import HealthItem
from tests.cli.conftest import TODAY
from tests.cli.test_json_output import schema

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Result, Run

NOON = datetime.combine(TODAY, time(12), UTC)


class Diary:
    """``runadvisor diary`` over one history, at a moment of a day."""

    def __init__(self, run: Run, history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.history = run, history
        self._patch = monkeypatch
        self.at()

    def at(self, *, days: int = 0, hours: int = 0) -> Diary:
        moment = NOON + timedelta(days=days, hours=hours)
        self._patch.setattr(clock, "now", lambda: moment)
        self._patch.setattr(clock, "today", moment.date)
        return self

    def __call__(self, *words: object) -> Result:
        return self.run("diary", *words, "--history", self.history)

    def listed(self) -> Any:
        return self("list", "--json").json

    def codes(self) -> set[str]:
        told = self.run("warnings", "--history", self.history, "--json").json
        return {warning["code"] for warning in told["warnings"]}

    def stopped(self) -> Any:
        return self.run("plan", "--history", self.history, "--json").json["stopped"]


@pytest.fixture
def diary(run: Run, imported: Imported, monkeypatch: pytest.MonkeyPatch) -> Diary:
    made = Diary(run, imported([6] * 12), monkeypatch)
    assert made("health", *(f"{item}=no" for item in HealthItem)).code == 0
    return made


@pytest.fixture
def bare(run: Run, history: Path, monkeypatch: pytest.MonkeyPatch) -> Diary:
    """A diary over a history without runs."""
    made = Diary(run, history, monkeypatch)
    assert made("health", "pregnant=no").code == 0
    return made


CALF = ("add", "--signs", "none", "--site", "calf", "--side", "right")


def test_an_entry_is_kept_and_listed(diary: Diary) -> None:
    done = diary(*CALF, "--during", 2, "--after", 1, "--morning", 0, "--all-no", "--note", "hills")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Kept: Right calf: 2 in the run, 1 after it, 0 on getting up",
    ]
    (entry,) = diary.listed()["pain"]
    assert (entry["site"], entry["side"], entry["during"], entry["note"]) == (
        *("calf", "right", 2, "hills"),
    )
    assert set(entry["answers"].values()) == {"no"}
    assert "Right calf: 2 in the run" in diary("list").out


def test_what_is_left_out_counts_as_yes_and_is_said(diary: Diary) -> None:
    done = diary(*CALF, "--during", 2)
    assert "counts as yes: Do you limp?" in " ".join(done.out.split())
    assert "sign-u-c" in diary.codes()
    assert diary.stopped()["tier"] == "lock"


def test_a_plain_no_to_all_keeps_the_plan(diary: Diary) -> None:
    diary(*CALF, "--during", 2, "--all-no")
    assert diary.stopped() is None


def test_the_groin_gate_stops_the_plan_and_prints_what_to_do(diary: Diary) -> None:
    done = diary(
        *("add", "--signs", "none", "--site", "front-hip", "--side", "left", "--during", 2),
        *("--all-no", "--answer", "rest=yes"),
    )
    assert "See a doctor today or tomorrow" in done.out
    assert "- Stop running and jumping." in done.out
    told = diary.run("warnings", "--history", diary.history, "--json").json["warnings"][0]
    assert (told["rule"], told["tier"], told["values"]["spot"]) == (
        *("R21", "lock", "front-hip/left"),
    )
    code = diary.run("warnings", "--history", diary.history, "--fail-on", "lock").code
    assert code == 4


def test_a_serious_sign_locks_until_a_visit_is_written_down(diary: Diary) -> None:
    assert diary("add", "--signs", "NOW-2,U-c", "--sleep", 8).code == 0
    assert {"sign-now-2", "sign-u-c"} <= diary.codes()
    visit = ("seen", "--on", TODAY + timedelta(days=2), "--by", "Dr Berg", "--allowed")
    diary.at(days=2)
    diary(*visit, "no")
    assert diary.stopped()["tier"] == "lock"
    diary.at(days=2, hours=1)
    assert diary(*visit, "yes").code == 0
    assert diary.stopped() is None


def test_a_mistake_is_taken_back_within_24_hours(diary: Diary) -> None:
    diary(*CALF, "--during", 2, "--all-no", "--answer", "swollen=yes")
    asked = diary.at(hours=3)("take-back").out
    assert "swollen: This leg swollen" in asked
    assert diary("take-back", "--answer", "swollen=yes").out.startswith("Not every answer")
    assert diary.stopped()["tier"] == "lock"
    assert diary("take-back", "--answer", "swollen=no").out.startswith("Taken back.")
    assert diary.stopped() is None


def test_after_24_hours_nothing_can_be_taken_back(diary: Diary) -> None:
    diary(*CALF, "--during", 2, "--all-no", "--answer", "swollen=yes")
    done = diary.at(hours=25)("take-back", "--answer", "swollen=no")
    assert done.code == 2
    assert "last 24 hours" in done.err


def test_sleep_and_illness_of_a_day(diary: Diary) -> None:
    done = diary(
        *("add", "--signs", "none", "--sleep", 6.5, "--illness", "fever,chest"),
        *("--fever-medicine", "yes", "--medicines", "paracetamol"),
    )
    said = " ".join(done.out.split())
    assert (
        "Slept 6 h 30, ill: cough from the chest, fever, fever medicine taken, paracetamol" in said
    )
    assert "Ill: no running yet" in done.out
    assert diary.codes() >= {"illness"}
    diary.at(days=1)("add", "--signs", "none", "--illness", "none")
    assert diary.at(days=2).codes() >= {"after-illness"}


def test_an_injury_a_run_of_the_day_before_and_a_tick(diary: Diary) -> None:
    injury = ("injury", "--region", "knee", "--side", "left", "--start", "2026-06-01")
    assert diary(*injury, "--end", "2026-07-01", "--kind", "joint", "--note", "stairs").code == 0
    yesterday = TODAY - timedelta(days=1)
    diary(
        *("add", "--signs", "none", "--site", "knee-front", "--side", "left", "--all-no"),
        *("--during", 3, "--morning", 1, "--run-date", yesterday, "--tick", "S-catch"),
    )
    assert {"pain-amber", "sign-s-catch", "previous-injury"} <= diary.codes()
    assert diary.listed()["pain"][0]["run_date"] == yesterday.isoformat()


def test_the_list_follows_its_schema_and_its_range_of_days(diary: Diary) -> None:
    diary(*CALF, "--during", 2, "--all-no", "--stiff", 10, "--walking", 1)
    diary("add", "--signs", "none", "--sleep", 7)
    diary("health", f"birth=yes@{TODAY - timedelta(days=10)}")
    diary("injury", "--region", "low-back", "--start", "2026-01-01")
    diary("seen", "--on", TODAY, "--by", "Dr Berg", "--allowed", "guided", "--note", "rest")
    diary("add", "--signs", "NOW-1", "--sleep", 7)
    schema("diary").validate(diary.listed())
    lines = diary("list").out
    for words in ("Slept 7 h 00", "Injury of low back (other), it lasts", "Dr Berg", "NOW-1"):
        assert words in lines
    early = diary("list", "--to", TODAY - timedelta(days=1), "--json").json
    assert [key for key, entries in early.items() if entries] == ["injuries"]
    late = diary("list", "--from", TODAY + timedelta(days=1))
    assert late.out == "0 entries.\n"


def test_questions_are_listed_with_their_ids(diary: Diary) -> None:
    out = diary("questions", "--site", "front-hip").out
    assert out.startswith("front-hip (left, right or both):")
    for words in ("  rest: Hurts at rest", "S-catch (to tick)", "  NOW-1: Chest pain"):
        assert words in out
    assert "low-back (no side)" in diary("questions", "--site", "low-back").out
    assert "front-hip" not in diary("questions").out
    assert "pregnant (no): Pregnant?" in diary("health").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "--site", "calf"), "--signs"),
        (("add", "--signs", "none"), "nothing to write down"),
        (("add", "--signs", "none", "--site", "calf"), "Which side"),
        (("add", "--signs", "none", "--site", "calff"), "did you mean “calf”"),
        (("add", "--signs", "none", "--site", "x"), "choose one of front-hip"),
        (("add", "--signs", "none", "--site", "low-back", "--side", "left"), "has no side"),
        (("add", "--signs", "NOW-99", "--sleep", 7), "no sign “NOW-99”"),
        ((*CALF, "--during", 11), "no pain from 0 to 10"),
        ((*CALF, "--stiff", "x"), "no number of minutes"),
        ((*CALF, "--answer", "rest=no"), "does not ask “rest”"),
        ((*CALF, "--answer", "limp=maybe"), "no answer"),
        ((*CALF, "--tick", "S-catch"), "cannot be ticked"),
        ((*CALF, "--run-date", "2027-01-01"), "not after"),
        ((*CALF, "--date", "2027-01-01"), "still to come"),
        (("add", "--signs", "none", "--sleep", 25), "no number of hours"),
        (("add", "--signs", "none", "--sleep", "x"), "no number of hours"),
        (("add", "--signs", "none", "--illness", "flu"), "no sign of illness"),
        (("injury", "--region", "knee", "--start", "2026-02-01", "--end", "2026-01-01"), "--end"),
        (("health", "pregnant=perhaps"), "no answer"),
        (("seen", "--on", "2027-01-01", "--by", "x", "--allowed", "yes"), "still to come"),
        (("take-back",), "Nothing of the last 24 hours"),
        ((), "ACTION"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(bare: Diary, words: tuple[object, ...], said: str) -> None:
    done = bare(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_adding_makes_the_history_listing_wants_it(run: Run, history: Path) -> None:
    assert run("diary", "list", "--history", history).code == 3
    assert run("diary", "add", "--signs", "none", "--sleep", 8, "--history", history).code == 0
    assert history.exists()


def test_what_goes_with_pain_is_offered_ticked_and_answered_with_what_it_fits(
    diary: Diary,
) -> None:
    assert "stairs (to tick): Worse on stairs" in diary("questions", "--site", "knee-front").out
    words = ("add", "--signs", "none", "--site", "knee-front", "--side", "right")
    said = diary(*words, "--during", 2, "--all-no", "--tick", "stairs").out
    assert "This fits with the knee cap." in said
    assert "not a diagnosis" in said
    assert diary.listed()["pain"][0]["ticked"] == ["stairs"]
    refused = diary(*words, "--during", 2, "--all-no", "--tick", "side-lying")
    assert refused.code == 2
    assert "stairs" in refused.err


def test_while_bone_is_open_nothing_else_is_to_be_changed(diary: Diary) -> None:
    words = ("add", "--signs", "none", "--site", "front-hip", "--side", "right", "--during", 2)
    said = diary(*words, "--all-no", "--answer", "gradual=yes", "--tick", "stairs").out
    said = " ".join(said.split())
    assert "Be seen within seven days." in said
    assert "Nothing to change before somebody has looked." in said
