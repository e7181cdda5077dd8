"""The prints that are no plan: a load review, a warning, a block, the signs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from runadvisor.catalog import load_catalog
from runadvisor.domain.body import BodyRegion, Side
from runadvisor.domain.diary import Diary, HealthItem, Injury
from runadvisor.domain.errors import PrintError
from runadvisor.domain.exercise import ExerciseDone, ExerciseLimits, Feel
from runadvisor.printout.block_handout import block_handout
from runadvisor.printout.choices import AS_USUAL, Ink, Margin, Paper, PrintChoices
from runadvisor.printout.forms import SUFFIXES, form_of
from runadvisor.printout.handout import Cards, Handout, Items, Table, Words
from runadvisor.printout.load_review import load_review
from runadvisor.printout.sign_handout import sign_handout
from runadvisor.printout.typeset import pdf, png_pages
from runadvisor.printout.warning_handout import warning_handout
from tests.diaries import health, pain
from tests.printout import mara

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.knowledge import BlockTemplate, Catalog

DIARY = Diary(
    pain=(pain(during=4, after=2, morning=1, day=date(2026, 11, 20)),),
    injuries=(
        Injury(
            region=BodyRegion.CALF,
            side=Side.LEFT,
            start=date(2025, 3, 1),
            end=date(2025, 4, 2),
            note="strain",
        ),
    ),
    health=(health(HealthItem.BLOOD_THINNER),),
)


NAMES = ("review", "warning", "block", "signs")


@cache
def catalog() -> Catalog:
    return load_catalog()


def hip_core() -> BlockTemplate:
    return catalog().templates["hip-core-25"]


@cache
def handouts(choices: PrintChoices = AS_USUAL) -> dict[str, Handout]:
    advice = replace(mara.advice(), diary=DIARY)
    return {
        "review": load_review(advice, catalog(), choices=choices),
        "warning": warning_handout(advice, advice.standing[0], catalog(), choices=choices),
        "block": block_handout(
            advice, catalog().templates["hip-core-25"], catalog(), choices=choices
        ),
        "signs": sign_handout(advice, catalog(), choices=choices),
    }


@cache
def printed(name: str) -> PdfReader:
    return PdfReader(BytesIO(pdf(handouts()[name])))


def flat(words: str) -> str:
    return re.sub(r"\s+", "", words)


def words_of(sheet: Handout) -> Iterator[str]:
    yield from (sheet.title, sheet.period, sheet.person, sheet.made_on, sheet.disclaimer)
    for part in sheet.parts:
        yield part.title
        match part:
            case Words() | Items():
                yield from part.lines
            case Table():
                yield from part.head
                yield from (cell for row in part.rows for cell in row)
                yield "" if part.rows else part.nothing
            case Cards():
                for card in part.cards:
                    yield from (card.name, card.dose, card.how)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_on_the_one_page(name: str) -> None:
    (page,) = printed(name).pages
    found = flat(page.extract_text())

    missing = [words for words in words_of(handouts()[name]) if flat(words) not in found]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_in_the_text_and_on_the_web_page(name: str) -> None:
    from html import unescape  # noqa: PLC0415 - beside its one use

    sheet = handouts()[name]
    text = form_of(sheet, ".txt").decode()
    page = flat(unescape(re.sub(r"<[^>]+>", " ", form_of(sheet, ".html").decode())))

    assert max(map(len, text.splitlines())) <= 80
    for words in words_of(sheet):
        assert flat(words).lower() in flat(text).lower()
        assert flat(words) in page


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_tagged_and_says_title_and_language(name: str) -> None:
    reader = printed(name)

    assert reader.metadata is not None
    assert reader.metadata.title == f"{handouts()[name].title}, {handouts()[name].period}"
    assert reader.root_object["/Lang"] == "en"
    marks = reader.root_object["/MarkInfo"].get_object()
    assert isinstance(marks, DictionaryObject)
    assert marks["/Marked"]
    assert b"pdfuaid" in pdf(handouts()[name])
    assert reader.outline


def test_the_review_names_what_was_run_felt_and_answered() -> None:
    words = form_of(handouts()["review"], ".txt").decode()

    for said in (
        "17.4 km",
        "1.24",
        "16–22 Nov",
        ", left: 1 March to 2 April 2025. strain",
    ):
        assert said.lower() in " ".join(words.split()).lower()
    assert "right calf" in words
    assert "blood" in words
    assert "questions were not answered" in words


def test_the_review_says_that_silence_is_no_health() -> None:
    words = form_of(load_review(mara.advice(), catalog()), ".txt").decode()

    assert "That is not the same as none." in words
    assert "None was written down." in words


def test_a_warning_says_its_sum_its_end_and_what_is_not_shown() -> None:
    words = " ".join(form_of(handouts()["warning"], ".txt").decode().split())

    assert "17.4 km ÷ 14.0 km (1 November) = 1.24." in words
    assert "It ends after Sunday 6 December." in words
    assert "Not shown: Cause." in words
    assert "no diagnosis and no forecast" in words


def test_a_warning_that_is_over_says_so() -> None:
    advice = mara.advice(standing=False)
    sheet = warning_handout(advice, advice.raised[0], catalog())

    assert "It does not stand any more on" in form_of(sheet, ".txt").decode()


def test_the_page_of_signs_holds_every_sign_and_no_open_question() -> None:
    words = flat(form_of(handouts()["signs"], ".txt").decode())

    signs = [flag for flag in catalog().red_flags if flag.flag_id != "open"]
    assert [flag.flag_id for flag in signs if flat(flag.text) not in words] == []
    assert "isopen." not in words


def test_a_block_keeps_the_doses_of_its_own() -> None:
    block = hip_core()
    own = replace(block, doses={block.exercises[0]: "9 × 9"})
    sheet = block_handout(mara.advice(), own, catalog())

    assert "9 × 9" in form_of(sheet, ".txt").decode()


def test_a_block_goes_on_from_what_was_done_and_how_it_felt() -> None:
    advice = mara.advice()
    key = hip_core().exercises[1]
    easy = tuple(
        ExerciseDone(date=advice.as_of - timedelta(days=back), exercise_id=key, feel=Feel.EASY)
        for back in (3, 1)
    )
    done = replace(advice, diary=replace(advice.diary, exercises=easy))
    words = flat(form_of(block_handout(done, hip_core(), catalog()), ".txt").decode())

    assert flat(catalog().exercises[key].steps[0]) in words


def test_a_block_of_which_nothing_is_allowed_says_so() -> None:
    advice = mara.advice()
    withheld = ExerciseLimits(is_locked=True)
    barred = replace(advice.restrictions, exercise_limits=withheld)

    with pytest.raises(PrintError, match="right for you now"):
        block_handout(replace(advice, restrictions=barred), hip_core(), catalog())


def test_a_form_that_nothing_makes_is_refused() -> None:
    with pytest.raises(PrintError, match="must end in one of"):
        form_of(handouts()["signs"], ".docx")


def test_the_name_is_left_off_where_it_is_not_wanted() -> None:
    sheet = sign_handout(mara.advice(), catalog(), choices=PrintChoices(shows_name=False))

    assert all("Mara" not in form_of(sheet, suffix).decode("latin-1") for suffix in SUFFIXES)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_sheet_gives_the_same_bytes(name: str) -> None:
    assert all(
        form_of(handouts()[name], suffix) == form_of(handouts()[name], suffix)
        for suffix in SUFFIXES
    )


def test_colour_changes_the_page_and_not_a_word() -> None:
    black = handouts()["signs"]
    coloured = replace(black, ink=Ink.COLOUR)

    assert png_pages(coloured, dpi=30) != png_pages(black, dpi=30)
    assert form_of(coloured, ".txt") == form_of(black, ".txt")


def test_made_at_says_nothing_of_this_machine() -> None:
    made = printed("signs").metadata
    assert made is not None
    assert made.creation_date == datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize("margin", Margin)
def test_letter_paper_and_every_margin_keep_the_page_count(margin: Margin) -> None:
    sheets = handouts(PrintChoices(paper=Paper.LETTER, margin=margin))
    pages = {name: len(png_pages(sheet, dpi=20)) for name, sheet in sheets.items()}

    # Exercises are promised on one to two pages, everything else on one.
    assert 1 <= pages.pop("block") <= 2
    assert set(pages.values()) == {1}
