from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import typst
from pypdf import PdfReader

from runadvisor.catalog import load_catalog
from runadvisor.domain.errors import PrintError
from runadvisor.plan.blocks import STRENGTH, STRETCHING, WARM_UP
from runadvisor.printout import typeset
from runadvisor.printout.choices import Paper, PrintChoices
from runadvisor.printout.grid import CellState
from runadvisor.printout.sheet import PlanSheet, plan_sheet
from runadvisor.printout.typeset import pdf, png_pages, svg_pages
from tests.printout import mara

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runadvisor.advisor import Advice

A4_PT = (595, 842)
LETTER_PT = (612, 792)
PLANS = {
    "four rows": mara.advice(first=date(2026, 11, 23)),
    "five rows": mara.advice(),
    "nothing standing": mara.advice(standing=False),
    "no history": mara.advice(history_weeks=0),
}


@cache
def pages(sheet: PlanSheet) -> list[str]:
    return [flat(page.extract_text()) for page in PdfReader(BytesIO(pdf(sheet))).pages]


def flat(words: str) -> str:
    return re.sub(r"\s+", "", words)


def sheet_of(advice: Advice, paper: Paper = Paper.A4) -> PlanSheet:
    return plan_sheet(advice, mara.catalog(), choices=PrintChoices(paper=paper))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("advice", PLANS.values(), ids=PLANS)
def test_a_plan_is_two_pages(advice: Advice, paper: Paper) -> None:
    first, second = pages(sheet_of(advice, paper))

    assert "RunAdvisor·1of2" in first
    assert "RunAdvisor·2of2" in second


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("advice", PLANS.values(), ids=PLANS)
def test_every_planned_day_is_on_the_first_page(advice: Advice, paper: Paper) -> None:
    sheet = sheet_of(advice, paper)
    words = pages(sheet)[0]
    place = 0
    for week in sheet.weeks:
        for cell in week.cells:
            if cell.state is CellState.PLANNED:
                main = f"{cell.amount}km" if cell.amount else cell.word
                found = words.find(flat(f"{cell.number}{main}{cell.detail}"), place)
                assert found >= 0, cell.line
                place = found


def test_the_first_page_works_alone(sheet: PlanSheet) -> None:
    first = pages(sheet)[0]
    needed = [
        sheet.finding.headline,
        sheet.finding.detail,
        *(one.headline for one in sheet.also),
        *(row.effort for row in sheet.efforts),
        *(group.reason for group in sheet.rest_reasons),
        *sheet.each_morning,
        *(sign for signs in sheet.stop_signs for sign in signs.signs),
        sheet.disclaimer,
    ]

    assert [words for words in needed if flat(words) not in first] == []


def test_the_second_page_holds_exercises_and_sources(sheet: PlanSheet) -> None:
    second = pages(sheet)[1]
    needed = [
        *(words for card in sheet.exercises for words in (card.name, card.dose, card.how)),
        *(card.avoid for card in sheet.exercises),
        *(words for one in sheet.blocks for words in (one.title, one.exercises, one.outline)),
        sheet.weak_doses,
        *(f"{day.month} {day.number}" for table in sheet.done for day in table.dates),
        *(source.rstrip(".") for source in sheet.sources),
        *sheet.rests_on,
    ]

    assert [words for words in needed if flat(words) not in second] == []


def described(node: Any) -> Iterator[str]:
    """Yield what the document says its pictures show."""
    node = node.get_object()
    if "/Alt" in node:
        yield str(node["/Alt"])
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid.get_object(), "get"):
            yield from described(kid)


def test_every_drawing_is_in_the_document_and_says_what_it_shows(sheet: PlanSheet) -> None:
    root = PdfReader(BytesIO(pdf(sheet))).root_object["/StructTreeRoot"]

    assert [card.alternative for card in sheet.exercises] == list(described(root))


@pytest.mark.parametrize("paper", Paper)
def test_the_whole_block_with_its_eight_drawings_stays_on_the_second_page(paper: Paper) -> None:
    catalog = load_catalog()
    advice = mara.advice()
    blocks = tuple(
        replace(mara.CORE, template_id=key, title=template.title, exercises=template.exercises)
        for key, template in catalog.templates.items()
        if key in {STRENGTH, STRETCHING, WARM_UP}
    )
    days = tuple(replace(day, blocks=blocks if day.blocks else ()) for day in advice.plan.days)
    sheet = plan_sheet(
        replace(advice, plan=replace(advice.plan, days=days)),
        catalog,
        choices=PrintChoices(paper=paper),
    )

    assert len(sheet.exercises) == 8
    second = pages(sheet)[1]
    assert [card.name for card in sheet.exercises if flat(card.name) not in second] == []
    # The diary has a page of its own rather than words too small at arm's length.
    assert len(pages(sheet)) == (2 if paper is Paper.A4 else 3)


