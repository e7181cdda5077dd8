"""The ways from what stands on one page to the page that shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from runadvisor.domain.diary import Occasion
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.gui.page_set import Pages
    from runadvisor.gui.pages.body import BodyPage
    from runadvisor.gui.pages.exercises import ExercisesPage
    from runadvisor.gui.pages.guide import GuidePage
    from runadvisor.gui.pages.history import HistoryPage
    from runadvisor.gui.pages.mapping import MappingPage
    from runadvisor.gui.pages.print_page import PrintPage
    from runadvisor.gui.pages.rules_page import RulesPage
    from runadvisor.gui.pages.unwell import UnwellPage
    from runadvisor.gui.pages.warnings import WarningsPage
    from runadvisor.gui.print_order import PrintOrder
    from runadvisor.gui.widgets.page import Page
    from runadvisor.sources.place import Place


class Routes:
    """Open something on the page it belongs to."""

    def __init__(self, pages: Pages, go_to: Callable[[str], None]) -> None:
        """Lead between pages; ``go_to`` puts one in front."""
        self._pages = pages
        self._go_to = go_to

    def serve(self, page: Page) -> None:
        """Lead on whatever a page asks for."""
        page.go_to.connect(self._go_to)
        page.read_more.connect(self.open_guide)
        page.exercise_wanted.connect(self.open_exercise)
        page.warning_wanted.connect(self.open_warning)
        page.rule_wanted.connect(self.open_rule)
        page.run_wanted.connect(self.open_run)
        page.week_wanted.connect(self.open_week)
        page.print_wanted.connect(self.open_print)
        page.list_wanted.connect(self.open_list)
        page.feeling_wanted.connect(self.ask_how_it_feels)
        page.no_pain_wanted.connect(partial(self.ask_how_it_feels, has_no_pain=True))
        page.signs_wanted.connect(self.feel_unwell_after_run)

    def open_guide(self, topic: str) -> None:
        """Open the page of the guide that belongs to a rule, a condition or an id."""
        cast("GuidePage", self._pages["guide"]).open_topic(topic)
        self._go_to("guide")

    def open_warning(self, warning: TrainingWarning) -> None:
        """Open the why of one warning."""
        self._go_to("warnings")
        cast("WarningsPage", self._pages["warnings"]).select(warning)

    def open_rule(self, rule_id: str) -> None:
        """Open the settings of the rules, at one of them where one is named."""
        self._go_to("rules")
        cast("RulesPage", self._pages["rules"]).open_rule(rule_id)

    def open_print(self, order: PrintOrder) -> None:
        """Show something as it will come out on paper."""
        cast("PrintPage", self._pages["print"]).show_order(order)
        self._go_to("print")

    def open_exercise(self, exercise_id: str) -> None:
        """Open one exercise in full."""
        self._go_to("exercises")
        cast("ExercisesPage", self._pages["exercises"]).open_exercise(exercise_id)

    def open_run(self, activity_id: int) -> None:
        """Open one activity of the history."""
        self._go_to("history")
        cast("HistoryPage", self._pages["history"]).open_run(activity_id)

    def open_week(self, first_day: date) -> None:
        """Open the activities of a training week."""
        self._go_to("history")
        cast("HistoryPage", self._pages["history"]).open_week(first_day)

    def open_list(self, place: Place) -> None:
        """Open the page on which the columns of a list are chosen."""
        cast("MappingPage", self._pages["mapping"]).open(place)
        self._go_to("mapping")

    def ask_how_it_feels(self, *, has_no_pain: bool = False) -> None:
        """Begin an entry of today in the diary."""
        self._go_to("body")
        cast("BodyPage", self._pages["body"]).ask_how_it_feels(has_no_pain=has_no_pain)

    def feel_unwell(self) -> None:
        """Open the serious signs in plain words, whenever that is."""
        from runadvisor.domain.diary import Occasion  # noqa: PLC0415 - start-up time

        self._ask_for_signs(Occasion.UNWELL)

    def feel_unwell_after_run(self) -> None:
        """Open the serious signs in plain words, after a run that did not feel right."""
        from runadvisor.domain.diary import Occasion  # noqa: PLC0415 - start-up time

        self._ask_for_signs(Occasion.AFTER_RUN)

    def _ask_for_signs(self, occasion: Occasion) -> None:
        self._go_to("unwell")
        cast("UnwellPage", self._pages["unwell"]).occasion = occasion
