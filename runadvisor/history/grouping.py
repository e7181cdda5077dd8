"""Recordings -> which of them are one activity. Pure: a function of the set, not of its order."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from runadvisor.history.changes import Verdict
from runadvisor.history.duplicates import contradict, sameness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runadvisor.domain.activity import Recording
    from runadvisor.history.duplicates import Sameness

Pair = tuple[int, int]
"""Ids of two recordings, the lower one first."""


def groups(
    recordings: Mapping[int, Recording],
    alike: Mapping[Pair, Sameness],
    verdicts: Mapping[Pair, Verdict],
) -> list[list[int]]:
    """Return the ids of each activity's recordings, ascending.

    The surest pairs are joined first; what the runner said comes before all. Two groups
    are not joined where the runner kept two of their members apart, or where two of them
    contradict each other. Ties fall by content, never by the order of import.

    Args:
        recordings: By id.
        alike: Pairs that are the same, by what makes them so.
        verdicts: What the runner said about pairs.
    """
    group_of = {key: [key] for key in recordings}
    said_same = [pair for pair, verdict in verdicts.items() if verdict is Verdict.SAME]
    told = {pair for pair in said_same if pair[0] in recordings and pair[1] in recordings}
    ordered = sorted(
        {*alike, *told},
        key=lambda pair: (pair not in told, *_strength(pair, recordings, alike)),
    )
    for pair in ordered:
        one, other = group_of[pair[0]], group_of[pair[1]]
        if one is other or _are_kept_apart(one, other, verdicts):
            continue
        if pair in told or not _contradict(one, other, recordings):
            joined = sorted([*one, *other])
            group_of |= dict.fromkeys(joined, joined)
    return [group for key, group in sorted(group_of.items()) if group[0] == key]


def ordered_pair(one: int, other: int) -> Pair:
    """Return two ids as a pair."""
    return (one, other) if one < other else (other, one)


def _strength(
    pair: Pair, recordings: Mapping[int, Recording], alike: Mapping[Pair, Sameness]
) -> tuple[float, float, float, tuple[str, ...]]:
    one, other = recordings[pair[0]], recordings[pair[1]]
    apart_s = (
        abs((one.started_at - other.started_at).total_seconds())
        if one.started_at is not None and other.started_at is not None
        else 0.0
    )
    apart_m = abs((one.distance_m or 0.0) - (other.distance_m or 0.0))
    return alike.get(pair, 0), apart_s, apart_m, tuple(sorted((one.digest, other.digest)))


def _are_kept_apart(
    some: Iterable[int], others: Iterable[int], verdicts: Mapping[Pair, Verdict]
) -> bool:
    return any(
        verdicts.get(ordered_pair(one, other)) is Verdict.APART
        for one, other in product(some, others)
    )


def _contradict(
    some: Iterable[int], others: Iterable[int], recordings: Mapping[int, Recording]
) -> bool:
    return any(
        contradict(recordings[one], recordings[other])
        and sameness(recordings[one], recordings[other]) is None
        for one, other in product(some, others)
    )
