"""The digits of a key that two people compare."""

import pytest

from ui.widgets.fingerprint import Fingerprint, fingerprint_of

PUBLIC = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def test_it_is_said_group_by_group_and_let_go_of(theme, qtbot):
    shown = Fingerprint(theme)
    qtbot.addWidget(shown)
    shown.show_digits("3f9a 02bc")
    assert shown.text() == "3f9a 02bc"
    assert shown.accessibleName() == "Fingerprint: 3f9a, 02bc"
    shown.show_digits("")
    assert shown.text() == shown.accessibleName() == ""


def test_a_pasted_key_has_four_groups_whatever_blanks_stand_around_it():
    assert len(fingerprint_of(f" {PUBLIC}\n").split()) == 4


@pytest.mark.parametrize("text", ["", "  ", "age1", "no key"])
def test_what_is_no_key_has_none(text):
    assert fingerprint_of(text) == ""
