"""The trash: what waits there, and the way back."""

from datetime import UTC, date, datetime

import pytest

from ui.widgets.button import Button
from ui.widgets.journal.trash_view import TrashView

TODAY = date(2026, 3, 12)


@pytest.fixture
def view(qtbot, theme):
    view = TrashView(theme, lambda practice: (practice.title(), "leaf"))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def button(view, name):
    return next(one for one in view.findChildren(Button) if one.accessibleName() == name)


def test_an_empty_trash_says_so(view):
    view.show_rows([], TODAY)
    assert view._empty.isVisible()
    assert not view._note.isVisible()


def test_each_row_offers_its_two_acts_by_name(qtbot, view, row):
    view.show_rows([row("Fern"), row("Teal")], TODAY)
    with qtbot.waitSignal(view.put_back_asked) as told:
        button(view, "Put back Teal").click()
    assert told.args == ["id-Teal"]
    with qtbot.waitSignal(view.look_asked) as told:
        button(view, "Look at Fern").click()
    assert told.args == ["id-Fern"]


@pytest.mark.parametrize(
    ("day", "words"), [(12, "moved here today"), (10, "moved here on 10 March")]
)
def test_a_row_says_when_it_was_moved_here(view, row, day, words):
    thrown = row(trashed=datetime(2026, 3, day, 9, tzinfo=UTC))
    assert view._words(thrown, TODAY) == f"Free of 10 March · {words}"


def test_what_was_put_back_is_gone_from_here(view, row):
    view.show_rows([row("Fern")], TODAY)
    view.show_rows([], TODAY)
    assert not view._card.isVisible()
    assert view._card.body.count() == 0
