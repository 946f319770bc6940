"""What opens a journal: a new recovery code, a try of the one on paper, new keys for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing
from ally_journal.errors import WrongRecoveryCode
from ally_journal.journal import Journal
from ally_journal.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.commands.session import Session


@click.command("new-code")
@options.journal
@options.passphrase_file
@click.pass_obj
def new_code(session: Session, journal: Path, passphrase_file: str | None) -> None:
    """Make a new recovery code; prints it, this once."""
    showing.check_heard()
    secret = asking.passphrase(passphrase_file)() if Journal.exists(journal) else ""
    with session.opened(journal, lambda: secret) as opened:
        code = opened.keys.new_recovery_code(secret)
    showing.line(code)
    showing.note(
        _(
            "This is the journal's recovery code from now on; it is not shown again. Write it on "
            "paper. The one before still opens older backups, and nothing else."
        )
    )


@click.command("check-code")
@options.journal
@options.passphrase_file
@options.recovery_code_file
@click.pass_obj
def check_code(
    session: Session, journal: Path, passphrase_file: str | None, recovery_code_file: str | None
) -> None:
    """Try the recovery code on your sheet; nothing is changed by it."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        if not opened.keys.check_recovery_code(asking.recovery_code(recovery_code_file)):
            raise WrongRecoveryCode
    showing.note(_("This recovery code opens the journal."))


@click.command("new-keys")
@options.journal
@options.passphrase_file
@options.yes
@click.pass_obj
def new_keys(session: Session, journal: Path, passphrase_file: str | None, yes: bool) -> None:
    """Put the journal under new keys, after a backup; prints its new recovery code, this once."""
    showing.check_heard()
    secret = asking.passphrase(passphrase_file)() if Journal.exists(journal) else ""
    with session.opened(journal, lambda: secret) as opened:
        asking.agreed(
            _("The sheet with the recovery code of now will not open the journal any more. Go on?"),
            yes=yes,
        )
        code = opened.keys.renew(secret)
    showing.line(code)
    showing.note(
        _(
            "The journal has new keys. This is its new recovery code; it is not shown again. Write "
            "it on paper. The passphrase stays the same. Older backups still open with the "
            "passphrase and code of their day; remove them if somebody else may know those."
        )
    )
