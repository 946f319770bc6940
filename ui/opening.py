"""Opening a journal: what runs in the lane, with everything heavy imported there and not before."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from ally_journal.hardening import harden_process
from ui.locked_places import CreatePlace, UnlockPlace

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.clock import Clock
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.journal import Journal
    from ally_journal.settings import Settings
    from ally_journal.storage.keys import KdfCost

_NEEDED = (
    "ally_journal.journal",
    "argon2.low_level",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "ui.sidebar",
    "ui.pages.today",
)


class Opened(NamedTuple):
    """An open journal with what the window's thread may read of it; `code` after making it."""

    journal: Journal
    settings: Settings
    library: PracticeLibrary
    code: str = ""


class Opening:
    """The three ways to an open journal; `cost` of a guess by default as this computer bears."""

    def __init__(self, clock: Clock, cost: KdfCost | None = None) -> None:
        self.clock, self.cost = clock, cost

    def by_passphrase(self, folder: Path, passphrase: str) -> Opened:
        """Open by the passphrase."""
        from ally_journal.journal import Journal  # noqa: PLC0415 not for the unlock page

        return _opened(
            Journal.open(folder, passphrase, self.clock, self.cost or Journal.LEAST_COST)
        )

    def anew(self, folder: Path, passphrase: str) -> Opened:
        """Make a journal."""
        from ally_journal.journal import Journal  # noqa: PLC0415 not for the unlock page

        return _opened(*Journal.create(folder, passphrase, self.clock, self.cost))

    def by_code(self, folder: Path, code: str, new_passphrase: str) -> Opened:
        """Open by the recovery code, and choose a new passphrase."""
        from ally_journal.journal import Journal  # noqa: PLC0415 not for the unlock page

        return _opened(Journal.recover(folder, code, new_passphrase, self.clock))


def stands_at(folder: Path) -> bool:
    """Whether a journal (or what is left of one) stands there; nothing heavy is imported."""
    return any((folder / name).exists() for name in ("vault.json", "journal.db"))


def first_place(folder: Path) -> object:
    """Where the window begins in front of a journal."""
    return UnlockPlace() if stands_at(folder) else CreatePlace()


def warm_up() -> None:
    """Shut the process off from others, then make ready what unlocking needs, while somebody types.

    Nothing of a journal is read for it.
    """
    harden_process()
    for name in _NEEDED:
        import_module(name)
    from ally_journal.domain.practice_files import load_built_in  # noqa: PLC0415 not at the start

    load_built_in()


def warm_up_insights() -> None:
    """Import what Insights shows and draws with; in a worker, once a journal is open."""
    import_module("ui.pages.insights")
    import_module("ui.charts.drawing").warm_up()


def forget_sources() -> None:
    """Let go of the source of every module: PySide reads it at each import, and Python keeps it.

    What is kept of each says that it is out of date. It is not taken out altogether: another thread
    may import just now, and looks twice for what it has found once.
    """
    import linecache  # noqa: PLC0415 not part of the start

    for name, entry in list(linecache.cache.items()):
        if len(entry) > 1:
            linecache.cache[name] = (-1, 0.0, [], name)


def _opened(journal: Journal, code: str = "") -> Opened:
    return Opened(journal, journal.settings.all(), journal.library, code)
