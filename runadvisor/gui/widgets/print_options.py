"""What may be chosen of a print: which one, paper, margins, ink, name, parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from runadvisor.gui.print_order import PrintOrder, What
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.language import _
from runadvisor.printout.choices import NAME, Ink, Margin, Section

if TYPE_CHECKING:
    from runadvisor.settings import Settings

NAME_PAUSE_MS = 400
NAME_PX = 200


class PrintOptions(QWidget):
    """A row of choices over the preview; it goes on below where it is full."""

    order_changed = Signal()
    settings_changed = Signal(object)
    """The settings, with what was chosen in them."""
    name_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Show what the settings say."""
        super().__init__(parent)
        self._settings = settings
        self._order = PrintOrder()
        self.what = Choice(
            [
                (What.PLAN.value, _("The plan")),
                (What.REVIEW.value, _("Load review for a clinician")),
                (What.SIGNS.value, _("When to stop and be seen")),
            ],
            name=_("What to print"),
        )
        self.paper = Choice([("A4", "A4"), ("LETTER", _("Letter"))], name=_("Paper"))
        self.margin = Choice(
            [
                (Margin.NARROW.value, _("Narrow margins")),
                (Margin.NORMAL.value, _("Normal margins")),
                (Margin.WIDE.value, _("Wide margins")),
            ],
            name=_("Margins"),
        )
        self.ink = Choice(
            [(Ink.BLACK.value, _("Black and white")), (Ink.COLOUR.value, _("Colour"))],
            name=_("Ink"),
        )
        self.shows_name = QCheckBox(_("Name"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name on the sheet (optional)"))
        self.name.setAccessibleName(_("Name on the sheet"))
        self.name.setFixedWidth(scaled(NAME_PX))
        self.parts = {
            Section.EXERCISES: QCheckBox(_("Exercises")),
            Section.DIARY: QCheckBox(_("Boxes for the diary")),
            Section.BASIS: QCheckBox(_("How sure, and sources")),
        }
        self._pause = QTimer(self, singleShot=True, interval=NAME_PAUSE_MS)
        self._pause.timeout.connect(self.name_changed)
        row = FlowLayout(self, spacing=10)
        for widget in (self.what, self.paper, self.margin, self.ink, self.shows_name, self.name):
            row.addWidget(widget)
        for box in self.parts.values():
            row.addWidget(box)
        for _name, box in self._boxes():
            # As tall as what stands beside it, or the words hang from the top.
            box.setMinimumHeight(self.paper.sizeHint().height())
        self.show_settings(settings)
        self._connect()

    def order(self) -> PrintOrder:
        """Return what is to be printed."""
        return self._order

    def show_order(self, order: PrintOrder) -> None:
        """Choose what is printed; a warning or a block is offered while it is chosen."""
        self._order = order
        names = {What.WARNING: _("One warning"), What.BLOCK: _("One block of exercises")}
        self.what.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for what, words in names.items():
            at = self.what.findData(what.value)
            if at >= 0:
                self.what.removeItem(at)
            if order.what is what:
                self.what.addItem(words, what.value)
        self.what.blockSignals(False)  # noqa: FBT003 - as above
        self.what.choose(order.what.value)
        self._show_parts()

    def show_settings(self, settings: Settings) -> None:
        """Show what the settings say, without telling anybody."""
        self._settings = settings
        self.paper.choose(settings.paper)
        self.margin.choose(settings.print_margin)
        self.ink.choose(settings.print_ink)
        for name, box in self._boxes():
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setChecked(name not in settings.print_without)
            box.blockSignals(False)  # noqa: FBT003 - as above
        self._show_parts()

    def _boxes(self) -> list[tuple[str, QCheckBox]]:
        parts = [(section.value, box) for section, box in self.parts.items()]
        return [(NAME, self.shows_name), *parts]

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._order_chosen)
        for choice in (self.paper, self.margin, self.ink):
            choice.currentIndexChanged.connect(self._chosen)
        for _name, box in self._boxes():
            box.toggled.connect(self._chosen)
        self.name.textEdited.connect(lambda _text: self._pause.start())

    def _order_chosen(self) -> None:
        what = What(self.what.currentData())
        if what is not self._order.what:
            self.show_order(PrintOrder(what))
            self.order_changed.emit()

    def _chosen(self) -> None:
        self._settings = replace(
            self._settings,
            paper=self.paper.currentData(),
            print_margin=self.margin.currentData(),
            print_ink=self.ink.currentData(),
            print_without=tuple(name for name, box in self._boxes() if not box.isChecked()),
        )
        self._show_parts()
        self.settings_changed.emit(self._settings)

    def _show_parts(self) -> None:
        self.name.setEnabled(self.shows_name.isChecked())
        for box in self.parts.values():
            box.setVisible(self._order.what is What.PLAN)
