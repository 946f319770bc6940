"""After a backup was put back, nothing of the time since is lost."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.packet import Remark
from ally_journal.errors import VaultMissing
from ally_journal.journal import Journal
from tests.services.sharing_samples import choice, debrief, sent

PASSPHRASE = "heron by the slow river"


def write(journal, *words):
    return [journal.writing.write("catch", {"what": word})[0].id for word in words]


@pytest.fixture
def put_back(journal, clock):
    """Ends a journal, puts a backup back in its place and opens it again."""

    @contextmanager
    def again(backup, spoil=None):
        journal.close()
        if spoil is not None:
            content = bytearray((journal.folder / "journal.db").read_bytes())
            content[spoil * 4096 + 99] ^= 1
            (journal.folder / "journal.db").write_bytes(content)
        Journal.put_back(journal.folder, backup, PASSPHRASE)
        with closing(Journal.open(journal.folder, PASSPHRASE, clock)) as opened:
            yield opened

    return again


def test_newer_entries_come_along_once(journal, put_back):
    write(journal, "moss")
    backup = journal.copies.make().path
    write(journal, "ivy", "fern")
    with put_back(backup) as again:
        assert again.reading.count() == 1
        brought, change = again.bring_along()
        assert (brought.entries, change.everything) == (2, True)
        assert [again.reading.count(word) for word in ("moss", "ivy", "fern")] == [1, 1, 1]
        assert again.bring_along()[0].entries == 0
        assert (again.reading.count(), again.verify()) == (3, ())


def test_drafts_promises_people_and_marks_come_along(journal, put_back):
    habit, _ = journal.habits.add("Check-in", "daily")
    backup = journal.copies.make().path
    journal.writing.save_draft(journal.writing.begin("catch", carry={"what": "ivy"}))
    journal.writing.write("plan", {"wish": "Ask first"})
    journal.people.add("Wren")
    journal.habits.mark(habit.id, journal.today())
    with put_back(backup) as again:
        assert again.bring_along()[0].drafts == 1
        assert len(again.promises.all()) == 1
        assert [one.name for one in again.people.all()] == ["Wren"]
        assert again.habits.view(habit.id).marks.done == {again.today()}


def test_they_come_out_of_a_damaged_journal_too(journal, put_back):
    write(journal, *(f"leaf{number} " + "moss " * 80 for number in range(40)))
    backup = journal.copies.make().path
    write(journal, *(f"newer{number} " + "moss " * 80 for number in range(40)))
    pages = (journal.folder / "journal.db").stat().st_size // 4096
    with put_back(backup, spoil=pages - 5) as again:
        assert again.bring_along()[0].entries > 20


def test_what_was_erased_meanwhile_stays_erased(journal, put_back):
    (gone,) = write(journal, "moss")
    journal.bin.move(gone)
    journal.bin.empty()
    backup = journal.copies.make().path
    with put_back(backup) as again:
        again.bring_along()
        assert again.reading.count() == 0


def test_an_edit_after_the_backup_is_counted_and_left(journal, put_back, clock):
    (one,) = write(journal, "moss")
    backup = journal.copies.make().path
    clock.instant = clock.instant.replace(hour=20)
    draft = journal.writing.edit(one)
    journal.writing.keep(replace(draft, answers={"what": "ivy"}))
    with put_back(backup) as again:
        assert again.bring_along()[0].edited == 1
        assert again.reading.count("moss") == 1


def test_without_a_journal_put_aside_there_is_nothing_to_bring(journal):
    with pytest.raises(VaultMissing):
        journal.bring_along()


def test_what_was_told_in_confidence_comes_along_with_its_promise(journal, put_back):
    backup = journal.copies.make().path
    entry, _ = journal.writing.write("plan", {"wish": "Ask first"})
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    with put_back(backup) as again:
        again.bring_along()
        assert again.reading.entry(entry.id).sensitivity is Sensitivity.NEVER
        assert len(again.promises.all()) == 1


def test_a_packet_comes_along_with_what_opens_its_reply(journal, put_back, tmp_path):
    entry = debrief(journal)
    backup = journal.copies.make().path
    out = sent(journal, tmp_path, choice(entry.id))
    reply = out.reply(Remark("1.2.2", "And then?"))
    journal.receiving.keep(journal.receiving.look(reply))
    with put_back(backup) as again:
        assert again.sharing.sent() == ()
        again.bring_along()
        assert again.sharing.sent_packet(out.row.id) == out.preview.packet
        assert again.receiving.look(reply).is_known
        assert [one.text for one in again.receiving.comments(entry.id)] == ["And then?"]
