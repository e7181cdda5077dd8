"""Which sport a word names, in the languages exports are written in."""

from __future__ import annotations

import re

from runadvisor.domain.activity import Sport
from runadvisor.sources.parse import folded

STRAVA_NUMBERS = {"1": Sport.RIDE, "9": Sport.RUN, "16": Sport.SWIM}
"""What ``<type>`` held in Strava's GPX before about 2020."""

# Order matters: the narrower word first ("Indoor Cycling" before "Indoor Running" is no run,
# "Trail Ride" is a ride, "Langlauf" is skiing).
_PATTERNS = tuple(
    (re.compile(folded(pattern)), sport)
    for sport, pattern in (
        (
            Sport.TREADMILL_RUN,
            r"treadmill|laufband|lopband|lopeband|lobeband|loopband|tapis|tapijt|cinta|esteira"
            r"|biez|(indoor|virtual)\s?(run|track)|跑步机|室内跑|トレッドミル|ランニングマシン",
        ),
        (Sport.ELLIPTICAL, r"ellip|cross\s?trainer|椭圆"),
        (Sport.SWIM, r"\bswim|schwimm|natation|natacion|natacao|nuoto|zwem|simning|svom|plywa"
                     r"|游泳|スイム|水泳"),
        (Sport.ROW, r"\brow(ing|er)?\b|rudern|ruder(gerat|ergo)|aviron|\bremo\b|kajak|kayak|canoe"
                    r"|paddl|划船"),
        (Sport.SKI, r"\b(alpine|nordic|backcountry|roller|cross country)?\s?ski(ing|s)?\b"
                    r"|skifahren|langlauf|snowboard|\bsci\b|esqui|langrenn|滑雪|スキー"),
        (Sport.RIDE, r"\be?\s?bik(e|ing)|\bcycl|\bbicycl|\brides?\b|\briding\b|biking\b"
                     r"|radfahr|radsport|fahrrad|rennrad|mountainbik|\brad\b|velo\b|cyclisme"
                     r"|ciclis|bicicl|fiets|cykling|cykel|sykling|kolarstwo|rower|spinning\b"
                     r"|\bride$|骑行|サイクリング"),
        (Sport.STRENGTH, r"strength|weight\s?(train|lift)|kraft|muscul|fuerza|\bforca|\bforza\b"
                         r"|styrk|silow|力量|筋力|crossfit|renforcement|pesas"),
        (Sport.YOGA, r"\byoga|pilates|stretch|dehn|ioga"),
        (Sport.HIKE, r"\bhik(e|es|ing)\b|wandern|wanderung|randonn|senderis|escursion|caminhada"
                     r"|vandr|fotturer|mountaineering|trekking|徒步|ハイキング"),
        (Sport.WALK, r"\bwalk(s|ing)?\b|spazier|\bgehen\b|marche\b|caminar|caminata|camminata"
                     r"|wandel|spacer|\bgang\b|\bgatur|promenad|步行|ウォーキング"),
        (Sport.TRAIL_RUN, r"\btrail|越野跑|トレイル"),
        (Sport.RUN, r"\brun(s|ning)?\b|\bjog|lauf(en)?\b|\blauf|course a pied|\bcourse$|carrera"
                    r"|corrida|\bcorsa|\bcorrer|hardlo|loopsessie|\bloping|\blopning|\blob\b"
                    r"|\blobe|\bbieg|footing|parkrun|跑步|\bラン|ランニング|бег"),
        (Sport.OTHER, r"\bworkout|\bother\b|\bcardio|multisport|triathlon|transition|\bsail"
                      r"|soccer|football|fussball|tennis|squash|badminton|golf|climb|klettern"
                      r"|skat|snowshoe|wheelchair|hiit|\bsurf|\bboxing|\bdance|volleyball"
                      r"|basketball|breathwork|meditation|\bsonstig|\bautre|\botro|\boutro|\baltro"
                      r"|\bannat|\bandere|drive|driving|\bcar\b|flying|\bmotor"),
    )
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINTS = re.compile(r"[_\-./]+")


def sport_of(text: str) -> Sport | None:
    """Return the sport a type or title names, ``None`` where it names none we know."""
    words = folded(_JOINTS.sub(" ", _CAMEL.sub(" ", text))).strip()
    if not words:
        return None
    return next((sport for pattern, sport in _PATTERNS if pattern.search(words)), None)
