"""What can be done with a word of the page."""

from PySide6.QtWidgets import QWidget

from ui.models.share_lines import page_lines
from ui.widgets.menu import Menu
from ui.widgets.sharing.paper_text import PaperText
from ui.widgets.sharing.word_menu import word_menu


def menu_at(theme, shown, sharing, words):
    paper = shown(PaperText(theme), width=600, height=400)
    paper.show_lines(page_lines(sharing.preview))
    cursor = paper.textCursor()
    cursor.setPosition(paper.toPlainText().index(words) + 1)
    paper.setTextCursor(cursor)
    return word_menu(theme, paper, sharing, paper.picked(), paper.mark_at_caret())


def items(menu):
    return [one.text().partition("\t")[0] for one in menu.actions() if one.text()]


def choose(menu, words):
    next(one for one in menu.actions() if one.text().startswith(words)).trigger()


def test_a_plain_word_can_be_blanked_or_be_a_person(theme, shown, chosen, previewed):
    menu = menu_at(theme, shown, chosen, "twice")
    assert items(menu) == ["Blank it", "Blank it everywhere", "This is a person", "Undo"]
    previewed(lambda: choose(menu, "Blank it"))
    assert "twice" not in " ".join(one.redacted.text for one in chosen.preview.pieces)


def test_a_replaced_name_can_be_kept_or_be_somebody_else(theme, shown, chosen, previewed):
    menu = menu_at(theme, shown, chosen, "Person")
    assert items(menu)[0].endswith("was Wren")
    assert items(menu)[1:4] == ["Keep this word", "Blank it", "Give it to another person"]
    previewed(lambda: choose(menu, "Keep this word"))
    assert chosen.preview.packet.question == "What would Wren want?"


def test_a_word_is_given_to_a_person(theme, shown, chosen, previewed):
    people = menu_at(theme, shown, chosen, "twice").findChildren(Menu)[0]
    label = people.actions()[0].text().partition(",")[0]
    previewed(people.actions()[0].trigger)
    assert f"cut in {label}." in chosen.preview.packet.entries[0].parts[0].paragraphs[1]


def test_what_was_blanked_is_said_nowhere_and_can_come_back(theme, shown, chosen, previewed):
    previewed(lambda: choose(menu_at(theme, shown, chosen, "twice"), "Blank it"))
    menu = menu_at(theme, shown, chosen, "█")
    assert items(menu)[:2] == ["You blanked this", "Bring it back"]
    assert "twice" not in " ".join(items(menu))
    previewed(lambda: choose(menu, "Bring it back"))
    assert "twice" in chosen.preview.packet.entries[0].parts[0].paragraphs[1]


def test_there_is_none_for_nothing(theme, sharing, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    assert word_menu(theme, host, sharing, [], None) is None


def test_a_word_can_be_blanked_wherever_it_stands(theme, shown, chosen, previewed):
    previewed(lambda: chosen.ask_for("Was blue the word?"))
    previewed(lambda: choose(menu_at(theme, shown, chosen, "blue"), "Blank it everywhere"))
    assert "blue" not in " ".join(one.redacted.text for one in chosen.preview.pieces)
