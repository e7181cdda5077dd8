"""Print: the pages as they will come out, on which paper, and as PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.printing import ask_for_printer, print_pages
from runadvisor.gui.theme import CONTENT_WIDTH_PX, scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import PADDING_PX, SCROLL_BAR_PX, Page, clear

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace
    from runadvisor.printout.sheet import PlanSheet

PAGE_WIDTH_PX = (420, 560)
"""Narrowest and widest; pages that would be narrower stand one below the other."""
GAP_PX = 24
NAME_PAUSE_MS = 400


class PrintPage(Page):
    """A preview that is the print itself."""

    key = "print"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading("Print", "Your plan on two pages")
        self._advice: Advice | None = None
        self._asked = 0
        self._drawn_for = (0, 0)
        self.paper = Choice([("A4", "A4"), ("LETTER", "Letter")], name="Paper")
        self.paper.choose(workspace.settings.paper)
        self.paper.currentIndexChanged.connect(lambda _: self._paper_changed())
        workspace.settings_changed.connect(self._settings_changed)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name on the sheet (optional)")
        self.name.setAccessibleName("Name on the sheet")
        self.name.setMinimumWidth(110)
        self.name.setMaximumWidth(scaled(230))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(NAME_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self.name.textEdited.connect(lambda _: self._pause.start())
        paper = Button("Print …", icon="print")
        paper.clicked.connect(self._print)
        save = Button("Save as PDF", role="primary", icon="file")
        save.clicked.connect(self._save)
        for widget in (self.name, self.paper, paper, save):
            self.add_action(widget)
        self.done = Label(tone="ok", weight=600, wrap=True)
        self.done.hide()
        self._pages = QHBoxLayout()
        self._pages.setSpacing(GAP_PX)
        self.content.addWidget(self.done)
        self.content.addLayout(self._pages)
        self.content.addStretch()

    def show_advice(self, advice: Advice) -> None:
        """Show the sheet of the advice, drawn when the page is looked at."""
        self._advice = advice
        self.name.setText(advice.athlete.name or self.name.text())
        self.done.hide()
        plan = advice.plan
        self.set_heading(
            "Print",
            "There is no plan for now"
            if plan.stopped is not None
            else wording.long_day_range(plan.days[0].date, plan.days[-1].date),
        )
        if self.isVisible():
            self._draw()

    def showEvent(self, event) -> None:  # noqa: ANN001, N802 - Qt's signature
        """Draw what was waiting to be looked at."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew where another number or size of pages fits now."""
        super().resizeEvent(event)
        if self.isVisible() and self._room() != self._drawn_for:
            self._pause.start()

    def _sheet(self, advice: Advice) -> PlanSheet:
        from runadvisor.printout.choices import Paper, PrintChoices  # noqa: PLC0415 - start-up time
        from runadvisor.printout.sheet import plan_sheet  # noqa: PLC0415

        named = replace(advice, athlete=replace(advice.athlete, name=self.name.text() or None))
        return plan_sheet(
            named,
            self.workspace.catalog,
            choices=PrintChoices(paper=Paper[self.paper.currentData()]),
            emergency_number=self.workspace.settings.emergency_number,
            out_of_hours_number=self.workspace.settings.out_of_hours_number,
        )

    def _paper_changed(self) -> None:
        self.workspace.choose(replace(self.workspace.settings, paper=self.paper.currentData()))

    def _settings_changed(self) -> None:
        self.paper.choose(self.workspace.settings.paper)
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        advice = self._advice
        if advice is None:
            return
        self._asked += 1
        asked, sheet = self._asked, self._sheet(advice)
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
            picture.setAccessibleName(f"Page {number + 1} of {len(images)}")
            columns[number % len(columns)].addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        for column in columns:
            column.setSpacing(GAP_PX)
            column.addStretch()
            self._pages.addLayout(column)
        self._pages.addStretch()

    def _save(self) -> None:
        advice = self._advice
        if advice is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the plan as PDF", f"{folder}/runadvisor-plan.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_pdf(Path(name).with_suffix(".pdf"))

    def save_pdf(self, path: Path) -> None:
        """Write the sheet as it is shown."""
        if self._advice is None:
            return
        sheet = self._sheet(self._advice)

        def task() -> None:
            from runadvisor.printout.typeset import pdf  # noqa: PLC0415 - start-up time

            path.write_bytes(pdf(sheet))

        def done(_: object) -> None:
            self.done.setText(f"Saved as {path}")
            self.done.show()

        self.workspace.run(task, done)

    def _print(self) -> None:
        if self._advice is None:
            return
        printer = ask_for_printer(self, self.paper.currentData())
        if printer is None:
            return
        sheet = self._sheet(self._advice)

        def task() -> tuple[str, ...]:
            from runadvisor.printout.typeset import svg_pages  # noqa: PLC0415 - start-up time

            return svg_pages(sheet)

        self.workspace.run(task, lambda pages: print_pages(printer, pages))
