"""Nothing that was written is readable in any file of a vault; nobody but SQLite opens its file."""

import ast
import base64
import builtins
import io
import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

CANARY = "KingfisherOrchid"
STORAGE = Path(__file__).parents[2] / "ally_journal" / "storage"


def spellings(word):
    yield from (word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
    yield word.lower().encode()
    yield base64.b64encode(word.encode())[:-4]


def plain(folder):
    """Names of files that hold the canary in any spelling."""
    every = [path for path in folder.rglob("*") if path.is_file()]
    return [
        path.name
        for path in every
        if any(spelling in path.read_bytes() for spelling in spellings(CANARY))
    ]


def write_canary(transaction):
    transaction.run("INSERT INTO setting VALUES (?, ?, 1)", (CANARY, CANARY * 3000))
    transaction.insert("INSERT INTO entry_text (title, body) VALUES (?, ?)", (CANARY, CANARY))


def test_no_file_holds_what_was_written(folder, unlock):
    with closing(unlock(folder)) as vault:
        with vault.atomic() as transaction:
            write_canary(transaction)
        vault.back_up("asked")
        vault.verify()
        vault.change_passphrase("violet fern", f"{CANARY} fern")
        # Locks taken in this process end here: the file was opened beside SQLite.
    assert plain(folder) == []


def test_the_journal_of_a_change_that_is_under_way_holds_nothing_readable(vault):
    with vault.atomic() as transaction:
        write_canary(transaction)
    with vault.atomic() as transaction:
        transaction.run("UPDATE setting SET value = 'x'")
        assert (vault.folder / "journal.db-journal").stat().st_size
        assert plain(vault.folder) == []


def test_errors_carry_nothing_that_was_written(vault):
    conn = vault._live._conn
    conn.set_authorizer(None)
    vault.rows("PRAGMA max_page_count = 1")
    with pytest.raises(Exception, match="DiskFull") as raised, vault.atomic() as transaction:
        write_canary(transaction)
    assert CANARY not in f"{raised.value!r}{raised.value.__cause__!r}"


def test_nobody_but_sqlite_opens_the_live_database(folder, unlock, monkeypatch):
    opened = []
    for holder, name in ((builtins, "open"), (io, "open"), (os, "open")):
        call = getattr(holder, name)

        def noted(path, *args, call=call, **named):
            opened.append(str(path))
            return call(path, *args, **named)

        monkeypatch.setattr(holder, name, noted)
    with closing(unlock(folder)) as vault:
        with vault.atomic() as transaction:
            write_canary(transaction)
        vault.back_up("asked")
        vault.verify()
    assert opened
    assert str(folder / "journal.db") not in opened


def test_starting_imports_no_cryptography():
    heavy = {"cryptography", "argon2"}
    tops = [
        name.split(".")[0]
        for path in STORAGE.glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        for name in imported(node)
    ]
    assert heavy.isdisjoint(tops)
    assert "sqlcipher3" in tops


def imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_only_one_module_knows_the_driver():
    knowing = [
        path.name
        for path in STORAGE.glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if "sqlcipher3" in imported(node)
    ]
    assert knowing == ["connection.py"]
    assert "sqlcipher3" in sys.modules
