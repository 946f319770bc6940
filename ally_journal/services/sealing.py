"""Writing what goes out: looked at once more, sealed, and noted in the log.

The line of the log is committed once the file stands; where it cannot be, the file goes again. So
nothing goes out that the log does not know, and every reply finds its other half.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ally_journal.domain.text import kept_text
from ally_journal.errors import UnknownFormat
from ally_journal.formats.age_file import seal_for_key, seal_for_passphrase
from ally_journal.formats.packet_html import packet_page
from ally_journal.formats.packet_json import digest, packet_bytes
from ally_journal.formats.target import new_binary_file
from ally_journal.ids import new_id
from ally_journal.services import leaks, sent_log
from ally_journal.storage import sent

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.packet import Packet
    from ally_journal.domain.preview import Preview, SentRow
    from ally_journal.services.context import Context

PACKET = "packet"
MOST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Sealed:
    """A packet that was checked and sealed, and the digest of what is inside."""

    data: bytes = field(repr=False)
    digest: str


def sealed(preview: Preview, *, passphrase: str, recipient: str) -> Sealed:
    """Check and seal a packet; no journal is asked. Raises as `SharingService.prepare`."""
    data = finished(preview)
    made = seal_for_key(data, recipient) if recipient else seal_for_passphrase(data, passphrase)
    return Sealed(made, digest(data))


def save(
    context: Context, preview: Preview, target: Path, made: Sealed, *, label: str, replace: bool
) -> SentRow:
    """Write a sealed packet; raises as `SharingService.seal`."""
    leaks.check_name(preview, target.name)
    line = _line(context, preview, PACKET, label, made.digest)
    return _write(context, preview, line, target, made.data, replace=replace)


def finished(preview: Preview) -> bytes:
    """The bytes that are sealed, looked at as they are.

    Raises:
        LeakFound, PacketTooLarge.
    """
    page = packet_page(preview.packet)
    data = packet_bytes(preview.packet, page)
    leaks.check_packet(preview, data)
    leaks.check_page(preview, _html_text(page.encode()), _bare_page)
    return data


def save_open(
    context: Context, preview: Preview, form: str, target: Path, *, label: str, replace: bool
) -> SentRow:
    """Write a packet that everybody can read; raises as `SharingService.save_open`."""
    data, text = open_bytes(preview.packet, form)
    leaks.check_packet(preview, packet_bytes(preview.packet))
    leaks.check_page(preview, text, lambda packet: open_bytes(packet, form)[1])
    leaks.check_name(preview, target.name)
    line = _line(context, preview, form, label, digest(data))
    return _write(context, preview, line, target, data, replace=replace)


def open_bytes(packet: Packet, form: str) -> tuple[bytes, str]:
    """A packet as a file that everybody can read, and the text that can be read in it.

    Raises:
        UnknownFormat.
    """
    from ally_journal.formats import outgoing_text  # noqa: PLC0415 rarely needed

    if form == "html":
        data = packet_page(packet).encode()
        return data, _html_text(data)
    if form == "markdown":
        from ally_journal.formats.packet_markdown import packet_markdown  # noqa: PLC0415 rarely needed

        data = packet_markdown(packet).encode()
        return data, outgoing_text.of_markdown(data)
    if form == "pdf":
        from ally_journal.formats.packet_pdf import packet_pdf  # noqa: PLC0415 rarely needed

        data = packet_pdf(packet)
        return data, outgoing_text.of_pdf(data)
    raise UnknownFormat(form)


def _bare_page(packet: Packet) -> str:
    return _html_text(packet_page(packet).encode())


def _html_text(data: bytes) -> str:
    from ally_journal.formats.outgoing_text import of_html  # noqa: PLC0415 rarely needed

    return of_html(data)


def _line(context: Context, preview: Preview, form: str, label: str, fingerprint: str) -> sent.Sent:
    now = context.clock.now()
    return sent.Sent(
        id=new_id(now),
        made=now,
        format=form,
        label=" ".join(kept_text(label).split())[:MOST_LABEL],
        entries=preview.entries,
        fields=tuple(sorted(map(str, preview.choice.fields))),
        people={
            known.label: known.person
            for known in preview.cast.known
            if known.label in preview.packet.people
        },
        digest=fingerprint,
        packet_id=preview.packet.id if form == PACKET else "",
        sources=preview.sources,
        has_packet=True,
    )


def _write(
    context: Context, preview: Preview, line: sent.Sent, target: Path, data: bytes, *, replace: bool
) -> SentRow:
    is_packet = line.format == PACKET
    text = packet_bytes(preview.packet).decode()
    stands = False
    try:
        with context.vault.atomic() as tx:
            key = preview.reply_identity if is_packet else ""
            sent.add(tx, line, context.stamp(), packet=text, reply_key=key)
            with new_binary_file(target, replace=replace) as stream:
                stream.write(data)
            stands = True
    except BaseException:
        if stands:
            with suppress(OSError):
                target.unlink(missing_ok=True)
        raise
    return sent_log.row_of(context, line)
