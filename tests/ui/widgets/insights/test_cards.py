"""Cards that stand for themselves: rhythm, year, promises, what waits, and the way to save."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ally_journal.domain.habit import Habit, HabitView, Marks, ScheduleChange
from ally_journal.domain.habit_charts import year_insight
from ally_journal.domain.insights import rhythm_insight
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.promise_board import board
from ally_journal.domain.rhythm import rhythm
from ally_journal.domain.streak import standing
from ui.widgets.insights.promises_card import PromisesCard
from ui.widgets.insights.rhythm_card import MOST_MARKS, RhythmCard
from ui.widgets.insights.save_link import SaveLink
from ui.widgets.insights.waiting_card import WaitingCard
from ui.widgets.insights.year_card import YearCard
from ui.widgets.mark_rows import MarkRows

TODAY = date(2026, 3, 12)


def test_of_very_many_weeks_the_latest_are_marked_and_the_others_said(qtbot, theme):
    card = RhythmCard(theme)
    qtbot.addWidget(card)
    written = {TODAY - timedelta(days=ago): 1 for ago in range(1500)}
    found = rhythm(written, TODAY)
    card.show_rhythm(found, rhythm_insight(found), TODAY)
    rows = card.findChildren(MarkRows)[-1]
    assert len(rows._states) == MOST_MARKS
    assert "weeks before these" in " ".join(
        one.text() for one in card._lines.children() if hasattr(one, "text")
    )


def test_a_year_tells_the_day_that_is_opened(qtbot, theme):
    card, told = YearCard(theme), []
    qtbot.addWidget(card)
    habit = Habit("h", "Check-in", (ScheduleChange(TODAY - timedelta(days=20), "daily"),))
    marks = Marks(done=frozenset(TODAY - timedelta(days=ago) for ago in range(10)))
    view = HabitView(habit, marks, standing(habit, marks, TODAY))
    card.show_year(view, year_insight(view, TODAY), TODAY)
    card.day_asked.connect(told.append)
    card.map.day_chosen.emit(TODAY)
    assert told == [TODAY]
    assert card.is_wide


def test_promises_are_named_after_what_they_are(qtbot, theme):
    card = PromisesCard(theme)
    qtbot.addWidget(card)
    made = datetime(2026, 3, 1, tzinfo=UTC)
    promise = Promise("p", PromiseKind.PLAN, "Ask Wren", PromiseState.PLANNED, None, made)
    for work in card.works(board([promise], TODAY, lambda at: at.date())):
        work()
    assert card.heading.text() == "Promises"
    assert card.undone.words == "What is still undone? 1 is open"


@pytest.mark.parametrize(("names", "words"), [(("A", "B"), "A and B."), ((), "")])
def test_what_waits_is_named_in_one_sentence(qtbot, theme, names, words):
    card = WaitingCard(theme)
    qtbot.addWidget(card)
    card.show_names(names)
    assert card.words.text() == words
    assert card.isHidden() is (not names)


def test_saving_offers_table_and_picture(qtbot, theme):
    link, asked = SaveLink(theme), []
    qtbot.addWidget(link)
    link.show()
    link.asked.connect(asked.append)
    menu = link.open_menu()
    for action in menu.actions():
        action.trigger()
    menu.close()
    assert asked == ["csv", "png", "svg"]
