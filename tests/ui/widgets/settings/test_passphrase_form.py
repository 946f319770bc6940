"""Another passphrase: the old one, then the new one twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.widgets.settings.passphrase_form import PassphraseForm

OLD, NEW = "marigold under the stairs", "a heron on the roof"


@pytest.fixture
def form(desk, shown):
    form = shown(PassphraseForm(desk), width=440, height=400)
    form.heard = []
    form.ready.connect(lambda old, new: form.heard.append((old, new)))
    return form


def fill(form, old=OLD, first=NEW, again=NEW):
    for field, words in ((form.old, old), (form.fields.first, first), (form.fields.again, again)):
        field.setText(words)


def test_three_that_fit_are_handed_over(form):
    fill(form)
    form.button.click()
    assert form.heard == [(OLD, NEW)]


def test_enter_in_the_last_field_hands_over_too(qtbot, form):
    fill(form)
    qtbot.keyClick(form.fields.again.edit, Qt.Key.Key_Return)
    assert form.heard == [(OLD, NEW)]


@pytest.mark.parametrize(
    ("missing", "asks"), [("old", "old"), ("first", "first"), ("again", "again")]
)
def test_what_is_missing_is_asked_for_at_its_field(form, missing, asks):
    fill(form, **{missing: ""})
    form.button.click()
    fields = {"old": form.old, "first": form.fields.first, "again": form.fields.again}
    assert form.heard == []
    assert fields[asks].edit.accessibleDescription()


def test_nothing_that_is_typed_is_shown_or_can_be_copied(form):
    fill(form)
    edits = form.findChildren(QLineEdit)
    assert len(edits) == 3
    assert {one.echoMode() for one in edits} == {QLineEdit.EchoMode.Password}


def test_after_wiping_nothing_is_left_nor_comes_back(form):
    fill(form)
    form.wipe()
    for edit in form.findChildren(QLineEdit):
        edit.undo()
        assert edit.text() == ""


def test_while_the_keys_are_made_nothing_can_be_changed_or_asked_again(form):
    fill(form)
    form.set_waiting(on=True)
    form.button.click()
    form.fields.returned.emit()
    assert form.heard == []
    assert all(one.isReadOnly() for one in form.findChildren(QLineEdit))
    form.set_waiting(on=False)
    form.button.click()
    assert form.heard == [(OLD, NEW)]


def test_one_can_leave_it_as_it_is(qtbot, form):
    with qtbot.waitSignal(form.given_up, timeout=1_000):
        form.stop.click()
    assert form.heard == []
