import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.table_view import TableView

ROWS = [("October", "1", "2"), ("November", "0", "3")]


@pytest.fixture
def table(qtbot, theme):
    table = TableView(theme, ("Month", "same day", "someone told me"), ROWS, "T", numbers=(1, 2))
    qtbot.addWidget(table)
    table.resize(420, 200)
    table.show()
    return table


def test_a_long_head_of_numbers_needs_two_lines_and_keeps_its_words(table):
    assert table._heads.lines_of(2) == ("someone", "told me")
    assert table._heads.lines_of(1) is None
    assert table.horizontalHeaderItem(2).text() == "someone told me"
    assert table.columnWidth(2) < 140


def test_it_is_as_high_as_its_rows_and_heads(table, theme):
    assert table.height() == 2 * 30 + 30 + theme.line("small") + 2


def test_where_columns_do_not_fit_there_is_a_bar_below_them(table, qtbot):
    before = table.height()
    table.resize(120, 200)
    qtbot.waitUntil(lambda: table.height() > before)


def test_one_line_is_enough_for_short_heads(qtbot, theme):
    table = TableView(theme, ("Day", "Entries"), [("12 March", "2")], "T", numbers=(1,))
    qtbot.addWidget(table)
    assert table.height() == 30 + 30 + 2


def test_a_wheel_is_left_to_the_page(table, qtbot):
    table.resize(120, 200)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    place, sideways = QPointF(20, 20), QPoint(-120, 0)
    turn = QWheelEvent(
        place, place, QPoint(), sideways, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table.viewport(), turn)
    assert table.horizontalScrollBar().value() == 0
