from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from runadvisor.printout.html import html
from runadvisor.printout.sheet import PlanSheet, plan_sheet
from tests.printout import mara


def shown(page: str) -> str:
    return " ".join("".join(map(str, lxml_html.fromstring(page).itertext())).split())


def test_every_planned_day_is_in_the_page(sheet: PlanSheet) -> None:
    tree = lxml_html.fromstring(html(sheet))
    planned = [
        time.get("datetime")
        for day in tree.iterfind(".//td/small")
        for time in day.iterfind("time")
        if day.find("span") is not None
    ]

    assert planned == [day.date.isoformat() for day in mara.plan().days]


def test_the_words_are_those_of_the_paper(sheet: PlanSheet) -> None:
    words = shown(html(sheet))
    needed = [
        sheet.finding.headline,
        sheet.finding.detail,
        *(row.effort for row in sheet.efforts),
        *(group.reason for group in sheet.rest_reasons),
        *sheet.each_morning,
        *(sign for signs in sheet.stop_signs for sign in signs.signs),
        *(card.how for card in sheet.exercises),
        *sheet.rests_on,
        *sheet.sources,
        sheet.disclaimer,
    ]

    assert [one for one in needed if one not in words] == []


def test_the_page_needs_no_other_file_and_runs_nothing(sheet: PlanSheet) -> None:
    page = html(sheet)

    assert "<script" not in page
    assert "src=" not in page
    assert "url(" not in page
    assert "<link" not in page


def test_a_name_is_text_never_markup(sheet: PlanSheet) -> None:
    page = html(replace(sheet, person="<b>Mara & Co</b>"))

    assert "&lt;b&gt;Mara &amp; Co&lt;/b&gt;" in page


def test_a_stop_shows_steps_and_no_weeks() -> None:
    page = html(plan_sheet(mara.stopped(), mara.catalog()))

    assert "See a doctor today or tomorrow." in shown(page)
    assert 'class="weeks"' not in page


def test_nothing_standing_leaves_no_empty_list() -> None:
    page = html(plan_sheet(mara.advice(standing=False), mara.catalog()))

    assert "Nothing in your training stands out." in shown(page)
    assert "<ul></ul>" not in "".join(page.split())
