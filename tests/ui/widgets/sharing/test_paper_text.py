"""The page that goes out: what is in its document, and what is picked in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ui.models.share_lines import Line, page_lines
from ui.widgets.sharing.paper_text import PaperText


@pytest.fixture
def paper(theme, shown, chosen):
    paper = shown(PaperText(theme), width=600, height=400)
    paper.show_lines(page_lines(chosen.preview))
    return paper


def select(paper, words):
    start = paper.toPlainText().index(words)
    cursor = paper.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)


def words_of(picked):
    return [piece.redacted.source[start:end] for piece, start, end in picked]


def test_the_document_holds_what_goes_out_and_no_name(paper):
    text = paper.toPlainText()
    assert "cut in twice" in text
    assert "Wren" not in text
    assert "Juniper" not in text
    assert "Wren" not in paper.document().toHtml()


def test_a_label_stays_in_one_piece(paper):
    assert "Person\N{NO-BREAK SPACE}A" in paper.document().toRawText()


def test_a_selected_word_is_found_in_what_was_written(paper):
    select(paper, "twice")
    assert words_of(paper.picked()) == ["twice"]


def test_blanks_around_a_selection_do_not_count(paper):
    select(paper, " cut in ")
    assert words_of(paper.picked()) == ["cut in"]


def test_without_a_selection_it_is_the_word_at_the_caret(paper):
    cursor = paper.textCursor()
    cursor.setPosition(paper.toPlainText().index("twice") + 2)
    paper.setTextCursor(cursor)
    assert words_of(paper.picked()) == ["twice"]


def test_a_selection_over_two_paragraphs_is_two_pieces(paper):
    paper.selectAll()
    assert len(paper.picked()) > 2


def test_a_label_is_all_of_the_name(paper):
    cursor = paper.textCursor()
    cursor.setPosition(paper.toPlainText().index("cut in") - 3)
    paper.setTextCursor(cursor)
    assert words_of(paper.picked()) == ["Juniper"]
    assert paper.mark_at_caret()[1].was == "Juniper"


def test_what_is_ours_is_never_picked(paper):
    select(paper, "Week of")
    assert paper.picked() == []


@pytest.mark.parametrize(
    ("key", "modifiers", "signal"),
    [
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "blank_asked"),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "undo_asked"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "menu_asked"),
    ],
)
def test_keys_ask(paper, qtbot, key, modifiers, signal):
    with qtbot.waitSignal(getattr(paper, signal)):
        qtbot.keyClick(paper, key, modifiers)


def test_control_shift_z_asks_to_do_it_again(paper, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(paper.redo_asked):
        qtbot.keyClick(paper, Qt.Key.Key_Z, both)


def test_it_is_as_high_as_its_words_and_never_scrolls(paper):
    assert paper.verticalScrollBar().maximum() == 0
    height = paper.height()
    paper.resize(300, 400)
    assert paper.height() > height


def test_signs_outside_the_first_plane_do_not_shift_what_is_picked(theme, shown, chosen, previewed):
    previewed(lambda: chosen.ask_for("🌿🌿 what then 🌿 now"))
    paper = shown(PaperText(theme), width=600, height=400)
    paper.show_lines(page_lines(chosen.preview))
    cursor = paper.document().find("then")
    paper.setTextCursor(cursor)
    assert words_of(paper.picked()) == ["then"]


def test_only_words_are_copied(paper):
    paper.selectAll()
    data = paper.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert "Person A" in data.text()


def test_forgotten_it_holds_nothing(paper):
    paper.forget()
    assert paper.toPlainText() == ""


def test_a_line_of_ours_has_no_piece(theme, shown):
    paper = shown(PaperText(theme), width=600, height=100)
    paper.show_lines((Line("Week of 9 March", "small"),))
    assert paper.picked() == []
    assert paper.mark_at_caret() is None
