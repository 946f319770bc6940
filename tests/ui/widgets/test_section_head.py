"""Heads of cards and their one link."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.section_head import LOWEST, SectionHead


@pytest.fixture
def made(qtbot, theme):
    def make(**more):
        head = SectionHead(theme, "This week", **more)
        qtbot.addWidget(head)
        head.show()
        return head

    return make


def test_without_words_there_is_no_link(made):
    assert not made().link.isVisible()


def test_the_link_goes_on_by_key_and_by_mouse(qtbot, made):
    head, heard = made(link="All"), []
    head.followed.connect(lambda: heard.append(1))
    qtbot.keyClick(head.link, Qt.Key.Key_Return)
    qtbot.mouseClick(head.link, Qt.MouseButton.LeftButton)
    assert heard == [1, 1]


def test_the_link_comes_and_goes_with_its_words(made):
    head = made()
    head.set_link("All")
    assert head.link.isVisible()
    head.set_link("")
    assert not head.link.isVisible()


def test_heads_with_and_without_a_link_are_equally_high(made, theme):
    assert made().sizeHint().height() <= LOWEST
    assert made().minimumHeight() == made(link="All").minimumHeight() == LOWEST
    head = made()
    theme.choose(percent=200)
    assert head.minimumHeight() == 2 * LOWEST
