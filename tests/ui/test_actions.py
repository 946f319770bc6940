"""The acts and their keys."""

from ui.actions import act, acts, printed, tip


def test_no_two_acts_share_their_keys():
    keys = [key for one in acts() for key in one.keys]
    assert len(keys) == len(set(keys))


def test_every_name_is_there_once():
    names = [one.name for one in acts()]
    assert len(names) == len(set(names))


def test_the_tooltip_says_what_and_how():
    assert tip("lock") == "Lock (Ctrl L)"


def test_keys_are_printed_as_on_a_keyboard():
    assert printed("Ctrl++") == "Ctrl +"
    assert printed("Ctrl+-") == "Ctrl −"
    assert printed("Ctrl+Shift+Return") == "Ctrl Shift Enter"


def test_support_help_and_hide_need_no_journal():
    assert not any(act(name).needs_journal for name in ("support", "help", "hide"))
