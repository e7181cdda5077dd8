"""The first screen of all: two choices, and a word on privacy."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from runadvisor.assets import asset
from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme, scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.drop_area import ask_for_files
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

WIDTH_PX = 864
CARD_HEIGHT_PX = 292
UNWELL_PX = 40


class FirstStart(QWidget):
    """Shown while the history is empty."""

    files_chosen = Signal(list)
    sample_wanted = Signal()
    unwell_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(parent)
        self.setObjectName("page")
        self.choose_button = Button(_("Choose files"), role="primary", large=True)
        self.choose_button.clicked.connect(lambda: self.files_chosen.emit(ask_for_files(self)))
        self.sample_button = Button(_("Open the sample"), large=True)
        self.sample_button.clicked.connect(self.sample_wanted)
        middle = QWidget()
        middle.setMaximumWidth(scaled(WIDTH_PX))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_welcome())
        column.addSpacing(36)
        column.addLayout(self._cards())
        column.addSpacing(28)
        column.addLayout(_privacy())
        column.addSpacing(14)
        column.addWidget(
            Label(
                _(
                    "RunAdvisor gives general advice for healthy adults who run. "
                    "It does not replace a doctor or physiotherapist."
                ),
                size=12,
                tone="muted",
            ),
            alignment=Qt.AlignmentFlag.AlignHCenter,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(9)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(middle, 100)
        row.addStretch()
        outer.addLayout(row)
        outer.addStretch(11)
        self.unwell = Button(_("I feel unwell"))
        self.unwell.setIcon(icon("unwell", current_theme().stop))
        self.unwell.setObjectName("unwellItem")
        self.unwell.setFixedHeight(scaled(UNWELL_PX))
        self.unwell.clicked.connect(self.unwell_wanted)
        foot = QHBoxLayout()
        foot.addWidget(self.unwell)
        foot.addStretch()
        outer.addLayout(foot)

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(
            _card(
                "import",
                _("Import my runs"),
                _(
                    "A file, a folder or the ZIP from your running site: FIT, TCX and GPX files, "
                    "Strava’s export, Garmin’s list, your own list as CSV. Drop it anywhere in "
                    "this window."
                ),
                self.choose_button,
                _("about one minute"),
            )
        )
        row.addWidget(
            _card(
                "overview",
                _("Look around with a sample history"),
                _(
                    "Three years of an invented runner. Every page works, nothing is kept when "
                    "you leave."
                ),
                self.sample_button,
                _("nothing to set up"),
            )
        )
        return row


def _card(name: str, title: str, text: str, button: Button, note: str) -> Card:
    card = Card(padding=(28, 28))
    card.setMinimumHeight(CARD_HEIGHT_PX)
    card.body.setSpacing(0)
    card.body.addWidget(_Tile(name))
    card.body.addSpacing(18)
    card.body.addWidget(Label(title, size=18, weight=600))
    card.body.addSpacing(8)
    card.body.addWidget(Label(text, size=14, tone="muted", wrap=True))
    card.body.addStretch()
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(button)
    row.addWidget(Label(note, size=12, tone="muted"))
    row.addStretch()
    card.body.addLayout(row)
    return card


class _Tile(QLabel):
    """An icon on a tinted square."""

    def __init__(self, name: str) -> None:
        super().__init__()
        theme = current_theme()
        self.setFixedSize(44, 44)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(f"background: {theme.primary_tint}; border-radius: 10px;")
        self.setPixmap(icon(name, theme.primary, 22).pixmap(QSize(22, 22)))


def _welcome() -> QHBoxLayout:
    mark = QSvgWidget()
    mark.load(QByteArray(asset("icons", "app.svg").read_bytes()))
    mark.setFixedSize(52, 52)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(_("Welcome to RunAdvisor"), size=26, weight=600))
    words.addWidget(
        Label(
            _(
                "It reads your runs, tells you when the load jumps, and writes a plan you can "
                "print."
            ),
            size=15,
            tone="muted",
            wrap=True,
        )
    )
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addWidget(mark)
    row.addLayout(words, 1)
    return row


def _privacy() -> QHBoxLayout:
    padlock = QLabel()
    padlock.setPixmap(icon("lock", current_theme().ok, 18).pixmap(QSize(18, 18)))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch()
    row.addWidget(padlock)
    row.addWidget(Label(_("Everything stays on this computer."), size=14, weight=600))
    row.addWidget(Label(_("There is no account."), size=14))
    row.addStretch()
    return row
