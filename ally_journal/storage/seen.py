"""`seen.json`: how far this computer has seen each vault, to notice when an older copy comes back.

It stands in the person's state folder, not in the vault: whatever carries the vault's files about
must not carry this along. It holds the ids of vaults and a figure each, and nothing of entries. A
copy made on purpose, a backup restored in a new place, is known for itself, by a digest of it.
Nothing depends on it: where it is lost or cannot be written, one warning less is given.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.storage.files import make_file

if TYPE_CHECKING:
    from pathlib import Path

NAME = "seen.json"
_COUNTER, _OPEN = "counter", "open"
_LONGEST = 256 * 1024
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """What this computer knows of a vault.

    Attributes:
        counter: of transactions, when it was last closed here.
        is_open: it was opened here, and not closed since.
    """

    counter: int = 0
    is_open: bool = False


def look(state: Path, vault_id: str, folder: Path | None = None) -> Seen:
    """What is known of a vault; nothing where it was never closed here.

    Args:
        state: the person's state folder.
        vault_id: of the vault.
        folder: where it stands, which tells a copy that was made on purpose.
    """
    every = _read(state)
    return _seen(every.get(_name(every, vault_id, folder)))


def note(state: Path, vault_id: str, seen: Seen, folder: Path | None = None) -> None:
    """Write what is known of a vault now; where that cannot be done, nothing happens."""
    every = _read(state)
    _put(state, every, _name(every, vault_id, folder), seen)


def expect_copy(state: Path, vault_id: str, folder: Path) -> None:
    """Measure a copy by itself from now on: it was made in a new place, and on purpose."""
    _put(state, _read(state), _copy_name(vault_id, folder), Seen())


def forget(state: Path, vault_id: str, folder: Path | None = None) -> None:
    """Know nothing of a vault any more: an older database was put into it on purpose."""
    every = _read(state)
    name = _name(every, vault_id, folder)
    if name != vault_id:
        _put(state, every, name, Seen())
    elif every.pop(vault_id, None) is not None:
        _write(state, every)


def _name(every: dict[str, object], vault_id: str, folder: Path | None) -> str:
    """Under which name a vault is known: that of a copy in its place, or that of the vault."""
    name = _copy_name(vault_id, folder) if folder else vault_id
    return name if name in every else vault_id


def _copy_name(vault_id: str, folder: Path) -> str:
    place = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()
    return f"{vault_id} {place[:_DIGITS]}"


def _put(state: Path, every: dict[str, object], name: str, seen: Seen) -> None:
    _write(state, every | {name: {_COUNTER: seen.counter, _OPEN: seen.is_open}})


def _seen(raw: object) -> Seen:
    if not isinstance(raw, dict):
        return Seen()
    counter = raw.get(_COUNTER)
    return Seen(counter if type(counter) is int else 0, raw.get(_OPEN) is True)


def _read(state: Path) -> dict[str, object]:
    with suppress(OSError, ValueError, RecursionError), (state / NAME).open("rb") as file:
        raw = json.loads(file.read(_LONGEST))
        return raw if isinstance(raw, dict) else {}
    return {}


def _write(state: Path, every: dict[str, object]) -> None:
    draft = state / f".{secrets.token_hex(4)}.{NAME}"
    with suppress(OSError):
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            make_file(draft)
            draft.write_bytes(json.dumps(every, sort_keys=True).encode())
            draft.replace(state / NAME)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
