"""A field for one number of a rule, in the unit that a runner reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.gui.theme import scaled
from runadvisor.language import _
from runadvisor.warning.thresholds import ThresholdField, ThresholdUnit

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

WIDTH_PX = 150
_PLAIN = N_("{number}")
_WORDS = {
    ThresholdUnit.TIMES: N_("{number} times"),
    ThresholdUnit.SHARE: N_("{number} %"),
    ThresholdUnit.DISTANCE: _PLAIN,
    ThresholdUnit.HEIGHT: N_("{number} m"),
    ThresholdUnit.SLOPE: N_("{number} m a km"),
    ThresholdUnit.MINUTES: N_("{number} min"),
    ThresholdUnit.DAYS: N_("{number} days"),
    ThresholdUnit.COUNT: _PLAIN,
    ThresholdUnit.STEPS: N_("{number} steps"),
    ThresholdUnit.CADENCE: N_("{number} a minute"),
    ThresholdUnit.YEARS: N_("{number} years"),
}
_DECIMALS = {ThresholdUnit.TIMES: 2, ThresholdUnit.DISTANCE: 1}
_EXACT = 6
"""Digits after which a value that went through the field is the one that went in."""


def threshold_words(field: ThresholdField, value: float) -> str:
    """Return a number of a rule with its unit: ``1.30 times``, ``10.0 km``."""
    if field.unit is ThresholdUnit.DISTANCE:
        return wording.distance(value)
    shown = wording.number(value * _per_unit(field), _DECIMALS.get(field.unit, 0))
    return _(_WORDS[field.unit]).format(number=shown)


def _per_unit(field: ThresholdField) -> float:
    """Return how much of what is shown one of the number is: percent, kilometres or miles."""
    if field.unit is ThresholdUnit.DISTANCE:
        return 1 / wording.unit_metres()
    return 100.0 if field.unit is ThresholdUnit.SHARE else 1.0


class ThresholdBox(QDoubleSpinBox):
    """Holds the number within its bounds; ``settled`` carries it in SI once it is chosen."""

    settled = Signal(float)

    def __init__(self, field: ThresholdField, *, name: str, parent: QWidget | None = None) -> None:
        """Make a field; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self._per_unit = _per_unit(field)
        self._shown = 0.0
        before, _number, after = _(_WORDS[field.unit]).partition("{number}")
        self.setPrefix(before)
        is_distance = field.unit is ThresholdUnit.DISTANCE
        self.setSuffix(f" {wording.distance_unit()}" if is_distance else after)
        self.setDecimals(_DECIMALS.get(field.unit, 0))
        self.setRange(field.least * self._per_unit, field.most * self._per_unit)
        self.setSingleStep(field.step * self._per_unit)
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(scaled(WIDTH_PX))
        self.setAccessibleName(name)
        self.valueChanged.connect(self._settle)

    def show_value(self, value: float) -> None:
        """Show a number, in SI, without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setValue(value * self._per_unit)
        self.blockSignals(False)  # noqa: FBT003 - as above

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: scrolling past a number must not change it."""
        event.ignore()

    def _settle(self, shown: float) -> None:
        self.settled.emit(round(shown / self._per_unit, _EXACT))
