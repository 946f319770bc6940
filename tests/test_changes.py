import pytest

from ally_journal.changes import Change

FLAGS = [name for name in Change._fields if name != "entries"]


def test_a_change_of_nothing_touches_nothing():
    assert not any(getattr(Change(), name) for name in [*FLAGS, "entries"])


@pytest.mark.parametrize("name", FLAGS)
def test_two_changes_joined_touch_what_either_did(name):
    touched = Change()._replace(**{name: True})
    assert (touched | Change()) == (Change() | touched) == touched


def test_the_entries_of_both_are_in_a_joined_change():
    joined = Change(entries=frozenset({"a"})) | Change(entries=frozenset({"b"}))
    assert joined.entries == {"a", "b"}
