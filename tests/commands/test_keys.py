import re
import shutil
from pathlib import Path

import pytest

CODE = re.compile(r"(\w{4}-){8}\w{4}\n")


def recovered(ally, code):
    files = ("--recovery-code-file", ally.file("sheet", code), "--new-passphrase-file", ally.secret)
    return ally.bare("recover", ally.journal, *files)


@pytest.mark.parametrize("command", [("new-code",), ("new-keys", "--yes")])
def test_a_new_code_is_printed_once_and_the_one_before_opens_no_more(empty, command):
    before = empty("new").out
    said = empty(*command)
    assert said.code == 0
    assert CODE.fullmatch(said.out)
    assert "not shown again" in said.err
    assert recovered(empty, before).code == 1
    assert recovered(empty, said.out).code == 0


def test_after_new_keys_the_entries_are_there_and_so_is_a_backup(ally):
    entry = ally("write", "catch", "--answers", ally.answers(what="moss")).out
    assert ally("new-keys", "--yes").code == 0
    assert ally("show", entry.strip()).code == 0
    assert len(list((Path(ally.journal) / "backups").iterdir())) == 1
    assert ally("verify").code == 0


def test_new_keys_are_not_made_without_a_yes(ally):
    said = ally("new-keys")
    assert (said.code, said.out) == (1, "")
    assert "--yes" in said.err
    assert not list((Path(ally.journal) / "backups").iterdir())


def test_the_code_on_the_sheet_is_tried(empty):
    sheet = empty.file("sheet", empty("new").out)
    said = empty("check-code", "--recovery-code-file", sheet)
    assert (said.code, said.out) == (0, "")
    other = empty.file("other", empty("new-code").out)
    assert empty("check-code", "--recovery-code-file", other).code == 0
    said = empty("check-code", "--recovery-code-file", sheet)
    assert said.code == 1
    assert "another journal" in said.err


def test_a_mistyped_code_is_told_from_a_wrong_one(ally):
    said = ally("check-code", "--recovery-code-file", ally.file("sheet", "moss\n"))
    assert said.code == 1
    assert "nine groups" in said.err


@pytest.mark.parametrize("command", ["new-code", "new-keys", "check-code"])
def test_a_missing_journal_is_said_before_a_passphrase_is_asked_for(empty, command):
    said = empty.bare(command, empty.journal)
    assert said.code == 1
    assert "There is no journal" in said.err


def test_a_wrong_passphrase_changes_nothing(ally):
    for command in ("new-code", "new-keys"):
        said = ally.bare(command, ally.journal, "--passphrase-file", "-", stdin="wrong\n")
        assert said.code == 1


def test_what_concerns_entries_is_said_by_any_command(ally):
    (Path(ally.journal) / "journal (1).db").touch()
    said = ally("list")
    assert said.code == 0
    assert "journal (1).db" in said.err


def test_an_older_copy_is_pointed_out(ally):
    shutil.copytree(ally.journal, ally.folder / "older")
    ally("write", "catch", "--answers", ally.answers(what="moss"))
    shutil.rmtree(ally.journal)
    (ally.folder / "older").rename(ally.journal)
    assert "older than the one last used" in ally("list").err
