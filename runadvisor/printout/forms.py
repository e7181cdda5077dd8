"""Any sheet in any form: the one place that knows which function makes which."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from runadvisor.domain.errors import PrintError
from runadvisor.language import _
from runadvisor.printout.handout import Handout
from runadvisor.printout.handout_text import handout_text
from runadvisor.printout.html import html
from runadvisor.printout.text import text

if TYPE_CHECKING:
    from runadvisor.printout.sheet import PlanSheet

Sheet: TypeAlias = "PlanSheet | Handout"
SUFFIXES = (".pdf", ".html", ".txt")


def form_of(sheet: Sheet, suffix: str) -> bytes:
    """Return a sheet as the bytes of a file with this suffix.

    Raises:
        PrintError: Nothing makes such a file, or the sheet cannot be set.
    """
    if suffix == ".pdf":
        # Typst and its fonts load only where something is printed.
        from runadvisor.printout.typeset import pdf  # noqa: PLC0415 - start-up time

        return pdf(sheet)
    if suffix in {".html", ".htm"}:
        return html(sheet).encode()
    if suffix == ".txt":
        words = handout_text(sheet) if isinstance(sheet, Handout) else text(sheet)
        return words.encode()
    raise PrintError(
        _("The file must end in one of {suffixes}.").format(suffixes=", ".join(SUFFIXES))
    )
