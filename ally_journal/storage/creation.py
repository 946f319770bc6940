"""Making a vault: built beside its place under another name, then moved there in one step."""

from __future__ import annotations

import secrets
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ally_journal.ids import new_id
from ally_journal.storage import keys, places
from ally_journal.storage.connection import connect, driver_errors, immediate
from ally_journal.storage.files import make_file, sync_folder, system_errors
from ally_journal.storage.header import new_header
from ally_journal.storage.header_file import write_header
from ally_journal.storage.migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ally_journal.clock import Clock
    from ally_journal.storage.header import Header
    from ally_journal.storage.keys import KdfCost


def make_vault(folder: Path, slots: Mapping[str, bytes], clock: Clock, cost: KdfCost) -> bytearray:
    """Make a vault at a free place; its root key.

    Args:
        folder: missing or empty.
        slots: the secret of each kind of slot.
        clock: for its id and time of making.
        cost: of one guess at a secret.

    Raises:
        VaultExists: something came to stand there meanwhile.
        NoPermission, DiskFull, DiskTrouble: nothing was made.
    """
    root = keys.new_root()
    header = new_header(new_id(clock.now()))
    for kind, secret in slots.items():
        header = header.with_slot(kind, secret, cost, root)
    with built_beside(folder) as draft:
        _make_database(draft, header, root, clock)
        write_header(draft, header)
    return root


@contextmanager
def built_beside(folder: Path) -> Iterator[Path]:
    """A new folder that is moved to its place when all went well, and removed otherwise."""
    with system_errors():
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
        draft.mkdir(mode=0o700)
        try:
            yield draft
            (draft / places.BACKUPS).mkdir(mode=0o700, exist_ok=True)
            sync_folder(draft)
            _move(draft, folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        sync_folder(folder.parent)


def _move(draft: Path, folder: Path) -> None:
    places.check_free(folder)
    if sys.platform == "win32" and folder.exists():  # pragma: no cover
        folder.rmdir()
    draft.rename(folder)


def _make_database(folder: Path, header: Header, root: bytearray, clock: Clock) -> None:
    path = folder / places.DATABASE
    make_file(path)
    key = keys.DatabaseKey(root, header.salt)
    with driver_errors():
        conn = connect(path, key.spec())
        try:
            migrate(conn)
            with immediate(conn):
                conn.execute(f"PRAGMA application_id = {places.APPLICATION_ID}")
                made = int(clock.now().timestamp() * 1_000_000)
                row = (header.id, made, 0)
                conn.execute("INSERT INTO vault (id, made, counter) VALUES (?, ?, ?)", row)
        finally:
            conn.close()
            key.wipe()
