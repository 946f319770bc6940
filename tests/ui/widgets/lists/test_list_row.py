"""One thing on a list: read, changed, moved, taken off."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.list_item import ListItem
from ui.widgets.lists.list_row import ListRow

NOW = datetime(2026, 3, 12, tzinfo=UTC)


@pytest.fixture
def made(qtbot, theme):
    """`made(source, entry)`; `heard` is what it told."""

    def make(source="", **detail):
        row = ListRow(theme, ListItem("a", "values", "Patience", 0, NOW, detail), source)
        row.heard = []
        for name in ("reworded", "shifted", "entry_asked"):
            signal = getattr(row, name)
            signal.connect(lambda value, name=name: row.heard.append((name, value)))
        row.removed.connect(lambda: row.heard.append("removed"))
        qtbot.addWidget(row)
        row.show()
        row.activateWindow()
        return row

    return make


def acts(row):
    return {one.text().partition("\t")[0]: one for one in row.menu().actions() if one.text()}


def test_it_says_where_it_comes_from_and_leads_there(made):
    row = made("From Solidarity scan, 3 March", entry="e")
    assert row._source.isVisible()
    acts(row)["Look at the entry"].trigger()
    assert row.heard == [("entry_asked", "e")]


def test_written_by_hand_it_comes_from_nowhere(made):
    row = made()
    assert not row._source.isVisible()
    assert "Look at the entry" not in acts(row)


def test_of_an_entry_that_is_gone_nothing_is_offered(made):
    assert "Look at the entry" not in acts(made("", entry="e"))


def test_the_menu_moves_it_and_takes_it_off(made):
    row = made()
    for name in ("Move up", "Move down", "Take it off the list"):
        acts(row)[name].trigger()
    assert row.heard == [("shifted", -1), ("shifted", 1), "removed"]


def test_alt_with_an_arrow_moves_it(made, qtbot):
    row = made()
    qtbot.waitUntil(row.isActiveWindow, timeout=5_000)
    row.more.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(row.more, key, Qt.KeyboardModifier.AltModifier)
    assert row.heard == [("shifted", -1), ("shifted", 1)]


def test_new_words_are_one_line(made, qtbot):
    row = made()
    row.open_form()
    row.field.setText("  Patience   with me ")
    qtbot.keyClick(row.field.edit, Qt.Key.Key_Return)
    assert row.heard == [("reworded", "Patience with me")]


def test_every_control_names_its_words(made):
    row = made()
    assert row.change.accessibleName() == "Change: Patience"
    assert "Patience" in row.more.accessibleName()
