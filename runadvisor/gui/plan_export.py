"""The plan saved as a file, in the form its name asks for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog

FORMS = (
    (N_("PDF …"), "pdf", N_("PDF (*.pdf)")),
    (N_("Web page …"), "html", N_("Web page (*.html)")),
    (N_("Calendar …"), "ics", N_("Calendar (*.ics)")),
    (N_("Table for a spreadsheet …"), "csv", N_("Table (*.csv)")),
    (N_("Data for programs …"), "json", N_("JSON (*.json)")),
    (N_("Plain text …"), "txt", N_("Text (*.txt)")),
)
"""What the menu says, the suffix, and what the file dialog says."""


def write_plan(path: Path, advice: Advice, catalog: Catalog) -> Path:
    """Write the plan in the form of the suffix, over what was there, and return the path.

    Raises:
        OSError: It cannot be written.
    """
    from runadvisor.printout.html import html  # noqa: PLC0415 - start-up time
    from runadvisor.printout.ics import ics  # noqa: PLC0415
    from runadvisor.printout.plan_data import plan_csv, plan_json  # noqa: PLC0415
    from runadvisor.printout.sheet import plan_sheet  # noqa: PLC0415
    from runadvisor.printout.text import text  # noqa: PLC0415
    from runadvisor.printout.typeset import pdf  # noqa: PLC0415

    forms: dict[str, Callable[[], bytes]] = {
        ".pdf": lambda: pdf(plan_sheet(advice, catalog)),
        ".html": lambda: html(plan_sheet(advice, catalog)).encode(),
        ".txt": lambda: text(plan_sheet(advice, catalog)).encode(),
        ".ics": lambda: ics(advice, catalog),
        # With its mark, so that a spreadsheet reads the accents right.
        ".csv": lambda: plan_csv(advice.plan).encode("utf-8-sig"),
        ".json": lambda: json.dumps(plan_json(advice.plan), ensure_ascii=False, indent=2).encode(),
    }
    path.write_bytes(forms[path.suffix]())
    return path
