"""Which questions a spot asks: only those of that spot, and none that is answered already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.body import FOOT_SITES, FRONT_HIP_SITES, SITES, Alert, BodySite
from runadvisor.domain.diary import Answer, HealthItem
from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.sign import TOLD_OTHERWISE, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runadvisor.domain.knowledge import Catalog, RedFlag
    from runadvisor.warning.profile import Profile

_S = BodySite
_PLAIN = ("limp", "sleepless")
_MORE: Mapping[BodySite, tuple[str, ...]] = {
    _S.TESTICLE_OR_LUMP: ("testicle",),
    _S.FRONT_THIGH: (*_PLAIN, "no-lift"),
    _S.KNEE_FRONT: (*_PLAIN, "hour", "hot-joint"),
    _S.KNEE_OUTER: (*_PLAIN, "hot-joint"),
    _S.KNEE_INNER: (*_PLAIN, "hot-joint"),
    _S.OUTER_ANKLE: (*_PLAIN, "hot-joint"),
    _S.SHIN_MUSCLE: (*_PLAIN, "one-finger"),
    _S.LOW_BACK: (*_PLAIN, "saddle"),
    _S.SIT_BONE: (*_PLAIN, "pop-sit"),
    _S.HAMSTRING: (*_PLAIN, "pop-sit"),
    _S.ACHILLES: (*_PLAIN, "pop-push"),
}
BONE_QUESTIONS = ("one-finger", "rest", "walk", "rising")
GROIN_SIGNS = ("walk", "rest", "rising", "landing")
"""g1 to g4 of rules.md 6."""
CALF_SIGNS = ("swollen", "constant")

FURTHER_SIGNS: Mapping[str, frozenset[BodySite]] = {
    "S-catch": frozenset({*FRONT_HIP_SITES, _S.KNEE_FRONT, _S.KNEE_INNER, _S.KNEE_OUTER}),
    "S-night-hip": frozenset({_S.OUTER_HIP}),
    "S-back": frozenset({_S.LOW_BACK, _S.SACRUM, _S.BUTTOCK}),
    "S-numb": frozenset(
        {_S.LOW_BACK, _S.BUTTOCK, _S.SIT_BONE, _S.HAMSTRING, _S.OUTER_HIP, _S.FRONT_THIGH, _S.SOLE}
    ),
    "S-tight": frozenset({_S.CALF, _S.SHIN_MUSCLE}),
    "S-artery": frozenset({_S.FRONT_THIGH, _S.HAMSTRING, _S.CALF}),
}
"""Signs offered to tick at a place; not ticked is no."""


def spot_questions(
    site: BodySite, profile: Profile, answers: Mapping[str, Answer]
) -> tuple[str, ...]:
    """Return the ids of the questions of a place, in order.

    Args:
        site: The place.
        profile: What the runner answered once: it is not asked again.
        answers: What is answered so far; one answer can lead to another question.
    """
    asked = [*_base_questions(site, profile), *_MORE.get(site, ())]
    if SITES[site].alert is Alert.NONE and site not in _MORE:
        asked = [*_PLAIN, *asked]
    if site is _S.CALF:
        risk = () if profile.has_clot_risk else ("clot-risk",)
        asked = [*asked, *CALF_SIGNS, *risk, "pop-push"]
    if site is _S.HEEL_BONE:
        asked.append("pop-push")
    if site is _S.FRONT_HIP and answers.get("gradual") is Answer.NO:
        # Only a sudden start can be a tear.
        asked += ["pop-sit", "no-lift"]
    if asks_for_the_sacrum(site, profile):
        asked += [question for question in BONE_QUESTIONS if question not in asked]
    if site in FOOT_SITES and profile.says_yes(HealthItem.NUMB_FEET):
        asked.append("foot-wound")
    return tuple(dict.fromkeys(asked))


def asks_for_the_sacrum(site: BodySite, profile: Profile) -> bool:
    """Whether seat pain asks the bone questions: in pregnancy and the year after (rules.md 9)."""
    return site is _S.BUTTOCK and (profile.is_pregnant or profile.days_after_birth is not None)


def further_signs(site: BodySite) -> tuple[str, ...]:
    """Return the ids of the signs that may be ticked at a place."""
    return tuple(flag for flag, sites in FURTHER_SIGNS.items() if site in sites)


def ticks(site: BodySite, catalog: Catalog) -> Mapping[str, str]:
    """Return what an entry may tick at a place, as id and words.

    First the signs that are a reason to be seen, then what a condition of the place
    listens to.
    """
    flags = {flag.flag_id: flag for flag in catalog.red_flags}
    heard = {sign for c in catalog.conditions if site in c.sites for sign in c.signs}
    return {flag_id: flags[flag_id].question for flag_id in further_signs(site)} | {
        sign.value: catalog.sign_words[sign] for sign in Sign if sign in heard - TOLD_OTHERWISE
    }


def general_signs(flags: Iterable[RedFlag], profile: Profile) -> tuple[RedFlag, ...]:
    """Return the signs asked under "Any of these today?", the most urgent first.

    Signs that need a medicine or a state are asked unless the runner said no to it.
    """
    needs = {
        "U-l": HealthItem.BLOOD_THINNER,
        "U-pregnancy": HealthItem.PREGNANT,
        "U-diabetes": HealthItem.NUMB_FEET,
    }
    return tuple(
        flag
        for flag in flags
        if flag.question
        and flag.urgency in {Urgency.NOW, Urgency.URGENT}
        and (flag.flag_id not in needs or profile.answer(needs[flag.flag_id]) is not Answer.NO)
        and (flag.flag_id != "U-g" or profile.birth_year is None or profile.is_minor)
    )


def open_questions(
    site: BodySite, profile: Profile, answers: Mapping[str, Answer]
) -> tuple[str, ...]:
    """Return the questions of a place without a plain yes or no: they count as yes."""
    asked = spot_questions(site, profile, answers)
    return tuple(q for q in asked if (answer := answers.get(q)) is None or not answer.is_known)


def _base_questions(site: BodySite, profile: Profile) -> list[str]:
    alert = SITES[site].alert
    risk = ["bone-risk"] if profile.bone_risk is Answer.UNKNOWN else []
    if alert is Alert.GROIN:
        bears = ["growing-or-birth"] if profile.grows_or_bears is Answer.UNKNOWN else []
        finger = ["one-finger"] if site is _S.PUBIC_BONE else []
        return [*GROIN_SIGNS, *finger, "gradual", *bears, *risk]
    return [*BONE_QUESTIONS, *risk] if alert is not Alert.NONE else []
