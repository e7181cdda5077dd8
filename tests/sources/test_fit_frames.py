"""The frame of a FIT file: checksum, definitions, and the way through damaged messages."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.sources.fit_checksum import checksum
from runadvisor.sources.fit_definition import batch_at
from runadvisor.sources.fit_frames import chained
from tests.sources import fit_bytes
from tests.sources.fit_bytes import FILE_ID, data, fit, records, session, table

RECORD_BYTES = len(data([*[0] * 8], "IiiHBBIH"))
BODY = table("record", records(count=200, every_s=1), local=2)
FIRST_RECORD = len(BODY) - 200 * RECORD_BYTES
PARTS = (table("file_id", [FILE_ID]), BODY, table("session", [session()], local=4))
SOUND = fit(*PARTS)
BODY_AT = SOUND.find(BODY)


def kept(content: bytes) -> set[bytes]:
    """The records found, as they stand in the file."""
    return {
        content[start : start + batch.size]
        for frames in chained(content)
        for batch in frames.of(20)
        for start in batch.starts
    }


@given(st.integers(0, 3), st.integers(0, 9000), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_checksum_in_lanes_is_that_byte_by_byte(
    odd: int, size: int, chance: random.Random
) -> None:
    content = chance.randbytes(size * 2 + odd)
    assert checksum(content) == fit_bytes.checksum(content)


def test_a_sound_file_has_nothing_to_mend() -> None:
    (frames,) = chained(SOUND)
    assert not frames.is_cut_short
    assert not frames.is_unfinished
    assert not frames.is_checksum_wrong
    assert frames.skipped_bytes == frames.trailing_bytes == 0


@given(st.integers(0, 199), st.binary(min_size=1, max_size=40))
def test_whatever_is_pushed_in_costs_at_most_four_records(place: int, stray: bytes) -> None:
    at = BODY_AT + FIRST_RECORD + place * RECORD_BYTES
    spoilt = SOUND[:at] + stray + SOUND[at:]
    assert len(kept(SOUND) - kept(spoilt)) <= 4


@given(st.integers(0, 195), st.integers(1, 60))
def test_whatever_is_cut_out_costs_at_most_four_records_more(place: int, count: int) -> None:
    at = BODY_AT + FIRST_RECORD + place * RECORD_BYTES
    spoilt = SOUND[:at] + SOUND[at + count :]
    assert len(kept(SOUND) - kept(spoilt)) <= 4 + -(-count // RECORD_BYTES)


def test_nonsense_before_the_first_record_does_not_cost_the_rest() -> None:
    at = BODY_AT + FIRST_RECORD
    for stray in ("7d9cd7537fe959b904f6327a5daa09", "02030405", "0200000050"):
        spoilt = SOUND[:at] + bytes.fromhex(stray) + SOUND[at:]
        assert len(kept(SOUND) - kept(spoilt)) <= 4


@given(st.integers(0, 20_000))
def test_a_file_cut_anywhere_keeps_every_whole_record(length: int) -> None:
    cut = SOUND[: max(length % len(SOUND), 14)]
    whole = max(len(cut) - BODY_AT - FIRST_RECORD, 0) // RECORD_BYTES
    assert len(kept(cut)) == min(whole, 200)


@given(st.binary(min_size=1, max_size=60))
def test_no_bytes_make_a_definition_raise(content: bytes) -> None:
    read = batch_at(content, 0, len(content))
    assert read is None or read[1] <= len(content)


AT_MOST_S = 5.0
LEAPING = [
    row | {"timestamp": number // 8 * 10**5 + 9**9}
    for number, row in enumerate(records(40_000, every_s=0))
]


@pytest.mark.parametrize(
    "body",
    [
        random.Random(1).randbytes(1_500_000),  # noqa: S311 - no secret
        bytes(1_500_000),
        table("record", LEAPING),
    ],
    ids=["noise", "zeros", "a leap every eight records"],
)
def test_no_damage_keeps_the_reader_busy_for_long(body: bytes) -> None:
    spoilt = fit(table("file_id", [FILE_ID]), table("record", records(5), local=0), body, crc=1)
    start = time.perf_counter()
    list(chained(spoilt))
    assert time.perf_counter() - start < AT_MOST_S
