"""Making a journal: a passphrase, twice; as a person does it."""

from PySide6.QtCore import Qt

from ui.locked_places import CreatePlace, UnlockPlace

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
