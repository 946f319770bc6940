"""The words that open a packet."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.widgets.sharing.six_words import SixWords


@pytest.fixture
def words(desk, shown, settle):
    card = shown(SixWords(desk), width=600, height=200)
    card.begin()
    settle(desk)
    return card


def test_there_are_six_and_they_stay_until_others_are_asked_for(words, desk, settle):
    first = words.text()
    assert len(first.replace("-", " ").split()) == 6
    words.begin()
    settle(desk)
    assert words.text() == first
    words.other.click()
    settle(desk)
    assert words.text() != first


def test_none_stand_there_until_the_others_do(words, desk, settle):
    words.other.click()
    words.other.click()
    assert words.text() == ""
    desk.ask(lambda _journal: None, lambda _none: words.setProperty("first", words.text()))
    settle(desk)
    assert words.text() == words.property("first") != ""


def test_copied_they_are_taken_back_from_the_clipboard(words, desk):
    words.copy.click()
    assert QGuiApplication.clipboard().text() == words.text()
    desk.clipboard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_once_a_file_is_sealed_there_are_no_other_words(words):
    words.settle()
    assert words.other.isHidden()
    words.forget()
    assert words.text() == ""
    assert words.words.accessibleName() == ""
