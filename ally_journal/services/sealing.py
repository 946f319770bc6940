"""Writing what goes out: looked at once more, sealed, and noted in the log.

The whole file is on the disk under another name before the line of the log is committed, and gets
its own name after that. So nothing goes out that the log does not know, and every reply finds its
other half; a line without a file, where the power went in between, does no harm.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ally_journal.domain.preview import SentRow
from ally_journal.domain.text import kept_text
from ally_journal.errors import JournalError, UnknownFormat
from ally_journal.formats.age_file import seal_for_key, seal_for_passphrase
from ally_journal.formats.packet_html import packet_page
from ally_journal.formats.packet_json import digest, packet_bytes
from ally_journal.formats.target import new_binary_file
from ally_journal.ids import new_id
from ally_journal.services import leaks, sent_log
from ally_journal.storage import sent

if TYPE_CHECKING:
    from typing import BinaryIO

    from ally_journal.domain.packet import Packet
    from ally_journal.domain.preview import Preview
    from ally_journal.services.context import Context

PACKET = "packet"
MOST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Sealed:
    """A packet that was checked and sealed, and the digest of what is inside."""

    data: bytes = field(repr=False)
    digest: str


class OpenFile(NamedTuple):
    """A packet that everybody can read, the text in it, and the characters that no font shows."""

    data: bytes
    text: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Where the file goes.

    Attributes:
        target: the file.
        label: to whom, in the person's own words.
        replace: what stands there may go.
        told: called with the line of the log when all is ready and nothing stands there yet; where
            it raises, nothing goes out.
    """

    target: Path
    label: str = ""
    replace: bool = False
    told: Callable[[SentRow], object] | None = None


def sealed(preview: Preview, *, passphrase: str, recipient: str) -> Sealed:
    """Check and seal a packet; no journal is asked. Raises as `SharingService.prepare`."""
    data = finished(preview)
    made = seal_for_key(data, recipient) if recipient else seal_for_passphrase(data, passphrase)
    return Sealed(made, digest(data))


def save(context: Context, preview: Preview, made: Sealed, order: Order) -> SentRow:
    """Write a sealed packet; raises as `SharingService.seal`."""
    leaks.check_name(preview, order.target.name)
    line = _line(context, preview, PACKET, order.label, made.digest)
    return _write(context, preview, line, OpenFile(made.data, ""), order)


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


def save_open(context: Context, preview: Preview, form: str, order: Order) -> SentRow:
    """Write a packet that everybody can read; raises as `SharingService.save_open`."""
    made = open_bytes(preview.packet, form)
    leaks.check_packet(preview, packet_bytes(preview.packet))
    leaks.check_page(preview, made.text, lambda packet: open_bytes(packet, form).text)
    leaks.check_name(preview, order.target.name)
    line = _line(context, preview, form, order.label, digest(made.data))
    return _write(context, preview, line, made, order)


def open_bytes(packet: Packet, form: str) -> OpenFile:
    """A packet as a file that everybody can read.

    Raises:
        UnknownFormat.
    """
    from ally_journal.formats import outgoing_text  # noqa: PLC0415 rarely needed

    if form == "html":
        data = packet_page(packet).encode()
        return OpenFile(data, _html_text(data))
    if form == "markdown":
        from ally_journal.formats.packet_markdown import packet_markdown  # noqa: PLC0415 rarely needed

        data = packet_markdown(packet).encode()
        return OpenFile(data, outgoing_text.of_markdown(data))
    if form == "pdf":
        from ally_journal.formats.packet_pdf import paper_of_packet  # noqa: PLC0415 rarely needed

        paper = paper_of_packet(packet)
        return OpenFile(paper.data, outgoing_text.of_pdf(paper.data), paper.missing)
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
    context: Context, preview: Preview, line: sent.Sent, made: OpenFile, order: Order
) -> SentRow:
    """Note it while the whole file waits under another name; then it gets its own."""
    text = packet_bytes(preview.packet).decode()
    key = preview.reply_identity if line.format == PACKET else ""
    waiting: os.stat_result | None = None
    try:
        with new_binary_file(order.target, replace=order.replace) as stream:
            stream.write(made.data)
            waiting = _on_the_disk(stream)
            with context.vault.atomic() as tx:
                sent.add(tx, line, context.stamp(), packet=text, reply_key=key)
            row = replace(sent_log.row_of(context, line), missing=made.missing)
            if order.told is not None:
                order.told(row)
    except BaseException:
        if waiting is not None and not _stands(order.target, waiting):
            _take_back(context, line)
        raise
    return row


def _on_the_disk(stream: BinaryIO) -> os.stat_result:
    """Bring what was written to the disk; what names the file, whatever it is called."""
    stream.flush()
    os.fsync(stream.fileno())
    return os.fstat(stream.fileno())


def _stands(target: Path, waiting: os.stat_result) -> bool:
    try:
        return os.path.samestat(target.lstat(), waiting)
    except OSError:
        return False


def _take_back(context: Context, line: sent.Sent) -> None:
    """Nothing went out. Where the line cannot be taken back it stays, which does no harm."""
    with suppress(JournalError), context.vault.atomic() as tx:
        sent.forget(tx, line.id)
