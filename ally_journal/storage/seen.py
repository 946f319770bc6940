"""`seen.json`: how far this computer has seen each vault, to notice when an older copy comes back.

It stands in the person's state folder, not in the vault: whatever carries the vault's files about
must not carry this along. It holds the ids of vaults and a figure each, and nothing of entries.
Nothing depends on it: where it is lost or cannot be written, one warning less is given.
"""

from __future__ import annotations

import json
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


@dataclass(frozen=True, slots=True)
class Seen:
    """What this computer knows of a vault.

    Attributes:
        counter: of transactions, when it was last closed here.
        is_open: it was opened here, and not closed since.
    """

    counter: int = 0
    is_open: bool = False


def look(state: Path, vault_id: str) -> Seen:
    """What is known of a vault; nothing where it was never closed here.

    Args:
        state: the person's state folder.
        vault_id: of the vault.
    """
    return _seen(_read(state).get(vault_id))


def note(state: Path, vault_id: str, seen: Seen) -> None:
    """Write what is known of a vault now; where that cannot be done, nothing happens."""
    _write(state, _read(state) | {vault_id: {_COUNTER: seen.counter, _OPEN: seen.is_open}})


def forget(state: Path, vault_id: str) -> None:
    """Know nothing of a vault any more: an older database was put into it on purpose."""
    every = _read(state)
    if every.pop(vault_id, None) is not None:
        _write(state, every)


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
