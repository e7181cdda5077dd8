"""What an import needs is loaded while the runner still chooses the files.

The map of time zones holds Python up for a tenth of a second, in whichever thread it is
loaded, and the modules of the import page for a moment each. In an import the window would
stand still for it; nobody minds that while a dialog opens or files are dragged here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runadvisor.gui.workspace import Workspace

_MODULES = ("runadvisor.gui.pages.import_page", "runadvisor.intake", "runadvisor.sources.registry")


def load_ahead(workspace: Workspace) -> None:
    """Load it beside the window; the second time there is nothing left to do."""
    workspace.run(_load, lambda _none: None)


def _load() -> None:
    from runadvisor.sources.position_zone import zone_at  # noqa: PLC0415 - start-up time

    for name in _MODULES:
        import_module(name)
    # The first place that is looked up loads the map, whichever it is.
    zone_at(0.0, 0.0)
