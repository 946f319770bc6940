"""The rhythm of the whole journal, from the days of its entries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.rhythm import Rhythm, rhythm
from ally_journal.storage import habits, search

if TYPE_CHECKING:
    from ally_journal.services.context import Context


def journal_rhythm(context: Context, day: date) -> Rhythm:
    """How the weeks of a journal stand on a day."""
    vault, settings = context.vault, context.settings
    return rhythm(
        search.day_counts(vault, date.min, day),
        day,
        settings.weekly_aim,
        habits.rhythm_rests(vault),
        habits.marks(vault)[""].pauses,
        settings.week_starts,
    )
