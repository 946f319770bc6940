"""The note on what looks like a real name, on the practice page as a person meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ally_journal.domain.real_names import Looks, Sighting
from ui.pages.practice import PracticePage
from ui.places import PracticePlace
from ui.widgets.practice.name_note import NameNote, words_for
from ui.widgets.practice.name_watch import NameWatch


@pytest.fixture
def page(desk, shown, settle):
    def wren(journal):
        return journal.people.add("Wren")

    desk.write(wren)
    settle(desk)
    made = shown(PracticePage(desk), PracticePlace("free"))
    settle(desk)
    made.skip()
    return made


def note(page):
    found = [one for one in page.findChildren(NameNote) if one.isVisible()]
    return found[0] if found else None


def write(page, text):
    page.view.editor.focus_first()
    QTest.keyClicks(page.view.editor.field, text)


def rest(page):
    """The typing rests."""
    page.view.findChild(NameWatch)._rest.timeout.emit()


def test_a_full_name_is_noted_when_the_typing_rests(page, qtbot):
    write(page, "Then Maria Lopez spoke.")
    assert note(page) is None
    qtbot.waitUntil(lambda: note(page) is not None, timeout=5_000)
    assert "This looks like a full name. A made-up name keeps them safe." in note(page).words.text()
    assert page.view.editor.field.hasFocus()


def test_made_up_names_are_never_noted(page):
    write(page, "Then Wren spoke. Wren Lopez too")
    rest(page)
    assert note(page) is None


def test_keeping_it_keeps_the_text_and_is_not_asked_again(page, qtbot):
    write(page, "Maria Lopez")
    rest(page)
    page.session.put(page.view.editor.value())
    QTest.mouseClick(note(page).keep, Qt.MouseButton.LeftButton)
    assert note(page) is None
    write(page, " and Sam Smith")
    rest(page)
    assert note(page) is None
    assert page.view.editor.value() == "Maria Lopez and Sam Smith"
    assert page.view.editor.field.hasFocus()


def test_writing_goes_on_below_the_note_and_next_is_never_held_back(page, settle, desk):
    write(page, "Maria Lopez")
    rest(page)
    write(page, " left")
    page.go_on()
    settle(desk)
    assert page.session.walk.current is None
    assert note(page) is None


def test_what_was_kept_on_an_earlier_day_is_not_asked_about_again(desk, shown, settle):
    draft = []

    def saved(journal):
        begun = journal.writing.begin("free", carry={"page": "Maria Lopez left"})
        draft.append(begun.id)
        return journal.writing.save_draft(begun)

    desk.write(saved)
    settle(desk)
    page = shown(PracticePage(desk), PracticePlace("free", draft=draft[0]))
    settle(desk)
    page.skip()
    write(page, " with Sam Smith")
    rest(page)
    assert note(page) is None


def test_a_known_made_up_name_takes_the_place_everywhere(page, desk, settle):
    write(page, "Maria Lopez left. I saw Maria Lopez go.")
    rest(page)
    QTest.mouseClick(note(page).change, Qt.MouseButton.LeftButton)
    QTest.mouseClick(note(page).chips.chip("Wren"), Qt.MouseButton.LeftButton)
    assert page.view.editor.value() == "Wren left. I saw Wren go."
    assert note(page) is None
    assert page.session.walk.answers["page"] == "Wren left. I saw Wren go."
    page.view.editor.field.undo()
    assert page.view.editor.value() == "Maria Lopez left. I saw Maria Lopez go."


def test_a_new_made_up_name_is_added(page, desk, settle):
    write(page, "Maria Lopez left")
    rest(page)
    note(page).change.click()
    line = note(page).line
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert line.edit.property("wrong")
    QTest.keyClicks(line.edit, "Rowan")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert page.view.editor.value() == "Rowan left"
    found = []
    settle(desk)
    desk.ask(lambda journal: journal.people.all(), found.append, owner=desk)
    settle(desk)
    assert [one.name for one in found[0]] == ["Rowan", "Wren"]


def test_names_among_people_and_in_parts_are_noted_and_replaced(desk, shown, settle):
    page = shown(PracticePage(desk), PracticePlace("facts"))
    settle(desk)
    for _step in range(20):
        if page.session.walk.current.kind == "people":
            break
        page.skip()
    editor = page.view.editor
    QTest.keyClicks(editor.field._line.edit, "Maria Lopez")
    rest(page)
    note(page).change.click()
    note(page).line.setText("Rowan")
    QTest.keyClick(note(page).line.edit, Qt.Key.Key_Return)
    assert editor.value() == ["Rowan"]
    assert "Maria Lopez" not in editor.field._names


@pytest.mark.parametrize("looks", list(Looks))
def test_each_is_said_in_plain_words_and_never_at_length(looks):
    words = words_for(Sighting(looks, "x" * 100, 0, 100))
    assert "made-up name" in words
    assert "x" * 41 not in words
