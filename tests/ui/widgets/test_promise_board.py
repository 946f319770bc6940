"""What became of promises, in five columns, and what is still undone."""

from datetime import UTC, datetime, timedelta

import pytest

from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.promise_board import Standing, board
from ui.widgets.promise_board import PromiseBoard

NOW = datetime(2026, 3, 12, 18, 30, tzinfo=UTC)
TODAY = NOW.date()


def promise(text, state, kind="plan"):
    state = PromiseState(state)
    settled = None if state.is_open else NOW
    made = NOW - timedelta(days=3)
    return Promise(text, PromiseKind(kind), text, state, TODAY, made, settled=settled)


def made_board(*promises):
    return board(promises, TODAY, datetime.date)


SEVERAL = made_board(
    promise("ask Wren", "planned"),
    promise("thank Kit", "planned"),
    promise("read on", "owned"),
    promise("late meetings", "moved"),
    promise("give it back", "done", "repair"),
    promise("reading group", "dropped"),
)


@pytest.fixture
def widget(qtbot, theme):
    made = PromiseBoard(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def test_each_column_says_how_many_and_shows_the_first(widget):
    widget.show_board(SEVERAL)
    counts = {name: column._count.text() for name, column in widget.columns.items()}
    assert counts == {"planned": "3", "done": "1", "smaller": "", "moved": "1", "let_go": "1"}
    assert widget.columns[Standing.PLANNED].more.text() == "1 more"
    assert widget.columns[Standing.DONE].more.isHidden()


def test_what_is_still_undone_comes_after_what_was_done(widget, qtbot):
    widget.show_board(SEVERAL)
    assert widget.undone.words == "What is still undone? 4 are open"
    assert widget.undone.y() > widget.foot.y()
    with qtbot.waitSignal(widget.undone_asked, timeout=5_000):
        widget.undone.click()


def test_where_all_is_closed_nothing_is_undone(widget):
    widget.show_board(made_board(promise("give it back", "done")))
    assert widget.undone.isHidden()
    assert widget.picture_room.isHidden()  # fewer than five: a sentence


def test_the_same_stands_in_a_table(widget):
    widget.show_board(SEVERAL)
    widget.toggle_table()
    heads = [widget.table.horizontalHeaderItem(at).text() for at in range(4)]
    assert heads == ["Promise", "How it stands", "Day", "Days to repair"]
    assert widget.table.item(4, 3).text() == "3"


def test_without_promises_there_is_no_board(widget):
    widget.show_board(made_board())
    assert widget.isHidden()


@pytest.mark.parametrize(
    ("width", "places"),
    [
        (900, [(0, 0), (0, 1), (0, 2), (0, 3), (0, 4)]),
        (600, [(0, 0), (0, 2), (0, 4), (1, 0), (1, 3)]),
        (400, [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]),
        (250, [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)]),
    ],
)
def test_the_columns_stand_in_rows_without_holes(widget, width, places):
    widget.resize(width, 700)
    grid = widget._grid
    found = [grid.getItemPosition(grid.indexOf(one))[:2] for one in widget.columns.values()]
    assert found == places


def test_forgets_what_it_showed(widget):
    widget.show_board(SEVERAL)
    widget.forget()
    assert widget.isHidden()
    assert widget.columns[Standing.PLANNED]._count.text() == ""
