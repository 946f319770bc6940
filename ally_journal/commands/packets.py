"""The coach's side without a window: reading packets, answering them, making a key.

No journal is opened, and nothing is written but the file that is asked for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, packet_lines, reply_file, showing
from ally_journal.errors import TargetExists
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from ally_journal.commands.session import Session
    from ally_journal.formats.unsealing import OpenedPacket

_PATH = click.Path(path_type=Path, readable=False)
_packet_file = click.argument("file", type=_PATH, metavar="PACKET")
_identity = click.option(
    "--identity",
    type=_PATH,
    metavar="FILE",
    help=_("Your key file, for a packet that was sealed for your key."),
)
_wait = click.option(
    "--yes", is_flag=True, help=_("Also open a packet that takes much time and memory.")
)


@click.command("packet")
@_packet_file
@options.packet_passphrase_file
@_identity
@options.as_json
@_wait
def packet(
    file: Path, packet_passphrase_file: str | None, identity: Path | None, as_json: bool, yes: bool
) -> None:
    """Read a packet. With --json its own JSON is written, as docs/packet.md has it."""
    opened = _open(file, packet_passphrase_file, identity, patient=yes)
    if as_json:
        showing.as_json(packet_lines.packet_shape(opened.packet))
        return
    for line in packet_lines.packet_lines(opened.packet):
        showing.line(line)


@click.command("reply")
@_packet_file
@click.option(
    "--comments",
    required=True,
    metavar="FILE.json",
    help=_("What you have to say, as docs/command-line.md has it; - is standard input."),
)
@click.option("--to", "target", required=True, type=_PATH, metavar="FILE", help=_("Which file."))
@options.packet_passphrase_file
@_identity
@_wait
@click.pass_obj
def reply(
    session: Session,
    file: Path,
    comments: str,
    target: Path,
    packet_passphrase_file: str | None,
    identity: Path | None,
    yes: bool,
) -> None:
    """Answer a packet; only whoever made it can open the answer."""
    from ally_journal.services import coaching  # noqa: PLC0415 rarely needed

    if os.path.lexists(target):
        raise TargetExists
    given = reply_file.read(comments)
    opened = _open(file, packet_passphrase_file, identity, patient=yes)
    answer = reply_file.answer(given, opened.packet)
    made = coaching.reply_to(opened, answer, session.clock.now().date())
    coaching.save_reply(opened, made, target)
    showing.line(str(target))
    said = len(made.remarks)
    showing.note(
        ngettext("{n} remark was sealed.", "{n} remarks were sealed.", said).format(n=said)
    )


@click.command("coach-key")
@click.option("--to", "target", required=True, type=_PATH, metavar="FILE", help=_("Which file."))
@options.packet_passphrase_file
@options.as_json
def coach_key(target: Path, packet_passphrase_file: str | None, as_json: bool) -> None:
    """Make a coach's key: a file that a passphrase locks, and the public key to hand out."""
    from ally_journal.services import coaching  # noqa: PLC0415 rarely needed

    if os.path.lexists(target):
        raise TargetExists
    showing.check_heard()
    made = coaching.make_key(target, asking.new_packet_passphrase(packet_passphrase_file))
    if as_json:
        shape = {"file": str(target), "public": made.public, "fingerprint": made.fingerprint}
        showing.as_json(shape)
        return
    showing.line(str(target))
    showing.line(_("Public key: {key}").format(key=made.public))
    showing.line(_("Fingerprint: {fingerprint}").format(fingerprint=made.fingerprint))
    showing.note(_("Give the public key to your clients, and compare the fingerprint by voice."))


@click.command("agreement")
@click.option("--to", "target", required=True, type=_PATH, metavar="FILE", help=_("Which file."))
@click.option("--letter", is_flag=True, help=_("On US Letter instead of A4."))
def agreement(target: Path, letter: bool) -> None:
    """Write the one-page agreement on who sees what, as a PDF to print."""
    from ally_journal.services import papers  # noqa: PLC0415 rarely needed

    showing.line(str(papers.agreement(target, letter=letter)))


def _open(
    file: Path, passphrase_file: str | None, identity: Path | None, *, patient: bool
) -> OpenedPacket:
    from ally_journal.services import coaching  # noqa: PLC0415 rarely needed

    lock = coaching.lock_of(file)
    if lock.by_key and identity is None:
        raise asking.Refused(
            _("This packet was sealed for a coach’s key. Hand in your key file: --identity FILE.")
        )
    secret = asking.packet_passphrase(passphrase_file)
    if lock.by_key and identity is not None:
        return coaching.open_by_key(file, identity, secret)
    return coaching.open_by_words(file, secret, patient=patient)
