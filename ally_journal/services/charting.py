"""Gathers what the charts are made from: one pass over what was ticked, and the promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from ally_journal.clock import journal_day
from ally_journal.domain import belonging_chart, insights
from ally_journal.domain.action_charts import action_grid, power_lent
from ally_journal.domain.area_map import area_map
from ally_journal.domain.belonging_chart import given_and_received
from ally_journal.domain.care_chart import care_and_warmth
from ally_journal.domain.cue_map import cue_map
from ally_journal.domain.feelings_chart import feelings
from ally_journal.domain.heard_chart import heard_out
from ally_journal.domain.insights import MOST_UNDONE, Insight, Undone
from ally_journal.domain.promise_board import board, board_insight
from ally_journal.domain.repair_lanes import repair_lanes
from ally_journal.domain.stretches import WEEKS_UP_TO, month_stretches, since, week_stretches
from ally_journal.services.context import Context
from ally_journal.storage import habits, promises, repairs, search

if TYPE_CHECKING:
    from ally_journal.domain.habit import Pause
    from ally_journal.domain.practice import Option, Part, Step
    from ally_journal.domain.promise import Promise
    from ally_journal.domain.ticked import Ticked

_STEPS = (
    *("when_noticed", "set_off", "cue", "setting"),
    *("timing", "level", "power", "asked", "area"),
    *("did", "heard", "gate.level", "level_after"),
    *("care0", "care1", "care2", "warm", "warm_after"),
    *("gave", "got", "hide"),
)
"""What the charts are made from; none of these steps asks for words alone."""


@dataclass
class Charting:
    """The charts of one span; what several of them need is read once.

    `today` is the journal day for which they are asked, `months` how far back; None for all.
    """

    context: Context
    today: date
    months: int | None = 6

    def noticed(self) -> Insight:
        """When a thought, word or slip is noticed, by month."""
        options = self._options("catch", insights.WHEN_NOTICED)
        return insights.noticed(
            self._ticked,
            self.today,
            self.months,
            pauses=self._pauses,
            options=tuple(option.id for option in options) or insights.NOTICED,
            earliest=search.first_ticked(self.context.vault, insights.WHEN_NOTICED),
        )

    def promises(self) -> Insight:
        """What became of promises."""
        return board_insight(board(self._promises, self.today, self._day_of, self._mended))

    def repairs(self) -> Insight:
        """Repairs, from owned to checked."""
        return repair_lanes(
            self._promises,
            self.today,
            self._day_of,
            since=self._first,
            mended=self._mended,
        )

    def actions(self) -> Insight:
        """Where acts were aimed, in reply or planned."""
        return action_grid(self._ticked, self._undone)

    def power(self) -> Insight:
        """Which kinds of power were lent."""
        return power_lent(self._ticked, self._options("action", "power"), self._undone)

    def cues(self) -> Insight:
        """What set a judgement off, and where."""
        settings, cues = (self._options("catch", step) for step in ("setting", "set_off"))
        return cue_map(self._ticked, settings, cues)

    def heard(self) -> Insight:
        """Hearing out and defending."""
        return heard_out(self._ticked, self.today)

    def feelings(self) -> Insight:
        """How strong a feeling was before and after looking back."""
        return feelings(self._ticked, self.today)

    def care(self) -> Insight:
        """Care and warmth before, after and later on."""
        care, warm = self._points("label_lens", "care0"), self._points("seek_prep", "warm")
        return care_and_warmth(self._ticked, self.today, care, warm)

    def belonging(self) -> Insight:
        """What was given and received."""
        practice = belonging_chart.PRACTICE
        known = [one.day for one in self._ticked if one.practice == practice]
        earliest = search.first_ticked(self.context.vault, belonging_chart.HIDE)
        days = [*known, earliest] if earliest else known
        if self.months is None or self.months > WEEKS_UP_TO:
            span = month_stretches(days, self.today, self.months)
        else:
            starts = self.context.settings.week_starts
            span = week_stretches(days, self.today, self.months, starts)
        return given_and_received(
            self._ticked,
            span,
            self._options(practice, belonging_chart.GAVE, belonging_chart.PART),
            self._points(practice, belonging_chart.HIDE),
            self._pauses,
        )

    def areas(self) -> Insight:
        """Where a person looked, and where they acted."""
        return area_map(self._ticked, self._options("scan", "area"), self._undone)

    @cached_property
    def _first(self) -> date:
        return since(self.today, self.months)

    @cached_property
    def _ticked(self) -> tuple[Ticked, ...]:
        hidden = {one.id for one in self.context.library.practices.values() if one.private}
        found = search.ticked(self.context.vault, _STEPS, self._first, self.today)
        return tuple(one for one in found if one.practice not in hidden)

    @cached_property
    def _promises(self) -> tuple[Promise, ...]:
        return promises.everything(self.context.vault, open_only=False)

    @cached_property
    def _mended(self) -> dict[str, datetime]:
        return repairs.mended(self.context.vault)

    @cached_property
    def _undone(self) -> tuple[Undone, ...]:
        still_open = [one for one in self._promises if one.state.is_open]
        still_open.sort(key=lambda one: (one.created, one.id), reverse=True)
        return tuple(Undone(one.text, one.entry or "") for one in still_open[:MOST_UNDONE])

    @cached_property
    def _pauses(self) -> tuple[Pause, ...]:
        return tuple(habits.marks(self.context.vault)[""].pauses)

    def _day_of(self, at: datetime) -> date:
        return journal_day(at, self.context.clock.zone(), self.context.settings.day_ends)

    def _options(self, practice: str, step: str, part: str = "") -> tuple[Option, ...]:
        asked = self._asked(practice, step, part)
        return asked.options if asked else ()

    def _points(self, practice: str, step: str) -> tuple[str, ...]:
        asked = self._asked(practice, step)
        return asked.points if asked else ()

    def _asked(self, practice: str, step: str, part: str = "") -> Step | Part | None:
        known = self.context.library.find(practice)
        found = known.step(step) if known else None
        if found is None or not part:
            return found
        return next((one for one in found.parts if one.key == part), None)
