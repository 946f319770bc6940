"""Coming to a vault's root key: by passphrase, by recovery code; and sealing it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal import stopping
from ally_journal.errors import NoRecoveryCode, WrongPassphrase, WrongRecoveryCode
from ally_journal.storage import header as headers
from ally_journal.storage import keys, recovery_code
from ally_journal.storage.header_file import write_header

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.storage.header import Header
    from ally_journal.storage.keys import KdfCost, Secret


def by_passphrase(header: Header, secret: Secret) -> bytearray:
    """The root key; the caller overwrites it.

    Raises:
        WrongPassphrase: the passphrase does not fit.
        DamagedHeader: it fits, and the header was changed by something else.
    """
    slot = header.slot(headers.PASS)
    root = header.unwrap(slot, secret) if slot else None
    if root is None:
        raise WrongPassphrase
    return root


def by_code(header: Header, bits: Secret) -> bytearray:
    """The root key; the caller overwrites it.

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


def cost_of(header: Header) -> KdfCost:
    """What a guess of the passphrase costs."""
    slot = header.slot(headers.PASS)
    return slot.cost if slot else keys.DEFAULT


def reseal(folder: Path, header: Header, secret: Secret, root: Secret) -> None:
    """Write the header with the root sealed under another passphrase, at the same cost.

    Raises:
        NoPermission, DiskFull, DiskTrouble: the old passphrase goes on opening the vault.
    """
    write_header(folder, header.with_slot(headers.PASS, secret, cost_of(header), root))


def raise_cost(
    folder: Path, header: Header, secret: Secret, root: Secret, least: KdfCost | None
) -> None:
    """Seal the root anew where a guess of the passphrase costs less than it is to cost.

    Args:
        folder: of the vault.
        header: as it stands there.
        secret: the passphrase that has opened it.
        root: what it opened.
        least: each figure at least; None leaves it.

    Raises:
        NoPermission, DiskFull, DiskTrouble: it stays as it was.
    """
    cost = cost_of(header)
    raised = cost.at_least(least or cost)
    if raised != cost:
        write_header(folder, header.with_slot(headers.PASS, secret, raised, root))


def new_code(folder: Path, header: Header, root: Secret) -> str:
    """Write the header with the root sealed under a new recovery code; the code.

    Raises:
        Stopped: whoever asked for it is gone, and would not see it; the old code stays the one.
        NoPermission, DiskFull, DiskTrouble: the old code, where there is one, stays the one.
    """
    code = recovery_code.new_code()
    bits = recovery_code.read(code)
    following = header.with_slot(headers.RECOVERY, bits, cost_of(header), root)
    stopping.check()
    write_header(folder, following)
    return code
