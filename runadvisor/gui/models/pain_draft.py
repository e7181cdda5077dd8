"""A pain entry while it is being filled in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runadvisor.domain.body import SITES, Alert, BodySite, Side, has_sides
from runadvisor.domain.diary import Answer, PainEntry
from runadvisor.warning.questions import open_questions, spot_questions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from runadvisor.warning.profile import Profile

SCORES = ("during", "after", "morning", "walking")
OF_THE_RUN = frozenset({"during", "after"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PainDraft:
    """What was said so far of one place; nothing is assumed."""

    entry_id: int = 0
    """Of the entry that is being changed; 0 for a new one."""
    site: BodySite
    side: Side
    run_date: date | None = None
    scores: Mapping[str, int] = field(default_factory=dict[str, int])
    """0-10, by the name of the field of an entry."""
    stiff_min: int | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    ticked: frozenset[str] = frozenset()
    note: str = ""

    @classmethod
    def of(cls, entry: PainEntry) -> PainDraft:
        """Return an entry as it can be changed."""
        said = {name: getattr(entry, name) for name in SCORES}
        return cls(
            entry_id=entry.entry_id,
            site=entry.site,
            side=entry.side,
            run_date=entry.run_date,
            scores={name: score for name, score in said.items() if score is not None},
            stiff_min=entry.stiff_min,
            answers=entry.answers,
            ticked=entry.ticked,
            note=entry.note,
        )

    @property
    def is_painful(self) -> bool:
        """Whether its questions matter: any score above 0, or none said yet."""
        return not self.scores or max(self.scores.values()) > 0

    @property
    def may_be_bone(self) -> bool:
        """Whether soreness at the place can come from bone."""
        return SITES[self.site].alert is not Alert.NONE

    def at(self, site: BodySite, side: Side) -> PainDraft:
        """Return it at another place: answers and ticks belong to the place they were given at."""
        side = Side.MIDDLE if not has_sides(site) else Side.RIGHT if side is Side.MIDDLE else side
        if site is self.site:
            return replace(self, side=side)
        return replace(self, site=site, side=side, answers={}, ticked=frozenset())

    def scored(self, name: str, score: int | None) -> PainDraft:
        """Return it with a score set, or taken away."""
        others = {key: value for key, value in self.scores.items() if key != name}
        return replace(self, scores=others if score is None else {**others, name: score})

    def answered(self, question: str, answer: Answer) -> PainDraft:
        """Return it with a question answered."""
        return replace(self, answers={**self.answers, question: answer})

    def all_no(self, profile: Profile) -> PainDraft:
        """Return it with a plain no to every question that is not answered yet."""
        draft = self
        # One answer can lead to another question.
        while left := [q for q in draft.questions(profile) if q not in draft.answers]:
            draft = replace(draft, answers={**draft.answers, **dict.fromkeys(left, Answer.NO)})
        return draft

    def ticking(self, sign: str, *, is_on: bool) -> PainDraft:
        """Return it with a sign ticked or not."""
        ticked = self.ticked | {sign} if is_on else self.ticked - {sign}
        return replace(self, ticked=ticked)

    def questions(self, profile: Profile) -> tuple[str, ...]:
        """Return the ids of what is asked of the place; nothing where nothing hurts."""
        return spot_questions(self.site, profile, self.answers) if self.is_painful else ()

    def left_open(self, profile: Profile) -> tuple[str, ...]:
        """Return the ids of what is not answered with a plain yes or no: it counts as yes."""
        return open_questions(self.site, profile, self.answers) if self.is_painful else ()

    def entry(self, *, day: date, now: datetime) -> PainEntry:
        """Return the entry of a day, written down now."""
        speaks_of_a_run = not OF_THE_RUN.isdisjoint(self.scores)
        run_date = self.run_date if speaks_of_a_run and self.run_date != day else None
        return PainEntry(
            entry_id=self.entry_id,
            date=day,
            entered_at=now,
            site=self.site,
            side=self.side,
            run_date=run_date,
            during=self.scores.get("during"),
            after=self.scores.get("after"),
            morning=self.scores.get("morning"),
            walking=self.scores.get("walking"),
            stiff_min=self.stiff_min,
            answers=dict(self.answers) if self.is_painful else {},
            ticked=self.ticked,
            note=self.note.strip(),
        )
