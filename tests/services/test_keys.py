from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ally_journal.errors import DiskFull, MalformedRecoveryCode, VaultError, WrongPassphrase
from ally_journal.journal import Journal
from ally_journal.storage import backups
from tests.services.conftest import CHEAP, PASSPHRASE


def later(journal, clock, days):
    clock.instant += timedelta(days=days)
    return journal.keys


def test_a_new_journal_has_a_code_that_was_never_tried(journal):
    assert journal.keys.has_recovery_code()
    assert journal.keys.last_checked() is None
    assert journal.keys.drill_due()


def test_the_day_of_a_try_is_noted_and_the_next_is_due_after_90_days(journal, clock):
    code = journal.keys.new_recovery_code(PASSPHRASE)
    assert journal.keys.check_recovery_code(code)
    assert journal.keys.last_checked() == date(2026, 3, 12)
    assert not later(journal, clock, 90).drill_due()
    assert later(journal, clock, 1).drill_due()


def test_a_try_that_fails_notes_nothing(journal, other):
    code = other.keys.new_recovery_code(PASSPHRASE)
    assert not journal.keys.check_recovery_code(code)
    with pytest.raises(MalformedRecoveryCode):
        journal.keys.check_recovery_code("moss")
    assert journal.keys.last_checked() is None


@pytest.mark.parametrize("name", ["new_recovery_code", "renew"])
def test_a_new_code_was_never_tried(journal, name):
    journal.keys.check_recovery_code(journal.keys.new_recovery_code(PASSPHRASE))
    with pytest.raises(WrongPassphrase):
        getattr(journal.keys, name)("wrong")
    assert journal.keys.last_checked() is not None
    code = getattr(journal.keys, name)(PASSPHRASE)
    assert journal.keys.last_checked() is None
    assert journal.keys.check_recovery_code(code)


def test_after_new_keys_every_entry_is_there_and_writing_goes_on(journal, clock):
    entry, _ = journal.writing.write("catch", {"what": "moss"})
    journal.keys.renew(PASSPHRASE)
    assert journal.reading.entry(entry.id) == entry
    second, _ = journal.writing.write("catch", {"what": "ivy"})
    journal.close()
    again = Journal.open(journal.folder, PASSPHRASE, clock)
    assert again.reading.count() == 2
    assert again.reading.entry(second.id) == second
    again.close()


def test_a_disk_without_room_for_a_backup_leaves_the_keys(journal, monkeypatch):
    before = (journal.folder / "vault.json").read_bytes()

    def full(*_args):
        raise DiskFull

    monkeypatch.setattr(backups, "_check_room", full)
    with pytest.raises(VaultError):
        journal.keys.renew(PASSPHRASE)
    assert (journal.folder / "vault.json").read_bytes() == before


def test_what_has_been_done_stays_done_where_the_day_cannot_be_noted(journal, monkeypatch):
    monkeypatch.setattr(journal._vault, "atomic", lambda: (_ for _ in ()).throw(DiskFull()))
    code = journal.keys.new_recovery_code(PASSPHRASE)
    assert journal.keys.check_recovery_code(code)


def test_a_cheap_guess_is_made_dearer_when_the_journal_is_opened(tmp_path, clock):
    folder = tmp_path / "Cheap.ally"
    Journal.create(folder, PASSPHRASE, clock, CHEAP)[0].close()
    least = replace(CHEAP, memory=CHEAP.memory + 1024)
    Journal.open(folder, PASSPHRASE, clock, least).close()
    raised = (folder / "vault.json").read_bytes()
    assert b'"memory":20480' in raised
    Journal.open(folder, PASSPHRASE, clock, least).close()
    Journal.open(folder, PASSPHRASE, clock, CHEAP).close()
    Journal.open(folder, PASSPHRASE, clock).close()
    assert (folder / "vault.json").read_bytes() == raised
