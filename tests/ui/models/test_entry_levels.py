import pytest

from ally_journal.domain.entry import Sensitivity
from ui import icons
from ui.models.entry_levels import SIGNS, level_sentence, level_words, row_words, unusual


@pytest.mark.parametrize("level", Sensitivity)
def test_every_level_has_its_words(level):
    assert level_words(level)
    assert level_sentence(level)


def test_what_is_as_every_entry_begins_has_no_sign_and_is_not_read_out():
    assert Sensitivity.PRIVATE not in SIGNS
    assert row_words(Sensitivity.PRIVATE) == ""
    assert unusual(Sensitivity.PRIVATE) is None
    assert unusual(Sensitivity.NEVER) is Sensitivity.NEVER


def test_the_signs_are_icons_of_ours():
    assert set(SIGNS.values()) <= set(icons.names())
