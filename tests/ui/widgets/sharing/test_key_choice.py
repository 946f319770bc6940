"""Whose key seals it."""

import pytest

from ui.widgets.sharing.key_choice import KeyChoice

KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def choice(desk, shown):
    return shown(KeyChoice(desk), width=600, height=300)


def test_a_pasted_key_shows_its_fingerprint(choice):
    choice.field.setText(f" {KEY} ")
    assert len(choice.fingerprint.text().split()) == 4
    assert choice.recipient() == KEY
    assert not choice.is_wrong()


def test_what_is_no_key_is_said(choice):
    choice.field.setText("age1nonsense")
    assert choice.fingerprint.isHidden()
    assert choice.is_wrong()
    assert choice.field.edit.property("wrong")


def test_a_kept_key_is_offered_first(choice, desk, settle):
    choice.field.setText(KEY)
    choice.keep.click()
    choice.keep_key("Marigold")
    choice.forget()
    choice.begin()
    settle(desk)
    assert choice.label() == "Marigold"
    assert choice.recipient() == KEY
    assert choice.field.isHidden()
    assert not choice.is_wrong()


def test_a_key_is_not_kept_unasked(choice, desk, settle):
    choice.field.setText(KEY)
    choice.keep_key("Marigold")
    choice.begin()
    settle(desk)
    assert choice.box.isHidden()
