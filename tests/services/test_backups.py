"""Backups as the window knows them: listed for nothing, tested, previewed, carried, removed."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from threading import Event
from time import monotonic, sleep

import pytest

from ally_journal.changes import Change
from ally_journal.errors import DamagedBackup, ReadOnly, VaultClosed, WrongPassphrase
from ally_journal.journal import Journal
from ally_journal.services.backups import newest_whole, rows_of
from ally_journal.storage import bundle

PASSPHRASE = "heron by the slow river"


def write(journal, *words):
    return [journal.writing.write("catch", {"what": word})[0] for word in words]


def carried_out(task):
    while not task.step():
        pass
    return task.result()


def spoil(path):
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)


def test_the_list_tells_how_many_entries_each_holds(journal, clock):
    write(journal, "moss")
    first = journal.copies.make()
    clock.move(timedelta(minutes=1))
    write(journal, "ivy", "fern")
    second = journal.copies.make("session")
    assert journal.copies.all() == (second, first)
    assert [(row.entries, row.reason) for row in (first, second)] == [(1, "asked"), (3, "session")]
    assert first.checked == first.made


def test_a_backup_is_due_after_a_change_and_not_after_what_is_noted_of_backups(journal, tmp_path):
    assert journal.copies.due()
    row = journal.copies.make()
    assert not journal.copies.due()
    journal.copies.test(row.path)
    journal.copies.copy_to(row.path, tmp_path)
    assert not journal.copies.due()
    write(journal, "moss")
    assert journal.copies.due()


def test_a_clock_that_was_ahead_does_not_make_each_day_due(journal, clock):
    clock.move(timedelta(days=365 * 50))
    journal.copies.make()
    clock.move(timedelta(days=-365 * 50))
    assert journal.copies.due()
    journal.copies.make()
    assert not journal.copies.due()


def test_a_backup_in_steps_lets_writing_go_on(journal):
    write(journal, *("moss " * 60 for _ in range(20)))
    task, kept = journal.copies.begin("session"), 0
    while not task.step():
        write(journal, "between two steps")
        kept += 1
    row = task.result()
    assert kept > 0
    assert journal.copies.test(row.path) == ()
    assert 20 <= row.entries <= 20 + kept


def test_locking_ends_a_backup_and_nothing_half_made_stays(journal):
    task = journal.copies.begin("session")
    task.step(0)
    journal.close()
    assert task.step()
    with pytest.raises(VaultClosed):
        task.result()
    task._thread.join(5)
    assert list((journal.folder / "backups").iterdir()) == []


def test_a_task_that_is_stopped_leaves_the_journal_usable(journal):
    task = journal.copies.begin("session")
    task.step()
    task.stop()
    write(journal, "moss")
    assert journal.reading.count() == 1


def test_a_test_notes_the_day_it_was_found_whole(journal, clock):
    row = journal.copies.make()
    clock.move(timedelta(days=3))
    assert journal.copies.test(row.path) == ()
    assert journal.copies.all()[0].checked == clock.now()
    assert carried_out(journal.copies.begin_test(row.path)) == ()


def test_a_damaged_backup_is_told_and_its_day_stays(journal, clock):
    row = journal.copies.make()
    spoil(row.path)
    clock.move(timedelta(days=3))
    with pytest.raises(DamagedBackup):
        journal.copies.test(row.path)
    with pytest.raises(DamagedBackup):
        carried_out(journal.copies.begin_test(row.path))
    assert journal.copies.all()[0].checked == row.made


def test_a_backup_of_other_keys_wants_its_own_passphrase(journal):
    write(journal, "moss")
    row = journal.copies.make()
    journal.keys.renew(PASSPHRASE)
    old = next(one for one in journal.copies.all() if one.path == row.path)
    assert old.entries is None
    with pytest.raises(WrongPassphrase):
        journal.copies.test(row.path)
    assert journal.copies.test(row.path, PASSPHRASE) == ()
    assert journal.copies.preview(row.path, PASSPHRASE).entries == 1


def test_a_preview_tells_what_would_be_put_aside(journal, clock):
    write(journal, "moss")
    clock.move(timedelta(days=2))
    write(journal, "ivy")
    row = journal.copies.make()
    write(journal, "fern", "oak", "ash")
    shown = journal.copies.preview(row.path)
    assert (shown.entries, shown.newer_here) == (2, 3)
    assert (shown.first_day, shown.last_day) == (date(2026, 3, 12), date(2026, 3, 14))
    assert carried_out(journal.copies.begin_preview(row.path)) == shown


def test_backups_that_hold_what_is_in_the_trash_are_named(journal, clock):
    early = journal.copies.make()
    clock.move(timedelta(hours=1))
    (entry,) = write(journal, "moss")
    holding = journal.copies.make()
    journal.bin.move(entry.id)
    assert journal.copies.holding(*(one.created for one in journal.bin.contents())) == (holding,)
    assert journal.copies.holding() == ()
    assert early in journal.copies.all()


def test_before_backups_go_there_is_one_of_now(journal, clock):
    write(journal, "moss")
    rows = [journal.copies.make()]
    clock.move(timedelta(minutes=1))
    rows.append(journal.copies.make())
    clock.move(timedelta(minutes=1))
    journal.copies.remove(row.path for row in rows)
    (left,) = journal.copies.all()
    assert (left.reason, left.entries) == ("trash", 1)
    assert journal.copies.test(left.path) == ()


def test_an_older_backup_goes_without_a_new_one(journal, clock):
    old = journal.copies.make()
    clock.move(timedelta(minutes=1))
    new = journal.copies.make()
    journal.copies.remove([old.path])
    journal.copies.remove([])
    assert journal.copies.all() == (new,)


def test_a_copy_elsewhere_notes_the_day(journal, tmp_path):
    row = journal.copies.make()
    assert journal.copies.copied_elsewhere() is None
    (tmp_path / "stick").mkdir()
    path = carried_out(journal.copies.begin_copy(row.path, tmp_path / "stick"))
    assert path.read_bytes() == row.path.read_bytes()
    assert journal.copies.copied_elsewhere() == journal.today()


def test_a_check_goes_on_beside_writing(journal):
    assert carried_out(journal.copies.begin_check()) == ()


def test_a_journal_that_can_only_be_read_takes_no_backup(journal):
    journal._vault.read_only = True
    with pytest.raises(ReadOnly):
        journal.copies.begin()
    journal.copies.all()


def test_the_backups_of_a_closed_journal_are_listed_with_and_without_its_passphrase(journal):
    write(journal, "moss")
    journal.copies.make()
    journal.close()
    assert [row.entries for row in rows_of(journal.folder)] == [None]
    assert [row.entries for row in rows_of(journal.folder, PASSPHRASE)] == [1]
    with pytest.raises(WrongPassphrase):
        rows_of(journal.folder, "another")


def test_the_newest_whole_backup_is_found_though_the_newest_is_not(journal, clock):
    write(journal, "moss")
    whole = journal.copies.make()
    clock.move(timedelta(days=1))
    spoil(journal.copies.make().path)
    journal.close()
    assert newest_whole(journal.folder, PASSPHRASE) == whole
    assert newest_whole(journal.folder, "another") is None


def test_a_restored_journal_counts_on_and_is_due(journal, clock):
    write(journal, "moss")
    row = journal.copies.make()
    clock.move(timedelta(minutes=1))
    write(journal, "ivy")
    journal.copies.make()
    journal.close()
    Journal.put_back(journal.folder, row.path, PASSPHRASE)
    with closing(Journal.open(journal.folder, PASSPHRASE, clock)) as again:
        assert again.copies.due()
        assert isinstance(again.bin.empty(), Change)


@pytest.mark.parametrize("kind", ["copy", "preview", "test"])
def test_locking_ends_what_reads_a_backup_and_leaves_nothing(journal, tmp_path, monkeypatch, kind):
    write(journal, *("moss " * 60 for _ in range(20)))
    row = journal.copies.make()
    (tmp_path / "stick").mkdir()
    begun = Event()
    monkeypatch.setattr(bundle, "_CHUNK", 16)
    read = bundle._Reader.read

    def slowly(reader, size):
        begun.set()
        sleep(0.001)
        return read(reader, size)

    monkeypatch.setattr(bundle._Reader, "read", slowly)
    given = [row.path, tmp_path / "stick"][: 1 + (kind == "copy")]
    task = getattr(journal.copies, f"begin_{kind}")(*given)
    task.step()
    assert begun.wait(5)
    before = monotonic()
    journal.close()
    assert monotonic() - before < 1
    assert list((tmp_path / "stick").iterdir()) == list(journal.folder.glob(".*passing*")) == []
    assert not task._thread.is_alive()
