"""Carrying entries out of a journal, and an export back in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal import paper_words
from ally_journal.commands import asking, options, showing
from ally_journal.errors import TargetExists, TargetUnwritable, UnknownFormat
from ally_journal.language import _, ngettext
from ally_journal.services import importing
from ally_journal.services.carrying import FORMATS
from ally_journal.services.synced_folders import synced_by

if TYPE_CHECKING:
    from ally_journal.commands.session import Session
    from ally_journal.domain.habit_import import Plan
    from ally_journal.services.carrying import Exported, Imported

_BROUGHT_IN = ("json", *importing.FORMATS, importing.ANY)
_PATH = click.Path(path_type=Path, readable=False)


@click.command("export")
@options.journal
@click.argument("query", default="")
@click.option("--format", "form", required=True, metavar="|".join(FORMATS), help=_("Which format."))
@click.option("--to", "target", required=True, type=_PATH, metavar="PATH", help=_("Which file."))
@click.option("--redact", is_flag=True, help=_("Take names, addresses and your own words out."))
@click.option(
    "--allow",
    "allowed",
    multiple=True,
    metavar="WORD",
    help=_("With --redact: let this word through where it looks like a name."),
)
@options.yes
@options.passphrase_file
@click.pass_obj
def export(
    session: Session,
    journal: Path,
    query: str,
    form: str,
    target: Path,
    redact: bool,
    allowed: tuple[str, ...],
    yes: bool,
    passphrase_file: str | None,
) -> None:
    """Write entries to a file that is not encrypted.

    All of them, or those that fit QUERY, which is as in the search box. Those told in confidence
    stay. With --redact people become Person A, Person B; who knows them may know them still.
    """
    if form not in FORMATS:
        raise UnknownFormat(form)
    if os.path.lexists(target):  # unlike Path.exists, says no to a name that cannot be
        raise TargetExists
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        asking.agreed(open_question(opened.carrying.going(query).entries, target), yes=yes)
        done = opened.carrying.export(form, target, query, redact=redact, allowed=allowed)
    _show_exported(done)


@click.command("import")
@options.journal
@click.argument("source", type=_PATH, metavar="PATH")
@click.option(
    "--format", "form", required=True, metavar="|".join(_BROUGHT_IN), help=_("Which format.")
)
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
    """Bring in what was exported as JSON, or by Loop Habit Tracker or Daylio as CSV.

    What is here already stays as it is; the same file brought in twice changes nothing.
    """
    if form not in _BROUGHT_IN:
        raise asking.Refused(
            _(
                "“{form}” cannot be brought in. There is json, and of other programs loop, daylio "
                "and csv."
            ).format(form=form)
        )
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        incoming = opened.importing.read(form, source) if form != "json" else None
        if not dry_run and opened.copies.due():
            opened.copies.make("import")
        if incoming is None:
            _show_rows(opened.carrying.import_json(source, dry_run=dry_run)[0])
        elif dry_run:
            _show_plan(opened.importing.plan(incoming))
        else:
            _show_plan(opened.importing.bring(incoming)[0])
    if dry_run:
        showing.note(_("This was a look ahead. Nothing was changed."))


def _show_exported(done: Exported) -> None:
    showing.line(str(done.target))
    written = ngettext("{n} entry was written.", "{n} entries were written.", done.entries)
    more = (paper_words.stays_words(done.left_out), paper_words.missing_words(done.missing))
    for words in (written.format(n=done.entries), *more):
        if words:
            showing.note(words)


def _show_rows(found: Imported) -> None:
    for section in dict.fromkeys([*found.added, *found.there]):
        showing.line(
            _("{section}: {added} new, {there} here already").format(
                section=section,
                added=found.added.get(section, 0),
                there=found.there.get(section, 0),
            )
        )


def _show_plan(plan: Plan) -> None:
    """What comes in, a line for each habit that it changes, then what does not."""
    from ally_journal import import_words  # noqa: PLC0415 rarely needed

    showing.line(f"{plan.program}: {import_words.plan_words(plan)}")
    for habit in (one for one in plan.habits if one.is_new or one.fresh):
        showing.line(f"{habit.name}: {import_words.habit_words(habit)}")
        why = import_words.nearness_words(habit.schedule)
        if why and habit.is_new:
            showing.line("  " + why)
    for words in (import_words.there_words(plan), *map(import_words.left_words, plan.left)):
        if words:
            showing.line(words)


def open_question(number: int, target: Path) -> str:
    """What is asked before entries are written so that everyone can read them.

    Raises:
        TargetUnwritable: the folder that the target counts from is gone.
    """
    try:
        folder = target.absolute().parent
    except OSError as error:
        raise TargetUnwritable from error
    question = ngettext(
        "{n} entry will stand in the folder {folder} without encryption, for everyone who can read "
        "it. Write it?",
        "{n} entries will stand in the folder {folder} without encryption, for everyone who can "
        "read it. Write them?",
        number,
    ).format(n=number, folder=folder)
    return " ".join(filter(None, (paper_words.synced_words(synced_by(folder)), question)))
