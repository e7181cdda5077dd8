"""Marks, rules and audit in the real window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from runadvisor import wording
from runadvisor.cli.json_output import warnings_json
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary
from runadvisor.gui.pages.audit import AuditPage
from runadvisor.gui.pages.rules_page import RulesPage
from runadvisor.gui.pages.warnings import WarningsPage
from runadvisor.warning.sums import terms
from tests.diaries import NO, healthy, pain
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from runadvisor.advisor import Advice
    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def advice_of(window: MainWindow) -> Advice:
    assert window.workspace.advice is not None
    return window.workspace.advice


def warnings_page(window: MainWindow) -> WarningsPage:
    page = window.pages["warnings"]
    assert isinstance(page, WarningsPage)
    window.go_to("warnings")
    return page


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def press(page: QWidget, text: str) -> None:
    next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()


def test_a_warning_put_aside_leaves_the_overview_and_comes_back_by_undo(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    page = warnings_page(shown)
    spike = advice_of(shown).standing[0]
    message = wording.sentence(spike.message)
    assert message in words(shown.pages["overview"])
    menu = next(b for b in page.findChildren(QPushButton) if b.text() == "Put aside").menu()
    assert menu is not None
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        next(a for a in menu.actions() if a.text().startswith("For 7 days")).trigger()
    assert advice_of(shown).snoozed == (spike,)
    assert message not in words(shown.pages["overview"])
    assert page.model.rowCount() == len(advice_of(shown).standing) - 1
    press(page, "Aside 1")
    assert "put aside until Monday 30 November" in words(page.why)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        press(shown.message_bar, "Undo")
    assert advice_of(shown).snoozed == ()
    assert message in words(shown.pages["overview"])


def test_a_note_and_that_it_was_seen_stay_with_a_warning(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = warnings_page(shown)
    spike = advice_of(shown).standing[0]
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        press(page.why, "Seen")
    assert "seen on Monday 23 November" in words(page.why)
    press(page.why, "Note")
    line = page.why.bar.line
    line.setText("the race I trained for")
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    mark = advice_of(shown).marks[spike.mark_key]
    assert (mark.seen_on, mark.note) == (advice_of(shown).as_of, "the race I trained for")
    said = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "seen" in said
    assert "the race I trained for" in said


def test_what_the_page_shows_of_every_warning_is_what_json_says(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    page = warnings_page(shown)
    advice = advice_of(shown)
    every = (*advice.standing, *advice.raised)
    one_of_each = list({warning.code: warning for warning in every}.values())
    told = {w["key"]: w for w in warnings_json(advice.as_of, one_of_each)["warnings"]}
    assert len(one_of_each) > 5
    for warning in one_of_each:
        page.why.show_warning(advice, warning, {})
        labels = words(page.why)
        json = told[warning.mark_key]
        for part in ("title", "message", "clears", "sure", "not_shown"):
            assert any(json[part] in label for label in labels), (warning.code, part)
        assert all(any(line in label for label in labels) for line in json["advice"])
        for term in terms(warning):
            assert any(json["shown"][term.name] in label for label in labels), term
    page.why.show_warning(advice, advice.standing[0], {})
    with qtbot.waitSignal(page.why.run_wanted, timeout=WAIT_MS) as asked:
        press(page.why, "22 Nov, 17.4 km")
    assert asked.args == [advice.standing[0].activity_ids[0]]


def test_a_rule_switched_off_is_silent_until_it_is_back_at_its_default(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    press(warnings_page(shown), "Rules …")
    page = shown.pages["rules"]
    assert isinstance(page, RulesPage)
    assert page.isVisible()
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        page.section.rows["R08"].switch.click()
    assert "R08" not in {warning.rule for warning in advice_of(shown).raised}
    shown.go_to("warnings")
    press(shown.pages["warnings"], "1 rule not at its default")
    assert page.isVisible()
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        press(page, "All back to default")
    assert "R08" in {warning.rule for warning in advice_of(shown).raised}


def test_the_audit_counts_lays_out_and_leads_to_the_warning(window: Window, qtbot: QtBot) -> None:
    shown = window()
    press(warnings_page(shown), "Audit of all years")
    page = shown.pages["audit"]
    assert isinstance(page, AuditPage)
    qtbot.waitUntil(
        lambda: page.model.rowCount() > 0 and bool(page.chart.readings), timeout=WAIT_MS
    )
    assert len(page.chart.readings) == page.model.rowCount()
    everything = page.model.rowCount()
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(text.startswith("2026: 4 spikes") for text in words(page.counts)))
    assert not any(text.startswith("2025") for text in words(page.counts))
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < everything, timeout=WAIT_MS)
    row = next(
        index
        for index in (page.model.index(n, 1) for n in range(page.model.rowCount()))
        if "longer than usual" in index.data()
    )
    page.table.activated.emit(row)
    assert shown.pages["warnings"].isVisible()
    assert "A run much longer than usual" in words(warnings_page(shown).why)


def test_pages_under_warnings_keep_their_place_in_the_rail(window: Window) -> None:
    shown = window()
    for key in ("audit", "rules"):
        shown.go_to(key)
        assert shown.rail.current() == "warnings"


def test_what_ended_lately_stands_under_the_list_and_opens(window: Window, qtbot: QtBot) -> None:
    shown = window()
    day = advice_of(shown).as_of
    sore = pain(BodySite.CALF, 4, day=day - timedelta(days=16), answers={"hour": NO})
    page = warnings_page(shown)
    shown.go_to("warnings")
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.change(lambda advisor: advisor.keep(Diary(health=healthy(), pain=(sore,))))
    qtbot.waitUntil(page.cleared.isVisible, timeout=WAIT_MS)
    (opened,) = page.cleared.findChildren(QPushButton)
    assert opened.accessibleName() == "Why it stood: Pain that asks for a shorter run"
    opened.click()
    assert page.why.accessibleName() == "Why: Pain that asks for a shorter run"
    assert "See plan" not in [each.text() for each in page.why.findChildren(QPushButton)]
