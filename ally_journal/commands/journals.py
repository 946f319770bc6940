"""Making a journal, and changing what opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing
from ally_journal.errors import ReadOnly, VaultExists
from ally_journal.journal import Journal
from ally_journal.language import _

if TYPE_CHECKING:
    from pathlib import Path

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
@options.recovery_code_file
@options.new_passphrase_file
@click.pass_obj
def recover(
    session: Session, journal: Path, recovery_code_file: str | None, new_passphrase_file: str | None
) -> None:
    """Choose a new passphrase by the recovery code."""
    code = new_one = ""
    if Journal.exists(journal):
        if not Journal.is_writable(journal):
            raise ReadOnly
        code = asking.recovery_code(recovery_code_file)
        new_one = asking.new_passphrase(new_passphrase_file)
    Journal.recover(journal, code, new_one, session.clock).close()
    showing.note(_("The new passphrase opens the journal from now on. The code stays the same."))
