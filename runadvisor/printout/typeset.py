"""The sheet set by Typst: PDF, PNG pages, SVG pages; the same bytes for the same sheet."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Literal

import typst

from runadvisor.assets import asset
from runadvisor.domain.errors import PrintError
from runadvisor.language import _
from runadvisor.printout.handout import Handout

if TYPE_CHECKING:
    from typing import TypeAlias

    from runadvisor.printout.sheet import PlanSheet

    Sheet: TypeAlias = PlanSheet | Handout

SCREEN_DPI = 96.0
"""Pixels per inch of paper at which a page is about as large as on the table."""


class _Fonts(Enum):
    """What letters may be taken from; ours come first in both."""

    OURS = False
    OURS_THEN_SYSTEM = True


def pdf(sheet: Sheet) -> bytes:
    """Set the sheet as a tagged PDF.

    The document follows PDF/UA-1 wherever every character of the runner's own
    words has a glyph in some font; a name no font can draw still prints.

    Raises:
        PrintError: The sheet cannot be set.
    """
    try:
        return _pages(sheet, "pdf", fonts=_Fonts.OURS, standard="ua-1")[0]
    except typst.TypstError as first:
        # A name in a script our font lacks: only then may the bytes depend on the machine.
        for standard in ("ua-1", None):
            try:
                return _pages(sheet, "pdf", fonts=_Fonts.OURS_THEN_SYSTEM, standard=standard)[0]
            except typst.TypstError:
                continue
        raise _failed(first) from first


def png_pages(sheet: Sheet, *, dpi: float = SCREEN_DPI) -> tuple[bytes, ...]:
    """Set the sheet as pictures, one per page.

    Args:
        sheet: The words.
        dpi: Pixels per inch of paper.

    Raises:
        PrintError: The sheet cannot be set.
    """
    try:
        return _pages(sheet, "png", fonts=_Fonts.OURS_THEN_SYSTEM, dpi=dpi)
    except typst.TypstError as error:
        raise _failed(error) from error


def svg_pages(sheet: Sheet) -> tuple[str, ...]:
    """Set the sheet as drawings, one per page, every letter an outline.

    Raises:
        PrintError: The sheet cannot be set.
    """
    try:
        pages = _pages(sheet, "svg", fonts=_Fonts.OURS_THEN_SYSTEM)
    except typst.TypstError as error:
        raise _failed(error) from error
    return tuple(page.decode() for page in pages)


def _pages(
    sheet: Sheet,
    form: Literal["pdf", "png", "svg"],
    *,
    fonts: _Fonts,
    standard: typst.PDFStandard | None = None,
    dpi: float = SCREEN_DPI,
) -> tuple[bytes, ...]:
    compiler = typst.Compiler(
        input=asset("print", _template(sheet)),
        font_paths=_fonts(fonts),
        sys_inputs={"sheet": json.dumps(asdict(sheet), default=str, sort_keys=True)},
    )
    made = compiler.compile(
        format=form,
        ppi=dpi,
        pdf_standards=[] if standard is None else [standard],
        timestamp=datetime.combine(sheet.as_of, time(), UTC),
    )
    pages = made if isinstance(made, list) else [made]
    return tuple(page for page in pages if page is not None)


def _template(sheet: Sheet) -> str:
    return "handout.typ" if isinstance(sheet, Handout) else "plan.typ"


@cache
def _fonts(fonts: _Fonts) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=fonts.value,
        include_embedded_fonts=False,
        font_paths=[asset("fonts")],
    )


def _failed(error: typst.TypstError) -> PrintError:
    return PrintError(_("The page cannot be set for print: {reason}").format(reason=error.message))
