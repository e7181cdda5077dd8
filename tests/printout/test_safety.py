from __future__ import annotations

from runadvisor.printout.safety import each_morning, stop_signs
from tests.printout import mara


def test_every_red_flag_meant_for_paper_is_printed_once() -> None:
    flags = mara.catalog().red_flags
    printed = [sign for signs in stop_signs(mara.catalog()) for sign in signs.signs]

    assert sorted(printed) == sorted(flag.text for flag in flags if flag.on_sheet)


def test_emergencies_come_first_and_name_whom_to_call() -> None:
    now, soon = stop_signs(mara.catalog())

    assert now.title == "Stop and call 112"
    assert soon.title == "See a doctor today or tomorrow"


def test_another_emergency_number_can_be_given() -> None:
    assert stop_signs(mara.catalog(), emergency_number="911")[0].title == "Stop and call 911"


def test_front_hip_pain_never_gets_a_run() -> None:
    assert "do not run on it" in each_morning()[-1]
