import errno
import os
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ally_journal.clock import FixedClock
from ally_journal.errors import DamagedHeader, DiskTrouble
from ally_journal.storage import places, swapping
from ally_journal.storage.header_file import COPY, MAIN, Found, parse, read_header, write_header
from ally_journal.storage.vault import Vault

OLD, NEW = "violet fern", "blue moss"


@pytest.fixture(scope="module")
def marked(tmp_path_factory, made):
    """The closed vault with a setting that the other database calls otherwise."""
    folder = shutil.copytree(made.folder, tmp_path_factory.mktemp("marked") / "fern.ally")
    clock = FixedClock(datetime(2025, 3, 1, tzinfo=UTC))
    with closing(Vault.open(folder, OLD, clock)) as vault, vault.atomic() as transaction:
        transaction.run("INSERT INTO setting VALUES ('old', 'x', 1)")
    return folder


@pytest.mark.parametrize("change", ["swap", "swap_plain", "swap_hot"])
def test_a_swap_with_its_header_is_all_or_nothing_at_every_step(change, marked, crash_states):
    found = crash_states(change, marked)
    assert len(found) > 20
    assert all(one["sound"] for one in found)
    for one in found:
        assert (one["passphrases"], one["names"]) in (([OLD], ["old"]), ([NEW], ["new"]))
        assert one["names"] == ["old"] or one["kept"] == [["old"]]
    assert found[0]["names"] == ["old"]
    assert found[-1]["names"] == ["new"]


def test_a_swap_under_todays_header_is_all_or_nothing_at_every_step(marked, crash_states):
    found = crash_states("swap_same", marked)
    assert all(one["sound"] and one["passphrases"] == [OLD] for one in found)
    assert all(one["names"] == ["old"] or one["kept"] == [["old"]] for one in found)
    assert found[0]["names"] == ["old"]
    assert found[-1]["names"] == ["new"]


PAGES = bytes(range(256)) * 32


@pytest.fixture
def header(folder):
    return read_header(folder).header


@pytest.fixture
def other(header):
    """A header that goes with a database beginning with its salt."""
    return replace(header, salt=b"s" * 16)


@pytest.fixture
def database(folder, other):
    path = folder / ".1234.passing"
    path.write_bytes(other.salt + PAGES)
    return path


def quarantined(folder, pattern="journal-*.db"):
    return sorted((folder / places.QUARANTINE).glob(pattern))


def now(folder):
    return (folder / places.DATABASE).read_bytes(), read_header(folder).header


def test_the_new_one_stands_there_and_the_old_one_beside_its_header(
    folder, database, header, other
):
    old = (folder / places.DATABASE).read_bytes()
    aside = swapping.swap_in(folder, database, other)
    assert now(folder) == (other.salt + PAGES, other)
    assert aside.read_bytes() == old
    assert parse(aside.with_suffix(".json").read_bytes()) == header
    assert not database.exists()
    assert not swapping.is_under_way(folder)
    assert swapping.settle(folder) == Found(other, stale=False)


def test_swaps_within_the_same_second_keep_every_old_one(folder, header):
    kept = [(folder / places.DATABASE).read_bytes()]
    for time in range(4):
        path = folder / ".1234.passing"
        path.write_bytes(header.salt + bytes([time]) * 4096)
        swapping.swap_in(folder, path, None)
        kept.append((folder / places.DATABASE).read_bytes())
    assert [path.read_bytes() for path in quarantined(folder)] == kept[:-1]


def test_a_staged_database_that_the_header_does_not_know_is_put_aside(folder, database, header):
    before = now(folder)
    database.rename(folder / swapping.STAGED)
    assert swapping.is_under_way(folder)
    assert swapping.settle(folder).header == header
    assert now(folder) == before
    assert [path.read_bytes()[16:] for path in quarantined(folder, "*.next-*")] == [PAGES]


def test_a_header_whose_database_did_not_come_is_forgotten(folder, header, other):
    write_header(folder, header, other)
    assert swapping.settle(folder) == Found(header, stale=False)
    assert read_header(folder) == Found(header, stale=False)


