"""The runs a warning rests on, one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from runadvisor import wording
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.advisor import Advice
    from runadvisor.domain.activity import Activity

MOST_SHOWN = 6


class RunLinks(QWidget):
    """A button for each run, by day and distance."""

    run_wanted = Signal(int)

    def __init__(
        self,
        advice: Advice,
        activity_ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """Name the runs in the order given, each once."""
        super().__init__(parent)
        by_id = {activity.activity_id: activity for activity in advice.activities}
        runs = [by_id[key] for key in dict.fromkeys(activity_ids) if key in by_id]
        self.count = len(runs)
        row = FlowLayout(self)
        row.addWidget(Label(_("It rests on"), size=12, tone="muted"))
        for run in runs[:MOST_SHOWN]:
            row.addWidget(self._link(run))
        more = len(runs) - MOST_SHOWN
        if more > 0:
            words = ngettext("and {number} more", "and {number} more", more).format(number=more)
            row.addWidget(Label(words, size=12, tone="muted"))

    def _link(self, run: Activity) -> Button:
        link = Button(_words(run), role="quiet", small=True)
        link.setAccessibleName(_("Open the run: {run}").format(run=_words(run)))
        link.clicked.connect(lambda: self.run_wanted.emit(run.activity_id))
        return link


def _words(run: Activity) -> str:
    return _("{day}, {distance}").format(
        day=wording.short_day(run.local_date), distance=wording.distance(run.distance_m)
    )
