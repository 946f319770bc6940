"""Entries to tick."""

import pytest

from ally_journal.domain.entry import Sensitivity
from ui.widgets.sharing.entry_picks import PICKED, EntryPicks


@pytest.fixture
def picks(desk, sharing, rows, shown):
    picks = shown(EntryPicks(desk, sharing), width=300, height=600)
    picks.show_rows(rows)
    return picks


def test_one_that_never_leaves_cannot_be_ticked_and_says_why(picks, entries):
    check = picks.checks[entries["told"]]
    assert not check.isEnabled()
    assert "never leaves" in check.accessibleDescription()


def test_a_tick_is_a_choice(picks, sharing, entries):
    picks.checks[entries["joke"]].click()
    assert set(sharing.picked) == {entries["joke"]}


def test_the_filter_shows_some_of_them(picks, entries, sharing):
    picks._take_filter(Sensitivity.COACH.value)
    assert set(picks.checks) == {entries["call"]}
    picks._take_filter(PICKED)
    assert picks.checks == {}
    assert picks.none.isVisible()


def test_what_is_picked_stays_in_sight_whatever_is_searched(picks, entries, rows):
    picks.checks[entries["joke"]].click()
    picks.show_rows([row for row in rows if row.summary.id == entries["call"]])
    assert list(picks.checks) == [entries["joke"], entries["call"]]


def test_typing_searches_once(picks, qtbot):
    with qtbot.waitSignal(picks.searched, timeout=5_000) as asked:
        qtbot.keyClicks(picks.search.edit, "joke")
    assert asked.args == ["joke"]


def test_more_of_them_are_a_click_away(desk, sharing, rows, shown):
    picks = shown(EntryPicks(desk, sharing), width=300, height=600)
    many = [row for row in rows if row.may_go]
    picks.show_rows(many)
    assert picks.more.isHidden()
    picks._shown = 1
    picks.show_rows(many)
    assert len(picks.checks) == 1
    picks.more.click()
    assert len(picks.checks) == 2


def test_forgotten_it_holds_nothing(picks):
    picks.forget()
    assert picks.checks == {}
    assert picks.search.text() == ""