@pytest.mark.parametrize("paper", Paper)
def test_a_stop_is_one_page_without_a_grid(paper: Paper) -> None:
    sheet = sheet_of(mara.stopped(), paper)
    (page,) = pages(sheet)

    assert flat("Front-hip pain with a limp") in page
    assert "tickwhendone" not in page


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, A4_PT), (Paper.LETTER, LETTER_PT)])
def test_the_page_has_the_size_of_the_paper(paper: Paper, size: tuple[int, int]) -> None:
    box = PdfReader(BytesIO(pdf(sheet_of(mara.advice(), paper)))).pages[0].mediabox

    assert (round(box.width), round(box.height)) == size


def test_the_same_sheet_is_the_same_file(sheet: PlanSheet) -> None:
    assert pdf(sheet) == pdf(sheet)
    assert png_pages(sheet) == png_pages(sheet)
    assert svg_pages(sheet) == svg_pages(sheet)


def test_the_document_is_tagged_and_says_its_title_and_language(sheet: PlanSheet) -> None:
    document = PdfReader(BytesIO(pdf(sheet)))
    root = document.root_object

    assert str(root["/MarkInfo"]) == "{'/Marked': True, '/Suspects': False}"
    assert root["/Lang"] == "en"
    assert document.metadata is not None
    assert document.metadata.title == "Prevention plan, 4 weeks, 24 November to 21 December 2026"
    assert b"pdfuaid:part" in pdf(sheet)


def test_pages_have_no_path_of_a_machine(sheet: PlanSheet) -> None:
    assert str(typeset.asset("print", "plan.typ").parent.parent.parent).encode() not in pdf(sheet)


def test_pictures_and_drawings_have_the_pages_of_the_document(sheet: PlanSheet) -> None:
    pictures, drawings = png_pages(sheet, dpi=30), svg_pages(sheet)

    assert len(pictures) == len(drawings) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert all(drawing.startswith("<svg") for drawing in drawings)


@pytest.mark.parametrize("name", ["山田太郎", "אבי כהן", "Ελένη Ž", "Runner 🏃"])
def test_a_name_in_any_script_prints(name: str) -> None:
    sheet = sheet_of(mara.advice(name=name))

    assert len(PdfReader(BytesIO(pdf(sheet))).pages) == 2


@pytest.mark.parametrize("name", ["Maximiliane " * 12, "Donaudampfschifffahrt" * 6])
def test_a_very_long_name_is_not_cut(name: str) -> None:
    first = pages(sheet_of(mara.advice(name=name.strip())))[0]

    assert flat(name) in first.replace("\u200b", "")


def test_very_long_words_in_a_cell_stay_whole() -> None:
    advice = mara.advice()
    block = replace(mara.CORE, short_title="Hüftbeugerkräftigungsübungsblock")
    days = tuple(replace(day, blocks=(block,) * 3) for day in advice.plan.days)
    by_date = {day.date: day for day in days}
    weeks = tuple(
        replace(week, days=tuple(day and by_date[day.date] for day in week.days))
        for week in advice.plan.weeks
    )
    sheet = sheet_of(replace(advice, plan=replace(advice.plan, days=days, weeks=weeks)))
    words = "".join(pages(sheet)).replace("\u200b", "")

    assert words.count("Hüftbeugerkräftigungsübungsblock") == 3 * len(days)


def test_more_text_than_a_page_holds_runs_on(sheet: PlanSheet) -> None:
    many = tuple(
        replace(signs, signs=tuple(f"Sign {number}. {signs.signs[0]}" for number in range(60)))
        for signs in sheet.stop_signs
    )
    printed = pages(replace(sheet, stop_signs=many))

    assert len(printed) > 2
    assert all(f"Sign{number}." in "".join(printed) for number in range(60))


def test_a_sheet_that_cannot_be_set_says_so(
    sheet: PlanSheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "plan.typ"
    broken.write_text("#nothing-of-this-name", encoding="utf-8")
    monkeypatch.setattr(typeset, "asset", lambda *_: broken)
    monkeypatch.setattr(typeset, "_fonts", lambda _: typst.Fonts(include_system_fonts=False))

    for make in (pdf, png_pages, svg_pages):
        with pytest.raises(PrintError, match="cannot be set for print: unknown variable"):
            make(sheet)
