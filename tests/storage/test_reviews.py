"""Nothing was ticked where nothing is."""

from datetime import date

from ally_journal.storage import reviews


def test_an_empty_vault_has_nothing_ticked(vault):
    assert reviews.ticked(vault, ("cue", "set_off"), date.min, date.max) == ()
