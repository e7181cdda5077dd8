"""The timeline of the audit: a chart whose days can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from runadvisor.gui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

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
        self._places: dict[str, AuditPlace] = {}

    def show_audit(self, advice: Advice, first: date, last: date, summary: str) -> None:
        """Draw the days between two, both included."""

        def make(palette, size_px, dpi, span):  # noqa: ANN001, ANN202 - MakeSpan says it
            from runadvisor.charts.audit import audit_chart  # noqa: PLC0415 - start-up time

            return audit_chart(
                advice, first, last, palette=palette, span=span, size_px=size_px, dpi=dpi
            )

        self.show_along(make, summary)

    def set_places(self, places: Sequence[AuditPlace]) -> None:
        """Say what each day of the history leads to."""
        self._places = {place.words: place for place in places}

    def open_reading(self) -> bool:
        """Open what stands on the day that is read off; return whether there is a warning."""
        reading = self.reading
        place = None if reading is None else self._places.get(reading.words)
        if place is None or not place.marks:
            return False
        self.picked.emit(place)
        return True
