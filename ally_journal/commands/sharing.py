"""Packets for a coach: made of chosen entries, and their replies brought home."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ally_journal import paper_words
from ally_journal.commands import asking, carrying, options, packet_lines, showing
from ally_journal.errors import TargetExists, UnknownEntry
from ally_journal.language import _, ngettext
from ally_journal.packet_errors import SharingNothing
from ally_journal.services.sharing import OPEN_FORMS

if TYPE_CHECKING:
    from ally_journal.commands.session import Session
    from ally_journal.domain.preview import Preview, SentRow
    from ally_journal.journal import Journal

PACKET = "packet"
_FORMS = (PACKET, *OPEN_FORMS)
_PATH = click.Path(path_type=Path, readable=False)
_SEED_BITS = 32


@dataclass(frozen=True, slots=True)
class _Wish:
    """The options of `share`."""

    target: Path | None
    fields: str | None
    only_look: bool
    question: str
    sender: str
    label: str
    recipient: str
    private: bool
    allow: tuple[str, ...]
    blank: tuple[str, ...]
    form: str
    packet_passphrase_file: str | None
    as_json: bool
    yes: bool


@click.command("share")
@options.journal
@click.argument("query", default="")
@click.option("--to", "target", type=_PATH, metavar="FILE", help=_("Which file."))
@click.option(
    "--fields",
    metavar="A,B,…",
    help=_("Which parts of the entries: their names, with commas between them."),
)
@click.option(
    "--preview",
    "only_look",
    is_flag=True,
    help=_("Write exactly what would go out, with every replacement in ⟦ ⟧, and nothing else."),
)
@click.option("--question", default="", metavar="TEXT", help=_("What you want help with."))
@click.option("--from", "sender", default="", metavar="NAME", help=_("What you call yourself."))
@click.option(
    "--label", default="", metavar="TEXT", help=_("To whom, for your own log; it does not go out.")
)
@click.option(
    "--recipient",
    default="",
    metavar="age1…",
    help=_("The public key of a coach to seal it for, instead of a passphrase."),
)
@click.option("--private", is_flag=True, help=_("Also entries that are not marked for a coach."))
@click.option(
    "--allow",
    multiple=True,
    metavar="WORD",
    help=_("A word that may go out, name or not."),
)
@click.option(
    "--blank", multiple=True, metavar="WORD", help=_("One more word to blank, such as an employer.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default=PACKET,
    help=_("A packet is sealed; the others can be read by everyone."),
)
@options.packet_passphrase_file
@options.as_json
@options.yes
@options.passphrase_file
@click.pass_obj
def share(
    session: Session,
    /,
    journal: Path,
    query: str,
    passphrase_file: str | None,
    **given: Any,  # noqa: ANN401 the options of click
) -> None:
    """Make a packet for a coach of chosen entries, redacted and sealed.

    Of what QUERY finds, which is as in the search box, the entries that are marked for a coach;
    where none is so marked, all but those that never leave. Without a passphrase file and without a
    recipient six words are made, and written once.
    """
    wish = _Wish(**given)
    if wish.target is None and not wish.only_look:
        raise click.UsageError(_("Say with --to FILE where it goes, or look with --preview."))
    _check_seal(wish)
    if wish.target is not None and not wish.only_look and os.path.lexists(wish.target):
        raise TargetExists
    showing.check_heard()
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        preview = _preview(opened, query, wish)
        _tell_what_stays(*opened.sharing.staying(query, private=wish.private))
        if wish.only_look or wish.target is None:
            _show_preview(preview, as_json=wish.as_json)
            return
        _write(opened, preview, wish, wish.target)


@click.command("receive")
@options.journal
@click.argument("reply", type=_PATH, metavar="REPLY")
@click.option("--dry-run", is_flag=True, help=_("Show what came, and keep nothing."))
@options.as_json
@options.passphrase_file
@click.pass_obj
def receive(
    session: Session,
    journal: Path,
    reply: Path,
    dry_run: bool,
    as_json: bool,
    passphrase_file: str | None,
) -> None:
    """Bring a coach's reply home: it is checked, and its comments stand beside the entries.

    The same reply a second time changes nothing.
    """
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        incoming = opened.receiving.look(reply)
        if not dry_run:
            opened.receiving.keep(incoming)
    if as_json:
        showing.as_json(packet_lines.incoming_shape(incoming))
    else:
        for line in packet_lines.incoming_lines(incoming):
            showing.line(line)
    if dry_run:
        showing.note(_("This was a look ahead. Nothing was changed."))
    elif not (incoming.notes or incoming.practices):
        showing.note(_("There is nothing in this reply. Nothing was changed."))
    elif incoming.is_known:
        showing.note(_("All of this was here already. Nothing was changed."))
    else:
        showing.note(_("The comments stand beside your entries now; the entries are as they were."))


@click.command("sent")
@options.journal
@options.as_json
@options.passphrase_file
@click.pass_obj
def sent(session: Session, journal: Path, as_json: bool, passphrase_file: str | None) -> None:
    """The log of what went out: when, to whom, which entries and parts, how many replies."""
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        rows = opened.sharing.sent()
    if as_json:
        showing.as_json_rows("sent", map(packet_lines.sent_shape, rows))
        return
    for row in rows:
        showing.line(packet_lines.sent_line(row))


@click.command("comments")
@options.journal
@click.argument("about", metavar="ENTRY|SENT")
@options.as_json
@options.passphrase_file
@click.pass_obj
def comments(
    session: Session, journal: Path, about: str, as_json: bool, passphrase_file: str | None
) -> None:
    """What a coach wrote to an entry, or to what went out: the id of either."""
    if not about.isascii():
        raise UnknownEntry
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        if any(row.id == about for row in opened.sharing.sent()):
            found = opened.receiving.of_sent(about)
        else:
            found = opened.receiving.comments(opened.reading.entry(about).id)
    if as_json:
        showing.as_json_rows("comments", map(packet_lines.comment_shape, found))
        return
    for one in found:
        for line in packet_lines.comment_lines(one):
            showing.line(line)


def _check_seal(wish: _Wish) -> None:
    """Nobody is to believe that words or a key close what they do not."""
    given = bool(wish.recipient), wish.packet_passphrase_file is not None
    if all(given):
        raise click.UsageError(_("Either --recipient or --packet-passphrase-file; not both."))
    if wish.form != PACKET and any(given):
        raise click.UsageError(
            _("Only a packet is sealed: leave --format away, or the words and the key.")
        )


def _preview(opened: Journal, query: str, wish: _Wish) -> Preview:
    from ally_journal.domain.preview import Choice  # noqa: PLC0415 rarely needed
    from ally_journal.domain.share_fields import DEFAULT_FIELDS, parse  # noqa: PLC0415 rarely needed

    fields = DEFAULT_FIELDS if wish.fields is None else parse(wish.fields)
    preview = opened.sharing.preview(
        Choice(
            entries=opened.sharing.searched(query, private=wish.private),
            fields=fields,
            question=wish.question,
            sender=wish.sender,
            seed=secrets.randbits(_SEED_BITS),
            allowed=frozenset(wish.allow),
            blank=frozenset(wish.blank),
        )
    )
    if not preview.packet.entries:
        raise SharingNothing
    return preview


def _tell_what_stays(private: int, never: int) -> None:
    if private:
        words = ngettext(
            "{n} entry that is not marked for a coach stays; --private takes it too.",
            "{n} entries that are not marked for a coach stay; --private takes them too.",
            private,
        )
        showing.note(words.format(n=private))
    if never:
        words = ngettext(
            "{n} entry that never leaves stays.", "{n} entries that never leave stay.", never
        )
        showing.note(words.format(n=never))


def _show_preview(preview: Preview, *, as_json: bool) -> None:
    if as_json:
        showing.as_json(packet_lines.preview_shape(preview))
    else:
        for line in packet_lines.preview_lines(preview):
            showing.line(line)
    for leak in dict.fromkeys(one.place for one in preview.leaks):
        showing.note(_("Still there, and stops the packet: {place}.").format(place=leak))
    showing.note(packet_lines.no_anonymity())


def _write(opened: Journal, preview: Preview, wish: _Wish, target: Path) -> None:
    """What there is to say is said before the file stands: nobody else knows the words."""
    made = ""
    if wish.form != PACKET:
        question = carrying.open_question(len(preview.packet.entries), target)
        asking.agreed(question, yes=wish.yes)
        row = opened.sharing.save_open(
            preview,
            wish.form,
            target,
            label=wish.label,
            told=lambda row: _tell(preview, row, wish, ""),
        )
    else:
        made, passphrase = _passphrase(opened, wish)
        row = opened.sharing.seal(
            preview,
            target,
            passphrase=passphrase,
            recipient=wish.recipient,
            label=wish.label,
            told=lambda row: _tell(preview, row, wish, made),
        )
    if row.missing:
        showing.note(paper_words.missing_words(row.missing))
    showing.note(packet_lines.no_anonymity())


def _passphrase(opened: Journal, wish: _Wish) -> tuple[str, str]:
    """Words that were made now, or nothing; and what seals the packet."""
    if wish.recipient:
        return "", ""
    if wish.packet_passphrase_file is not None:
        return "", asking.packet_passphrase(wish.packet_passphrase_file)
    words = opened.sharing.passphrase()
    return words, words


def _tell(preview: Preview, row: SentRow, wish: _Wish, made: str) -> None:
    from ally_journal.formats.coach_key import fingerprint  # noqa: PLC0415 rarely needed

    seal = fingerprint(wish.recipient) if wish.recipient else ""
    if wish.as_json:
        shape = packet_lines.sealed_shape(preview, row, wish.target)
        shape |= {"passphrase": made} if made else {}
        shape |= {"fingerprint": seal} if seal else {}
        showing.as_json(shape)
        return
    showing.line(str(wish.target))
    for line in packet_lines.sealed_lines(preview):
        showing.line(line)
    if made:
        showing.line(_("Passphrase: {words}").format(words=made))
        showing.note(_("Tell it over another way than the file goes. It is not shown again."))
    if seal:
        showing.line(_("Sealed for the key {fingerprint}").format(fingerprint=seal))
