"""Coming to a vault's root key: by passphrase, by recovery code; and giving it a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.errors import NoRecoveryCode, WrongPassphrase, WrongRecoveryCode
from ally_journal.storage import header as headers
from ally_journal.storage import keys
from ally_journal.storage.header_file import write_header

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.storage.header import Header


def by_passphrase(header: Header, secret: bytes) -> bytes:
    """The root key.

    Raises:
        WrongPassphrase: the passphrase does not fit.
        DamagedHeader: it fits, and the header was changed by something else.
    """
    slot = header.slot(headers.PASS)
    root = header.unwrap(slot, secret) if slot else None
    if root is None:
        raise WrongPassphrase
    return root


def by_code(header: Header, bits: bytes) -> bytes:
    """The root key.

    Raises:
        NoRecoveryCode: the vault was made without one.
        WrongRecoveryCode: the code does not fit.
        DamagedHeader: it fits, and the header was changed by something else.
    """
    slot = header.slot(headers.RECOVERY)
    if slot is None:
        raise NoRecoveryCode
    root = header.unwrap(slot, bits)
    if root is None:
        raise WrongRecoveryCode
    return root


def reseal(folder: Path, header: Header, secret: bytes, root: bytes) -> None:
    """Write the header with the root sealed under another passphrase, at the same cost.

    Raises:
        NoPermission, DiskFull, DiskTrouble: the old passphrase goes on opening the vault.
    """
    old = header.slot(headers.PASS)
    cost = old.cost if old else keys.DEFAULT
    write_header(folder, header.with_slot(headers.PASS, secret, cost, root))
