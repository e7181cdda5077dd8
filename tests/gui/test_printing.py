"""Pages on a printer: all of them, or those that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from runadvisor.gui.printing import print_pages

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

PAGES = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect/></svg>',) * 3


def _printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@pytest.mark.parametrize(("asked", "printed"), [(None, 3), ((2, 3), 2), ((2, 2), 1)])
def test_a_range_of_pages_is_kept_to(
    qapp: QApplication, tmp_path: Path, asked: tuple[int, int] | None, printed: int
) -> None:
    assert qapp
    printer = _printer(tmp_path / "pages.pdf")
    if asked is not None:
        printer.setFromTo(*asked)
    assert print_pages(printer, PAGES)
    assert len(PdfReader(tmp_path / "pages.pdf").pages) == printed


def test_a_printer_that_cannot_be_reached_is_told(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    assert not print_pages(_printer(tmp_path / "nowhere" / "pages.pdf"), PAGES)
