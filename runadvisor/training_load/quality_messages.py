"""What the numbers rest on, as sentences (R26)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.training_load.runs import LeftOut

if TYPE_CHECKING:
    from runadvisor.training_load.data_quality import DataQuality

_WHY = {
    LeftOut.NO_DISTANCE: N_("{count} without a distance"),
    LeftOut.TOO_SHORT: N_("{count} of less than 300 m, taken for accidental starts"),
    LeftOut.TOO_FAST: N_("{count} faster than anyone runs"),
}


def quality_messages(quality: DataQuality) -> tuple[Message, ...]:
    """Return what share of the runs tells what, and what was left out and why."""
    if quality.runs == 0:
        return (Message(N_("There are no runs yet.")),)
    columns = (
        (quality.with_distance, N_("a distance")),
        (quality.with_time, N_("a time")),
        (quality.with_heart_rate, N_("a heart rate")),
        (quality.with_altitude, N_("a climb")),
        (quality.with_session_rpe, N_("a rating of effort")),
        (quality.with_track, N_("a track")),
    )
    parts = ", ".join(f"{quality.share(count) * 100:.0f} % {words}" for count, words in columns)
    messages = [
        Message(N_("Of {runs} runs: {parts}."), {"runs": quality.runs, "parts": parts}),
    ]
    if quality.heart_rate_ignored:
        messages.append(
            Message(
                N_("Runs whose heart rate is left out, as you said: {count}."),
                {"count": quality.heart_rate_ignored},
            )
        )
    if quality.left_out:
        whys = Counter(run.why for run in quality.left_out)
        named = "; ".join(_WHY[why].format(count=whys[why]) for why in LeftOut if whys[why])
        messages.append(Message(N_("Left out of every distance rule: {named}."), {"named": named}))
    return tuple(messages)
