"""Making, checking and backing up a journal, and changing what opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing
from ally_journal.errors import VaultExists, VaultMissing
from ally_journal.journal import Journal
from ally_journal.language import _
from ally_journal.sentences import finding_sentence, way_on

if TYPE_CHECKING:
    from ally_journal.commands.session import Session


@click.command("new")
@options.journal
@options.passphrase_file
@click.pass_obj
def new(session: Session, journal: Path, passphrase_file: str | None) -> None:
    """Make a journal; prints its recovery code, this once."""
    showing.check_heard()
    if Journal.exists(journal):
        raise VaultExists
    secret = asking.first_passphrase(passphrase_file)
    made, code = Journal.create(journal, secret, session.clock, session.cost)
    made.close()
    showing.line(code)
    showing.note(
        _(
            "The journal is made. This is its recovery code; it is not shown again. Write it on "
            "paper and keep it away from this computer: it opens the journal if the passphrase is "
            "lost, and nothing else does."
        )
    )


@click.command("passphrase")
@options.journal
@options.passphrase_file
@options.new_passphrase_file
@click.pass_obj
def change_passphrase(
    session: Session, journal: Path, passphrase_file: str | None, new_passphrase_file: str | None
) -> None:
    """Choose another passphrase."""
    old = asking.passphrase(passphrase_file)() if Journal.exists(journal) else ""
    with session.opened(journal, lambda: old) as opened:
        opened.change_passphrase(old, asking.new_passphrase(new_passphrase_file))
    showing.note(
        _(
            "The new passphrase opens the journal from now on. Backups made before still open with "
            "the old one."
        )
    )


@click.command("recover")
@options.journal
@click.option(
    "--recovery-code-file",
    metavar="FILE",
    help=_("Read the recovery code from the first line of FILE; - is standard input."),
)
@options.new_passphrase_file
@click.pass_obj
def recover(
    session: Session, journal: Path, recovery_code_file: str | None, new_passphrase_file: str | None
) -> None:
    """Choose a new passphrase by the recovery code."""
    code = new_one = ""
    if Journal.exists(journal):
        code = asking.recovery_code(recovery_code_file)
        new_one = asking.new_passphrase(new_passphrase_file)
    Journal.recover(journal, code, new_one, session.clock).close()
    showing.note(_("The new passphrase opens the journal from now on. The code stays the same."))


@click.command("verify")
@options.journal
@options.passphrase_file
@click.pass_obj
@click.pass_context
def verify(
    context: click.Context, session: Session, journal: Path, passphrase_file: str | None
) -> None:
    """Run all checks; says what is wrong and what to do."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        findings = opened.verify()
    for finding in findings:
        showing.line(finding_sentence(finding))
    showing.line(way_on(findings))
    context.exit(1 if findings else 0)


@click.command("backup")
@options.journal
@options.passphrase_file
@click.pass_obj
def backup(session: Session, journal: Path, passphrase_file: str | None) -> None:
    """Make a backup and check it; prints where it stands."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        showing.line(str(opened.back_up()))


@click.command("backups")
@options.journal
def backups(journal: Path) -> None:
    """List the backups beside a journal, the newest first."""
    if not Journal.exists(journal):
        raise VaultMissing
    for one in Journal.backups(journal):
        made = one.made.strftime("%Y-%m-%d %H:%M UTC")
        showing.line(f"{made}  {one.reason}  {one.size}  {one.path}")


@click.command("restore")
@click.argument("backup_file", metavar="BACKUP", type=click.Path(path_type=Path))
@click.option("--to", "to", metavar="JOURNAL", required=True, type=click.Path(path_type=Path))
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
