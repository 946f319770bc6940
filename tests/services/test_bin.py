import json
from dataclasses import replace
from datetime import timedelta

import pytest

from ally_journal.changes import Change
from ally_journal.errors import UnknownEntry
from ally_journal.storage.stamps import insert


def test_what_was_moved_to_the_trash_comes_back_as_it_was(journal):
    entry, _ = journal.writing.write("catch", {"what": "moss"})
    change = journal.bin.move(entry.id)
    assert change.entries == {entry.id}
    assert journal.reading.find("moss") == ()
    assert [one.id for one in journal.reading.trash()] == [entry.id]
    journal.bin.put_back(entry.id)
    assert journal.reading.entry(entry.id) == entry
    assert len(journal.reading.find("moss")) == 1


def test_a_draft_goes_to_the_trash_and_comes_back(journal):
    draft = journal.writing.begin("catch", carry={"what": "moss"})
    journal.writing.save_draft(draft)
    journal.bin.move(draft.id)
    assert journal.reading.drafts() == ()
    journal.bin.put_back(draft.id)
    assert journal.writing.resume(draft.id) == draft


def test_marks_and_people_stay_when_their_entry_goes(journal):
    habit, _ = journal.habits.add("Check-in", "daily", ("checkin",))
    entry, _ = journal.writing.write("checkin", {"feel": ["calm"]})
    journal.people.add("Wren")
    journal.bin.move(entry.id)
    assert journal.habits.view(habit.id).marks.done == {journal.today()}
    assert [one.name for one in journal.people.all()] == ["Wren"]


def test_the_promises_of_an_entry_come_and_go_with_it(journal):
    entry, _ = journal.writing.write("plan", {"wish": "Ask first"})
    journal.bin.move(entry.id)
    assert journal.promises.all() == ()
    journal.bin.put_back(entry.id)
    assert len(journal.promises.all()) == 1


def test_what_is_not_there_cannot_be_moved(journal):
    for act in (journal.bin.move, journal.bin.put_back):
        with pytest.raises(UnknownEntry):
            act("none")


def plain_pages(journal) -> bytes:
    """All pages of the database as they are beneath the encryption, free ones included."""
    spec = journal._vault.live.key.spec()
    key = bytes.fromhex(spec[2:66].decode())
    content = (journal.folder / "journal.db").read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    return b"".join(plain_page(key, page, 0 if at else 16) for at, page in enumerate(pages))


def plain_page(key, page, start):
    """SQLCipher keeps the last 80 bytes of a page: 16 to begin the cipher, 64 to authenticate."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES256(key), modes.CBC(page[-80:-64])).decryptor()
    return decryptor.update(page[start:-80]) + decryptor.finalize()


def residues(journal):
    pages = plain_pages(journal)
    pages += pages.lower()
    return {word for word in WORDS if word.encode() in pages}


WORDS = (
    "Kingfisher", "kingfisher", "Marigold", "marigold", "Hawthorn", "Tanager", "tanager",
    "Bullfinch", "bullfinch", "Larkspur", "larkspur",
)  # fmt: skip


def write_canaries(journal):
    """An entry that was edited, noted upon, promised in, sent and commented, and its draft."""
    first, _ = journal.writing.write("plan", {"wish": "Ask Kingfisher"})
    draft = journal.writing.edit(first.id)
    draft = replace(draft, answers=draft.answers | {"wish": "Marigold"}, title="Hawthorn")
    journal.writing.keep(draft)
    journal.writing.add_note(first.id, "Tanager sings")
    again = journal.writing.edit(first.id)
    journal.writing.save_draft(replace(again, answers={"wish": "Bullfinch"}))
    with journal._vault.atomic() as tx:
        stamp = journal._context.stamp()
        entries = json.dumps([first.id])
        insert(tx, "sent", stamp.row() | {"format": "age", "label": "Larkspur", "entries": entries})
        insert(tx, "comment", stamp.row() | {"entry": first.id, "text": "Larkspur asks"})
    return first


def test_what_was_deleted_for_ever_is_on_no_page(journal):
    for _ in range(30):
        journal.writing.write("catch", {"what": "an ordinary sparrow"})
    entry = write_canaries(journal)
    assert residues(journal) >= {"Kingfisher", "kingfisher", "Marigold", "tanager", "Larkspur"}
    journal.bin.move(entry.id)
    journal.bin.delete_for_ever(entry.id)
    assert residues(journal) == set()
    assert journal.bin.contents() == ()
    assert journal.verify() == ()


def test_emptying_the_trash_takes_all_of_it_and_nothing_else(journal):
    stays, _ = journal.writing.write("catch", {"what": "moss"})
    goes = [journal.writing.write("catch", {"what": "ivy"})[0].id for _ in range(3)]
    for one in goes:
        journal.bin.move(one)
    assert journal.bin.empty().entries == set(goes)
    assert journal.reading.trash() == ()
    assert [row.id for row in journal.reading.find()] == [stays.id]
    assert journal.reading.find("ivy") == ()
    assert journal.bin.empty() == Change()


def test_a_tombstone_tells_nothing_but_that_the_id_is_gone(journal, clock):
    entry, _ = journal.writing.write("catch", {"what": "moss"})
    journal.bin.move(entry.id)
    clock.move(timedelta(days=3))
    journal.bin.delete_for_ever(entry.id)
    ((*row,),) = journal._vault.rows("SELECT practice, title, excerpt, day FROM entry")
    assert row == ["removed", "", "", "2026-03-15"]
    with pytest.raises(UnknownEntry):
        journal.bin.put_back(entry.id)


def test_its_promises_go_with_it(journal):
    entry, _ = journal.writing.write("plan", {"wish": "Ask first"})
    journal.bin.move(entry.id)
    journal.bin.empty()
    assert journal.promises.all(open_only=False) == ()


def test_only_what_is_in_the_trash_can_be_erased(journal):
    stays, _ = journal.writing.write("catch", {"what": "moss"})
    gone, _ = journal.writing.write("catch", {"what": "ivy"})
    journal.bin.move(gone.id)
    with pytest.raises(UnknownEntry):
        journal.bin.empty((gone.id, stays.id))
    assert len(journal.bin.contents()) == 1


def test_a_sent_list_forgets_the_erased_entry_alone(journal):
    one, _ = journal.writing.write("catch", {"what": "moss"})
    with journal._vault.atomic() as tx:
        row = journal._context.stamp().row() | {"format": "age", "entries": f'["{one.id}", "b"]'}
        insert(tx, "sent", row)
    journal.bin.move(one.id)
    journal.bin.empty()
    assert journal._vault.one("SELECT entries, removed FROM sent") == ('["b"]', None)


def test_an_export_after_emptying_comes_in_again(journal, other, tmp_path):
    entry = write_canaries(journal)
    journal.bin.move(entry.id)
    journal.bin.empty()
    journal.carrying.export("json", tmp_path / "all.json")
    other.carrying.import_json(tmp_path / "all.json")
    assert other.reading.find() == ()
