"""The timeline of the audit: a chart whose days can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from runadvisor.gui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from runadvisor.advisor import Advice
    from runadvisor.charts.audit import AuditPlace
    from runadvisor.gui.workspace import Workspace


class AuditTimeline(ChartView):
    """Reads off as every chart does; a click or Enter opens the day that is read off."""

    picked = Signal(object)
    """Carries the place."""

    def __init__(
        self, workspace: Workspace, *, height_px: int, name: str, parent: QWidget | None = None
    ) -> None:
        """Start empty."""
        super().__init__(workspace, height_px=height_px, name=name, parent=parent)
        self.places: tuple[AuditPlace, ...] = ()

    def show_audit(self, advice: Advice, first: date, last: date, summary: str) -> None:
        """Draw the days between two, both included."""
        self.places = ()

        def make(palette, size_px, dpi):  # noqa: ANN001, ANN202 - MakeChart says it
            from runadvisor.charts.audit import audit_chart  # noqa: PLC0415 - start-up time

            return audit_chart(advice, first, last, palette=palette, size_px=size_px, dpi=dpi)

        self.show_chart(make, summary)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open what is read off."""
        super().mousePressEvent(event)
        self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open what is read off, or step on as every chart does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.reading is not None:
            self._pick()
        else:
            super().keyPressEvent(event)

    def _pick(self) -> None:
        reading = self.reading
        if reading is not None and len(self.places) == len(self.readings):
            self.picked.emit(self.places[self.readings.index(reading)])
