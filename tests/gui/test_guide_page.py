"""The guide in the window: contents, search, keys, links, and what a page shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton

from runadvisor import wording
from runadvisor.catalog import load_catalog, load_guide
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary
from runadvisor.domain.exercise import ExerciseLimits
from runadvisor.gui.guide_words import CLOSED
from runadvisor.gui.models.guide_contents import ARTICLE_ROLE, GuideContents
from runadvisor.gui.pages.exercises import ExercisesPage
from runadvisor.gui.pages.guide import FIRST_PAGE, GuidePage
from runadvisor.gui.pages.guide_document import Personal, Reading, page_document
from runadvisor.gui.theme import DARK, LIGHT, THEME_VARIABLE
from runadvisor.gui.workspace import Workspace
from runadvisor.plan.exercises import LOCKED, allowed_exercises
from runadvisor.settings import Settings
from runadvisor.warning.patterns import diary_hints
from tests.diaries import YES, known, pain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

CATALOG = load_catalog()
GUIDE = load_guide(CATALOG)
LOCK = Personal(is_locked=True, withheld=LOCKED)
LONGEST_LINE, LONGEST_SMALL_LINE = 78, 88
"""Characters; our longest line is 68 on average, and small print is set as wide."""


@pytest.fixture
def page(qtbot: QtBot, _look: None) -> Iterator[GuidePage]:
    workspace = Workspace(Settings())
    made = GuidePage(workspace)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    workspace.close()


def _guide_page(shown: MainWindow) -> GuidePage:
    page = shown.pages["guide"]
    assert isinstance(page, GuidePage)
    return page


def _title(page: GuidePage) -> str:
    return page.article.accessibleName().removeprefix("Guide: ")


def _document(article_id: str, **changes: object) -> QTextDocument:
    reading = Reading(guide=GUIDE, catalog=CATALOG, theme=LIGHT, width_px=900, personal=Personal())
    return page_document(GUIDE.articles[article_id], replace(reading, **changes))  # pyright: ignore[reportArgumentType] - fields by name


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pixel_size(block: QTextBlock) -> int:
    return max((each.format.font().pixelSize() for each in block.textFormats()), default=0)


def _links(document: QTextDocument) -> set[str]:
    return {
        each.format.anchorHref()
        for block in _blocks(document)
        for each in block.textFormats()
        if each.format.isAnchor()
    }


def _plain(document: QTextDocument) -> str:
    return document.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.usefixtures("_look")
@pytest.mark.parametrize("article_id", GUIDE.articles)
def test_a_page_shows_every_statement_with_its_grade_and_sources(article_id: str) -> None:
    article = GUIDE.articles[article_id]
    text = _plain(_document(article_id))
    assert article.title in text
    assert article.lead in text
    for claim in article.claims:
        assert claim.text in text
        assert wording.grade_words(claim.grade) in text
        for key in claim.citations:
            assert CATALOG.citations[key].short in text
            assert CATALOG.citations[key].full in text
    flags = {flag.flag_id: flag.text for flag in CATALOG.red_flags}
    for flag_id in article.red_flags:
        assert flags[flag_id] in text
    for reason in article.see_soon:
        assert reason in text
    for exercise_id in (*article.exercises, *article.exercises_not):
        assert CATALOG.exercises[exercise_id].name in text


@pytest.mark.usefixtures("_look")
@pytest.mark.parametrize("article_id", GUIDE.articles)
def test_every_link_of_a_page_leads_somewhere(article_id: str) -> None:
    links = _links(_document(article_id))
    exercises = {link for link in links if link.startswith("exercise:")}
    assert links - exercises <= GUIDE.articles.keys()
    assert exercises == {f"exercise:{key}" for key in GUIDE.articles[article_id].exercises}
    assert set(GUIDE.articles[article_id].related) <= links


@pytest.mark.usefixtures("_look")
@pytest.mark.parametrize("width_px", [500, 640, 1100])
def test_lines_are_short_enough_to_come_back_from(width_px: int) -> None:
    document = _document("hip-flexor", width_px=width_px)
    document.setTextWidth(width_px + 60)
    document.documentLayout().documentSize()
    lines = [
        (block.layout().lineAt(number).textLength(), _pixel_size(block))
        for block in _blocks(document)
        for number in range(block.layout().lineCount())
    ]
    assert len(lines) > 100
    assert max(length for length, size in lines if size >= 14) <= LONGEST_LINE
    assert max(length for length, _ in lines) <= LONGEST_SMALL_LINE


@pytest.mark.usefixtures("_look")
def test_all_answers_stand_on_one_page() -> None:
    text = _plain(_document("is-it-true"))
    for article in GUIDE.articles.values():
        for answer in article.answers:
            assert answer.question in text
            assert answer.claim.text in text


@pytest.mark.usefixtures("_look")
def test_a_lock_closes_exercises_and_steps_and_leaves_when_to_be_seen() -> None:
    text = _plain(_document("hip-flexor", personal=LOCK))
    article = GUIDE.articles["hip-flexor"]
    closed = [s for s in article.sections if s.kind in article.closed_by_lock]
    assert closed
    for section in closed:
        assert not any(claim.text in text for claim in section.claims)
    assert not any(CATALOG.exercises[key].name in text for key in article.exercises)
    assert CLOSED in text
    assert wording.sentence(LOCKED) in text
    assert "When to see somebody" in text


@pytest.mark.usefixtures("_look")
def test_no_page_shows_an_exercise_or_a_ladder_under_a_lock() -> None:
    for article in GUIDE.articles.values():
        text = _plain(_document(article.article_id, personal=LOCK))
        names = (CATALOG.exercises[key].name for key in article.exercises)
        assert not any(f"\n{name}\n" in text for name in names)
    assert "1.6 km" not in _plain(_document("coming-back", personal=LOCK))


def test_the_guide_is_not_read_before_somebody_looks_at_it(window: Window) -> None:
    shown = window()
    page = _guide_page(shown)
    assert page.model.rowCount() == 0
    shown.go_to("guide")
    assert page.model.rowCount() > len(GUIDE.articles)
    assert _title(page) == GUIDE.articles[FIRST_PAGE].title


def test_ctrl_f_types_into_the_search_and_down_opens_what_is_found(
    page: GuidePage, qtbot: QtBot
) -> None:
    page.article.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "bursitis")
    assert page.count.text() == "1 page"
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.rows.hasFocus()
    assert _title(page) == GUIDE.articles["gluteal-tendinopathy"].title
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert page.article.hasFocus()


def test_escape_clears_the_search_and_the_whole_contents_are_back(
    page: GuidePage, qtbot: QtBot
) -> None:
    rows = page.model.rowCount()
    qtbot.keyClicks(page.search, "stairs")
    assert page.model.rowCount() < rows
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert (page.search.text(), page.model.rowCount()) == ("", rows)


def test_arrow_keys_walk_the_contents_and_pass_over_headings(page: GuidePage, qtbot: QtBot) -> None:
    page.rows.setFocus()
    page.rows.setCurrentIndex(page.model.index(1, 0))
    seen = [_title(page)]
    for _ in range(6):
        qtbot.keyClick(page.rows, Qt.Key.Key_Down)
        seen.append(_title(page))
    assert seen == [article.title for article in GUIDE.articles.values()][:7]


def test_a_search_that_finds_nothing_says_so_and_offers_the_near_word(
    page: GuidePage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "achiles")
    assert page.nothing.isVisible()
    assert not page.rows.isVisible()
    assert "achilles" in page.nothing.suggestion.text()
    qtbot.mouseClick(page.nothing.suggestion, Qt.MouseButton.LeftButton)
    assert page.search.text() == "achilles"
    assert page.rows.isVisible()
    page.search.setText("zzzz")
    assert not page.nothing.suggestion.isVisible()
    qtbot.mouseClick(page.nothing.clear, Qt.MouseButton.LeftButton)
    assert page.rows.isVisible()


def test_a_link_opens_its_page_and_back_returns(page: GuidePage, qtbot: QtBot) -> None:
    assert not page.back.isVisible()
    page.article.page_wanted.emit("ice")
    assert _title(page) == "Ice"
    current = page.rows.currentIndex()
    assert current.data(ARTICLE_ROLE).article_id == "ice"
    assert page.rows.viewport().rect().contains(page.rows.visualRect(current))
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _title(page) == GUIDE.articles[FIRST_PAGE].title
    assert not page.back.isVisible()


def test_a_link_is_followed_with_tab_and_enter(page: GuidePage, qtbot: QtBot) -> None:
    page.article.setFocus()
    qtbot.keyClick(page.article, Qt.Key.Key_Tab)
    qtbot.keyClick(page.article, Qt.Key.Key_Return)
    assert _title(page) == GUIDE.articles["hip-flexor"].title


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End])
def test_keys_scroll_the_page(page: GuidePage, qtbot: QtBot, key: Qt.Key) -> None:
    page.article.setFocus()
    qtbot.keyClick(page.article, key)
    assert page.article.verticalScrollBar().value() > 0


def test_a_narrow_window_never_scrolls_sideways_and_keeps_the_place_read(page: GuidePage) -> None:
    bar = page.article.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    page.resize(720, 700)
    assert page.article.horizontalScrollBar().maximum() == 0
    assert 0.4 < bar.value() / bar.maximum() < 0.6


def test_a_warning_leads_to_the_page_of_its_rule(window: Window, qtbot: QtBot) -> None:
    shown = window()
    shown.go_to("warnings")
    more = next(
        button
        for button in shown.pages["warnings"].findChildren(QPushButton)
        if button.text() == "Read more in the guide" and button.isVisible()
    )
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    page = _guide_page(shown)
    assert page.isVisible()
    assert _title(page) == GUIDE.articles["single-run"].title
    assert not page.back.isVisible()


def test_an_exercise_of_a_page_opens_in_full(window: Window) -> None:
    shown = window()
    shown.routes.open_guide("gluteal-tendinopathy")
    _guide_page(shown).article.anchorClicked.emit(QUrl("exercise:E12"))
    page = shown.pages["exercises"]
    assert isinstance(page, ExercisesPage)
    assert page.isVisible()
    assert page.detail.exercise_id == "E12"


def test_a_condition_leads_to_its_page(window: Window) -> None:
    shown = window()
    shown.routes.open_guide("gluteal-tendons")
    page = _guide_page(shown)
    assert _title(page) == GUIDE.articles["gluteal-tendinopathy"].title


def test_a_standing_lock_closes_the_page_at_hand_at_the_place_read(window: Window) -> None:
    shown = window()
    shown.go_to("guide")
    page = _guide_page(shown)
    page.open_topic("coming-back")
    advice = shown.workspace.advice
    assert advice is not None
    limits = replace(advice.restrictions.exercise_limits, is_locked=True)
    locked = replace(advice.restrictions, exercise_limits=limits)
    page.show_advice(replace(advice, restrictions=locked))
    assert "1.6 km" not in page.article.toPlainText()
    page.show_advice(advice)
    assert "1.6 km" in page.article.toPlainText()


@pytest.mark.usefixtures("_look")
def test_an_exercise_barred_for_this_runner_is_named_with_its_reason() -> None:
    offer = allowed_exercises(CATALOG, ExerciseLimits(on_blood_thinner=True))
    assert "E32" in offer.barred
    text = _plain(_document("massage-rolling", personal=Personal(barred=offer.barred)))
    assert "Not for you now" in text
    helping, barred = text.split("Not for you now")
    assert CATALOG.exercises["E32"].name not in helping
    assert CATALOG.exercises["E32"].name in barred
    for reason in offer.barred["E32"]:
        assert wording.sentence(reason) in barred


@pytest.mark.usefixtures("_look")
def test_what_a_sore_place_of_the_diary_fits_with_stands_on_the_page_of_places() -> None:
    told = known(
        Diary(
            pain=(
                pain(BodySite.KNEE_FRONT, number=1, ticked=frozenset({"stairs"})),
                pain(BodySite.HEEL_BONE, number=2, answers={"rest": YES}),
            )
        )
    )
    hints = diary_hints(told, CATALOG.conditions)
    text = _plain(_document(FIRST_PAGE, personal=Personal(hints=hints)))
    for said in (
        "From your diary",
        "Front of the right knee  Tuesday 24 November",
        "This fits with the knee cap.",
        "Right heel bone",
        "Be seen within seven days.",
        wording.NO_DIAGNOSIS,
    ):
        assert said in text
    assert "From your diary" not in _plain(_document(FIRST_PAGE))


@pytest.mark.usefixtures("_look")
def test_while_bone_comes_first_nothing_else_is_to_be_changed() -> None:
    told = known(
        Diary(
            pain=(
                pain(
                    BodySite.FRONT_HIP,
                    answers={"gradual": YES},
                    ticked=frozenset({"stairs"}),
                ),
            )
        )
    )
    hints = diary_hints(told, CATALOG.conditions)
    text = _plain(_document(FIRST_PAGE, personal=Personal(hints=hints)))
    assert text.index("could still be bone") < text.index("This fits with the hip flexors.")
    assert text.index("This fits with the hip flexors.") < text.index(wording.NOTHING_BEFORE)
    assert "do not quicken your step" not in text


def test_a_dark_theme_recolours_the_page(page: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THEME_VARIABLE, "dark")
    QApplication.sendEvent(page.article, QEvent(QEvent.Type.PaletteChange))
    colours = {
        each.format.foreground().color().name().upper()
        for block in _blocks(page.article.document())
        for each in block.textFormats()
    }
    assert DARK.ink in colours
    assert LIGHT.ink not in colours


def test_the_contents_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = GuideContents()
    model.show_all(GUIDE.articles.values())
    qtmodeltester.check(model)


def test_a_screen_reader_hears_what_each_part_is(page: GuidePage) -> None:
    assert page.search.accessibleName() == "Search the guide"
    assert page.rows.accessibleName() == "Pages of the guide"
    assert page.article.accessibleName() == f"Guide: {GUIDE.articles[FIRST_PAGE].title}"
    assert page.article.accessibleDescription() == GUIDE.articles[FIRST_PAGE].lead
