"""Writing entries, finding them and reading them; the promises that came out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ally_journal.clock import zone_of
from ally_journal.commands import asking, options, showing, values
from ally_journal.errors import UnknownEntry
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ally_journal.commands.session import Session
    from ally_journal.domain.entry import EntrySummary
    from ally_journal.domain.promise import Promise
    from ally_journal.journal import Journal

_ROWS_AT_ONCE = 500


@click.command("write")
@options.journal
@click.argument("practice")
@click.option(
    "--answers",
    metavar="FILE.json",
    required=True,
    help=_("A JSON object: the key of a step and its answer. - is standard input."),
)
@click.option("--at", metavar="ISO-TIME", help=_("When it happened; by default now."))
@options.passphrase_file
@click.pass_obj
def write(
    session: Session,
    journal: Path,
    practice: str,
    answers: str,
    at: str | None,
    passphrase_file: str | None,
) -> None:
    """Keep an entry; prints its id."""
    showing.check_heard()
    when = values.moment(at, session.clock) if at is not None else None
    if answers == asking.STDIN == passphrase_file:
        secret = asking.passphrase(passphrase_file)()
        given = values.answers(answers)
    else:
        given = values.answers(answers)
        secret = asking.passphrase(passphrase_file)()
    with session.opened(journal, lambda: secret) as opened:
        kept, _change = opened.writing.write(practice, given, when)
    showing.line(kept.id)


@click.command("list")
@options.journal
@click.argument("query", default="")
@options.as_json
@options.passphrase_file
@click.pass_obj
def list_entries(
    session: Session, journal: Path, query: str, as_json: bool, passphrase_file: str | None
) -> None:
    """List entries, newest first; QUERY is as in the search box."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        rows = _rows(opened, query)
        if as_json:
            showing.as_json_rows("entries", map(showing.summary, rows))
            return
        for row in rows:
            showing.line(f"{row.day}  {row.id}  {row.title}")


@click.command("show")
@options.journal
@click.argument("entry")
@options.as_json
@options.passphrase_file
@click.pass_obj
def show(
    session: Session, journal: Path, entry: str, as_json: bool, passphrase_file: str | None
) -> None:
    """Show one entry."""
    if not entry.isascii():
        raise UnknownEntry
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        one = opened.reading.entry(entry)
        excerpt = opened.reading.excerpt(entry)
        words = [opened.carrying.words(one, answer) for answer in one.answers]
        practice = opened.carrying.practice_title(one.practice)
    if as_json:
        showing.as_json(showing.entry(one, excerpt))
        return
    showing.line(f"{one.title}\n{one.day}  {practice}")
    for answer, text in zip(one.answers, words, strict=True):
        showing.line(f"\n{answer.question}\n{text}")
    for later in one.notes:
        day = later.created.astimezone(zone_of(one.zone)).date()
        showing.line(f"\n{day}\n{later.text}")


@click.command("promises")
@options.journal
@options.as_json
@click.option("--all", "everything", is_flag=True, help=_("Also those that are settled."))
@options.passphrase_file
@click.pass_obj
def promises(
    session: Session, journal: Path, as_json: bool, everything: bool, passphrase_file: str | None
) -> None:
    """List promises, those due first at the top."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        found = opened.promises.all(open_only=not everything)
    if as_json:
        showing.as_json_rows("promises", map(showing.promise, found))
        return
    for one in found:
        showing.line(_promise_line(one))


def _rows(journal: Journal, query: str) -> Iterator[EntrySummary]:
    """All rows, some at a time, so that a long list needs little memory."""
    before = None
    while rows := journal.reading.find(query, _ROWS_AT_ONCE, before):
        yield from rows
        before = rows[-1].key


def _promise_line(one: Promise) -> str:
    due = one.due.isoformat() if one.due else _("no day")
    return f"{due}  {one.state.value}  {one.text}"
