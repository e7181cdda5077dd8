"""The plan on paper: pages as drawings, painted on a printer at full size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer

from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_SIZES = {"A4": QPageSize.PageSizeId.A4, "LETTER": QPageSize.PageSizeId.Letter}


def ask_for_printer(parent: QWidget, paper: str) -> QPrinter | None:
    """Return the printer a person picks; ``None`` when they change their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    printer.setFullPage(True)
    printer.setDocName("RunAdvisor")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pages: Sequence[str]) -> bool:
    """Paint SVG pages on a printer, each filling its sheet; the margins are in the drawing.

    Of a range of pages only those; ``False`` where the printer cannot be reached.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        QSvgRenderer(QByteArray(page.encode())).render(painter, sheet)
    return painter.end()
