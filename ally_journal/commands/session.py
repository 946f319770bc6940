"""What every command is handed, and how a journal is opened for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.clock import Clock
from ally_journal.commands.showing import note
from ally_journal.hardening import harden_process
from ally_journal.journal import Journal
from ally_journal.sentences import notice_sentence
from ally_journal.services.notices import NoticeKind
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from collections.abc import Iterator


_SAID = frozenset(
    {
        NoticeKind.OLDER_COPY,
        NoticeKind.CONFLICTED_COPY,
        NoticeKind.DRAFT_BROUGHT_BACK,
        NoticeKind.HEADER_MENDED,
    }
)
"""What may concern entries or their keys, and cannot wait for the window."""


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line.

    `make_demo` makes a journal and its pictures in a folder and tells each file; None where there
    is no window to draw.
    `cost` is that of a guess of a passphrase; None lets the journal find it for a new one, and
    raise that of an older one to what is the least today.
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
        journal = Journal.open(folder, secret, self.clock, least=self.cost or Journal.LEAST_COST)
        try:
            for notice in journal.notices():
                if notice.kind in _SAID:
                    note(notice_sentence(notice))
            yield journal
        finally:
            journal.close()
