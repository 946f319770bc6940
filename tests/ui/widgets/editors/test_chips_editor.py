"""Options as chips, and a line for what is not among them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.domain.practice import Kind, Option, Step
from ui.widgets.editors.asked import EditorTools
from ui.widgets.editors.chips_editor import is_other, own_words
from ui.widgets.editors.factory import editor_for

OPTIONS = (Option("rush", "rush"), Option("rank", "rank or power"), Option("other", "other"))


@pytest.fixture
def made(qtbot, theme):
    def make(kind=Kind.CHOICES, **more):
        step = Step("a", "Which?", kind, options=OPTIONS, **more)
        editor = editor_for(step, EditorTools(theme, date(2026, 3, 12), ()))
        qtbot.addWidget(editor)
        editor.show()
        editor.activateWindow()
        return editor

    return make


def test_other_opens_a_line_and_goes_there(qtbot, made):
    editor = made()
    assert not editor.other.isVisible()
    editor.chips.chip("other").click()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor.other.edit, timeout=5_000)
    qtbot.keyClicks(editor.other.edit, " the  corridor ")
    assert editor.chosen() == ("other: the corridor",)


def test_other_without_words_is_an_answer_too(made):
    editor = made()
    editor.chips.chip("other").click()
    assert editor.chosen() == ("other",)


def test_without_other_its_words_are_no_answer(made):
    editor = made()
    editor.show_chosen(["rush", "other: the corridor"])
    editor.chips.chip("other").click()
    assert editor.chosen() == ("rush",)
    assert not editor.other.isVisible()


def test_of_one_answer_only_the_last_press_counts(made):
    editor = made(Kind.CHOICE)
    editor.chips.chip("rush").click()
    editor.chips.chip("rank").click()
    assert editor.chosen() == ("rank",)


def test_enter_in_the_line_goes_on(qtbot, made):
    editor = made()
    editor.show_chosen(["other"])
    with qtbot.waitSignal(editor.finished, timeout=1_000):
        qtbot.keyClick(editor.other.edit, Qt.Key.Key_Return)


def test_one_begins_at_the_chip_that_is_chosen(qtbot, made):
    editor = made()
    editor.show_chosen(["rank"])
    editor.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor.chips.chip("rank"), timeout=5_000)


@pytest.mark.parametrize(
    ("answer", "is_one", "words"),
    [
        ("other", True, ""),
        ("other:", True, ""),
        ("other: at 9:30", True, "at 9:30"),
        ("others", False, ""),
        ("rush", False, ""),
    ],
)
def test_own_words_stand_behind_the_first_colon(answer, is_one, words):
    assert (is_other(answer), own_words(answer)) == (is_one, words)
