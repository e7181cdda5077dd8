"""What the runner asks of a plan, as text in the history."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes


def wishes_text(wishes: PlanWishes) -> str:
    """Return wishes as JSON."""
    goal = wishes.goal
    return json.dumps(
        {
            "goal": {
                "kind": goal.kind.value,
                "weekly_m": goal.weekly_m,
                "race_date": goal.race_date and goal.race_date.isoformat(),
                "race_m": goal.race_m,
            },
            "minutes": wishes.minutes,
            "long_weekday": wishes.long_weekday,
            "locked": [
                {
                    "date": day.date.isoformat(),
                    "kind": day.kind.value,
                    "distance_m": day.distance_m,
                    "moving_time_s": day.moving_time_s,
                }
                for day in wishes.locked
            ],
        }
    )


def wishes_of(text: str) -> PlanWishes:
    """Return the wishes of a text that ``wishes_text`` made."""
    table: dict[str, Any] = json.loads(text)
    goal = table["goal"]
    return PlanWishes(
        goal=Goal(
            kind=GoalKind(goal["kind"]),
            weekly_m=goal["weekly_m"],
            race_date=goal["race_date"] and date.fromisoformat(goal["race_date"]),
            race_m=goal["race_m"],
        ),
        minutes=tuple(table["minutes"]),
        long_weekday=table["long_weekday"],
        locked=tuple(
            LockedDay(
                date=date.fromisoformat(day["date"]),
                kind=DayKind(day["kind"]),
                distance_m=day["distance_m"],
                moving_time_s=day["moving_time_s"],
            )
            for day in table["locked"]
        ),
    )
