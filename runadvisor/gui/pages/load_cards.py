"""Cards of the load page: unexplained gaps, acute and chronic, tissues, what it rests on."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.athlete import GapKind
from runadvisor.domain.text import N_
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.charts.span import Span
    from runadvisor.gui.workspace import Workspace
    from runadvisor.training_load.gaps import RecordingGap
    from runadvisor.training_load.tissue_trends import TissueTrend

MOST_GAPS = 3
ACUTE_PX, TISSUE_PX = 160, 92
WIDE_PX = 860
"""From here on all six tissues stand in one row."""
CAVEAT = N_(
    "A description, not a warning: in studies of runners a high ratio "
    "did not go with more injuries."
)
TISSUE_NOTE = N_("your usual: the four weeks before · weak evidence, shown without alarms")
TISSUE_MODEL = N_(
    "Model, not measured: steps weighted by speed, slope and cadence as laboratory studies found "
    "them. No threshold here was ever tested on injuries."
)


class GapCard(Card):
    """Asks what ten days and more without any activity were."""

    answered = Signal(object, object, object)
    """First day, last day, and the ``GapKind``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a question."""
        super().__init__(parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addWidget(Label(_("Days without anything recorded"), size=16, weight=600))
        self.body.addWidget(
            Label(
                _("Until you answer, these days lower no average of yours."),
                size=12,
                tone="muted",
                wrap=True,
            )
        )
        self.body.addLayout(self._rows)

    def show_gaps(self, gaps: Sequence[RecordingGap]) -> None:
        """Ask about the latest gaps; hide where there is nothing to ask."""
        clear(self._rows)
        for gap in reversed(gaps[-MOST_GAPS:]):
            self._rows.addLayout(self._row(gap))
        self.setVisible(bool(gaps))

    def _row(self, gap: RecordingGap) -> QHBoxLayout:
        words = ngettext("{period}, {number} day", "{period}, {number} days", gap.days).format(
            period=wording.long_day_range(gap.first_day, gap.last_day), number=gap.days
        )
        row = QHBoxLayout()
        row.addWidget(Label(words, size=13, wrap=True), 1)
        for text, kind in (
            (_("I rested"), GapKind.REST),
            (_("Not recorded"), GapKind.NOT_RECORDED),
        ):
            button = Button(text, small=True)
            button.setAccessibleName(f"{text}: {words}")
            button.clicked.connect(
                lambda _checked=False, kind=kind: self.answered.emit(
                    gap.first_day, gap.last_day, kind
                )
            )
            row.addWidget(button)
        return row


class AcuteChronicCard(Card):
    """The last week against the last four, three ways, in grey."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 14), parent=parent)
        self.chart = ChartView(workspace, height_px=ACUTE_PX, name=_("Acute and chronic load"))
        self.ratios = Label(size=12, tone="muted", tabular=True, wrap=True)
        self.body.addWidget(Label(_("The last week against the last four"), size=16, weight=600))
        self.body.addWidget(Label(_(CAVEAT), size=12, tone="muted", wrap=True))
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.ratios)

    def show_advice(self, advice: Advice, *, weeks: int | None) -> None:
        """Show the running load up to the day of the advice."""

        def chart(
            palette: Palette, size_px: tuple[int, int], dpi: float, span: Span | None
        ) -> Chart:
            from runadvisor.charts.acute_chronic import acute_chronic_chart  # noqa: PLC0415 - start-up time

            return acute_chronic_chart(
                advice, palette=palette, weeks=weeks, span=span, size_px=size_px, dpi=dpi
            )

        def summary() -> str:
            from runadvisor.charts.acute_chronic import acute_chronic_summary  # noqa: PLC0415 - as above

            return acute_chronic_summary(advice, weeks=weeks)

        self.chart.show_along(chart, summary)
        self.ratios.setText(_ratios(advice))


def _ratios(advice: Advice) -> str:
    last = advice.load.daily.iloc[-1]
    named = (
        ("acwr_uncoupled", _("{ratio} against the three weeks before it")),
        ("acwr_coupled", _("{ratio} against four weeks that include it")),
        ("acwr_ewma", _("{ratio} with both fading day by day")),
    )
    said = [
        words.format(ratio=wording.UNKNOWN if isnan(last[column]) else wording.ratio(last[column]))
        for column, words in named
    ]
    return _("The last week is {ratios}").format(ratios=" · ".join(said))


