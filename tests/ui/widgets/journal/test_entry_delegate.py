"""Rows of the timeline as they are painted."""

import pytest
from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ally_journal.domain.query import Query, parse
from ui.models.timeline import MonthHead
from ui.widgets.journal.entry_delegate import HEAD, ROW, EntryDelegate

WIDTH = 360


class Rows(QAbstractListModel):
    def __init__(self, rows):
        super().__init__()
        self.rows = rows

    def rowCount(self, _parent=None):  # noqa: N802 Qt's own name
        return len(self.rows)

    def data(self, index, _role):
        return self.rows[index.row()]


@pytest.fixture
def delegate(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = EntryDelegate(theme, lambda practice: (practice.title(), "leaf"), parent)
    made.set_heads({0})
    return made


@pytest.fixture
def painted(delegate):
    """The picture of a row: `painted(row)`."""

    def paint(row, state=QStyle.StateFlag.State_None):
        image = QImage(WIDTH, ROW, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        option = QStyleOptionViewItem()
        option.rect, option.state = QRect(0, 0, WIDTH, ROW), state
        model = Rows([row])
        painter = QPainter(image)
        delegate.paint(painter, option, model.index(0))
        painter.end()
        return image

    return paint


def test_heads_of_months_are_lower_than_entries(delegate, row):
    model, option = Rows([MonthHead(2026, 3), row()]), QStyleOptionViewItem()
    sizes = [delegate.sizeHint(option, model.index(number)) for number in range(2)]
    assert sizes == [QSize(ROW, HEAD), QSize(ROW, ROW)]


def test_rows_grow_with_the_text_size(delegate, theme, row):
    theme.choose(percent=200)
    delegate.restyle()
    size = delegate.sizeHint(QStyleOptionViewItem(), Rows([MonthHead(2026, 3), row()]).index(1))
    assert size.height() == 2 * ROW


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Teal"},
        {"star": True},
        {"excerpt": "In the garden."},
        {"match": "… the window …"},
    ],
    ids=str,
)
def test_what_differs_is_seen(painted, row, other):
    assert painted(row(**other)) != painted(row())


@pytest.mark.parametrize(
    "state", [QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver]
)
def test_the_row_that_is_meant_has_a_ground_of_its_own(painted, row, state):
    assert painted(row(), state) != painted(row())


def test_the_count_of_a_month_stands_in_its_head_once_known(painted):
    assert painted(MonthHead(2026, 3, 4)) != painted(MonthHead(2026, 3))


def test_a_search_marks_its_words(delegate, painted, row):
    before = painted(row())
    delegate.set_query(parse("window"))
    assert painted(row()) != before
    delegate.set_query(Query())
    assert painted(row()) == before


def test_a_title_is_not_said_twice(painted, row):
    assert painted(row(excerpt="Fern By the window.")) == painted(row(excerpt="By the window."))


def test_no_text_stays_after_forgetting(delegate, painted, row):
    painted(row())
    assert delegate._texts
    delegate.forget()
    assert not delegate._texts


@pytest.mark.parametrize(
    ("title", "excerpt", "told"),
    [
        ("Fern", "By the window.", ("Fern", "By the window.")),
        ("Fern", "Fern By the window.", ("Fern", "By the window.")),
        ("Calm", "Calm", ("Calm", "")),
        ("Free", "calm", ("calm", "")),
    ],
)
def test_nothing_is_said_twice(delegate, row, title, excerpt, told):
    one = row(title=title, excerpt=excerpt)
    assert delegate._told(one, WIDTH) == told


def test_a_long_first_line_goes_on_below(delegate, row):
    words = "Mostly myself today. Lunch outside helped more than I thought it would."
    title, rest = delegate._told(row(title=words, excerpt=words), WIDTH)
    assert f"{title} {rest}" == words
    assert rest
