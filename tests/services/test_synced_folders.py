"""Folders that are copied elsewhere are told by their names and by what lies in them."""

from pathlib import Path

import pytest

from ally_journal.services.synced_folders import synced_by


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/home/sam/Dropbox/notes", "Dropbox"),
        ("/home/sam/OneDrive - Moss Ltd/x", "OneDrive"),
        ("/home/sam/Google Drive/My Drive", "Google Drive"),
        ("/Users/sam/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/home/sam/nextcloud", "Nextcloud"),
        ("/home/sam/Documents", ""),
        ("/home/sam/my dropbox notes", ""),
    ],
)
def test_by_the_name(folder, program):
    assert synced_by(Path(folder)) == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".sync_0a1b.db", "Nextcloud")],
)
def test_by_what_lies_in_it_or_above_it(tmp_path, mark, program):
    (tmp_path / mark).touch()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert synced_by(tmp_path / "a" / "b") == program
    assert synced_by(tmp_path / "missing") == program


def test_a_folder_that_cannot_be_is_taken_for_unmarked():
    assert synced_by(Path("/home/\0/x")) == ""
