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


def test_a_journal_that_cannot_be_written_to_gets_no_passphrase(empty, monkeypatch):
    code, new = empty.file("sheet", empty("new").out), empty.file("new", "teal birch\n")
    monkeypatch.setattr("ally_journal.journal.is_read_only", lambda _folder: True)
    files = ("--recovery-code-file", code, "--new-passphrase-file", new)
    said = empty.bare("recover", empty.journal, *files)
    assert said.code == 1
    assert "Copy its folder to a place where you may write" in said.err
    assert empty("list").code == 0


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
