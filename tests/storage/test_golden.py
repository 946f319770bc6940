"""A vault of every released schema opens, verifies, and is brought up to date."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from ally_journal.storage import comments, sent
from ally_journal.storage.migrations import MIGRATIONS
from ally_journal.storage.vault import Vault

GOLDEN = sorted(
    path for path in (Path(__file__).parents[1] / "golden").glob("schema_*") if path.is_dir()
)
PASSPHRASE = "golden fern"


@pytest.fixture(params=GOLDEN, ids=lambda path: path.name)
def golden(request, tmp_path):
    return request.param, shutil.copytree(request.param, tmp_path / "golden")


def test_every_schema_has_its_golden_vault():
    assert [path.name for path in GOLDEN] == [f"schema_{step.version:04}" for step in MIGRATIONS]


def test_it_opens_and_verifies(golden, clock):
    with closing(Vault.open(golden[1], PASSPHRASE, clock)) as vault:
        assert vault.one("SELECT value FROM setting WHERE name = 'golden'") == ('"fern"',)
        found = vault.rows("SELECT title FROM entry_text WHERE entry_text MATCH 'leaf'")
        assert found == [("Moss and fern",)]
        assert vault.one("PRAGMA user_version") == (MIGRATIONS[-1].version,)
        assert vault.verify() == ()


def test_its_recovery_code_opens_it(golden, clock):
    kept, copy = golden
    code = kept.with_name(f"{kept.name}.code").read_text(encoding="utf-8")
    Vault.open_with_code(copy, code, "new fern", clock).close()


def test_its_tables_are_those_of_the_newest_schema(golden, clock, vault):
    query = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with closing(Vault.open(golden[1], PASSPHRASE, clock)) as old:
        assert old.rows(query) == vault.rows(query)


def test_what_the_second_schema_brought_is_there(tmp_path, clock):
    copy = shutil.copytree(GOLDEN[1], tmp_path / "golden")
    with closing(Vault.open(copy, PASSPHRASE, clock)) as vault:
        assert sent.reply_keys(vault) == (("golden-sent", "golden-secret"),)
        assert sent.packet_text(vault, "golden-sent") == '{"question":"Moss?"}'
        (comment,) = comments.of_sent(vault, "golden-sent")
        assert (comment.anchor, comment.sender, comment.text) == ("1.1.1", "Ivy", "A leaf.")
