"""Numbers, dates and templates -> the words a runner reads.

English and SI for now; every sentence passes through ``sentence``, so that
another language needs no change elsewhere.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from runadvisor.domain.body import REGION_LABELS, SITES, BodyRegion, BodySite, Side
from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.text import N_
from runadvisor.domain.units import METRES_PER_KILOMETRE, SECONDS_PER_HOUR, SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from runadvisor.domain.activity import Sport
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.text import Message, Value

UNKNOWN = "–"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPIKE_EDGES_PERCENT = (10.0, 30.0, 100.0)

_TIER_WORDS = {
    Tier.INFO: N_("Info"),
    Tier.WATCH: N_("Watch"),
    Tier.ACT: N_("Act"),
    Tier.STOP_RUN: N_("Stop"),
    Tier.LOCK: N_("Stop"),
}
_TIER_MEANINGS = {
    Tier.INFO: N_("good to know, nothing to change"),
    Tier.WATCH: N_("go a little easier until the date"),
    Tier.ACT: N_("change this week’s plan"),
    Tier.STOP_RUN: N_("no running, or see somebody first"),
    Tier.LOCK: N_("no running, or see somebody first"),
}
_GRADE_WORDS = {
    EvidenceGrade.STRONG: N_("strong evidence"),
    EvidenceGrade.MODERATE: N_("moderate evidence"),
    EvidenceGrade.WEAK: N_("weak evidence"),
    EvidenceGrade.CONTESTED: N_("contested evidence"),
    EvidenceGrade.AGAINST: N_("evidence against it"),
}
_GRADE_DOTS = {
    EvidenceGrade.STRONG: "●●●",
    EvidenceGrade.MODERATE: "●●○",
    EvidenceGrade.WEAK: "●○○",
    EvidenceGrade.CONTESTED: "◐",
    EvidenceGrade.AGAINST: "○○○",
}
_SHAPES = {
    Tier.INFO: "·",
    Tier.WATCH: "▲",
    Tier.ACT: "◆",
    Tier.STOP_RUN: "⯃",
    Tier.LOCK: "⯃",
}

_SIDES = {Side.LEFT: N_("left"), Side.RIGHT: N_("right")}
_BE_SEEN = {
    Urgency.NOW: N_("Call for help now."),
    Urgency.URGENT: N_("Be seen today or tomorrow."),
    Urgency.WEEK: N_("Be seen within seven days."),
    Urgency.SOON: N_("Be seen within two weeks."),
}
NOTHING_BEFORE = N_("Nothing to change before somebody has looked.")
"""In the place of a change while a sign stands."""
NO_DIAGNOSIS = N_("A hint, not a diagnosis: only somebody who examines you can tell.")


def sentence(message: Message) -> str:
    """Word a message: its template with each value shown by the unit in its name."""
    words = _(message.template).format_map(
        {name: shown(name, value) for name, value in message.values.items()}
    )
    # A value in front may be a word that is small within a sentence.
    return words[:1].upper() + words[1:] if message.template.startswith("{") else words


def shown(name: str, value: Value) -> str:
    """Word one value by its name, as ``Message`` documents."""
    if value is None:
        return UNKNOWN
    for suffix, word in _BY_SUFFIX.items():
        if name == suffix or name.endswith("_" + suffix):
            return word(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def number(value: float) -> str:
    """Return a whole number with thousands separated: ``588,071``."""
    return f"{value:,.0f}"


def kilometres(metres: float | None) -> str:
    """Return kilometres with one decimal and no unit: ``17.4``."""
    return UNKNOWN if metres is None else f"{metres / METRES_PER_KILOMETRE:,.1f}"


def distance(metres: float | None) -> str:
    """Return kilometres with one decimal and the unit: ``17.4 km``."""
    return UNKNOWN if metres is None else f"{kilometres(metres)} km"


def duration(seconds: float | None) -> str:
    """Return hours, minutes and seconds: ``1:46:12``, under an hour ``46:12``."""
    if seconds is None:
        return UNKNOWN
    minutes_left, whole_s = divmod(round(seconds), SECONDS_PER_MINUTE)
    hours, whole_min = divmod(minutes_left, SECONDS_PER_MINUTE)
    return f"{hours}:{whole_min:02}:{whole_s:02}" if hours else f"{whole_min}:{whole_s:02}"


def minutes(seconds: float | None) -> str:
    """Return a rounded time as people say it: ``30 min``, ``1 h 15``."""
    if seconds is None:
        return UNKNOWN
    whole_min = round(seconds / SECONDS_PER_MINUTE)
    hours, rest = divmod(whole_min, SECONDS_PER_HOUR // SECONDS_PER_MINUTE)
    return f"{hours} h {rest:02}" if hours else f"{rest} min"


def time_left(seconds: float) -> str:
    """Return how long something still takes, as exactly as that can be known."""
    if seconds < 10:  # noqa: PLR2004 - below that the number changes too fast to read
        return "a few seconds"
    if seconds < SECONDS_PER_MINUTE:
        return f"about {round(seconds / 10) * 10} seconds"
    whole_min = round(seconds / SECONDS_PER_MINUTE)
    return f"about {whole_min} min" if whole_min > 1 else "about a minute"


def pace(seconds_per_km: float | None) -> str:
    """Return ``6:06 /km``."""
    return UNKNOWN if seconds_per_km is None else f"{duration(seconds_per_km)} /km"


def pace_range(range_s_per_km: tuple[float, float] | None) -> str:
    """Return ``6:05–6:35 /km``, the faster end first."""
    if range_s_per_km is None:
        return UNKNOWN
    fast, slow = range_s_per_km
    return f"{duration(fast)}–{duration(slow)} /km"


def percent(value: float) -> str:
    """Return a percentage: whole, but one decimal within a point of a spike's edge."""
    is_close = any(abs(value - edge) <= 1 for edge in _SPIKE_EDGES_PERCENT)
    return f"{value:.1f} %" if is_close else f"{value:.0f} %"


