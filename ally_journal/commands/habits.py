"""Where habits stand, and what the charts show, in words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing, values
from ally_journal.domain.amounts import goal_words
from ally_journal.domain.goal import measure_of
from ally_journal.domain.habit_words import is_too_early, streak_words

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.commands.session import Session
    from ally_journal.domain.habit import HabitView
    from ally_journal.domain.rhythm import Rhythm


@click.command("habits")
@options.journal
@options.as_json
@options.today
@options.passphrase_file
@click.pass_obj
def habits(
    session: Session, journal: Path, as_json: bool, today: str | None, passphrase_file: str | None
) -> None:
    """Each habit with its schedule, streak, chapters and strength."""
    day = values.day(today) if today is not None else None
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        views = opened.habits.views(day)
    if as_json:
        showing.as_json({"habits": [showing.habit(view) for view in views]})
        return
    for view in views:
        showing.line(_habit_line(view))


@click.command("insights")
@options.journal
@options.as_json
@options.today
@options.passphrase_file
@click.pass_obj
def insights(
    session: Session, journal: Path, as_json: bool, today: str | None, passphrase_file: str | None
) -> None:
    """What the charts show, as words and numbers."""
    day = values.day(today) if today is not None else None
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        found = opened.insights.all(day)
        rhythm = opened.habits.rhythm(day)
    if as_json:
        showing.as_json(
            {"rhythm": _rhythm(rhythm), "insights": [showing.insight(one) for one in found]}
        )
        return
    for one in found:
        for said in showing.insight_lines(one):
            showing.line(said)
        showing.line()


def _rhythm(rhythm: Rhythm) -> dict[str, object]:
    return {
        "length": rhythm.length,
        "weeks": [
            {"from": week.first.isoformat(), "to": week.last.isoformat(), "state": week.state.value}
            for week in rhythm.weeks
        ],
    }


def _habit_line(view: HabitView) -> str:
    goal = goal_words(measure_of(view.habit))
    asked = f"{view.habit.schedule}  {goal}" if goal else view.habit.schedule
    line = f"{view.habit.name}  {asked}  {streak_words(view)}"
    return line if is_too_early(view) else f"{line}  {view.standing.strength:.0%}"
