import re
from pathlib import Path

import pytest


def test_a_new_journal_prints_its_recovery_code(empty):
    said = empty("new")
    assert said.code == 0
    assert re.fullmatch(r"(\w{4}-){8}\w{4}\n", said.out)
    assert "not shown again" in said.err


def test_a_new_journal_leaves_alone_what_stands_there(ally):
    said = ally("new")
    assert (said.code, said.out) == (1, "")
    assert "already" in said.err


def test_an_empty_passphrase_makes_no_journal(empty):
    said = empty.bare("new", empty.journal, "--passphrase-file", "-", stdin="\n")
    assert said.code == 1
    assert "empty" in said.err
    assert not Path(empty.journal).exists()


def test_a_wrong_passphrase_is_one_sentence(ally):
    said = ally.bare("list", ally.journal, "--passphrase-file", "-", stdin="wrong\n")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This passphrase does not open the journal.")


def test_a_missing_journal_is_said_before_a_passphrase_is_asked_for(empty):
    said = empty.bare("list", empty.journal)
    assert said.code == 1
    assert "There is no journal" in said.err


def test_a_new_passphrase_replaces_the_old_one(ally):
    new = ally.file("new", "teal birch\n")
    assert ally("passphrase", "--new-passphrase-file", new).code == 0
    assert ally("list").code == 1
    assert ally.bare("list", ally.journal, "--passphrase-file", new).code == 0


def test_both_passphrases_come_from_standard_input_line_by_line(ally):
    files = ("--passphrase-file", "-", "--new-passphrase-file", "-")
    lines = "amber fern under slate\nteal birch\n"
    assert ally.bare("passphrase", ally.journal, *files, stdin=lines).code == 0
    assert ally.bare("list", ally.journal, *files[:2], stdin="teal birch\n").code == 0


def test_the_recovery_code_opens_it_for_a_new_passphrase(empty):
    code = empty.file("sheet", empty("new").out)
    new = empty.file("new", "teal birch\n")
    files = ("--recovery-code-file", code, "--new-passphrase-file", new)
    assert empty.bare("recover", empty.journal, *files).code == 0
    assert empty.bare("list", empty.journal, "--passphrase-file", new).code == 0


@pytest.mark.parametrize(
    ("code", "says"),
    [("ABCD-EFGH", "not a whole recovery code"), ("", "not a whole recovery code")],
)
def test_a_code_that_is_none_changes_nothing(ally, code, says):
    files = ("--recovery-code-file", ally.file("sheet", code), "--new-passphrase-file", ally.secret)
    said = ally.bare("recover", ally.journal, *files)
    assert said.code == 1
    assert says in said.err
    assert ally("list").code == 0


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
    assert "restore the newest backup" in said.out + said.err
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
