from __future__ import annotations

from dataclasses import replace

import pytest

from runadvisor.printout.grid import CellState
from runadvisor.printout.sheet import PlanSheet, plan_sheet
from runadvisor.printout.text import text
from tests.printout import mara


def joined(sheet: PlanSheet) -> str:
    return " ".join(text(sheet).split())


@pytest.mark.parametrize("name", ["Mara Voss", "Maximiliane " * 12, "Donaudampfschifffahrt" * 6])
def test_no_line_is_wider_than_80_columns(name: str) -> None:
    sheet = plan_sheet(mara.advice(name=name), mara.catalog())

    assert max(map(len, text(sheet).splitlines())) <= 80


def test_every_planned_day_has_a_line_with_a_box(sheet: PlanSheet) -> None:
    lines = text(sheet).splitlines()
    for week in sheet.weeks:
        for cell in week.cells:
            if cell.state is CellState.PLANNED:
                assert f"[ ] {cell.day:<12}{cell.line}" in lines


def test_the_words_are_those_of_the_paper(sheet: PlanSheet) -> None:
    words = joined(sheet)
    needed = [
        sheet.finding.headline,
        *(group.reason for group in sheet.rest_reasons),
        *sheet.each_morning,
        *(sign for signs in sheet.stop_signs for sign in signs.signs),
        *sheet.sources,
        sheet.disclaimer,
    ]

    assert [one for one in needed if one not in words] == []


def test_the_limit_reads_as_a_sentence(sheet: PlanSheet) -> None:
    assert "Longest run allowed: 15.4 km until 6 December." in joined(sheet)


def test_a_day_already_done_has_no_box(sheet: PlanSheet) -> None:
    first = sheet.weeks[0]
    done = replace(first.cells[0], state=CellState.DONE, length="4.6 km", detail="done")
    week = replace(first, cells=(done, *first.cells[1:]))

    assert "    Mon 23 Nov  4.6 km done" in text(replace(sheet, weeks=(week,))).splitlines()


def test_a_stop_numbers_what_to_do() -> None:
    words = text(plan_sheet(mara.stopped(), mara.catalog()))

    assert "1. See a doctor today or tomorrow.\n2. Walking is fine." in words
    assert "[ ]" not in words


def test_nothing_standing_is_said() -> None:
    calm = plan_sheet(mara.advice(standing=False), mara.catalog())

    assert "Nothing in your training stands out." in joined(calm)


def test_the_text_ends_with_one_newline(sheet: PlanSheet) -> None:
    assert text(sheet).endswith(".\n")