def ratio(value: float) -> str:
    """Return a ratio with two decimals, three where two would hide a spike's edge."""
    is_close = any(abs(value - 1 - edge / 100) < 0.01 for edge in _SPIKE_EDGES_PERCENT)  # noqa: PLR2004 - a point
    return f"{value:.3f}" if is_close else f"{value:.2f}"


def weekday(day: date) -> str:
    """Return ``Sunday``."""
    return _WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """Return ``November``."""
    return _MONTHS[day.month - 1]


def long_day(day: date) -> str:
    """Return ``Sunday 22 November``."""
    return f"{weekday(day)} {day.day} {month(day)}"


def full_day(day: date) -> str:
    """Return ``Sunday 22 November 2026``."""
    return f"{long_day(day)} {day.year}"


def short_day(day: date) -> str:
    """Return ``22 Nov``."""
    return f"{day.day} {month(day)[:3]}"


def weekday_day(day: date) -> str:
    """Return ``Sun 22 Nov``."""
    return f"{weekday(day)[:3]} {short_day(day)}"


def day_range(first: date, last: date) -> str:
    """Return ``23–29 Nov`` or ``30 Nov–6 Dec``; both days included."""
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else None
    return f"{start or short_day(first)}–{short_day(last)}"


def long_day_range(first: date, last: date) -> str:
    """Return ``23 November to 20 December 2026``; both days included."""
    start = f"{first.day} {month(first)}"
    if first.year != last.year:
        start = f"{start} {first.year}"
    return f"{start} to {last.day} {month(last)} {last.year}"


def site_words(site: BodySite, side: Side) -> str:
    """Return ``front of the right hip``, ``both calves`` or ``low back``."""
    facts = SITES[site]
    if side is Side.BOTH:
        return _(facts.name_of_both)
    return _(facts.name).format(side=_(_SIDES[side]) if side in _SIDES else "")


def spot_words(key: str) -> str:
    """Return the words of a spot's key: ``front-hip/right`` → ``front of the right hip``."""
    site, _, side = key.partition("/")
    return site_words(BodySite(site), Side(side))


def region_words(key: str) -> str:
    """Return the words of an injured part: ``calf/left`` → ``calf, left``."""
    region, _, side = key.partition("/")
    label = REGION_LABELS[BodyRegion(region)].lower()
    words = {Side.BOTH: ", both sides", Side.MIDDLE: ""}
    return label + words.get(Side(side), f", {side}")


def hours(value: float) -> str:
    """Return ``7 h 10`` or ``45 min``."""
    return minutes(value * SECONDS_PER_HOUR)


def be_seen_words(urgency: Urgency | None) -> str:
    """Return ``Be seen today or tomorrow.``; nothing without urgency."""
    return "" if urgency is None else _(_BE_SEEN[urgency])


def tier_word(tier: Tier) -> str:
    """Return the word of a tier: ``Watch``."""
    return _(_TIER_WORDS[tier])


def tier_shape(tier: Tier) -> str:
    """Return the shape of a tier as a character, for plain text."""
    return _SHAPES[tier]


def tier_meaning(tier: Tier) -> str:
    """Return what a tier asks for."""
    return _(_TIER_MEANINGS[tier])


def grade_words(grade: EvidenceGrade) -> str:
    """Return ``moderate evidence``."""
    return _(_GRADE_WORDS[grade])


def grade_dots(grade: EvidenceGrade) -> str:
    """Return the grade as filled dots: ``●●○``."""
    return _GRADE_DOTS[grade]


def sport_name(sport: Sport) -> str:
    """Return ``Trail run``."""
    return sport.value.replace("-", " ").capitalize()


def source_line(citations: Iterable[str], catalog: Catalog) -> str:
    """Return the full references behind citation keys, one after the other."""
    return " · ".join(catalog.citations[key].full for key in citations)


def _as_day(word: Callable[[date], str]) -> Callable[[Value], str]:
    def of(value: Value) -> str:
        return word(value) if isinstance(value, date) else str(value)

    return of


def _as_number(word: Callable[[float], str]) -> Callable[[Value], str]:
    def of(value: Value) -> str:
        return word(value) if isinstance(value, (int, float)) else str(value)

    return of


_BY_SUFFIX: dict[str, Callable[[Value], str]] = {
    "date": _as_day(long_day),
    "weekday": _as_day(weekday),
    "m": _as_number(distance),
    "s": _as_number(minutes),
    "percent": _as_number(percent),
    "ratio": _as_number(ratio),
    "pace": _as_number(pace),
    "sleep_h": _as_number(hours),
    "usual_morning": _as_number(lambda value: f"{value:g}"),
    "spot": lambda value: spot_words(str(value)),
    "region": lambda value: region_words(str(value)),
}
