"""Carrying entries out of a journal, and an export back in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing
from ally_journal.errors import TargetExists, TargetUnwritable, UnknownFormat
from ally_journal.language import _, ngettext
from ally_journal.services.carrying import FORMATS

if TYPE_CHECKING:
    from ally_journal.commands.session import Session

_PATH = click.Path(path_type=Path, readable=False)


@click.command("export")
@options.journal
@click.argument("query", default="")
@click.option("--format", "form", required=True, metavar="|".join(FORMATS), help=_("Which format."))
@click.option("--to", "target", required=True, type=_PATH, metavar="PATH", help=_("Which file."))
@options.yes
@options.passphrase_file
@click.pass_obj
def export(
    session: Session,
    journal: Path,
    query: str,
    form: str,
    target: Path,
    yes: bool,
    passphrase_file: str | None,
) -> None:
    """Write entries to a file that is not encrypted.

    All of them, or those that fit QUERY, which is as in the search box.
    """
    if form not in FORMATS:
        raise UnknownFormat(form)
    if os.path.lexists(target):  # unlike Path.exists, says no to a name that cannot be
        raise TargetExists
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        asking.agreed(_question(opened.reading.count(query), target), yes=yes)
        done = opened.carrying.export(form, target, query)
    showing.line(str(done.target))
    showing.note(
        ngettext("{n} entry was written.", "{n} entries were written.", done.entries).format(
            n=done.entries
        )
    )


@click.command("import")
@options.journal
@click.argument("source", type=_PATH, metavar="PATH")
@click.option("--format", "form", required=True, metavar="json", help=_("Which format."))
@click.option("--dry-run", is_flag=True, help=_("Say what would come in, and change nothing."))
@options.passphrase_file
@click.pass_obj
def bring_in(
    session: Session,
    journal: Path,
    source: Path,
    form: str,
    dry_run: bool,
    passphrase_file: str | None,
) -> None:
    """Bring in what was exported as JSON.

    What is here already stays as it is; the same file brought in twice changes nothing.
    """
    if form != "json":
        raise asking.Refused(_("“{form}” cannot be brought in. There is json.").format(form=form))
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        if not dry_run and opened.copies.due():
            opened.copies.make("import")
        found, _change = opened.carrying.import_json(source, dry_run=dry_run)
    for section in dict.fromkeys([*found.added, *found.there]):
        showing.line(
            _("{section}: {added} new, {there} here already").format(
                section=section,
                added=found.added.get(section, 0),
                there=found.there.get(section, 0),
            )
        )
    if dry_run:
        showing.note(_("This was a look ahead. Nothing was changed."))


def _question(number: int, target: Path) -> str:
    try:
        folder = target.absolute().parent
    except OSError as error:  # the folder that it counts from is gone
        raise TargetUnwritable from error
    return ngettext(
        "{n} entry will stand in the folder {folder} without encryption, for everyone who can read "
        "it. Write it?",
        "{n} entries will stand in the folder {folder} without encryption, for everyone who can "
        "read it. Write them?",
        number,
    ).format(n=number, folder=folder)
