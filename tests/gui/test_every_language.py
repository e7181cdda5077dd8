"""The whole window in a language that is 40 % longer than English: nothing escapes, nothing is cut.

The pseudo-locale puts every sentence that a translator gets into brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docs.languages.__main__ import PSEUDO, make_pseudo
from runadvisor import wording
from runadvisor.language import FOLDER_VARIABLE
from runadvisor.settings import Settings
from tests.gui.spoken import cut, escaped, own_words, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from runadvisor.gui.widgets.page import Page
    from tests.gui.conftest import Window


# Our typeface has no such brackets; the charts of a real language need none.
pytestmark = pytest.mark.filterwarnings("ignore:Glyph")


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locales")
    make_pseudo(folder)
    return folder


@pytest.fixture(autouse=True)
def _pseudo(locales: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(FOLDER_VARIABLE, str(locales))
    wording.speak_as(Settings(language=PSEUDO))
    yield
    wording.speak_as(Settings())


SETTLE_MS, TURNS = 80, 40


def _visited(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    for key in window.pages:
        window.go_to(key)
        qtbot.wait(SETTLE_MS)
        yield key


def test_no_sentence_escaped_the_translators(window: Window, qtbot: QtBot) -> None:
    shown = window(size=(1440, 900))
    advice = shown.workspace.advice
    assert advice is not None
    known = [*own_words(shown.workspace.catalog, advice), PSEUDO]
    parts = {key: shown.pages[key] for key in _visited(shown, qtbot)}
    parts |= {"rail": shown.rail, "bar": shown.message_bar, "first start": shown.first_start}
    found = {
        f"{name}: {text!r}"
        for name, part in parts.items()
        for _widget, text in said(part)
        if escaped(text, known)
    }
    found |= {
        f"menu: {action.text()!r}" for action in shown.actions() if escaped(action.text(), known)
    }
    assert not found, "\n".join(sorted(found))


def test_no_word_of_any_page_is_cut(window: Window, qtbot: QtBot) -> None:
    shown = window(size=(1280, 800))
    found = [
        f"{key}: {text!r}"
        for key in _visited(shown, qtbot)
        for text in _cut_for_good(shown.pages[key], qtbot)
    ]
    assert not found, "\n".join(found)


def _cut_for_good(page: Page, qtbot: QtBot) -> list[str]:
    """Return what is still cut once the charts of a page have come, and it is laid out anew."""
    for _turn in range(TURNS):
        if not list(cut(page)):
            break
        qtbot.wait(SETTLE_MS)
    return list(cut(page))
