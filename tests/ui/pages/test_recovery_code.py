"""The recovery code: shown once, typed back in part, never on the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.locked_places import CodePlace
from ui.places import WelcomePlace
from ui.widgets.sheet import Sheet


def type_back(qtbot, page, change=str.lower):
    groups = page.panel.code.split("-")
    for number, field in zip((3, 5, 9), page.panel.fields, strict=True):
        qtbot.keyClicks(field.edit, change(groups[number - 1]))


def test_the_code_is_shown_and_never_reaches_the_clipboard(qtbot, made):
    page = made.pages.page()
    assert len(page.panel.code.split("-")) == 9
    assert page.panel.groups.accessibleDescription().startswith("group 1: ")
    assert page.panel.code not in QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.panel.fields[0].edit, timeout=5_000)


def test_the_way_on_wakes_up_when_three_groups_are_right(qtbot, made):
    page = made.pages.page()
    assert not page.button.isEnabled()
    type_back(qtbot, page)
    assert page.button.isEnabled()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert isinstance(made.pages.place, WelcomePlace)
    assert page.panel.code == ""


def test_wrong_groups_do_not_wake_it_up(qtbot, made):
    page = made.pages.page()
    type_back(qtbot, page, lambda group: group[::-1] + "0")
    assert not page.button.isEnabled()


def test_going_on_without_the_code_asks_first(qtbot, made):
    page = made.pages.page()
    qtbot.mouseClick(page.without, Qt.MouseButton.LeftButton)
    assert isinstance(made.pages.place, CodePlace)
    sheet = made.findChild(Sheet)
    qtbot.mouseClick(sheet.other_button, Qt.MouseButton.LeftButton)
    assert isinstance(made.pages.place, WelcomePlace)


def test_the_code_is_not_on_the_way_back(qtbot, made):
    type_back(qtbot, made.pages.page())
    made.pages.page().go_on()
    made.desk.back_requested.emit()
    assert not isinstance(made.pages.place, CodePlace)


def test_the_sheet_is_a_pdf_that_only_this_person_can_read(qtbot, made, tmp_path, settle):
    target = tmp_path / "code.pdf"
    made.pages.page().panel._write(target)
    settle(made.desk)
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o077 == 0


def test_a_sheet_that_cannot_be_written_is_told(qtbot, made, tmp_path, settle):
    told = []
    made.desk.messages.said.connect(lambda sentence, *_rest: told.append(sentence))
    made.pages.page().panel._write(tmp_path / "nowhere" / "code.pdf")
    settle(made.desk)
    assert len(told) == 1


def test_a_lock_forgets_the_code_and_what_was_typed(qtbot, made):
    page = made.pages.page()
    type_back(qtbot, page)
    page.forget()
    assert page.panel.code == ""
    assert [field.edit.text() for field in page.panel.fields] == ["", "", ""]
    assert not page.panel.groups.accessibleDescription()
    assert not page.button.isEnabled()


def test_letters_that_look_alike_count_as_the_ones_on_paper(qtbot, made):
    page = made.pages.page()
    page.arrive(CodePlace("-".join(["0101"] * 9)))
    for field in page.panel.fields:
        qtbot.keyClicks(field.edit, "oI ol")
    assert page.button.isEnabled()


def test_a_group_that_is_right_leads_on_by_itself(qtbot, made):
    panel = made.pages.page().panel
    groups = panel.code.split("-")
    panel.fields[0].setFocus()
    qtbot.keyClicks(panel.fields[0].edit, groups[2][:3])
    assert panel.fields[0].edit.hasFocus()
    for at, number in enumerate((3, 5, 9)):
        qtbot.keyClicks(QApplication.focusWidget(), groups[number - 1][3 if at == 0 else 0 :])
    assert made.pages.page().button.isEnabled()
    assert panel.fields[2].edit.hasFocus()


def test_a_wrong_group_stays_where_it_is(qtbot, made):
    panel = made.pages.page().panel
    panel.fields[0].setFocus()
    qtbot.keyClicks(panel.fields[0].edit, "UUUU")
    assert panel.fields[0].edit.hasFocus()
