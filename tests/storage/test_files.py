import errno
import os

import pytest

from ally_journal.errors import DiskFull, DiskTrouble, NoPermission, NotAVault, VaultExists
from ally_journal.storage.files import (
    make_file,
    owner_only,
    system_errors,
    writable,
    write_durably,
)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.EACCES, NoPermission),
        (errno.EROFS, NoPermission),
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.ENOTDIR, NotAVault),
        (errno.ENOTEMPTY, VaultExists),
        (errno.EIO, DiskTrouble),
        (None, DiskTrouble),
    ],
)
def test_the_systems_refusals_become_ours_without_its_words(code, kind):
    with pytest.raises(kind) as raised, system_errors():
        raise OSError(code, "fern")
    assert "fern" not in str(raised.value)
    assert raised.value.__suppress_context__


def test_what_is_made_meanwhile_is_for_its_owner_alone(tmp_path):
    before = os.umask(0)
    try:
        with owner_only():
            (tmp_path / "leaf").touch()
        (tmp_path / "stem").touch()
    finally:
        os.umask(before)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("leaf", "stem")]
    assert modes == [0o600, 0o666]


def test_a_file_is_never_made_over_another(tmp_path):
    make_file(tmp_path / "leaf")
    with pytest.raises(FileExistsError):
        make_file(tmp_path / "leaf")


def test_a_durable_write_leaves_only_the_new_file(tmp_path):
    (tmp_path / "leaf.tmp").write_bytes(b"left by a kill")
    (tmp_path / "leaf").write_bytes(b"old")
    write_durably(tmp_path / "leaf", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"leaf": b"new"}


def test_a_missing_place_is_not_writable(tmp_path):
    assert writable(tmp_path)
    assert not writable(tmp_path / "nowhere")