def test_a_header_whose_database_came_is_the_one(folder, database, header, other):
    write_header(folder, header, other)
    database.replace(folder / places.DATABASE)
    assert swapping.in_force(folder, read_header(folder)) == other
    assert swapping.settle(folder).header == other
    assert read_header(folder) == Found(other, stale=False)


def test_where_neither_fits_both_are_kept(folder, header, other):
    write_header(folder, header, other)
    (folder / places.DATABASE).write_bytes(b"?" * 4096)
    assert swapping.settle(folder).header == header
    assert read_header(folder).following == other


def test_a_vault_without_a_database_gets_one(folder, database, other):
    (folder / places.DATABASE).unlink()
    assert swapping.swap_in(folder, database, other) is None
    assert now(folder) == (other.salt + PAGES, other)


def test_a_journal_that_undoes_the_old_one_goes_along_with_it(folder, database, other):
    (folder / places.JOURNAL).write_bytes(b"undo")
    aside = swapping.swap_in(folder, database, other)
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"undo"
    assert not (folder / places.JOURNAL).exists()


def test_headers_that_cannot_be_read_are_kept_and_replaced(folder, database, other):
    for name in (MAIN, COPY):
        (folder / name).write_bytes(b"spoilt")
    with pytest.raises(DamagedHeader):
        swapping.swap_in(folder, database, None)
    assert swapping.is_under_way(folder)
    (folder / swapping.STAGED).write_bytes(b"left by somebody")
    swapping.swap_in(folder, database, other)
    assert now(folder) == (other.salt + PAGES, other)
    assert [path.read_bytes() for path in quarantined(folder, "vault.json*")] == [b"spoilt"] * 2
    assert len(quarantined(folder)) == 1


def test_headers_that_are_missing_are_written(folder, database, other):
    (folder / MAIN).unlink()
    (folder / COPY).unlink()
    swapping.swap_in(folder, database, other)
    assert now(folder)[1] == other


def test_an_older_database_that_was_put_in_on_purpose_is_no_surprise(folder, unlock):
    database = shutil.copy(folder / places.DATABASE, folder.with_name("older.db"))
    with closing(unlock(folder)) as vault, vault.atomic() as transaction:
        transaction.run("INSERT INTO setting VALUES ('rose', 'x', 1)")
    swapping.swap_in(folder, database, None)
    with closing(unlock(folder)) as vault:
        assert not vault.is_older_copy


def test_a_read_only_vault_is_read_by_the_header_that_fits(folder, unlock, monkeypatch, header):
    write_header(folder, replace(header, salt=b"s" * 16, code=bytes(32)), header)
    monkeypatch.setattr(places, "is_read_only", lambda _folder: True)
    with closing(unlock(folder)) as vault:
        assert vault.read_only
    assert read_header(folder).following == header


def test_a_disk_that_knows_no_second_names_keeps_the_old_one_too(
    folder, database, other, monkeypatch
):
    def unknown(*_args, **_named):
        raise PermissionError

    monkeypatch.setattr(os, "link", unknown)
    before = (folder / places.DATABASE).read_bytes()
    aside = swapping.swap_in(folder, database, other)
    assert aside.read_bytes() == before
    assert now(folder) == (other.salt + PAGES, other)


def test_without_a_database_no_header_fits(folder, header, other):
    (folder / places.DATABASE).unlink()
    write_header(folder, header, other)
    assert swapping.settle(folder).header == header


def test_a_database_on_another_disk_is_refused_and_nothing_changed(
    folder, database, other, monkeypatch, header
):
    def refuse(*_args, **_named):
        raise OSError(errno.EXDEV, "made up")

    before = now(folder)
    with monkeypatch.context() as disk:
        disk.setattr(os, "rename", refuse)
        with pytest.raises(DiskTrouble):
            swapping.swap_in(folder, database, other)
    assert not swapping.is_under_way(folder)
    assert now(folder) == before
    assert database.exists()
