import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ui.widgets.year.year_line import YearLine


@pytest.fixture
def line(qtbot, theme):
    """A line with a short label: `line(width)`."""

    def make(width, *, label="2 March", beside=True):
        made = YearLine(theme, label, beside=beside)
        made.words = QLabel("Three leaves")
        made.hold(made.words)
        qtbot.addWidget(made)
        made.resize(width, 80)
        made.show()
        qtbot.waitExposed(made)
        QApplication.processEvents()  # a new direction is laid out a turn later
        return made

    return make


def is_beside(made):
    return made.label.geometry().right() <= made.words.geometry().left()


def test_a_short_label_stands_beside_its_words_where_there_is_room(line):
    assert is_beside(line(600))


@pytest.mark.parametrize(("width", "beside"), [(300, True), (600, False)])
def test_else_it_stands_above(line, width, beside):
    made = line(width, beside=beside)
    assert not is_beside(made)
    assert made.label.geometry().bottom() <= made.words.geometry().top() + 1


def test_without_a_label_the_words_stand_alone(line):
    assert not line(600, label="").label.isVisible()


def test_it_follows_the_size_of_the_text(line, theme):
    made = line(600)
    theme.choose(percent=200)
    QApplication.processEvents()
    assert not is_beside(made)
