"""Plans of four invented runners on paper: nothing missing, cut off or too pale."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import matplotlib.image
import numpy as np
import pytest
from pypdf import PdfReader

from docs.languages.__main__ import PSEUDO, make_pseudo
from runadvisor.catalog import load_catalog
from runadvisor.language import speak, speak_english
from runadvisor.printout.choices import Ink, Paper, PrintChoices
from runadvisor.printout.grid import CellState
from runadvisor.printout.sheet import PlanSheet, plan_sheet
from runadvisor.printout.typeset import pdf, png_pages, svg_pages
from tests.print_stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from runadvisor.advisor import Advice

NAMES = ("new runner, 3 runs", "10 years, 6 runs a week", "injured, ladder", "stop")
DPI = 72
MARGINS_PT = {"left": 36, "right": 36, "top": 34, "bottom": 12}
"""The foot of the page stands within the lower margin."""
FRAME_PT = 2
"""The line of a frame stands half outside of it."""
LEAST_CONTRAST = 4.5
PALEST_GROUND = 0xF2
WHITE = 0.995


@cache
def sheet(name: str, paper: Paper = Paper.A4, ink: Ink = Ink.BLACK) -> PlanSheet:
    catalog = load_catalog()
    return plan_sheet(_advice()[name], catalog, choices=PrintChoices(paper=paper, ink=ink))


@cache
def _advice() -> dict[str, Advice]:
    return stories(load_catalog())


def printed(given: PlanSheet) -> list[str]:
    reader = PdfReader(BytesIO(pdf(given)))
    return [flat(page.extract_text()) for page in reader.pages]


def flat(words: str) -> str:
    return re.sub(r"[\s\u200b]+", "", words)


def grey(page: bytes) -> NDArray[np.float64]:
    """Return a page as lightness, 0 to 1."""
    pixels = matplotlib.image.imread(BytesIO(page), format="png")[..., :3]
    return pixels @ np.array([0.2126, 0.7152, 0.0722])


def missing(given: PlanSheet, words: str) -> list[str]:
    cells = [cell for week in given.weeks for cell in week.cells]
    planned = [cell for cell in cells if cell.state is CellState.PLANNED]
    wanted = [f"{cell.length or cell.word}{cell.detail}" for cell in planned]
    for card in given.exercises:
        wanted += [card.name, card.dose, card.how]
    return [each for each in wanted if flat(each) not in words]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", NAMES)
def test_every_planned_day_and_exercise_is_there_on_as_many_pages_as_promised(
    name: str, paper: Paper
) -> None:
    given = sheet(name, paper)
    pages = printed(given)

    assert missing(given, "".join(pages)) == []
    _is_as_promised(given, pages)
    assert f"2of{len(pages)}" in pages[1]


def _is_as_promised(given: PlanSheet, pages: list[str]) -> None:
    """One page for the weeks, one or two for exercises and diary; a stop has two."""
    if given.stop is not None:
        assert len(pages) == 2
        return
    assert 2 <= len(pages) <= 3
    assert all(flat(sign) in pages[0] for signs in given.stop_signs for sign in signs.signs)
    assert all(flat(card.name) in pages[1] for card in given.exercises)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_outside_the_margins(name: str, paper: Paper) -> None:
    for page in png_pages(sheet(name, paper), dpi=DPI):
        lightness = grey(page)
        edges = {
            "left": lightness[:, : MARGINS_PT["left"] - FRAME_PT],
            "right": lightness[:, -MARGINS_PT["right"] + FRAME_PT :],
            "top": lightness[: MARGINS_PT["top"] - FRAME_PT],
            "bottom": lightness[-MARGINS_PT["bottom"] :],
        }
        assert [side for side, edge in edges.items() if edge.min() < WHITE] == []


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("name", NAMES)
def test_every_letter_can_be_read_in_grey(name: str, ink: Ink) -> None:
    letters = {
        colour
        for page in svg_pages(sheet(name, ink=ink))
        for colour in re.findall(r'<use [^>]*fill="(#[0-9a-f]{6})"', page)
    }

    assert letters
    # The grey of a rest day is the darkest ground that words stand on.
    assert [one for one in letters if _contrast(_luminance(one)) < LEAST_CONTRAST] == []


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(luminance: float) -> float:
    ground = _luminance(f"#{PALEST_GROUND:02x}{PALEST_GROUND:02x}{PALEST_GROUND:02x}")
    return (ground + 0.05) / (luminance + 0.05)


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("locale")
    make_pseudo(folder)
    speak(PSEUDO, folder)
    yield folder
    speak_english()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("paper", Paper)
def test_in_a_language_longer_by_two_fifths_it_takes_as_many_pages(paper: Paper) -> None:
    catalog = load_catalog()
    for advice in stories(catalog).values():
        given = plan_sheet(advice, catalog, choices=PrintChoices(paper=paper))
        pages = printed(given)
        assert missing(given, "".join(pages)) == []
        _is_as_promised(given, pages)


@pytest.mark.usefixtures("pseudo")
def test_in_the_pseudo_locale_no_label_was_missed() -> None:
    catalog = load_catalog()
    given = plan_sheet(stories(catalog)["injured, ladder"], catalog)
    left = {"language", "unit", "weekdays", "page"}
    labels = {name: getattr(given.labels, name) for name in given.labels.__slots__}
    unmarked = [n for n, text in labels.items() if n not in left and not text.startswith("⟦")]
    assert unmarked == []
    assert given.language == PSEUDO.replace("_", "-")
