"""Connections to an encrypted database: the only module that knows sqlcipher3.

Each is opened on a file that exists, keyed before anything else, set up the same way, and guarded:
no statement can attach another file, load code or change how the file is kept.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import sqlcipher3

from ally_journal.errors import (
    AlreadyOpen,
    DamagedFile,
    DiskFull,
    DiskTrouble,
    ReadOnly,
    VaultError,
)
from ally_journal.storage import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlcipher3 import Connection

PAGE_BYTES = 4096
SqlValue = str | int | float | bytes | None
Mode = Literal["rw", "ro"]

_ALLOW, _DENY = sqlcipher3.SQLITE_OK, sqlcipher3.SQLITE_DENY
_FULL, _MOVED, _MAIN_CODE = 13, 8 | 4 << 8, 0xFF
_KINDS: dict[int, type[VaultError]] = {
    3: NoPermission,
    5: AlreadyOpen,
    6: AlreadyOpen,
    8: ReadOnly,
    10: DiskTrouble,
    11: DamagedFile,
    _FULL: DiskFull,
    14: DiskTrouble,
    15: DiskTrouble,
    22: DiskTrouble,
    26: DamagedFile,
}
_SETTINGS = (
    "PRAGMA cipher_memory_security = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA fullfsync = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA busy_timeout = 2000",
)
_PRAGMAS = frozenset(
    {
        "application_id",
        "cipher_integrity_check",
        "data_version",
        "foreign_key_check",
        "integrity_check",
        "page_count",
        "user_version",
    }
)
