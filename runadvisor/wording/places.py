"""Places of the body and kinds of sport, as people name them."""

from __future__ import annotations

from runadvisor.domain.activity import Sport
from runadvisor.domain.body import REGION_LABELS, SITES, BodyRegion, BodySite, Side
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.wording.customs import measure

_SIDES = {
    Side.LEFT: N_("left"),
    Side.RIGHT: N_("right"),
    Side.BOTH: N_("both"),
    Side.MIDDLE: N_("middle"),
}
_REGIONS_OF_SIDE = {
    Side.LEFT: N_("{region}, left"),
    Side.RIGHT: N_("{region}, right"),
    Side.BOTH: N_("{region}, both sides"),
    Side.MIDDLE: "{region}",
}
_SPORTS = {
    Sport.RUN: N_("Run"),
    Sport.TRAIL_RUN: N_("Trail run"),
    Sport.TREADMILL_RUN: N_("Treadmill run"),
    Sport.WALK: N_("Walk"),
    Sport.HIKE: N_("Hike"),
    Sport.RIDE: N_("Ride"),
    Sport.SWIM: N_("Swim"),
    Sport.ROW: N_("Row"),
    Sport.SKI: N_("Ski"),
    Sport.ELLIPTICAL: N_("Elliptical"),
    Sport.STRENGTH: N_("Strength"),
    Sport.YOGA: N_("Yoga"),
    Sport.OTHER: N_("Other"),
}


def sport_name(sport: Sport) -> str:
    """Return ``Trail run``."""
    return _(_SPORTS[sport])


def side_word(side: Side) -> str:
    """Return ``left``."""
    return _(_SIDES[side])


def country_name(code: str) -> str:
    """Return the name of a country by its ISO 3166 code."""
    return measure().customs.country(code)


def site_words(site: BodySite, side: Side) -> str:
    """Return ``front of the right hip``, ``both calves`` or ``low back``."""
    facts = SITES[site]
    if side is Side.BOTH:
        return _(facts.name_of_both)
    return _(facts.name).format(side=side_word(side))


def spot_words(key: str) -> str:
    """Return the words of a spot's key: ``front-hip/right`` → ``front of the right hip``."""
    site, _slash, side = key.partition("/")
    return site_words(BodySite(site), Side(side))


def region_words(key: str) -> str:
    """Return the words of an injured part: ``calf/left`` → ``calf, left``."""
    region, _slash, side = key.partition("/")
    words = _(REGION_LABELS[BodyRegion(region)]).lower()
    return _(_REGIONS_OF_SIDE[Side(side)]).format(region=words)
