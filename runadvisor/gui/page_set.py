"""The pages of the window: which there are, and what the rail calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.gui.pages.athlete import AthletePage
from runadvisor.gui.pages.audit import AuditPage
from runadvisor.gui.pages.body import BodyPage
from runadvisor.gui.pages.doctor import DoctorPage
from runadvisor.gui.pages.exercises import ExercisesPage
from runadvisor.gui.pages.guide import GuidePage
from runadvisor.gui.pages.history import HistoryPage
from runadvisor.gui.pages.import_page import ImportPage
from runadvisor.gui.pages.load import LoadPage
from runadvisor.gui.pages.mapping import MappingPage
from runadvisor.gui.pages.overview import OverviewPage
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.gui.pages.print_page import PrintPage
from runadvisor.gui.pages.rules_page import RulesPage
from runadvisor.gui.pages.settings_page import SettingsPage
from runadvisor.gui.pages.unwell import UnwellPage
from runadvisor.gui.pages.warnings import WarningsPage
from runadvisor.gui.widgets.page import Page
from runadvisor.language import _

if TYPE_CHECKING:
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
OF_IMPORT = frozenset({"import", "doctor", "mapping"})
NOT_TO_START_WITH = OF_IMPORT | {"print", "unwell"}
"""Pages of something one has just done."""
WITHOUT_RUNS = OF_IMPORT | {"exercises", "body", "settings", "unwell"}
"""Pages that serve a runner who has not imported a run yet."""


def rail_groups() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return (key, name) of the pages of the rail, in the language spoken."""
    return tuple(tuple((key, _(text)) for key, text in group) for group in PAGES)


class Pages(dict[str, Page]):
    """Every page by its key; those that can be sent to something stand here by name, too."""

    def __init__(self, workspace: Workspace) -> None:
        """Make them all, in the order of the rail."""
        self.overview = OverviewPage(workspace)
        self.history = HistoryPage(workspace)
        self.warnings = WarningsPage(workspace)
        self.rules = RulesPage(workspace)
        self.body = BodyPage(workspace)
        self.exercises = ExercisesPage(workspace)
        self.guide = GuidePage(workspace)
        self.print = PrintPage(workspace)
        self.mapping = MappingPage(workspace)
        self.unwell = UnwellPage(workspace)
        made = (
            self.overview,
            self.history,
            LoadPage(workspace),
            self.warnings,
            AuditPage(workspace),
            self.rules,
            PlanPage(workspace),
            self.body,
            self.exercises,
            self.guide,
            ImportPage(workspace),
            self.print,
            AthletePage(workspace),
            SettingsPage(workspace),
            DoctorPage(workspace),
            self.mapping,
            self.unwell,
        )
        super().__init__((page.key, page) for page in made)
