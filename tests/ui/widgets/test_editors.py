"""Each kind of answer: typed or chosen as a person would, given back as it is kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ally_journal.domain.answers import checked
from ally_journal.domain.practice import Kind, Option, Part, Step
from ui.widgets.editors.asked import EditorTools
from ui.widgets.editors.factory import EDITORS, editor_for

OPTIONS = (Option("rush", "rush"), Option("rank", "rank or power"), Option("other", "other"))
TODAY = date(2026, 3, 12)
EXAMPLES = [
    (Step("a", "One line?", Kind.TEXT), "a line"),
    (Step("a", "Tell it.", Kind.LONG), "Two\nlines, “quoted” & <b>plain</b> 🌱"),
    (Step("a", "Which?", Kind.CHOICE, options=OPTIONS), "rank"),
    (Step("a", "Which?", Kind.CHOICE, options=OPTIONS), "other: the corridor"),
    (Step("a", "Which ones?", Kind.CHOICES, options=OPTIONS), ["rush", "other: no break"]),
    (Step("a", "How strong?", Kind.SCALE, low="calm", high="strong"), 0),
    (Step("a", "How strong?", Kind.SCALE), 10),
    (Step("a", "How open?", Kind.SCALE, points=("not", "some", "very")), 3),
    (Step("a", "Who?", Kind.PEOPLE), ["Fern", "Wren"]),
    (Step("a", "When?", Kind.DATE), "2026-03-19"),
    (Step("a", "When?", Kind.DATE), "2026-12-24"),
    (Step("a", "What?", Kind.LIST), ["one", "two"]),
    (Step("a", "Plan?", Kind.IF_THEN), {"if": "the door opens", "then": "I breathe"}),
]


@pytest.fixture
def made(qtbot, theme):
    """Make an editor: `made(step)`."""

    def make(step, people=("Fern", "Teal")):
        editor = editor_for(step, EditorTools(theme, TODAY, people))
        qtbot.addWidget(editor)
        editor.show()
        return editor

    return make


def test_every_kind_has_its_editor():
    assert set(EDITORS) == set(Kind)


@pytest.mark.parametrize(("step", "value"), EXAMPLES, ids=[str(one[1])[:20] for one in EXAMPLES])
def test_a_known_answer_is_shown_and_given_back_without_a_signal(made, step, value):
    editor, heard = made(step), []
    editor.changed.connect(lambda: heard.append(1))
    editor.set_value(value)
    assert editor.value() == value == checked(step, value)
    assert heard == []


@pytest.mark.parametrize(("step", "value"), EXAMPLES, ids=[str(one[1])[:20] for one in EXAMPLES])
def test_forgetting_leaves_nothing(made, step, value):
    editor = made(step)
    editor.set_value(value)
    editor.forget()
    assert editor.value() is None


@pytest.mark.parametrize("kind", list(Kind))
def test_an_untouched_editor_answers_nothing_and_says_its_question(made, kind):
    editor = made(Step("a", "What was it?", kind, options=OPTIONS))
    assert editor.value() is None
    assert editor.accessibleName() == "What was it?"


def test_typing_a_line_is_told_and_enter_goes_on(qtbot, made):
    editor, heard = made(Step("a", "One line?", Kind.TEXT)), []
    editor.changed.connect(lambda: heard.append("changed"))
    editor.finished.connect(lambda: heard.append("finished"))
    editor.focus_first()
    QTest.keyClicks(editor.field.edit, "so")
    QTest.keyClick(editor.field.edit, Qt.Key.Key_Return)
    assert heard == ["changed", "changed", "finished"]
    assert editor.value() == "so"


def test_blank_text_is_no_answer(made):
    editor = made(Step("a", "Tell it.", Kind.LONG))
    editor.set_value("  \n ")
    assert editor.value() is None


def test_typing_into_a_long_answer_is_told(qtbot, made):
    editor = made(Step("a", "Tell it.", Kind.LONG))
    with qtbot.waitSignal(editor.changed):
        QTest.keyClicks(editor.field, "x")
    assert editor.value() == "x"


def test_a_known_long_answer_has_the_caret_at_its_end(made):
    editor = made(Step("a", "Tell it.", Kind.LONG))
    editor.set_value("so far")
    QTest.keyClicks(editor.field, ".")
    assert editor.value() == "so far."


def test_other_opens_a_line_of_its_own(qtbot, made):
    editor = made(Step("a", "Which?", Kind.CHOICE, options=OPTIONS))
    assert editor.other.isHidden()
    editor.chips.chip("other").click()
    assert not editor.other.isHidden()
    assert editor.value() == "other"
    QTest.keyClicks(editor.other.edit, "the corridor")
    assert editor.value() == "other: the corridor"
    editor.chips.chip("rush").click()
    assert editor.other.isHidden()
    assert editor.value() == "rush"


def test_with_three_chosen_the_rest_wait_and_a_line_says_why(made):
    options = tuple(Option(name, name) for name in "abcde")
    editor = made(Step("a", "Which ones?", Kind.CHOICES, options=options, most=3))
    for name in "abc":
        editor.chips.chip(name).click()
    assert not editor.chips.chip("d").isEnabled()
    assert not editor.full.isHidden()
    assert editor.full.text() == "Three are chosen. Give one back to choose another."
    editor.chips.chip("a").click()
    assert editor.chips.chip("d").isEnabled()
    assert editor.full.isHidden()


def test_digits_choose_on_a_scale(made):
    editor = made(Step("a", "How strong?", Kind.SCALE))
    QTest.keyClick(editor.control, Qt.Key.Key_7)
    assert editor.value() == 7


def test_worded_points_count_from_one(made):
    editor = made(Step("a", "How open?", Kind.SCALE, points=("not", "some", "very")))
    editor.control.set_value(0)
    assert editor.value() == 1


def test_names_are_suggested_from_the_journal(made):
    editor = made(Step("a", "Who?", Kind.PEOPLE))
    assert list(editor.suggest("te")) == ["Teal"]


def test_an_offered_day_is_not_taken_by_itself(made):
    editor = made(Step("a", "When?", Kind.DATE, default="+7 days"))
    assert editor.value() is None


def test_parts_give_an_object_of_what_was_answered(made):
    parts = (Part("what", Kind.LONG, "What"), Part("know", Kind.CHOICE, options=OPTIONS))
    editor = made(Step("a", "What did it do?", Kind.LONG, parts=parts))
    QTest.keyClicks(editor.parts["what"].field, "It hurt")
    assert editor.value() == {"what": "It hurt"}
    editor.parts["know"].chips.chip("rush").click()
    assert editor.value() == {"what": "It hurt", "know": "rush"}
    editor.set_value({"know": "rank"})
    assert editor.value() == {"know": "rank"}


def test_a_part_without_a_label_is_named_by_the_question(made):
    parts = (Part("what", Kind.TEXT),)
    editor = made(Step("a", "What did it do?", Kind.TEXT, parts=parts))
    assert editor.parts["what"].field.edit.accessibleName() == "What did it do?"
