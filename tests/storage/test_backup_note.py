import json
from datetime import date

import pytest

from ally_journal.storage import keys
from ally_journal.storage.backup_note import BackupNote, kept_keys, noted, seal_note, unseal_note
from ally_journal.storage.header import spelled
from tests.storage.samples import days_ago, entry, keep

NOTE = BackupNote(41, date(2025, 1, 2), None, 7, 2, "ab")


def test_a_note_opens_with_its_key_beside_its_header(key):
    sealed = seal_note(NOTE, key, b"header")
    assert unseal_note(sealed, key, b"header") == NOTE
    assert unseal_note(sealed, key, b"another") is None
    assert unseal_note(sealed, keys.DatabaseKey(bytes(32), bytes(16)), b"header") is None
    assert b"41" not in sealed or b"entries" not in sealed


@pytest.mark.parametrize("sealed", [b"", b"short", bytes(60)])
def test_what_is_no_note_is_none(key, sealed):
    assert unseal_note(sealed, key, b"header") is None


def test_what_a_later_version_adds_is_passed_over(key):
    body = json.loads(spelled({"entries": 1, "first": "", "last": "", "counter": 3, "quiet": 0}))
    content = spelled(body | {"digest": "ab", "more": "moss"})
    nonce = bytes(12)
    sealed = nonce + keys.seal(key.derived("backup"), nonce, content, b"header")
    assert unseal_note(sealed, key, b"header") == BackupNote(1, None, None, 3, 0, "ab")


def test_only_kept_entries_outside_the_trash_count(vault):
    for ago in (5, 3, 1):
        keep(vault, entry("moss", ago=ago))
    with vault.atomic() as transaction:
        transaction.run("UPDATE entry SET trashed = 1 WHERE day = ?", (f"{days_ago(1).date()}",))
        transaction.run(
            "UPDATE entry SET state = 'draft' WHERE day = ?", (f"{days_ago(3).date()}",)
        )
    with vault.live.use() as conn:
        note = noted(conn, "ab", 0)
        assert (note.entries, note.first, note.last) == (1, *2 * (days_ago(5).date(),))
        assert len(kept_keys(conn)) == 1
        assert note.counter == vault.one("SELECT counter FROM vault")[0]
