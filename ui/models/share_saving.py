"""Orders to write what goes out: its form, what seals it, for whom; carried out in the lane."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.preview import SentRow
from ally_journal.packet_errors import SharingNothing

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.preview import Preview
    from ally_journal.journal import Journal
    from ally_journal.services.sealing import Sealed

ENDINGS = {"packet": "age", "pdf": "pdf", "html": "html"}


@dataclass(frozen=True, slots=True)
class SealOrder:
    """What is to be written. `form`: "packet", or "pdf" or "html", which are not locked.

    A packet has either words or the key of a coach.
    """

    form: str
    label: str = ""
    passphrase: str = field(default="", repr=False)
    recipient: str = ""

    @property
    def is_locked(self) -> bool:
        """Whether only who has the words or the key can read it."""
        return self.form == "packet"

    @property
    def ending(self) -> str:
        """Of the file."""
        return ENDINGS[self.form]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, and where."""

    row: SentRow
    target: Path
    order: SealOrder


def file_name(order: SealOrder, today: date) -> str:
    """A name that tells nothing but the day."""
    return f"packet-{today.isoformat()}.{order.ending}"


def sealed(preview: Preview, order: SealOrder) -> Sealed:
    """Seal a packet, which takes a second or two and asks no journal.

    Raises:
        As `sharing.prepare`.
    """
    from ally_journal.services.sharing import SharingService  # noqa: PLC0415 hardly ever

    return SharingService.prepare(preview, passphrase=order.passphrase, recipient=order.recipient)


def write(
    journal: Journal,
    preview: Preview,
    order: SealOrder,
    target: Path,
    made: Sealed | None = None,
) -> tuple[Saved, Change]:
    """Write it; the chooser has asked already whether a file that stands there may go.

    Args:
        journal: whose log it is noted in.
        preview: as it was read through.
        order: how it goes out.
        target: the file.
        made: what `sealed` gave, for a packet.

    Raises:
        As `sharing.seal` and `sharing.save_open`.
    """
    if order.is_locked:
        row = journal.sharing.seal(preview, target, prepared=made, label=order.label, replace=True)
    else:
        row = journal.sharing.save_open(
            preview, order.form, target, label=order.label, replace=True
        )
    return Saved(row, target, order), Change(entries=frozenset(preview.entries))


def to_print(journal: Journal, preview: Preview) -> str:
    """The page for the printer; looked at once more.

    Raises:
        SharingNothing: something of it may not go out any more, or tells who is meant.
    """
    from ally_journal.services.sealing import open_bytes  # noqa: PLC0415 hardly ever

    now = journal.sharing.preview(preview.choice)
    if now.entries != preview.entries or now.leaks or not now.entries:
        raise SharingNothing
    return open_bytes(preview.packet, "html")[0].decode()
