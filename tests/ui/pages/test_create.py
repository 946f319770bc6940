"""Making a journal: a passphrase, twice; as a person does it."""

from PySide6.QtCore import Qt

from ui.locked_places import CodePlace, CreatePlace, UnlockPlace
from ui.widgets.sheet import Sheet

PASSPHRASE = "a heron on the roof"


def test_where_no_journal_is_one_is_made(empty):
    assert isinstance(empty.pages.place, CreatePlace)


def test_two_that_differ_are_answered_at_the_second_field(qtbot, empty):
    page = empty.pages.page()
    qtbot.keyClicks(page.fields.first.edit, PASSPHRASE)
    qtbot.keyClicks(page.fields.again.edit, "another")
    page.make()
    assert page.fields.again.edit.accessibleDescription()
    assert not empty.desk.folder.exists()


def test_the_strength_is_told_in_words(qtbot, empty):
    fields = empty.pages.page().fields
    before = fields.meter.accessibleName()
    qtbot.keyClicks(fields.first.edit, "password1")
    qtbot.waitUntil(lambda: fields.meter.accessibleName() != before, timeout=20_000)


def test_a_very_long_passphrase_is_scored_too(qtbot, empty):
    fields = empty.pages.page().fields
    before = fields.meter.accessibleName()
    fields.first.setText("fern " * 60)
    qtbot.waitUntil(lambda: fields.meter.accessibleName() != before, timeout=20_000)


def test_the_new_journal_opens_with_its_passphrase(qtbot, made):
    made.lock()
    assert isinstance(made.pages.place, UnlockPlace)
    page = made.pages.page()
    qtbot.keyClicks(page.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(made.desk.unlocked, timeout=10_000):
        qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)


def ask_with(qtbot, empty, passphrase):
    page = empty.pages.page()
    page.fields.first.setText(passphrase)
    page.fields.again.setText(passphrase)
    page.make()
    qtbot.waitUntil(lambda: bool(empty.findChildren(Sheet)), timeout=20_000)
    return page, empty.findChildren(Sheet)[-1]


def test_a_very_weak_passphrase_is_asked_about_and_the_safe_choice_goes_back(qtbot, empty):
    page, sheet = ask_with(qtbot, empty, "password1")
    sheet.safe_button.click()
    assert page.fields.first.edit.selectedText()
    assert not empty.desk.folder.exists()


def test_a_weak_passphrase_may_be_kept(qtbot, empty):
    _page, sheet = ask_with(qtbot, empty, "password1")
    sheet.other_button.click()
    qtbot.waitUntil(lambda: isinstance(empty.pages.place, CodePlace), timeout=10_000)


def test_enter_chooses_what_stands_in_once_more(qtbot, empty):
    fields = empty.pages.page().fields
    fields.again.setText("fern")
    qtbot.keyClick(fields.first.edit, Qt.Key.Key_Return)
    assert fields.again.edit.hasSelectedText()
