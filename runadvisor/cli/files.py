"""What a command writes beside its output."""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from runadvisor.domain.errors import PrintError
from runadvisor.language import _
from runadvisor.printout.choices import Paper, PrintChoices
from runadvisor.printout.html import html
from runadvisor.printout.ics import ics
from runadvisor.printout.sheet import plan_sheet

if TYPE_CHECKING:
    from argparse import Namespace

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.printout.sheet import PlanSheet
    from runadvisor.settings import Settings


def worded_sheet(advice: Advice, catalog: Catalog, settings: Settings) -> PlanSheet:
    """Return the sheet to print, on the runner's own paper size."""
    return plan_sheet(
        advice,
        catalog,
        choices=PrintChoices(paper=Paper[settings.paper]),
        emergency_number=settings.emergency_number,
        out_of_hours_number=settings.out_of_hours_number,
    )


def plan_pdf(advice: Advice, catalog: Catalog, settings: Settings) -> bytes:
    """Return the prevention plan as PDF."""
    # Typst and its fonts load only where something is printed.
    from runadvisor.printout.typeset import pdf  # noqa: PLC0415 - start-up time

    return pdf(worded_sheet(advice, catalog, settings))


def written_plans(arguments: Namespace, advice: Advice, catalog: Catalog) -> list[Path]:
    """Write the plan in every form the options ask for and return the files.

    Raises:
        PrintError: One of them cannot be written.
    """
    written: list[Path] = []
    settings = arguments.settings
    if arguments.pdf is not None:
        written.append(write(arguments.pdf, plan_pdf(advice, catalog, settings)))
    if arguments.html is not None:
        page = html(worded_sheet(advice, catalog, settings))
        written.append(write(arguments.html, page.encode()))
    if arguments.ics is not None:
        written.append(write(arguments.ics, ics(advice, catalog)))
    return written


def write(path: Path, content: bytes) -> Path:
    """Write a file the runner named, over what was there, and return its path.

    Raises:
        PrintError: It cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise PrintError(
            _("{path} cannot be written: {reason}.").format(path=path, reason=_reason(error))
        ) from error
    return path


def write_new(name: str, content: bytes) -> Path:
    """Write a file into the folder for temporary files, numbered where the name is taken.

    Raises:
        PrintError: It cannot be written.
    """
    folder = Path(tempfile.gettempdir())
    wanted = Path(name)
    for number in count(1):
        path = folder / (name if number == 1 else f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            # "x": never over a file, nor through a link, that is there already.
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        except OSError as error:
            raise PrintError(
                _("{path} cannot be written: {reason}.").format(path=path, reason=_reason(error))
            ) from error
        return path
    raise AssertionError


def _reason(error: OSError) -> str:
    return (error.strerror or _("it is not writable")).lower()
