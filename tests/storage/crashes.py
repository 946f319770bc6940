"""Stops a child at each step of a change to a vault, as a kill would; says what opens afterwards.

    python -m tests.storage.crashes CHANGE MADE PLACE

MADE is a closed vault, copied to PLACE for each step. Each line of the answer is an object:
`ended` (the change came to its end), `passphrases` (which of those tried open it),
`sound` (nothing found by its checks), `names` (of the settings that matter), `count` (of all),
`kept` (of those in the databases in quarantine, opened with the headers beside them), and
`generation` and `salt` of the header.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from ally_journal.clock import FixedClock
from ally_journal.errors import VaultError
from ally_journal.storage import keys, places, renewing, swapping
from ally_journal.storage.connection import connect
from ally_journal.storage.header_file import parse, read_header
from ally_journal.storage.lockfile import VaultLock
from ally_journal.storage.unlocking import by_passphrase
from ally_journal.storage.vault import Vault

STEPS = ("fsync", "rename", "replace", "unlink", "link", "utime", "mkdir")
KILLED = 9
Change = Callable[[Path, int], None]
PASSPHRASE, OTHER = "violet fern", "blue moss"
NAMES = "SELECT name FROM setting WHERE name IN ('old', 'new') ORDER BY name"
_CLOCK = FixedClock(datetime(2025, 3, 1, tzinfo=UTC))


def stop_after(steps: int) -> None:
    """Let this process end before the last of so many calls of the system."""
    left = [steps]

    def counted(call):
        def stop_at_last(*args, **named):
            left[0] -= 1
            if left[0] == 0:
                os._exit(KILLED)
            return call(*args, **named)

        return stop_at_last

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


def no_second_names(*_args: object, **_named: object) -> None:
    raise OSError


def another(folder: Path, *, renewed: bool) -> tuple[Path, renewing.NewKeys]:
    """A database with a setting more, under new keys or its own."""
    today = read_header(folder).header
    root = by_passphrase(today, PASSPHRASE.encode())
    old = keys.DatabaseKey(root, today.salt)
    new = renewing.new_keys(today, OTHER.encode())
    path = folder / f".{places.PASSING}"
    with closing(connect(folder / places.DATABASE, old.spec())) as conn:
        key = new.key if renewed else old
        renewing.copy_under(conn, path, key)
    with closing(connect(path, key.spec())) as conn:
        conn.execute("UPDATE setting SET name = 'new' WHERE name = 'old'")
    return path, new


def swap(base: Path, *, renewed: bool = True) -> Change:
    path, new = another(base, renewed=renewed)

    def change(folder: Path, steps: int) -> None:
        VaultLock.take(folder)
        stop_after(steps)
        swapping.swap_in(folder, folder / path.name, new.header if renewed else None)

    return change


def swap_same(base: Path) -> Change:
    return swap(base, renewed=False)


def swap_plain(base: Path) -> Change:
    """On a disk that knows no second names."""
    os.link = no_second_names
    return swap(base)


def swap_hot(base: Path) -> Change:
    """Where the old database was left in the middle of a change."""
    change = swap(base)
    leave_hot(base)
    return change


def renew(_base: Path) -> Change:
    def change(folder: Path, steps: int) -> None:
        vault = Vault.open(folder, PASSPHRASE, _CLOCK)
        stop_after(steps)
        vault.ring.renew(PASSPHRASE)

    return change


def new_code(_base: Path) -> Change:
    def change(folder: Path, steps: int) -> None:
        vault = Vault.open(folder, PASSPHRASE, _CLOCK)
        stop_after(steps)
        vault.ring.new_recovery_code(PASSPHRASE)

    return change


def raise_cost(_base: Path) -> Change:
    def change(folder: Path, steps: int) -> None:
        stop_after(steps)
        Vault.open(folder, PASSPHRASE, _CLOCK, least=keys.KdfCost(20 * 1024, 1, 1))

    return change


CHANGES = {
    one.__name__: one
    for one in (swap, swap_same, swap_plain, swap_hot, renew, new_code, raise_cost)
}


def leave_hot(folder: Path) -> None:
    """Leave a journal that has to undo what stands in the file already."""
    if not os.fork():
        vault = Vault.open(folder, PASSPHRASE, _CLOCK)
        with vault._live.use() as conn:
            conn.set_authorizer(None)
            conn.execute("PRAGMA cache_size = 1")
            conn.execute("PRAGMA cache_spill = 1")
            conn.execute("BEGIN IMMEDIATE")
            conn.execute("UPDATE setting SET value = 'undone', name = 'undone ' || name")
            conn.execute("UPDATE vault SET counter = counter + 100")
            os._exit(0)
    os.wait()
    assert places.size_of(folder / places.JOURNAL)


def looked_at(folder: Path, *, ended: bool) -> dict[str, object]:
    opened, names, sound, count = [], [], True, 0
    for passphrase in (PASSPHRASE, OTHER):
        with suppress(VaultError), closing(Vault.open(folder, passphrase, _CLOCK)) as vault:
            opened.append(passphrase)
            names = [name for (name,) in vault.rows(NAMES)]
            (count,) = vault.one("SELECT count(*) FROM setting")
            sound = vault.rows("PRAGMA integrity_check") == [("ok",)]
            sound &= not vault.rows("PRAGMA cipher_integrity_check")
            sound &= not swapping.is_under_way(folder)
            with vault.atomic():
                pass
    found = {"ended": ended, "passphrases": opened, "names": names, "sound": sound}
    header = read_header(folder).header
    found |= {"generation": header.generation, "salt": header.salt.hex(), "count": count}
    return found | {"kept": list(kept(folder))}


def kept(folder: Path):
    """What stands in quarantine, opened with the header beside it."""
    for path in sorted((folder / places.QUARANTINE).glob("journal-*.db")):
        header = parse(path.with_suffix(".json").read_bytes())
        root = by_passphrase(header, PASSPHRASE.encode())
        with closing(connect(path, keys.DatabaseKey(root, header.salt).spec())) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            yield [name for (name,) in conn.execute(NAMES).fetchall()]


def main(name: str, made: Path, place: Path) -> None:
    base = shutil.copytree(made, place.with_name("base"))
    change = CHANGES[name](base)
    for steps in range(1, 1000):
        shutil.copytree(base, place)
        child = os.fork()
        if not child:
            try:
                change(place, steps)
            except BaseException:  # noqa: BLE001 the child ends here, whatever it was
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status not in {0, KILLED}:
            raise SystemExit(status)
        print(json.dumps(looked_at(place, ended=status == 0)), flush=True)  # noqa: T201 the answer
        shutil.rmtree(place)
        if status == 0:
            break


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
