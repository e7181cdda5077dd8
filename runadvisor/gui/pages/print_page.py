"""Print: the pages as they will come out, on which paper, and as PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.errors import PrintError
from runadvisor.gui.print_order import PrintOrder, What, sheet_of
from runadvisor.gui.printing import ask_for_printer, print_pages
from runadvisor.gui.theme import CONTENT_WIDTH_PX, scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import PADDING_PX, SCROLL_BAR_PX, Page, clear
from runadvisor.gui.widgets.print_options import PrintOptions
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace
    from runadvisor.printout.forms import Sheet

PAGE_WIDTH_PX = (420, 560)
"""Narrowest and widest; pages that would be narrower stand one below the other."""
GAP_PX = 24
RESIZE_PAUSE_MS = 400


class PrintPage(Page):
    """A preview that is the print itself."""

    key = "print"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(_("Print"))
        self._advice: Advice | None = None
        self._asked = 0
        self._drawn_for = (0, 0)
        self.options = PrintOptions(workspace.settings)
        self.options.order_changed.connect(self._order_changed)
        self.options.settings_changed.connect(workspace.choose)
        self.options.name_changed.connect(self._draw)
        workspace.settings_changed.connect(self._settings_changed)
        self._pause = QTimer(self, singleShot=True, interval=RESIZE_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        paper = Button(_("Print …"), icon="print")
        paper.clicked.connect(self._print)
        save = Button(_("Save …"), role="primary", icon="file")
        save.clicked.connect(self._save)
        for widget in (paper, save):
            self.add_action(widget)
        self.done = Label(tone="ok", weight=600, wrap=True)
        self.done.hide()
        self._pages = QHBoxLayout()
        self._pages.setSpacing(GAP_PX)
        self.content.addWidget(self.options)
        self.content.addWidget(self.done)
        self.content.addLayout(self._pages)
        self.content.addStretch()

    def show_advice(self, advice: Advice) -> None:
        """Show the sheet of the advice, drawn when the page is looked at."""
        self._advice = advice
        if advice.athlete.name:
            self.options.name.setText(advice.athlete.name)
        if self.options.order().what is What.WARNING:
            # It may be gone, or told otherwise now.
            self.options.show_order(PrintOrder())
        self._order_changed()

    def show_order(self, order: PrintOrder) -> None:
        """Show one thing as it will come out on paper."""
        self.options.show_order(order)
        self._order_changed()

    def showEvent(self, event) -> None:  # noqa: ANN001, N802 - Qt's signature
        """Draw what was waiting to be looked at."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew where another number or size of pages fits now."""
        super().resizeEvent(event)
        if self.isVisible() and self._room() != self._drawn_for:
            self._pause.start()

    def _sheet(self, advice: Advice) -> Sheet | None:
        """Return the words of the page; ``None`` where there is nothing to print, which is said."""
        from runadvisor.printout.choices import choices_of  # noqa: PLC0415 - start-up time

        settings = self.workspace.settings
        named = replace(advice, athlete=replace(advice.athlete, name=self.options.name.text()))
        try:
            return sheet_of(
                self.options.order(),
                named,
                self.workspace.catalog,
                choices=choices_of(settings),
                settings=settings,
            )
        except PrintError as error:
            self._say(str(error), tone="problem")
            clear(self._pages)
            return None

    def _order_changed(self) -> None:
        self.done.hide()
        advice, what = self._advice, self.options.order().what
        words = ""
        if advice is not None and what is What.PLAN:
            days = advice.plan.days
            words = (
                wording.long_day_range(days[0].date, days[-1].date)
                if days and advice.plan.stopped is None
                else _("There is no plan for now")
            )
        self.set_heading(_("Print"), words)
        if self.isVisible():
            self._draw()

    def _settings_changed(self, _before: object) -> None:
        self.options.show_settings(self.workspace.settings)
        if self.isVisible():
            self._draw()

    def _say(self, words: str, *, tone: str = "ok") -> None:
        self.done.set_tone(tone)
        self.done.setText(words)
        self.done.show()

    def _draw(self) -> None:
        advice = self._advice
        if advice is None:
            return
        self._asked += 1
        asked, sheet = self._asked, self._sheet(advice)
        if sheet is None:
            return
        if not self._pages.count():
            self._pages.addWidget(Label(_("The pages are being set …"), tone="muted"))
        scale = self.devicePixelRatioF()
        self._drawn_for = columns, page_px = self._room()

        def task() -> list[QImage]:
            from runadvisor.printout.typeset import png_pages  # noqa: PLC0415 - start-up time

            images = [QImage.fromData(page) for page in png_pages(sheet, dpi=110 * scale)]
            width = round(page_px * scale)
            return [
                image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                for image in images
            ]

        def done(images: list[QImage]) -> None:
            if asked == self._asked:
                self._show_pages(images, scale, columns)

        self.workspace.run(task, done)

    def _room(self) -> tuple[int, int]:
        """Return how many pages stand side by side, and how wide each is."""
        room = min(self.width() - SCROLL_BAR_PX, scaled(CONTENT_WIDTH_PX)) - 2 * PADDING_PX - GAP_PX
        narrowest, widest = PAGE_WIDTH_PX
        return (2, min(room // 2, widest)) if room // 2 >= narrowest else (1, widest)

    def _show_pages(self, images: list[QImage], scale: float, number_of_columns: int) -> None:
        clear(self._pages)
        columns = [QVBoxLayout() for _ in range(number_of_columns)]
        for number, image in enumerate(images):
            picture = QLabel()
            picture.setObjectName("sheet")
            picture.setStyleSheet("background: white; border: 1px solid #C9D0D2;")
            image.setDevicePixelRatio(scale)
            picture.setPixmap(QPixmap.fromImage(image))
            picture.setAccessibleName(
                _("Page {page} of {pages}").format(page=number + 1, pages=len(images))
            )
            columns[number % len(columns)].addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        for column in columns:
            column.setSpacing(GAP_PX)
            column.addStretch()
            self._pages.addLayout(column)
        self._pages.addStretch()

    def _save(self) -> None:
        if self._advice is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, kind = QFileDialog.getSaveFileName(
            self,
            _("Save the pages"),
            f"{folder}/runadvisor-{self.options.order().what.value}.pdf",
            ";;".join(f"{words} (*{suffix})" for suffix, words in _kinds().items()),
        )
        if name:
            chosen = kind.rpartition("*")[2].rstrip(")") or ".pdf"
            path = Path(name)
            self.save(path if path.suffix in _kinds() else path.with_name(path.name + chosen))

    def save(self, path: Path) -> None:
        """Write the pages as they are shown: as PDF, web page or plain text, by the suffix."""
        sheet = None if self._advice is None else self._sheet(self._advice)
        if sheet is None:
            return

        def task() -> None:
            from runadvisor.printout.forms import form_of  # noqa: PLC0415 - start-up time

            path.write_bytes(form_of(sheet, path.suffix))

        self.workspace.run(task, lambda _none: self._say(_("Saved as {file}").format(file=path)))

    def _print(self) -> None:
        sheet = None if self._advice is None else self._sheet(self._advice)
        if sheet is None:
            return
        printer = ask_for_printer(self, self.workspace.settings.paper)
        if printer is None:
            return

        def task() -> tuple[str, ...]:
            from runadvisor.printout.typeset import svg_pages  # noqa: PLC0415 - start-up time

            return svg_pages(sheet)

        self.workspace.run(task, lambda pages: self._paint(printer, pages), owner=self)

    def _paint(self, printer: QPrinter, pages: tuple[str, ...]) -> None:
        if print_pages(printer, pages):
            self._say(_("Sent to the printer."))
        else:
            self._say(_("The printer cannot be reached. Save the pages instead."), tone="problem")


def _kinds() -> dict[str, str]:
    return {".pdf": "PDF", ".html": _("Web page"), ".txt": _("Plain text")}
