from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest

from ally_journal.domain.entry import Draft, Entry, Sensitivity

NOW = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)


def entry(**more):
    return Entry("id", "catch", 1, "Title", date(2026, 3, 12), NOW, NOW, "UTC", (), **more)


def test_an_entry_is_private_until_it_is_said_otherwise():
    assert entry().sensitivity is Sensitivity.PRIVATE
    assert entry().trashed is None


def test_an_entry_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        entry().title = "Another"


@pytest.mark.parametrize("word", ["private", "coach", "never"])
def test_how_far_an_entry_may_go_is_kept_as_a_word(word):
    assert Sensitivity(word).value == word


def test_two_drafts_share_no_answers():
    first, second = (Draft("a", "catch", 1, NOW, "UTC", date(2026, 3, 12)) for _ in range(2))
    first.answers["what"] = "moss"
    assert second.answers == {}
