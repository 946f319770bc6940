"""People one trusts, on Support: added, changed, taken off; never there before unlocking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ally_journal.domain.contact import CONTACTS
from ui.pages.support import SupportPage
from ui.places import SupportPlace
from ui.widgets.form_sheet import FormSheet
from ui.widgets.support.contact_sheet import ContactSheet


@pytest.fixture
def page(desk, shown, settle):
    page = shown(SupportPage(desk), SupportPlace(), 1000, 700)
    settle(desk)
    return page


@pytest.fixture
def marigold(page, desk, settle):
    """A page with one person on it."""
    detail = {"line": "Friend", "number": "0000 123"}
    desk.write(lambda journal: journal.lists.add(CONTACTS, "Marigold", detail))
    settle(desk)
    return page


@pytest.fixture
def said(desk):
    """What a toast offers to take back."""
    acts = []
    desk.messages.said.connect(lambda _sentence, _action, then: acts.append(then))
    return acts


def names(page):
    return [one.name for one in page.contacts.contacts]


def fields(page):
    sheet = page.window().findChild(FormSheet)
    return sheet, sheet.findChild(ContactSheet)


def test_without_anybody_it_says_who_it_could_be(page):
    assert page.people.isVisible()
    assert names(page) == []
    assert page.contacts._none.isVisible()


def test_somebody_is_added_by_typing(qtbot, page, desk, settle):
    page.contacts.add.click()
    _sheet, form = fields(page)
    qtbot.keyClicks(form.name.edit, "Marigold")
    qtbot.keyClicks(form.number.edit, "0000 123")
    qtbot.keyClick(form.number.edit, Qt.Key.Key_Return)
    settle(desk)
    assert names(page) == ["Marigold"]
    assert page.contacts.contacts[0].number == "0000 123"


def test_a_name_has_to_be_there(qtbot, page, desk, settle):
    page.contacts.add.click()
    sheet, _form = fields(page)
    sheet.submitted.emit()
    settle(desk)
    assert sheet._error.text() == "Give it a name."


def test_a_number_is_copied_and_who_has_none_has_no_button(qtbot, marigold, desk, settle):
    desk.write(lambda journal: journal.lists.add(CONTACTS, "Fern", {}))
    settle(desk)
    (copy,) = marigold.contacts.copies.values()
    copy.click()
    assert QGuiApplication.clipboard().text() == "0000 123"


def test_somebody_is_changed(marigold, desk, settle):
    marigold.contacts._change(marigold.contacts.contacts[0])
    sheet, form = fields(marigold)
    assert (form.name.text(), form.line.text()) == ("Marigold", "Friend")
    form.line.setText("Sister")
    sheet.submitted.emit()
    settle(desk)
    assert marigold.contacts.contacts[0].line == "Sister"


def test_somebody_is_taken_off_and_brought_back(marigold, desk, settle, said):
    marigold.contacts.remove(marigold.contacts.contacts[0])
    settle(desk)
    assert names(marigold) == []
    said[-1]()
    settle(desk)
    assert names(marigold) == ["Marigold"]


def test_the_menu_has_both(marigold):
    (more,) = marigold.contacts.mores.values()
    more.click()
    menu = marigold.contacts.findChild(QMenu)
    acts = [one.text() for one in menu.actions() if not one.isSeparator()]
    menu.close()
    assert acts == ["Change…", "Take off this page"]


def test_nobody_stands_there_before_unlocking(locked_desk, shown):
    page = shown(SupportPage(locked_desk), SupportPlace(), 1000, 700)
    assert not page.people.isVisible()
    assert names(page) == []


def test_letting_go_leaves_no_name(marigold):
    marigold.forget()
    assert names(marigold) == []
    assert marigold.contacts.copies == {}


def test_opening_support_rests_the_week_and_asks_on(page, desk, settle):
    settle(desk)
    assert desk.settings.quiet_until == "2026-03-18"
    assert desk.settings.unasked_on == ""


@pytest.fixture
def three(page, desk, settle):
    for name in ("Marigold", "Fern", "Wren"):
        desk.write(lambda journal, name=name: journal.lists.add(CONTACTS, name))
    settle(desk)
    return page


def test_the_order_is_ones_own_by_keys_and_the_focus_goes_along(three, qtbot, desk, settle):
    last = three.contacts.contacts[2]
    three.contacts.mores[last.id].setFocus()
    qtbot.keyClick(three.contacts.mores[last.id], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert names(three) == ["Marigold", "Wren", "Fern"]
    assert three.contacts.mores[last.id].hasFocus()
    qtbot.keyClick(three.contacts.mores[last.id], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(desk)
    assert names(three) == ["Marigold", "Fern", "Wren"]


def test_at_either_end_it_stays(three, desk, settle):
    first, _middle, last = three.contacts.contacts
    three.contacts.shift(first, -1)
    three.contacts.shift(last, 1)
    settle(desk)
    assert names(three) == ["Marigold", "Fern", "Wren"]


def test_the_menu_moves_too_and_knows_the_ends(three, desk, settle):
    contact = three.contacts.contacts[0]
    three.contacts.mores[contact.id].click()
    menu = three.contacts.findChild(QMenu)
    acts = {act.text().partition("\t")[0]: act for act in menu.actions()}
    assert not acts["Move up"].isEnabled()
    acts["Move down"].trigger()
    menu.close()
    settle(desk)
    assert names(three) == ["Fern", "Marigold", "Wren"]
