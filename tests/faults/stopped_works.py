"""What children do until a chosen call that changes a file, before which they end."""

from __future__ import annotations

from pathlib import Path

from ally_journal.journal import Journal
from ally_journal.storage.vault import Vault
from tests.faults.journals import CLOCK, OTHER, PASSPHRASE, opened
from tests.faults.later_schema import LATER
from tests.faults.preload import CHANGING, Watch
from tests.faults.works import say

__all__ = [
    "back_up_until",
    "bring_in_until",
    "change_passphrase_until",
    "migrate_until",
    "put_back_until",
    "renew_until",
    "restore_until",
]


def change_passphrase_until(folder: str, nth: int) -> None:
    """Change the passphrase, ending before the nth call that changes a file; 0 ends nothing."""
    watch = Watch(Path(folder))
    journal = opened(Path(folder))
    _stop_at(watch, nth)
    journal.change_passphrase(PASSPHRASE, OTHER)
    say(f"done {watch.seen}")


def migrate_until(folder: str, nth: int) -> None:
    """Open a vault with a schema that is one step further, ending at the nth call."""
    watch = Watch(Path(folder))
    _stop_at(watch, nth)
    Vault.open(Path(folder), PASSPHRASE, CLOCK, known=LATER).close()
    say(f"done {watch.seen}")


def back_up_until(folder: str, nth: int) -> None:
    """Make a backup where there are many, so that some go; ending at the nth call."""
    watch = Watch(Path(folder))
    journal = opened(Path(folder))
    _stop_at(watch, nth)
    journal.back_up()
    say(f"done {watch.seen}")


def restore_until(folder: str, backup: str, nth: int) -> None:
    """Make a journal of a backup in a new place, ending at the nth call."""
    watch = Watch(Path(folder))
    _stop_at(watch, nth)
    Journal.restore(Path(backup), Path(folder), PASSPHRASE)
    say(f"done {watch.seen}")


def bring_in_until(folder: str, source: str, nth: int) -> None:
    """Bring an export in, ending at the nth call."""
    watch = Watch(Path(folder))
    journal = opened(Path(folder))
    _stop_at(watch, nth)
    journal.carrying.import_json(Path(source))
    say(f"done {watch.seen}")


def renew_until(folder: str, nth: int) -> None:
    """Give the journal new keys, ending at the nth call."""
    watch = Watch(Path(folder))
    journal = opened(Path(folder))
    _stop_at(watch, nth)
    code = journal.keys.renew(PASSPHRASE)
    say(f"done {watch.seen} {code}")


def put_back_until(folder: str, backup: str, nth: int) -> None:
    """Put a backup in the place of a journal, ending at the nth call."""
    watch = Watch(Path(folder))
    _stop_at(watch, nth)
    Journal.put_back(Path(folder), Path(backup), PASSPHRASE)
    say(f"done {watch.seen}")


def _stop_at(watch: Watch, nth: int) -> None:
    if nth:
        watch.kill(nth)
    else:
        watch.fail(CHANGING, 0, 0, for_ever=False)
