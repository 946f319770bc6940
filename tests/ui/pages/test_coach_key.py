"""A coach makes a key: a passphrase twice, a file, and the public half to hand on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.errors import EmptyPassphrase, TargetUnwritable
from ally_journal.formats import age_file
from ally_journal.packet_errors import WrongPacketPassphrase
from ally_journal.services import coaching
from ally_journal.services.coaching import CoachKey
from ui.locked_places import CoachKeyPlace, CoachOpenPlace

PASSPHRASE = "a heron on the roof"
PUBLIC = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def page(window):
    window.desk.visit.emit(CoachKeyPlace())
    return window.pages.page()


@pytest.fixture
def typed(page, qtbot):
    qtbot.keyClicks(page.fields.first.edit, PASSPHRASE)
    qtbot.keyClicks(page.fields.again.edit, PASSPHRASE)
    return page


@pytest.fixture
def made(typed, monkeypatch, settle, tmp_path):
    def make(target, passphrase, *, replace):
        target.write_text(passphrase if replace else "")
        return CoachKey("", PUBLIC, "3f9a 02bc 77de 10a4")

    monkeypatch.setattr(coaching, "make_key", make)
    typed.make_at(tmp_path / "My key.age")
    settle(typed.desk)
    return typed


def test_two_that_differ_make_no_key(page, qtbot):
    qtbot.keyClicks(page.fields.first.edit, PASSPHRASE)
    qtbot.keyClicks(page.fields.again.edit, "other")
    qtbot.keyClick(page.fields.again.edit, Qt.Key.Key_Return)
    assert page.fields.again.edit.accessibleDescription()
    assert page.shown.isHidden()


def test_the_public_half_and_its_fingerprint_are_shown(made):
    assert made.shown.key.toPlainText() == PUBLIC
    assert made.shown.fingerprint.text() == "3f9a 02bc 77de 10a4"
    assert "My key.age" in made.shown.where.sentence
    assert made.fields.first.text() == ""
    assert made.fields.isHidden()


def test_the_public_half_is_copied(made, told):
    made.shown.copy.click()
    assert QApplication.clipboard().text() == PUBLIC
    assert told


def test_a_place_that_cannot_be_written_is_told(typed, monkeypatch, settle, tmp_path):
    def refuse(*_args, **_more):
        raise TargetUnwritable

    monkeypatch.setattr(coaching, "make_key", refuse)
    typed.make_at(tmp_path / "My key.age")
    settle(typed.desk)
    assert typed.problem.isVisible()
    assert typed.button.isEnabled()


def test_leaving_forgets_everything(made, window):
    made.back.click()
    assert isinstance(window.pages.place, CoachOpenPlace)
    made.forget()
    assert made.shown.key.toPlainText() == ""


def test_the_public_half_of_a_key_that_is_there_is_shown_again(page, settle, tmp_path):
    path, pair = tmp_path / "old.txt", age_file.new_key()
    path.write_text(pair.identity)
    page.have.click()
    page.look.take_file(path)
    page.look.button.click()
    settle(page.desk)
    assert page.shown.key.toPlainText() == pair.recipient
    assert page.look.isHidden()


def test_a_file_that_is_no_key_is_refused_in_a_sentence(page, settle, tmp_path):
    page.have.click()
    page.look.look()
    assert page.look.file.error.isVisible()
    (tmp_path / "notes.txt").write_text("no key")
    page.look.take_file(tmp_path / "notes.txt")
    page.look.look()
    settle(page.desk)
    assert "not the key" in page.look.file.error.text()


@pytest.mark.parametrize("error", [EmptyPassphrase(), WrongPacketPassphrase()])
def test_a_passphrase_that_does_not_open_it_is_told_at_its_field(page, error):
    page.have.click()
    page.look._failed(error)
    assert page.look.secret.edit.accessibleDescription()
