"""What stands under the table of weeks: units, averages, gaps, tissues, what it rests on."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from runadvisor.cli.tables import paragraph
from runadvisor.domain.athlete import GapKind
from runadvisor.domain.text import N_, Message
from runadvisor.training_load.data_quality import data_quality
from runadvisor.training_load.quality_messages import quality_messages
from runadvisor.training_load.unit_messages import unit_messages
from runadvisor.wording import long_day_range, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice

_RATIOS = (
    ("acwr_uncoupled", N_("against the three weeks before it")),
    ("acwr_coupled", N_("against four weeks that include it")),
    ("acwr_ewma", N_("both fading day by day")),
)
_DAYS_PER_WEEK = 7


def load_words(advice: Advice) -> Iterator[str]:
    """Yield paragraphs, each a line on its own or more."""
    yield from _paragraph("Load", _joined(unit_messages(advice.load.total)))
    yield from _paragraph("Running load", _joined(unit_messages(advice.load.running)))
    yield from _paragraph("Last week", _last_week(advice))
    for gap in advice.load.gaps:
        words = long_day_range(gap.first_day, gap.last_day)
        said = {
            None: N_("nothing recorded; until the Load page has an answer it lowers no average."),
            GapKind.REST: N_("rest, as you said."),
            GapKind.NOT_RECORDED: N_("not recorded, as you said: left out of every average."),
        }
        yield from _paragraph("Gap", f"{words}: {said[gap.answer]}")
    if advice.athlete.shows_tissue_loads:
        yield from _paragraph("Parts", _tissues(advice))
    quality = data_quality(advice.activities, as_of=advice.as_of, features=advice.work.features)
    yield from _paragraph("Rests on", _joined(quality_messages(quality)))


def _paragraph(label: str, words: str) -> Iterator[str]:
    yield from paragraph(words, mark=f"{label + ':':<14}")


def _joined(messages: tuple[Message, ...]) -> str:
    return " ".join(sentence(message) for message in messages)


def _last_week(advice: Advice) -> str:
    last = advice.load.daily.iloc[-1]
    loads = [last["running_acute_load"], last["running_chronic_load"]]
    acute, chronic = ("–" if isnan(load) else number(load * _DAYS_PER_WEEK) for load in loads)
    ratios = ", ".join(
        f"{'–' if isnan(last[column]) else f'{last[column]:.2f}'} {words}"
        for column, words in _RATIOS
    )
    template = N_(
        "running load {acute}; of four weeks, per week, {chronic}. That is {ratios}. A "
        "description, not a warning: in studies of runners a high ratio did not go with more "
        "injuries."
    )
    return sentence(Message(template, {"acute": acute, "chronic": chronic, "ratios": ratios}))


def _tissues(advice: Advice) -> str:
    # The words of the charts; matplotlib takes longer to load than the rest of the command.
    from runadvisor.charts.tissue_words import TISSUE_NAMES, tissue_words  # noqa: PLC0415
    from runadvisor.training_load.tissue_trends import tissue_trends  # noqa: PLC0415

    named = "; ".join(
        f"{TISSUE_NAMES[trend.tissue]}: {tissue_words(trend)}"
        for trend in tissue_trends(advice.work.exposures, as_of=advice.as_of)
    )
    return f"{named}. Model, not measured, weak: seven days against your own four weeks."
