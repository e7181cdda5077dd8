"""What is written in the diary, in words: on paper, in the window, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.body import REGION_LABELS, Side
from runadvisor.domain.diary import Answer, IllnessSign, InjuryKind, Permission
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.wording import hours, long_day, site_words

if TYPE_CHECKING:
    from runadvisor.domain.diary import CheckIn, Clearance, Injury, PainEntry

ILLNESS_WORDS = {
    IllnessSign.FEVER: N_("fever"),
    IllnessSign.CHEST: N_("cough from the chest"),
    IllnessSign.WHOLE_BODY: N_("aching or worn out all over"),
    IllnessSign.NECK_UP: N_("cold, from the neck up"),
    IllnessSign.HEART: N_("chest pain, racing heart, fainting"),
}
INJURY_WORDS = {
    InjuryKind.MUSCLE: N_("muscle"),
    InjuryKind.SLIGHT_STRAIN: N_("slight muscle strain, as somebody who examined it said"),
    InjuryKind.TENDON: N_("tendon"),
    InjuryKind.BONE_STRESS: N_("bone stress"),
    InjuryKind.JOINT: N_("joint"),
    InjuryKind.OTHER: N_("other, or not known"),
}
PERMISSION_WORDS = {
    Permission.YES: N_("Yes, with the way back by walking and running in turn"),
    Permission.GUIDED: N_("Only as they guide me"),
    Permission.NO: N_("No, not yet"),
}


def scores_words(entry: PainEntry) -> str:
    """Return ``2 in the run, 1 on getting up, stiff for 5 min``; empty where nothing is said."""
    scores = (
        (entry.during, _("{score} in the run")),
        (entry.after, _("{score} after it")),
        (entry.morning, _("{score} on getting up")),
        (entry.walking, _("{score} walking")),
    )
    parts = [words.format(score=score) for score, words in scores if score is not None]
    if entry.stiff_min:
        parts.append(_("stiff for {minutes} min").format(minutes=entry.stiff_min))
    return ", ".join(parts)


def pain_words(entry: PainEntry) -> str:
    """Return ``Front of the right hip: 2 in the run, 1 on getting up``."""
    words = _("{place}: {scores}").format(
        place=site_words(entry.site, entry.side),
        scores=scores_words(entry) or _("no number given"),
    )
    return with_capital(words)


def check_in_words(day: CheckIn) -> str:
    """Return ``Slept 7 h 30, ill: fever``."""
    parts = [] if day.sleep_h is None else [_("slept {hours}").format(hours=hours(day.sleep_h))]
    if day.illness is not None:
        signs = ", ".join(_(ILLNESS_WORDS[sign]) for sign in sorted(day.illness))
        parts.append(_("ill: {signs}").format(signs=signs) if signs else _("well"))
    if day.took_fever_medicine is Answer.YES:
        parts.append(_("fever medicine taken"))
    parts += [text for text in (day.medicines, day.note) if text]
    return with_capital(", ".join(parts) or _("nothing said"))


def injury_words(injury: Injury) -> str:
    """Return ``Calf, left: muscle, 3 March to 2 April``."""
    sides = {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both sides")}
    region = _(REGION_LABELS[injury.region])
    if injury.side in sides:
        region = _("{region}, {side}").format(region=region, side=sides[injury.side])
    end = _("it lasts") if injury.end is None else _("until {day}").format(day=long_day(injury.end))
    words = _("{place}: {kind}, {end}").format(
        place=region, kind=_(INJURY_WORDS[injury.kind]), end=end
    )
    return f"{words}. {injury.note}" if injury.note else words


def visit_words(visit: Clearance) -> str:
    """Return ``Seen by Dr Berg. Running: no, not yet.``."""
    words = _("Seen by {name} on {day}. May run: {permission}.").format(
        name=visit.by_whom,
        day=long_day(visit.seen_on),
        permission=_(PERMISSION_WORDS[visit.permission]).lower(),
    )
    return f"{words} {visit.text}" if visit.text else words


def with_capital(words: str) -> str:
    """Return words as a sentence begins."""
    return words[:1].upper() + words[1:]
