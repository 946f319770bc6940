import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QToolTip, QWidget

from ui.widgets.key_tip import show_key_tip


@pytest.fixture
def view(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QToolTip.hideText()


def test_the_words_are_shown_as_they_are(view):
    show_key_tip(view, QRect(10, 10, 20, 20), "3 < 4 marks")
    assert QToolTip.isVisible()
    assert "3 &lt; 4 marks" in QToolTip.text()


def test_another_point_says_its_own(view):
    show_key_tip(view, QRect(10, 10, 20, 20), "March")
    show_key_tip(view, QRect(40, 10, 20, 20), "April")
    assert "April" in QToolTip.text()


def test_nothing_is_shown_without_words(view):
    show_key_tip(view, QRect(10, 10, 20, 20), "")
    assert not QToolTip.isVisible()
