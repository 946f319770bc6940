from pathlib import Path

import pytest


def test_a_sound_journal_is_well(ally):
    said = ally("verify")
    assert (said.code, said.out) == (0, "All is well.\n")


def test_a_damaged_journal_says_what_and_what_to_do(ally):
    database = Path(ally.journal) / "journal.db"
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    said = ally("verify")
    assert said.code == 1
    assert "restore the newest backup" in said.out
    assert "Traceback" not in said.err


def test_a_backup_prints_where_it_stands(ally):
    said = ally("backup")
    assert said.code == 0
    assert Path(said.out.strip()).is_file()


def test_a_backup_is_listed_and_becomes_a_journal_again(ally, tmp_path):
    kept = ally("write", "free", "--answers", "-", stdin=b'{"page": "Before"}').out.strip()
    made = ally("backup").out.strip()
    assert made in ally.bare("backups", ally.journal).out
    ally("write", "free", "--answers", "-", stdin=b'{"page": "After"}')
    again = str(tmp_path / "Again.ally")
    secret = ("--passphrase-file", ally.secret)
    assert ally.bare("restore", made, "--to", again, *secret).code == 0
    rows = ally.bare("list", again, "--json", *secret).json["entries"]
    assert [row["id"] for row in rows] == [kept]


def test_restoring_never_goes_over_a_journal(ally):
    made = ally("backup").out.strip()
    said = ally.bare("restore", made, "--to", ally.journal)
    assert said.code == 1
    assert said.out == ""


def test_no_backups_are_listed_where_there_is_no_journal(empty):
    assert empty.bare("backups", "nowhere").code == 1


def write(ally, word):
    return ally("write", "free", "--answers", "-", stdin=b'{"page": "%s"}' % word.encode())


def spoil(ally, page=-1):
    database = Path(ally.journal) / "journal.db"
    content = bytearray(database.read_bytes())
    content[page * 4096 + 99 if page >= 0 else -2000] ^= 1
    database.write_bytes(content)


@pytest.mark.parametrize("page", [0, 1, -1])
def test_verifying_names_the_newest_backup_that_is_whole_with_its_entries(ally, page):
    for word in ("moss", "ivy"):
        write(ally, word)
    whole = ally("backup").out.strip()
    write(ally, "fern")
    ally.clock.instant = ally.clock.instant.replace(hour=11)
    newest = Path(ally("backup").out.strip())
    newest.write_bytes(newest.read_bytes()[:-9])
    spoil(ally, page)
    said = ally("verify")
    assert said.code == 1
    assert "restore the backup of 2 March 2026 with 2 entries" in said.out
    assert said.out.endswith(f"{whole}\n")


@pytest.mark.parametrize("name", ["journal.db", "vault.json"])
def test_a_file_that_was_emptied_has_a_way_back_too(ally, name):
    write(ally, "moss")
    ally("backup")
    for path in Path(ally.journal).glob(f"{name}*"):
        path.write_bytes(b"")
    said = ally("verify")
    assert said.code == 1
    assert "with 1 entry" in said.out


def test_a_backup_goes_elsewhere_as_well(ally, tmp_path):
    (tmp_path / "stick").mkdir()
    said = ally("backup", "--to", str(tmp_path / "stick"))
    assert Path(said.out.strip()).parent == tmp_path / "stick"
    said = ally("backup", "--to", str(tmp_path / "one.allybackup"))
    assert said.out == f"{tmp_path / 'one.allybackup'}\n"
    assert len(ally.bare("backups", ally.journal).out.splitlines()) == 2


def test_backups_are_listed_as_json(ally):
    write(ally, "moss")
    ally("backup")
    (row,) = ally.bare("backups", ally.journal, "--json").json["backups"]
    assert (row["made"], row["reason"]) == ("2026-03-02T09:00:00+00:00", "asked")
    assert row["entries"] is None
    (row,) = ally("backups", "--json").json["backups"]
    assert row["entries"] == 1
    assert "1 entry" in ally("backups").out


def test_a_damaged_journal_is_salvaged_into_a_new_one(ally, tmp_path):
    write(ally, "moss")
    said = ally("salvage", "--to", str(tmp_path / "new"))
    assert (said.code, said.err) == (0, "")
    assert "1 entry stands in the new journal" in said.out
    secret = ("--passphrase-file", ally.secret)
    assert "moss" in ally.bare("list", str(tmp_path / "new"), *secret).out


def test_salvaging_never_goes_over_something(ally):
    said = ally("salvage", "--to", ally.journal)
    assert (said.code, said.out) == (1, "")


def test_an_import_is_made_after_a_backup(ally, tmp_path):
    write(ally, "moss")
    ally("export", "--format", "json", "--to", str(tmp_path / "all.json"), "--yes")
    ally("import", "--format", "json", str(tmp_path / "all.json"), "--dry-run")
    assert ally.bare("backups", ally.journal).out == ""
    ally("import", "--format", "json", str(tmp_path / "all.json"))
    assert "  import  " in ally.bare("backups", ally.journal).out
