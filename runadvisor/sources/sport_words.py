"""Which sport a word names, in the languages exports are written in."""

from __future__ import annotations

import re

from runadvisor.domain.activity import Sport
from runadvisor.sources.parse import folded

STRAVA_NUMBERS = {"1": Sport.RIDE, "9": Sport.RUN, "16": Sport.SWIM}
"""What ``<type>`` held in Strava's GPX before about 2020."""

# Order matters, the narrower first: "Indoor Cycling" is no "Indoor Running", "Trail Ride" is a
# ride, "Langlauf" is skiing.
_WORDS = (
    (
        Sport.TREADMILL_RUN,
        r"""treadmill|laufband|lopband|lopeband|lobeband|loopband|tapis|cinta|esteira|biezni
        |(indoor|virtual)\s?run|跑步机|室内跑|トレッドミル|ランニングマシン""",
    ),
    (Sport.ELLIPTICAL, r"ellip|cross\s?trainer|椭圆"),
    (
        Sport.SWIM,
        r"\bswim|schwimm|natation|natacion|natacao|nuoto|zwem|simning|svom|plywa|游泳|スイム|水泳",
    ),
    (
        Sport.ROW,
        r"""\brow(ing|er)?\b|rudern|ruder(gerat|ergo)|aviron|\bremo\b|kajak|kayak|canoe|paddl
        |划船""",
    ),
    (
        Sport.SKI,
        r"""\bski(ing|s)?\b|skifahren|langlauf|snowboard|\bsci\b|esqui|langrenn|滑雪|スキー""",
    ),
    (
        Sport.RIDE,
        r"""\be?\s?bik(e|ing)|biking\b|\bcycl|\bbicycl|\brides?\b|\briding\b|radfahr|radsport
        |fahrrad|rennrad|mountainbik|\brad\b|velo\b|cyclisme|ciclis|bicicl|fiets|cykling|cykel
        |sykling|kolarstwo|rower|spinning\b|骑行|サイクリング""",
    ),
    (
        Sport.STRENGTH,
        r"""strength|weight\s?(train|lift)|kraft|muscul|fuerza|\bforca|\bforza\b|styrk|silow
        |crossfit|renforcement|pesas|力量|筋力""",
    ),
    (Sport.YOGA, r"\byoga|pilates|stretch|dehn|ioga"),
    (
        Sport.HIKE,
        r"""\bhik(e|es|ing)\b|wandern|wanderung|randonn|senderis|escursion|caminhada|vandr
        |fotturer|mountaineering|trekking|徒步|ハイキング""",
    ),
    (
        Sport.WALK,
        r"""\bwalk(s|ing)?\b|spazier|\bgehen\b|marche\b|caminar|caminata|camminata|wandel
        |spacer|\bgang\b|\bgatur|promenad|步行|ウォーキング""",
    ),
    (Sport.TRAIL_RUN, r"\btrail|越野跑|トレイル"),
    (
        Sport.RUN,
        r"""\brun(s|ning)?\b|\bjog|lauf(en)?\b|\blauf|course\sa\spied|\bcourse$|carrera|corrida
        |\bcorsa|\bcorrer|hardlo|loopsessie|\bloping|\blopning|\blob\b|\blobe|\bbieg|footing
        |parkrun|跑步|\bラン""",
    ),
    (
        Sport.OTHER,
        r"""\bworkout|\bother\b|\bcardio|multisport|triathlon|transition|\bsail|soccer|football
        |fussball|tennis|squash|badminton|golf|climb|klettern|skat|snowshoe|wheelchair|hiit
        |\bsurf|\bboxing|\bdance|volleyball|basketball|breathwork|meditation|\bsonstig|\bautre
        |\botro|\boutro|\baltro|\bannat|\bandere|\bdriv(e|ing)\b|\bcar\b|flying|\bmotor""",
    ),
)
_PATTERNS = tuple((re.compile(folded(pattern), re.VERBOSE), sport) for sport, pattern in _WORDS)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINTS = re.compile(r"[_\-./]+")


def sport_of(text: str) -> Sport | None:
    """Return the sport a type or title names, ``None`` where it names none we know."""
    words = folded(_JOINTS.sub(" ", _CAMEL.sub(" ", text))).strip()
    if not words:
        return None
    return next((sport for pattern, sport in _PATTERNS if pattern.search(words)), None)
