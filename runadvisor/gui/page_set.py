"""The pages of the window: which there are, their names in the rail, and each when wanted."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QStackedWidget

    from runadvisor.gui.widgets.page import Page
    from runadvisor.gui.workspace import Workspace

PAGES = (
    (
        ("overview", N_("Overview")),
        ("history", N_("History")),
        ("load", N_("Load")),
        ("warnings", N_("Warnings")),
        ("plan", N_("Plan")),
        ("body", N_("Body")),
        ("exercises", N_("Exercises")),
        ("guide", N_("Guide")),
    ),
    (
        ("import", N_("Import")),
        ("print", N_("Print")),
        ("athlete", N_("About you")),
        ("settings", N_("Settings")),
    ),
)
"""Those of the rail, in its two groups."""
CLASSES = {
    "overview": "overview:OverviewPage",
    "history": "history:HistoryPage",
    "load": "load:LoadPage",
    "warnings": "warnings:WarningsPage",
    "audit": "audit:AuditPage",
    "rules": "rules_page:RulesPage",
    "plan": "plan:PlanPage",
    "body": "body:BodyPage",
    "exercises": "exercises:ExercisesPage",
    "guide": "guide:GuidePage",
    "import": "import_page:ImportPage",
    "print": "print_page:PrintPage",
    "athlete": "athlete:AthletePage",
    "settings": "settings_page:SettingsPage",
    "doctor": "doctor:DoctorPage",
    "mapping": "mapping:MappingPage",
    "unwell": "unwell:UnwellPage",
}
"""Where each is written, in ``gui.pages``; by name, as some load pandas: the window is painted
before that."""
OF_IMPORT = frozenset({"import", "doctor", "mapping"})
NOT_TO_START_WITH = OF_IMPORT | {"print", "unwell"}
"""Pages of something one has just done."""
WITHOUT_RUNS = OF_IMPORT | {"exercises", "body", "settings", "unwell"}
"""Pages that serve a runner who has not imported a run yet."""


def rail_groups() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return (key, name) of the pages of the rail, in the language spoken."""
    return tuple(tuple((key, _(text)) for key, text in group) for group in PAGES)


class Pages(Mapping[str, "Page"]):
    """Every page by its key: made when it is first asked for, up to date whenever it is."""

    def __init__(
        self,
        workspace: Workspace,
        store: QSettings | None,
        stack: QStackedWidget,
        *,
        has_made: Callable[[Page], None],
    ) -> None:
        """Make none yet.

        Args:
            workspace: What the pages look at.
            store: How the pages were set at the last start; ``None`` to keep nothing.
            stack: Takes the pages in.
            has_made: Told of each.
        """
        self._workspace = workspace
        self._store = store
        self._stack = stack
        self._has_made = has_made
        self._made: dict[str, Page] = {}
        self._up_to_date: set[str] = set()

    def __getitem__(self, key: str) -> Page:
        """Return a page that shows the newest advice."""
        page = self._made.get(key) or self._make(key)
        advice = self._workspace.advice
        if advice is not None and key not in self._up_to_date:
            self._up_to_date.add(key)
            page.show_advice(advice)
        return page

    def __contains__(self, key: object) -> bool:
        """Return whether there is such a page, without making it."""
        return key in CLASSES

    def __iter__(self) -> Iterator[str]:
        """Yield the keys, without making a page."""
        return iter(CLASSES)

    def __len__(self) -> int:
        """Return how many pages there are, made or not."""
        return len(CLASSES)

    def have_new_advice(self) -> None:
        """Show it on each page once that is asked for again."""
        self._up_to_date.clear()

    def have_another_history(self) -> None:
        """Let every page forget what belonged to the one before."""
        self._up_to_date.clear()
        for page in self._made.values():
            page.forget()

    def remember(self) -> None:
        """Keep how the pages are set; those that nobody asked for are as they were."""
        if self._store is not None:
            for page in self._made.values():
                page.remember(self._store)

    def _make(self, key: str) -> Page:
        module, _colon, name = CLASSES[key].partition(":")
        kind: type[Page] = getattr(import_module(f"runadvisor.gui.pages.{module}"), name)
        # In its place from the start: what is moved there is styled anew, to its depth.
        page = self._made[key] = kind(self._workspace, self._stack)
        self._stack.addWidget(page)
        self._has_made(page)
        if self._store is not None:
            page.recall(self._store)
        return page
