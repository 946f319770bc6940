import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.cut_lines import CutLines


@pytest.fixture
def cut(qtbot):
    """A part that scrolls within a whole, and its lines: `cut(height of what is in it)`."""

    def make(height):
        whole, inside = QWidget(), QWidget()
        area = QScrollArea()
        inside.setFixedHeight(height)
        area.setWidget(inside)
        column = QVBoxLayout(whole)
        column.setContentsMargins(10, 10, 10, 40)
        column.addWidget(area)
        qtbot.addWidget(whole)
        made = CutLines(area, whole, 1)
        made.area, made.whole = area, whole
        whole.resize(200, 200)
        whole.show()
        qtbot.waitExposed(whole)
        QApplication.processEvents()
        return made

    return make


def shown(lines):
    return lines.above.isVisible(), lines.below.isVisible()


def test_nothing_is_drawn_where_all_fits(cut):
    assert shown(cut(40)) == (False, False)


@pytest.mark.parametrize(
    ("share", "lines"), [(0, (False, True)), (0.5, (True, True)), (1, (True, False))]
)
def test_a_line_stands_where_there_is_more(cut, share, lines):
    made = cut(600)
    bar = made.area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    assert shown(made) == lines


def test_they_reach_from_edge_to_edge_outside_of_what_scrolls(cut):
    made = cut(600)
    assert made.below.width() == made.whole.width() - 2
    assert made.below.y() == made.area.geometry().bottom() + 1


def test_they_follow_the_part(cut):
    made = cut(600)
    made.whole.resize(300, 400)
    QApplication.processEvents()
    assert made.below.y() == made.area.geometry().bottom() + 1
    assert made.below.width() == 298
