"""The part of a chart's axis that is shown: drawn nearer, moved along, kept within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high`` in the chart's own unit: days by their ordinal, metres, seconds."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """How much of the axis it is."""
        return self.high - self.low

    def zoomed(self, factor: float, *, at: float) -> Span:
        """Return it ``factor`` times as long, with ``at`` where it was."""
        return Span(at - (at - self.low) * factor, at + (self.high - at) * factor)

    def moved(self, by: float) -> Span:
        """Return it moved towards later, or with a negative number towards earlier."""
        return Span(self.low + by, self.high + by)

    def within(self, whole: Span, *, shortest: float) -> Span:
        """Return it no shorter than ``shortest`` and no longer than the whole, moved inside."""
        length = min(max(self.length, shortest), whole.length)
        middle = (self.low + self.high) / 2
        low = min(max(middle - length / 2, whole.low), whole.high - length)
        return Span(low, low + length)


def day_span(first: date, last: date) -> Span:
    """Return the span of days, both included."""
    return Span(first.toordinal(), last.toordinal())


def days_of(span: Span) -> tuple[date, date]:
    """Return the first and last day of a span of days."""
    return date.fromordinal(round(span.low)), date.fromordinal(round(span.high))
