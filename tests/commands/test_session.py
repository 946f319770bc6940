import pytest

from ally_journal.errors import VaultClosed, VaultMissing, WrongPassphrase


def test_the_journal_is_locked_again_after_use(ally, made):
    with ally.session.opened(
        ally.folder / "Fern.ally", lambda: "amber fern under slate"
    ) as open_one:
        assert open_one.reading.count() == 0
    with pytest.raises(VaultClosed):
        open_one.reading.count()


def test_a_wrong_passphrase_is_told_from_the_right_one(ally):
    with pytest.raises(WrongPassphrase), ally.session.opened(ally.folder / "Fern.ally", str):
        pass


def test_no_passphrase_is_asked_for_where_there_is_no_journal(empty):
    asked = []
    with pytest.raises(VaultMissing), empty.session.opened(empty.folder / "x", asked.append):
        pass
    assert asked == []
