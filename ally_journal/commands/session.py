"""What every command is handed, and how a journal is opened for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.clock import Clock
from ally_journal.hardening import harden_process
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line.

    `make_demo` makes a journal and its pictures in a folder and tells each file; None where there
    is no window to draw.
    `cost` is that of a guess of a new journal's passphrase; None lets the journal find it.
    """

    clock: Clock
    make_demo: Callable[[Path], Iterable[Path]] | None = None
    cost: KdfCost | None = None

    @contextmanager
    def opened(self, folder: Path, passphrase: Callable[[], str]) -> Iterator[Journal]:
        """Open a journal, and lock it again afterwards.

        Args:
            folder: of the journal.
            passphrase: gives it; not asked where there is no journal to open.

        Raises:
            VaultError: why it cannot be opened.
        """
        harden_process()
        secret = passphrase() if Journal.exists(folder) else ""
        journal = Journal.open(folder, secret, self.clock)
        try:
            yield journal
        finally:
            journal.close()
