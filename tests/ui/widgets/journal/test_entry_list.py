"""The list of entries, by keys and by mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from ui.models.timeline import TimelineModel
from ui.widgets.journal.entry_delegate import EntryDelegate
from ui.widgets.journal.entry_list import EntryList


@pytest.fixture
def entries(qtbot, theme, row):
    """Rows: head of March, Fern, Teal, head of February, Wren."""
    entries = EntryList(theme, None)
    delegate = EntryDelegate(theme, lambda practice: (practice, "leaf"), entries)
    entries.setItemDelegate(delegate)
    model = TimelineModel(QObject(), str, entries)
    delegate.set_heads(model.heads)
    entries.setModel(model)
    model.show_rows([
        row("Fern"),
        row("Teal", date(2026, 3, 2)),
        row("Wren", date(2026, 2, 20)),
    ])  # fmt: skip
    qtbot.addWidget(entries)
    entries.resize(360, 700)
    entries.show()
    qtbot.waitExposed(entries)
    return entries


@pytest.fixture
def heard(entries):
    """What the list said, in order."""
    said = []
    for name in ("chosen", "opened", "typed", "remove_asked"):
        getattr(entries, name).connect(lambda value, name=name: said.append((name, value)))
    entries.menu_asked.connect(lambda at, _place: said.append(("menu", at)))
    return said


def test_arrows_pass_over_the_heads_of_months(qtbot, entries, heard):
    entries.choose(1, quietly=True)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(entries, key)
    assert heard == [("chosen", 2), ("chosen", 4), ("chosen", 2)]


def test_above_the_first_entry_one_stays_there(qtbot, entries, heard):
    entries.choose(1, quietly=True)
    qtbot.keyClick(entries, Qt.Key.Key_Up)
    qtbot.keyClick(entries, Qt.Key.Key_Home)
    assert heard == []
    assert entries.currentIndex().row() == 1


def test_coming_here_chooses_nothing_by_itself(entries, heard):
    entries.setFocus(Qt.FocusReason.TabFocusReason)
    assert heard == []
    assert not entries.currentIndex().isValid()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_entry(qtbot, entries, heard, key):
    qtbot.keyClick(entries, key)
    assert heard == []
    entries.choose(2, quietly=True)
    qtbot.keyClick(entries, key)
    assert heard == [("opened", 2)]


def test_two_presses_open_too(qtbot, entries, heard):
    place = entries.visualRect(entries.model().index(4, 0)).center()
    qtbot.mouseDClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ("opened", 4) in heard


def test_delete_asks_for_the_trash_and_throws_nothing_away(qtbot, entries, heard):
    entries.choose(1, quietly=True)
    qtbot.keyClick(entries, Qt.Key.Key_Delete)
    assert heard == [("remove_asked", 1)]
    assert entries.model().rowCount() == 5


def test_letters_go_to_the_search_and_chords_do_not(qtbot, entries, heard):
    qtbot.keyClick(entries, "w")
    qtbot.keyClick(entries, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(entries, "a", Qt.KeyboardModifier.AltModifier)
    assert heard == [("typed", "w")]


@pytest.mark.parametrize(("at", "told"), [(0, []), (1, [("menu", 1)]), (3, [])])
def test_entries_have_a_menu_and_heads_have_none(entries, heard, at, told):
    place = entries.visualRect(entries.model().index(at, 0)).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(entries.viewport(), QContextMenuEvent(reason, place, place))
    assert heard == told


def test_the_ring_goes_around_the_current_row(entries):
    whole = entries.focus_shape()[0]
    entries.choose(1, quietly=True)
    ring = entries.focus_shape()[0]
    assert ring.height() < whole.height()
    assert entries.visualRect(entries.currentIndex()).contains(ring)
