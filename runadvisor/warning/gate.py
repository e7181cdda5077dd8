"""The gates of groin and bone: plain yes or no, and what is left open counts as yes.

Robertson & Wood 2017: a stress fracture of the femoral neck is thought of in every
athlete with hip pain in effort, since delay lets it shift. The numbers are our choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from runadvisor.domain.body import SITES, Alert, BodySite
from runadvisor.domain.diary import Answer
from runadvisor.warning.questions import BONE_QUESTIONS, GROIN_SIGNS, asks_for_the_sacrum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.diary import PainEntry
    from runadvisor.warning.profile import Profile


class Gate(Enum):
    """What the answers at a place say."""

    OPEN = "open"
    """None of them: the pain rule decides, without its middle band."""
    GRADUAL = "gradual"
    """Only a start bit by bit (g7)."""
    CLOSED = "closed"
    """A sign that a bone may be hurt."""


@dataclass(frozen=True, slots=True)
class GateResult:
    """Open or closed, and by which answers."""

    gate: Gate
    reasons: tuple[str, ...] = ()
    """Ids of the questions that are yes or count as yes."""


def counts_as_yes(answers: Mapping[str, Answer], question: str) -> bool:
    """Whether an answer is anything but a plain no."""
    return answers.get(question) is not Answer.NO


def groin_gate(answers: Mapping[str, Answer], profile: Profile) -> GateResult:
    """Return gate G of rules.md 6 for front hip, groin, pubic bone and deep thigh."""
    reasons = [sign for sign in GROIN_SIGNS if counts_as_yes(answers, sign)]
    if _known_or_asked(profile.bone_risk, answers, "bone-risk"):
        reasons.append("bone-risk")
    if _known_or_asked(profile.grows_or_bears, answers, "growing-or-birth"):
        reasons.append("growing-or-birth")
    if reasons:
        return GateResult(Gate.CLOSED, tuple(reasons))
    if counts_as_yes(answers, "gradual"):
        return GateResult(Gate.GRADUAL, ("gradual",))
    return GateResult(Gate.OPEN)


def bone_gate(answers: Mapping[str, Answer], profile: Profile) -> GateResult:
    """Return the gate of the other bones (U-b of rules.md 4)."""
    reasons = [sign for sign in BONE_QUESTIONS if counts_as_yes(answers, sign)]
    if _known_or_asked(profile.bone_risk, answers, "bone-risk"):
        reasons.append("bone-risk")
    return GateResult(Gate.CLOSED, tuple(reasons)) if reasons else GateResult(Gate.OPEN)


def gate_of(entry: PainEntry, profile: Profile) -> GateResult | None:
    """Return the gate of an entry's place; ``None`` where the place has none.

    An entry without pain passes: there is nothing to ask about.
    """
    alert = SITES[entry.site].alert
    if not entry.is_painful:
        return GateResult(Gate.OPEN) if alert is not Alert.NONE else None
    if alert is Alert.GROIN:
        return groin_gate(entry.answers, profile)
    if alert is not Alert.NONE:
        return bone_gate(entry.answers, profile)
    if asks_for_the_sacrum(entry.site, profile):
        return bone_gate(entry.answers, profile)
    if entry.site is BodySite.SHIN_MUSCLE and counts_as_yes(entry.answers, "one-finger"):
        return GateResult(Gate.CLOSED, ("one-finger",))
    return None


def asks_about_limping(site: BodySite) -> bool:
    """Whether limping is a question of its own; gates ask it in their way."""
    return not is_gated(site) and site is not BodySite.TESTICLE_OR_LUMP


def is_gated(site: BodySite) -> bool:
    """Whether a place has a gate: its middle band 3-5 is never run on."""
    return SITES[site].alert is not Alert.NONE


def _known_or_asked(known: Answer, answers: Mapping[str, Answer], question: str) -> bool:
    """Whether what is known, or else the answer given now, counts as yes."""
    return counts_as_yes(answers, question) if known is Answer.UNKNOWN else known is Answer.YES
