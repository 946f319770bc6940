import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.answer import Answer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.chip import Chip
from ui.widgets.line_field import LineField
from ui.widgets.passage import Passage
from ui.widgets.practice_row import PracticeRow
from ui.widgets.text import Text

LONG = (
    "It may not have moved. That is fine, and it can stay like that for as long as it wants. " * 2
)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_wrapped_text_has_room_for_all_its_lines(qtbot, qapp, percent):
    theme = Theme("light", percent)
    page = QWidget()
    column = QVBoxLayout(page)
    text, after = Text(theme, LONG, "body"), Text(theme, "after", "body")
    column.addWidget(text)
    column.addWidget(after)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(400, 2000)
    page.show()
    assert text.height() >= text.heightForWidth(text.width())
    assert text.height() % theme.line("body") == 0
    assert after.y() >= text.y() + text.height()


def test_lines_are_elided_with_the_whole_text_as_tooltip(qtbot, theme):
    text = Text(theme, LONG, "body", lines=2)
    qtbot.addWidget(text)
    text.resize(200, 46)
    text.show()
    text.grab()
    assert text.heightForWidth(200) == 2 * theme.line("body")
    assert text.toolTip() == LONG


def test_an_ampersand_stays_an_ampersand(qtbot, theme):
    button = Button(theme, "People & promises")
    qtbot.addWidget(button)
    assert button.words == "People & promises"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("small", [True, False])
def test_a_chip_is_as_wide_chosen_as_not(qtbot, qapp, percent, small):
    chip = Chip(Theme("light", percent), "uneasy", small=small)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


@pytest.mark.parametrize("make", [Check, Chip])
def test_long_words_wrap_where_room_is_short(qtbot, qapp, make):
    theme = Theme("light", 200)
    made = make(theme, LONG)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 400
    assert made.heightForWidth(400) > made.heightForWidth(3000)


def test_a_practice_row_grows_with_its_title(qtbot, qapp):
    row = PracticeRow(Theme("light", 200), "talk", LONG, LONG)
    qtbot.addWidget(row)
    assert row.heightForWidth(400) > row.heightForWidth(2000)


def test_a_banner_grows_with_its_sentence(qtbot, theme):
    banner = Banner(theme, "note", "clock", LONG * 3)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(300) > banner.heightForWidth(900)


def test_a_field_is_44_high_at_rest_in_focus_and_wrong(qtbot, theme):
    field = LineField(theme, "Name")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    heights = {field.edit.sizeHint().height()}
    field.setFocus()
    heights.add(field.edit.sizeHint().height())
    field.set_error("This does not match. Try once more.")
    heights.add(field.edit.sizeHint().height())
    assert heights == {44}


def test_an_error_goes_away_when_something_is_typed(qtbot, theme):
    field = LineField(theme, "Name")
    qtbot.addWidget(field)
    field.set_error("This does not match. Try once more.")
    assert field.edit.accessibleDescription() == "This does not match. Try once more."
    qtbot.keyClicks(field.edit, "a")
    assert field.edit.accessibleDescription() == ""


def test_an_answer_grows_and_then_scrolls(qtbot, theme):
    answer = Answer(theme, "What happened?")
    qtbot.addWidget(answer)
    answer.resize(600, 200)
    answer.show()
    heights = []
    for lines in (1, 6, 30):
        answer.set_text("\n".join(["a line"] * lines))
        heights.append(answer.height())
    assert heights[0] == 128
    assert 128 < heights[1] < 330
    assert heights[2] == 330


def test_clearing_an_answer_forgets_how_to_bring_it_back(qtbot, theme):
    answer = Answer(theme, "What happened?")
    qtbot.addWidget(answer)
    qtbot.keyClicks(answer, "moss")
    answer.clear()
    answer.undo()
    assert answer.text() == ""
    assert not answer.document().isUndoAvailable()


def test_an_answer_takes_pasted_words_as_plain_text(qtbot, theme):
    source = QMimeData()
    source.setHtml("<b>moss</b>")
    source.setText("moss")
    answer = Answer(theme, "What happened?")
    qtbot.addWidget(answer)
    answer.insertFromMimeData(source)
    assert answer.text() == "moss"
    assert not answer.textCursor().charFormat().fontWeight() > 500


def test_only_typing_tells_of_a_change(qtbot, theme):
    answer = Answer(theme, "What happened?")
    qtbot.addWidget(answer)
    with qtbot.assertNotEmitted(answer.changed):
        answer.set_text("moss")
        theme.choose(percent=120)
    with qtbot.waitSignal(answer.changed):
        qtbot.keyClicks(answer, "a")


def test_a_passage_is_as_high_as_its_words(qtbot, theme):
    passage = Passage(theme, LONG)
    qtbot.addWidget(passage)
    passage.resize(400, 10)
    passage.show()
    assert passage.height() % theme.line("read") <= 12
    assert passage.height() >= 3 * theme.line("read")
