from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from runadvisor.domain.activity import Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.load_unit import in_one_unit
from runadvisor.training_load.session_load import LoadMethod
from runadvisor.training_load.session_loads import session_loads
from runadvisor.training_load.unit_messages import METHOD_NAMES, unit_messages
from runadvisor.wording import sentence
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity


def _run(offset: int, **fields: Any) -> Activity:
    return activity(DAY_ONE + timedelta(days=offset), number=offset + 1, **fields)


def _said(*history: Activity) -> list[str]:
    loads = session_loads(history, features={}, athlete=Athlete())
    unit = in_one_unit(loads, as_of=max((a.local_date for a in history), default=DAY_ONE))
    return [sentence(message) for message in unit_messages(unit)]


def test_every_method_has_a_name() -> None:
    assert set(METHOD_NAMES) == set(LoadMethod)


def test_an_empty_history_names_its_unit_and_nothing_else() -> None:
    assert _said() == ["Load here is minutes moved."]


def test_how_many_sessions_have_the_method_is_said() -> None:
    assert _said(*[_run(n, session_rpe=4.0) for n in range(9)]) == [
        "Load here is minutes × your own rating of effort.",
        "Of 9 sessions in four weeks 9 have a rating.",
    ]


def test_what_was_put_on_the_scale_is_said() -> None:
    rated = [_run(n, session_rpe=4.0) for n in range(9)]
    assert _said(*rated, _run(9))[1] == (
        "Of 10 sessions in four weeks 9 have a rating; the rest, 1, is put on the same scale "
        "by sessions of yours that have both."
    )


def test_a_method_that_few_sessions_have_is_named_with_their_number() -> None:
    bare = [_run(n) for n in range(12)]
    assert _said(*bare, _run(12, session_rpe=4.0))[-1] == (
        "Not minutes × your own rating of effort: only 1 of 13 sessions have a rating."
    )


def test_a_method_without_enough_pairs_is_named_with_what_it_lacks() -> None:
    rated = [_run(n, session_rpe=4.0) for n in range(9)]
    yoga = _run(9, sport=Sport.YOGA, distance_m=None, moving_time_s=1800.0)
    assert _said(*rated, yoga)[-1] == (
        "Not minutes × your own rating of effort: 9 of 10 sessions have a rating, but fewer "
        "than 8 have what would put the others on that scale."
    )