class TissueCard(Card):
    """Six tissues over twelve weeks, each against its own usual."""

    switched = Signal(bool)
    """The athlete wants them, or does not."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 14), parent=parent)
        self._workspace = workspace
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self.panels: list[_TissuePanel] = []
        self.switch = QCheckBox(_("Show it"))
        self.switch.setAccessibleName(_("Show what each part carried"))
        self.switch.toggled.connect(self.switched.emit)
        top = QHBoxLayout()
        top.addWidget(Label(_("What each part carried, last 12 weeks"), size=16, weight=600))
        self._note = Label(_(TISSUE_NOTE), size=12, tone="muted", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._note, 1)
        top.addSpacing(12)
        top.addWidget(self.switch)
        self._model = Label(_(TISSUE_MODEL), size=12, tone="muted", wrap=True)
        self.body.addLayout(top)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._model)

    def show_advice(self, advice: Advice) -> None:
        """Show the tissues up to the day of the advice, where the athlete wants them."""
        is_on = advice.athlete.shows_tissue_loads
        self.switch.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.switch.setChecked(is_on)
        self.switch.blockSignals(False)  # noqa: FBT003 - as above
        self._note.setVisible(is_on)
        self._model.setVisible(is_on)
        from runadvisor.training_load.tissue_trends import tissue_trends  # noqa: PLC0415 - numpy

        trends = tissue_trends(advice.work.exposures, as_of=advice.as_of) if is_on else ()
        for panel in self.panels[len(trends) :]:
            panel.deleteLater()
        del self.panels[len(trends) :]
        while len(self.panels) < len(trends):
            self.panels.append(_TissuePanel(self._workspace))
        for panel, trend in zip(self.panels, trends, strict=True):
            panel.show_trend(trend)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the panels into one row or two, as there is room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = 6 if self.width() >= scaled(WIDE_PX) else 3
        for number, panel in enumerate(self.panels):
            self._grid.addWidget(panel, number // columns, number % columns)


class _TissuePanel(QWidget):
    """One tissue: name, line, and how it stands in words."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.name = Label(size=13, weight=600)
        self.chart = ChartView(workspace, height_px=TISSUE_PX, name=_("Tissue"))
        self.words = Label(size=12, tone="muted", wrap=True)
        column.addWidget(self.name)
        column.addWidget(self.chart)
        column.addWidget(self.words)

    def show_trend(self, trend: TissueTrend) -> None:
        from runadvisor.charts.tissue_words import TISSUE_NAMES, tissue_words  # noqa: PLC0415

        name, words = _(TISSUE_NAMES[trend.tissue]), tissue_words(trend)
        self.name.setText(name)
        self.words.setText(words)
        self.chart.setAccessibleName(name)

        def chart(palette: Palette, size_px: tuple[int, int], dpi: float) -> Chart:
            from runadvisor.charts.tissue_trend import tissue_chart  # noqa: PLC0415 - start-up time

            return tissue_chart(trend, palette=palette, size_px=size_px, dpi=dpi)

        self.chart.show_chart(
            chart, _("{tissue}, last 7 days: {words}.").format(tissue=name, words=words)
        )


class BasisCard(Card):
    """What the numbers are measured in, and what the runs tell."""

    athlete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 14), parent=parent)
        self.unit = Label(size=13, wrap=True)
        self.quality = Label(size=13, tone="muted", wrap=True)
        athlete = Button(_("What you told us about yourself"), role="quiet", small=True)
        athlete.clicked.connect(self.athlete_wanted.emit)
        row = QHBoxLayout()
        row.addWidget(athlete)
        row.addStretch()
        self.body.addWidget(Label(_("What these numbers rest on"), size=16, weight=600))
        self.body.addWidget(self.unit)
        self.body.addWidget(self.quality)
        self.body.addLayout(row)

    def show_advice(self, advice: Advice) -> None:
        """Name the unit of running load, and count what the runs have."""
        from runadvisor.training_load.data_quality import data_quality  # noqa: PLC0415 - numpy
        from runadvisor.training_load.quality_messages import quality_messages  # noqa: PLC0415
        from runadvisor.training_load.unit_messages import unit_messages  # noqa: PLC0415

        quality = data_quality(advice.activities, as_of=advice.as_of, features=advice.work.features)
        self.unit.setText(_sentences(unit_messages(advice.load.running)))
        self.quality.setText(_sentences(quality_messages(quality)))


def _sentences(messages: Sequence[object]) -> str:
    return " ".join(wording.sentence(message) for message in messages)  # pyright: ignore[reportArgumentType] - Messages
