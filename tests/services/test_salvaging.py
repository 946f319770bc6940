"""A damaged page takes the rows on it along and nothing else."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import closing

import pytest

from ally_journal.errors import DamagedFile, VaultError, VaultExists, WrongPassphrase
from ally_journal.journal import Journal
from ally_journal.sentences import salvaged_sentence
from ally_journal.storage.salvage import Loss
from ally_journal.storage.salvaging import Salvaged

PASSPHRASE = "heron by the slow river"
PAGE = 4096
ENTRIES = 120


@pytest.fixture
def closed(journal, clock):
    """A closed journal of 120 entries with a word of its own each."""
    for number in range(ENTRIES):
        journal.writing.write("catch", {"what": f"leaf{number} " + "moss under slate " * 20})
    journal.people.add("Wren")
    journal.habits.add("Check-in", "daily", ("checkin",))
    journal.close()
    return journal.folder


def spoil(folder, *pages):
    content = bytearray((folder / "journal.db").read_bytes())
    for page in pages:
        content[page * PAGE + 99] ^= 1
    (folder / "journal.db").write_bytes(content)


def rescued(folder, to, clock):
    found = Journal.salvage(folder, PASSPHRASE, to)
    with closing(Journal.open(to, PASSPHRASE, clock)) as journal:
        assert journal.verify() == ()
        assert journal.reading.count() == found.entries
        assert all(journal.reading.entry(row.id) for row in journal.reading.find("", 500))
        words = {one for one in range(ENTRIES) if journal.reading.count(f"leaf{one}")}
    return found, words


def test_a_sound_journal_comes_over_whole(closed, clock, tmp_path):
    before = (closed / "journal.db").read_bytes()
    found, words = rescued(closed, tmp_path / "new", clock)
    assert (found.entries, found.lost) == (ENTRIES, ())
    assert words == set(range(ENTRIES))
    assert (closed / "journal.db").read_bytes() == before


def test_a_damaged_page_costs_a_few_entries_at_most(closed, clock, tmp_path):
    pages = (closed / "journal.db").stat().st_size // PAGE
    content = (closed / "journal.db").read_bytes()
    rescues = []
    for page in random.Random(4).sample(range(3, pages), 25):  # noqa: S311 the same at each run
        (closed / "journal.db").write_bytes(content)
        spoil(closed, page)
        try:
            _found, words = rescued(closed, tmp_path / f"new {page}", clock)
        except DamagedFile:
            continue
        rescues.append(len(words))
    assert len(rescues) >= 23
    assert sorted(rescues)[len(rescues) // 5] >= ENTRIES - 12


def test_what_was_lost_is_named(closed, clock, tmp_path):
    pages = (closed / "journal.db").stat().st_size // PAGE
    spoil(closed, *range(pages - 40, pages - 32))
    found, words = rescued(closed, tmp_path / "new", clock)
    assert found.lost
    assert len(words) >= ENTRIES // 3


@pytest.mark.parametrize("pages", [(0,), (21,), (0, 21, 23, 40)])
def test_without_the_pages_that_tell_of_the_tables_every_entry_is_saved(
    closed, clock, tmp_path, pages
):
    spoil(closed, *pages)
    before = (closed / "journal.db").read_bytes()
    found, words = rescued(closed, tmp_path / "new", clock)
    assert (found.entries, len(words), found.lost) == (ENTRIES, ENTRIES, ())
    assert (closed / "journal.db").read_bytes() == before
    assert not [*closed.glob(".*"), *(tmp_path / "new").glob(".*")]


def test_a_first_page_that_is_gone_with_others_costs_the_others_only(closed, clock, tmp_path):
    last = (closed / "journal.db").stat().st_size // PAGE - 1
    spoil(closed, 0, last - 10, last)
    found, words = rescued(closed, tmp_path / "new", clock)
    assert ENTRIES - 20 < len(words) <= found.entries


def test_where_no_row_is_left_nothing_is_made(closed, tmp_path):
    spoil(closed, *range((closed / "journal.db").stat().st_size // PAGE))
    with pytest.raises(DamagedFile):
        Journal.salvage(closed, PASSPHRASE, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_it_wants_the_passphrase_and_a_free_place(closed, tmp_path):
    with pytest.raises(WrongPassphrase):
        Journal.salvage(closed, "another", tmp_path / "new")
    with pytest.raises(VaultExists):
        Journal.salvage(closed, PASSPHRASE, closed)


def test_an_empty_file_makes_nothing(closed, tmp_path):
    (closed / "journal.db").write_bytes(b"")
    with pytest.raises(VaultError):
        Journal.salvage(closed, PASSPHRASE, tmp_path / "new")


@pytest.mark.parametrize(("kept", "more"), [(0.75, 0), (0.75, 100), (0.5, 0)])
def test_of_a_journal_that_was_cut_short_the_rest_is_saved(closed, clock, tmp_path, kept, more):
    content = (closed / "journal.db").read_bytes()
    length = int(len(content) * kept) // PAGE * PAGE + more
    (closed / "journal.db").write_bytes(content[:length])
    found, _words = rescued(closed, tmp_path / "new", clock)
    assert 0 < found.entries < ENTRIES
    assert found.lost
    assert not list((tmp_path / "new").glob(".*"))
    assert (closed / "journal.db").read_bytes() == content[:length]


def test_of_a_first_page_alone_nothing_is_made(closed, tmp_path):
    content = (closed / "journal.db").read_bytes()
    (closed / "journal.db").write_bytes(content[: PAGE // 2])
    with pytest.raises(DamagedFile):
        Journal.salvage(closed, PASSPHRASE, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_an_entry_whose_answers_are_there_is_not_called_lost(closed, clock, tmp_path):
    content = (closed / "journal.db").read_bytes()
    seen = set()
    for page in range(20, len(content) // PAGE):
        (closed / "journal.db").write_bytes(content)
        spoil(closed, page)
        found = Journal.salvage(closed, PASSPHRASE, tmp_path / f"new{page}")
        lost = {loss.table: loss.known for loss in found.lost}
        assert found.entries + lost.get("entry", 0) == ENTRIES, page
        seen.add(found.bare > 0)
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Salvaged(3, ()), "Nothing was lost."),
        (Salvaged(3, (Loss("entry", 0),), 2), "Of 2 of them only the answers are left."),
        (Salvaged(3, (Loss("entry", 4),)), "4 more could not be read."),
        (Salvaged(3, (Loss("entry_tag", 4),)), "Some parts of them could not be read."),
    ],
)
def test_what_came_of_it_is_said(found, says):
    assert salvaged_sentence(found).endswith(says)


CUT_SHORT = """
import os, signal, sys
from pathlib import Path
from ally_journal.system_clock import SystemClock
from ally_journal.storage.vault import Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], SystemClock())
with vault.atomic() as tx:
    rows = [(f"leaf {number}", "x" * 3000) for number in range(2000)]
    tx.many("INSERT INTO setting VALUES (?, ?, 1)", rows)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_change_that_was_cut_short_is_undone_in_what_is_saved(closed, clock, tmp_path):
    subprocess.run([sys.executable, "-c", CUT_SHORT, closed, PASSPHRASE], check=False)
    hot = closed / "journal.db-journal"
    before = (closed / "journal.db").read_bytes(), hot.read_bytes()
    assert before[1]
    found, words = rescued(closed, tmp_path / "new", clock)
    assert (found.entries, len(words), found.lost) == (ENTRIES, ENTRIES, ())
    assert ((closed / "journal.db").read_bytes(), hot.read_bytes()) == before
