"""Backups of an open journal: made, listed, tested, looked into, carried elsewhere, removed.

What takes long has a `begin_…` beside it, which gives a task for the journal's lane: nobody who
writes waits for it. `task.step()` is called again and again until it says that it is over, then
`task.result()` once.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ally_journal.errors import ReadOnly, VaultError
from ally_journal.storage import backups, integrity, restoring, settings_table
from ally_journal.storage.backup_note import BackupNote, kept_keys
from ally_journal.storage.places import BACKUPS, QUARANTINE
from ally_journal.storage.stamps import from_micros, to_micros
from ally_journal.storage.turns import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ally_journal.services.context import Context
    from ally_journal.storage.backups import Backup
    from ally_journal.storage.integrity import Finding
    from ally_journal.storage.restoring import Looked
    from ally_journal.storage.turns import Source

_SETTING = "backups"
_CHECKED, _QUIET = "checked", "quiet"
_SECOND = timedelta(seconds=1)
_AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup as the list shows it.

    Attributes:
        path: where it stands.
        made: instant in UTC, to the second.
        reason: such as "asked", "session", "migration", "import", "trash".
        size: in bytes.
        entries: how many it holds; None where only its own passphrase can tell.
        checked: when it was last found whole, which it was when it was made.
    """

    path: Path
    made: datetime
    reason: str
    size: int
    entries: int | None
    checked: datetime | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring a backup would bring.

    Attributes:
        entries: kept ones outside the trash.
        first_day: of the oldest, None where there is none.
        last_day: of the newest.
        newer_here: how many entries of the journal of now are not in it.
    """

    entries: int
    first_day: date | None
    last_day: date | None
    newer_here: int


def rows_of(folder: Path, passphrase: str | None = None) -> tuple[BackupRow, ...]:
    """The backups beside a closed journal, the newest first.

    Args:
        folder: of the journal, which may be damaged.
        passphrase: with it the number of entries of each is known.

    Raises:
        WrongPassphrase, DamagedHeader: it does not open the journal.
    """
    if passphrase is None:
        return tuple(_row(one, None) for one in backups.list_backups(folder))
    key = restoring.key_of_closed(folder, passphrase)
    try:
        return tuple(_row(one, None) for one in backups.list_backups(folder, key))
    finally:
        key.wipe()


def newest_whole(folder: Path, passphrase: str) -> BackupRow | None:
    """The newest backup beside a closed journal that is found whole now: every page is examined.

    Args:
        folder: of the journal, which may be damaged.
        passphrase: today's; older backups may want their own, and are passed over.
    """
    for backup in backups.list_backups(folder):
        with suppress(VaultError):
            looked = restoring.look_into(backup.path, backup.path.parent, passphrase=passphrase)
            if not looked.findings:
                return _row(replace(backup, note=looked.note), None)
    return None


class BackupService:
    """The copies of this journal that stand beside it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._vault = context.vault

    def all(self) -> tuple[BackupRow, ...]:
        """Every backup, the newest first."""
        checked = self._notes()[_CHECKED]
        found = backups.list_backups(self._vault.folder, self._vault.live.key)
        return tuple(_row(backup, checked.get(backup.path.name)) for backup in found)

    def due(self) -> bool:
        """Whether anything was written that the last backup does not hold."""
        now = self._context.clock.now()
        every = backups.list_backups(self._vault.folder)
        last = next((one for one in every if one.made <= now + _AHEAD), None)
        note = backups.with_note(last, self._vault.live.key).note if last else None
        row = self._vault.one("SELECT counter FROM vault")
        written = (int(row[0]) if row else 0) - self._notes()[_QUIET]
        return note is None or note.counter - note.quiet != written

    def make(self, reason: str = "asked") -> BackupRow:
        """Make a backup and verify it, in one go.

        Raises:
            DamagedFile: the journal cannot be read whole; no backup was made.
            ReadOnly, DiskFull, DiskTrouble, NoPermission: no backup was made.
        """
        return self._made(self._vault.back_up(reason))

    def begin(self, reason: str = "asked") -> Task[BackupRow]:
        """The same beside the work of the journal, in steps of some milliseconds.

        Raises:
            ReadOnly: nothing can be written here.
        """
        if self._vault.read_only:
            raise ReadOnly
        live, now = self._vault.live, self._context.clock.now()

        def work(source: Source) -> Path:
            return backups.make_backup(source, self._vault.folder, live.key, now, reason)

        return Task(live, work, self._made)

    def test(self, path: Path, passphrase: str | None = None) -> tuple[Finding, ...]:
        """Read a backup through and examine every page and row of it; nothing found: it is whole.

        Args:
            path: the backup.
            passphrase: of its time, where the keys of the journal were others then.

        Raises:
            DamagedBackup: it is not a backup, or not whole.
            WrongPassphrase: it wants the passphrase of its time.
            DiskFull, DiskTrouble, NoPermission: there is no room to unpack it.
        """
        key, place = self._vault.live.key, self._vault.folder
        looked = restoring.look_into(path, place, key=key, passphrase=passphrase)
        return self._tested(path, looked)

    def begin_test(self, path: Path, passphrase: str | None = None) -> Task[tuple[Finding, ...]]:
        """The same beside the work of the journal; `result` raises what `test` does."""
        live, place = self._vault.live, self._vault.folder

        def work(source: Source) -> Looked:
            return restoring.look_into(
                path, place, key=live.key, passphrase=passphrase, source=source
            )

        return Task(live, work, partial(self._tested, path))

    def begin_check(self) -> Task[tuple[Finding, ...]]:
        """Examine the journal itself, as `Journal.verify` does, beside its work."""
        live, copy = self._vault.live, not self._vault.read_only

        def work(source: Source) -> tuple[Finding, ...]:
            return integrity.checked(source, live.path, live.key, copy=copy)

        return Task(live, work, tuple)

    def preview(self, path: Path, passphrase: str | None = None) -> Preview:
        """What restoring a backup would bring, and what of now is not in it; raises as `test`."""
        key, place = self._vault.live.key, self._vault.folder
        return self._previewed(restoring.peek(path, place, key=key, passphrase=passphrase))

    def begin_preview(self, path: Path, passphrase: str | None = None) -> Task[Preview]:
        """The same beside the work of the journal."""
        live, place = self._vault.live, self._vault.folder

        def work(_source: Source) -> tuple[BackupNote, frozenset[int]]:
            return restoring.peek(path, place, key=live.key, passphrase=passphrase)

        return Task(live, work, self._previewed)

    def holding(self, *created: datetime) -> tuple[BackupRow, ...]:
        """The backups that hold entries of these times, such as those in the trash.

        Args:
            created: the moment that each entry tells of.
        """
        oldest = min(created, default=None)
        return tuple(row for row in self.all() if oldest and row.made + _SECOND > oldest)

    def put_aside(self) -> int:
        """How many databases lie beside the journal since a restore, new keys or a repair."""
        return len(list((self._vault.folder / QUARANTINE).glob("*.db")))

    def remove(self, paths: Iterable[Path]) -> None:
        """Remove backups for ever; before that a new one is made, where none of now would be left.

        Raises:
            DamagedFile, ReadOnly, DiskFull, DiskTrouble, NoPermission: as `make`; nothing was
                removed, or not all.
        """
        chosen = frozenset(paths)
        left = [row for row in self.all() if row.path not in chosen]
        if chosen and (not left or self.due() or self._newest() in chosen):
            self.make("trash")
        backups.remove(self._vault.folder, chosen)

    def copy_to(self, path: Path, folder: Path) -> Path:
        """Copy a backup to another place, read it back there, and note the day; where it stands.

        Raises:
            DamagedBackup: it is not whole.
            VaultExists: another file of that name stands there.
            DiskFull, DiskTrouble, NoPermission, NotAVault: nothing was written there.
        """
        return self._copied(backups.copy_to(path, folder))

    def begin_copy(self, path: Path, folder: Path) -> Task[Path]:
        """The same beside the work of the journal."""
        return Task(self._vault.live, lambda _source: backups.copy_to(path, folder), self._copied)

    def copied_elsewhere(self) -> date | None:
        """The day on which a backup was last copied to another place."""
        with suppress(ValueError):
            return date.fromisoformat(self._context.settings.copied_elsewhere)
        return None

    def _newest(self) -> Path | None:
        return next((row.path for row in self.all()), None)

    def _made(self, path: Path) -> BackupRow:
        return next(row for row in self.all() if row.path == path)

    def _tested(self, path: Path, looked: Looked) -> tuple[Finding, ...]:
        if not looked.findings and path.parent == self._vault.folder / BACKUPS:
            self._note({path.name: to_micros(self._context.clock.now())})
        return looked.findings

    def _previewed(self, found: tuple[BackupNote, frozenset[int]]) -> Preview:
        note, known = found
        with self._vault.live.use() as conn:
            newer = len(kept_keys(conn) - known)
        return Preview(note.entries, note.first, note.last, newer)

    def _copied(self, path: Path) -> Path:
        self._note({}, elsewhere=self._context.today())
        self._context.read_settings()
        return path

    def _notes(self) -> dict[str, Any]:
        """When each backup was last found whole, and how often only that was written."""
        row = self._vault.one("SELECT value FROM setting WHERE name = ?", (_SETTING,))
        return {_CHECKED: {}, _QUIET: 0} | (json.loads(row[0]) if row else {})

    def _note(self, checked: Mapping[str, int], *, elsewhere: date | None = None) -> None:
        """Write such a thing; it counts for nothing that a backup would be needed for."""
        if self._vault.read_only:
            return
        notes, there = self._notes(), {row.path.name for row in self.all()}
        kept = {name: at for name, at in (notes[_CHECKED] | dict(checked)).items() if name in there}
        stamp = self._context.stamp()
        with self._vault.atomic() as tx:
            value = {_CHECKED: kept, _QUIET: notes[_QUIET] + 1}
            settings_table.put(tx, _SETTING, value, stamp)
            if elsewhere is not None:
                settings_table.put(tx, "copied_elsewhere", elsewhere.isoformat(), stamp)


def _row(backup: Backup, checked: int | None) -> BackupRow:
    return BackupRow(
        path=backup.path,
        made=backup.made,
        reason=backup.reason,
        size=backup.size,
        entries=backup.note.entries if backup.note else None,
        checked=max(backup.made, from_micros(checked)) if checked else backup.made,
    )
