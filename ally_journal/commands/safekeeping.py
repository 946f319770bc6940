"""Checking a journal, making and listing its backups, and getting it back after damage."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing
from ally_journal.errors import DamagedFile, DamagedHeader, EmptyFile, VaultMissing
from ally_journal.journal import Journal
from ally_journal.language import _, ngettext
from ally_journal.sentences import (
    finding_sentence,
    salvaged_sentence,
    sentence,
    way_back,
    way_on,
)

if TYPE_CHECKING:
    from ally_journal.commands.session import Session
    from ally_journal.services.backups import BackupRow

_PATH = click.Path(path_type=Path)
_HARMLESS = frozenset({"salt", "search"})


@click.command("verify")
@options.journal
@options.passphrase_file
@click.pass_obj
@click.pass_context
def verify(
    context: click.Context, session: Session, journal: Path, passphrase_file: str | None
) -> None:
    """Run all checks; says what is wrong and what to do."""
    secret = cache(asking.passphrase(passphrase_file))
    try:
        with session.opened(journal, secret) as opened:
            findings = opened.verify()
    except (DamagedFile, DamagedHeader, EmptyFile) as error:
        showing.line(sentence(error))
        _show_way_back(journal, secret())
        context.exit(1)
    for finding in findings:
        showing.line(finding_sentence(finding))
    if all(finding.code.value in _HARMLESS for finding in findings):
        showing.line(way_on(findings))
    else:
        _show_way_back(journal, secret())
    context.exit(1 if findings else 0)


@click.command("backup")
@options.journal
@click.option(
    "--to",
    "to",
    metavar="PATH",
    type=_PATH,
    help=_("Copy the backup to this folder or file too, and read the copy back."),
)
@options.passphrase_file
@click.pass_obj
def backup(session: Session, journal: Path, to: Path | None, passphrase_file: str | None) -> None:
    """Make a backup and check it; prints where it stands."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        made = opened.copies.make().path
        showing.line(str(opened.copies.copy_to(made, to) if to else made))


@click.command("backups")
@options.journal
@options.as_json
@click.option(
    "--passphrase-file",
    metavar="FILE",
    help=_("Tell how many entries each holds, with the passphrase on the first line of FILE."),
)
def backups(journal: Path, as_json: bool, passphrase_file: str | None) -> None:
    """List the backups beside a journal, the newest first."""
    if not Journal.exists(journal):
        raise VaultMissing
    secret = asking.passphrase(passphrase_file)() if passphrase_file else None
    rows = Journal.backups_of(journal, secret)
    if as_json:
        showing.as_json_rows("backups", map(_shape, rows))
        return
    for one in rows:
        made = one.made.strftime("%Y-%m-%d %H:%M UTC")
        showing.line(f"{made}  {one.reason}  {one.size}  {_entries(one)}{one.path}")


@click.command("restore")
@click.argument("backup_file", metavar="BACKUP", type=_PATH)
@click.option("--to", "to", metavar="JOURNAL", required=True, type=_PATH)
@click.option(
    "--passphrase-file",
    metavar="FILE",
    help=_("Examine every page first, with the passphrase on the first line of FILE."),
)
def restore(backup_file: Path, to: Path, passphrase_file: str | None) -> None:
    """Make a journal of a backup in a new place; what is there now stays as it is."""
    secret = asking.passphrase(passphrase_file)() if passphrase_file else None
    Journal.restore(backup_file, to, secret)
    showing.note(_("The backup is a journal again. The passphrase of its day opens it."))


@click.command("salvage")
@options.journal
@click.option("--to", "to", metavar="NEW", required=True, type=_PATH)
@options.passphrase_file
def salvage(journal: Path, to: Path, passphrase_file: str | None) -> None:
    """Write what can still be read of a damaged journal into a new one; the old one stays."""
    secret = asking.passphrase(passphrase_file)() if Journal.exists(journal) else ""
    showing.line(salvaged_sentence(Journal.salvage(journal, secret, to)))


def _show_way_back(journal: Path, secret: str) -> None:
    found = Journal.newest_whole(journal, secret)
    showing.line(way_back(found))
    if found is not None:
        showing.line(str(found.path))


def _entries(row: BackupRow) -> str:
    if row.entries is None:
        return ""
    number = ngettext("{n} entry", "{n} entries", row.entries).format(n=row.entries)
    return f"{number}  "


def _shape(row: BackupRow) -> showing.Shape:
    return {
        "path": str(row.path),
        "made": row.made.isoformat(),
        "reason": row.reason,
        "size": row.size,
        "entries": row.entries,
    }
