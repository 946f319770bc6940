"""Drafts that could not be saved in the vault: sealed, in the person's state folder, till it opens.

That folder is on another disk, as a rule. The key comes from the vault's root by HKDF with
"ally/v1/spool"; a file is a mark, a nonce of 12 bytes and the draft under ChaCha20-Poly1305, bound
to the vault's id.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from ally_journal.errors import VaultClosed, VaultError
from ally_journal.storage import keys
from ally_journal.storage.files import owner_only, system_errors, write_durably

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "spool"
_MAGIC = b"ally-spool 1\n"
_LONGEST = 64 * 1024 * 1024


class Spool:
    """The place for drafts of one open vault; `wipe` ends its use."""

    def __init__(self, state: Path, vault_id: str, root: keys.Secret) -> None:
        self._place = state / FOLDER
        self._vault_id = vault_id
        self._key = keys.derived(root, "spool")
        self._read: list[Path] = []

    def put(self, content: bytes) -> Path:
        """Seal a draft and write it through to the disk; where it stands.

        Raises:
            VaultClosed: the key was wiped.
            NoPermission, DiskFull, DiskTrouble: it is not kept there either.
        """
        self._check()
        nonce = secrets.token_bytes(keys.NONCE_BYTES)
        sealed = keys.seal(self._key, nonce, content, self._context())
        path = self._place / f"{self._vault_id}-{secrets.token_hex(8)}"
        with owner_only(), system_errors():
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, _MAGIC + nonce + sealed)
        return path

    def all(self) -> list[bytes]:
        """The drafts that stand there, the oldest first; what does not open is left alone.

        Raises:
            VaultClosed: the key was wiped.
        """
        self._check()
        opened = [(path, self._opened(path)) for path in self._files()]
        self._read = [path for path, content in opened if content is not None]
        return [content for _path, content in opened if content is not None]

    def drop(self) -> None:
        """Remove the drafts that `all` has given; one that cannot be removed comes back again."""
        for path in self._read:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._read = []

    def renew(self, root: keys.Secret) -> None:
        """Take the key of another root, and overwrite the one before; what waits is sealed anew."""
        waiting = self.all()
        self.wipe()
        self._key = keys.derived(root, "spool")
        # Where there is no room, they stay as they are: the header in quarantine opens them.
        with suppress(VaultError):
            for content in waiting:
                self.put(content)
            self.drop()

    def wipe(self) -> None:
        """Overwrite the key."""
        keys.wipe(self._key)

    def _check(self) -> None:
        if not any(self._key):
            raise VaultClosed

    def _context(self) -> bytes:
        return _MAGIC + self._vault_id.encode()

    def _files(self) -> list[Path]:
        with suppress(OSError):
            found = [path for path in self._place.iterdir() if self._is_ours(path)]
            return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))
        return []

    def _is_ours(self, path: Path) -> bool:
        return path.name.startswith(f"{self._vault_id}-") and path.suffix != ".tmp"

    def _opened(self, path: Path) -> bytes | None:
        content = b""
        with suppress(OSError), path.open("rb") as file:
            content = file.read(_LONGEST)
        if not content.startswith(_MAGIC):
            return None
        sealed = content[len(_MAGIC) :]
        nonce, sealed = sealed[: keys.NONCE_BYTES], sealed[keys.NONCE_BYTES :]
        if len(sealed) < keys.TAG_BYTES:
            return None
        return keys.unseal(self._key, nonce, sealed, self._context())
