"""The sheet as one web page: no script, no other file, the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.assets import asset
from runadvisor.printout.handout import Handout

if TYPE_CHECKING:
    from runadvisor.printout.sheet import PlanSheet


def html(sheet: PlanSheet | Handout) -> str:
    """Return the sheet as a self-contained HTML document."""
    # Jinja takes a while to import, and few starts print a web page.
    from jinja2 import (  # noqa: PLC0415 - start-up time
        Environment,
        FileSystemLoader,
        StrictUndefined,
    )

    name = "handout.html" if isinstance(sheet, Handout) else "plan.html"
    environment = Environment(
        loader=FileSystemLoader(asset("print")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name).render(sheet=sheet)
