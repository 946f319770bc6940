"""Look again in Settings: groups, own words, and what is not asked again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from ui.widgets.settings.lens_section import LensSection


@pytest.fixture
def section(desk, shown, qtbot, settle):
    """The section as Settings show it; it follows what is written."""
    page = shown(LensSection(desk))
    desk.changed.connect(lambda change: page.show_now() if change.settings else None)
    page.show_now()
    qtbot.waitUntil(lambda: page.groups is not None, timeout=15_000)
    return page


@pytest.fixture
def choice(desk, settle):
    def read():
        found = []
        desk.ask(lambda journal: journal.lens.choice(), found.append, owner=desk)
        settle(desk)
        return found[0]

    return read


def buttons(section, text):
    return [one for one in section.findChildren(QAbstractButton) if one.text() == text]


def test_two_groups_are_off_and_can_be_turned_on(section, choice):
    assert len(section.groups.chosen()) == 14
    section.groups.chip("A").click()
    assert choice().groups == {"A": True}


def test_words_of_ones_own_are_added_changed_and_taken_off(section, choice, desk, settle, qtbot):
    section.add.click()
    QTest.keyClicks(section.sheet.words.edit, "done and dusted")
    QTest.keyClicks(section.sheet.question.edit, "Was it?")
    QTest.keyClick(section.sheet.question.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(buttons(section, "Change…")), timeout=15_000)
    assert [(one.words, one.question) for one in choice().own] == [("done and dusted", "Was it?")]
    buttons(section, "Change…")[0].click()
    section.sheet.words.setText("dusted")
    section.sheet.sheet.other_button.click()
    settle(desk)
    assert [one.words for one in choice().own] == ["dusted"]
    said = []
    desk.messages.said.connect(lambda *words: said.append(words))
    qtbot.waitUntil(lambda: bool(buttons(section, "Change…")), timeout=15_000)
    buttons(section, "Change…")[0].click()
    section.sheet.remove.click()
    settle(desk)
    assert choice().own == ()
    said[-1][2]()
    assert [one.words for one in choice().own] == ["dusted"]


def test_no_words_are_refused_with_a_sentence(section, desk, settle):
    section.add.click()
    section.sheet.sheet.other_button.click()
    settle(desk)
    assert section.sheet.words.edit.property("wrong")
    section.sheet.words.setText("moss")
    section.sheet.question.setText("\0")
    section.sheet.sheet.other_button.click()
    settle(desk)
    assert section.sheet.words.edit.property("wrong")


def test_what_is_muted_may_ask_again(section, choice, desk, qtbot):
    desk.write(lambda journal: journal.lens.mute("M2"))
    qtbot.waitUntil(lambda: bool(buttons(section, "Ask again")), timeout=15_000)
    buttons(section, "Ask again")[0].click()
    assert choice().muted == frozenset()


def test_after_a_lock_no_word_is_left(section):
    section.forget()
    assert section.groups is None


def test_it_may_look_by_itself_after_a_first_draft(section, desk, settle):
    assert not section.by_itself.isChecked()
    section.by_itself.click()
    settle(desk)
    assert desk.settings.lens_after_draft
