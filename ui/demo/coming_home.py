"""Coming home: a coach's reply to an entry, seen first, kept, and beside what it is about."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, cast

from ally_journal.domain.packet import Remark, RemarkKind
from ally_journal.domain.preview import Choice
from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field
from ally_journal.services.coaching import Answer, OpenedPacket, reply_to, save_reply
from ui import places
from ui.demo.pictures import CONTRAST, DARK, LIGHT

if TYPE_CHECKING:
    from ally_journal.domain.packet import Packet
    from ally_journal.journal import Journal
    from ui.demo.stage import Stage
    from ui.pages.reply import ReplyPage


class _Trip(NamedTuple):
    """What went out, of which entry, and the reply to it."""

    sent: str
    entry: str
    reply: Path


def bring_a_reply_home(stage: Stage) -> None:
    """The reply before it is kept; then what went out, and the entry, with its comments."""
    hand, album = stage.hand, stage.album
    with TemporaryDirectory() as folder:
        trip = hand.told(lambda journal: _sent(journal, Path(folder)))
        page = cast("ReplyPage", hand.visit(places.ReplyPlace()))
        page.take_file(trip.reply)
        hand.settle()
        album.take("33-reply", (LIGHT, DARK, CONTRAST))
        album.take_small("33-reply")
        hand.click(page.footer.keep)
        hand.settle()
    hand.visit(places.SentPlace())
    album.take("34-sent")
    hand.visit(places.SentPlace(trip.sent))
    album.take("34b-sent-one")
    hand.visit(places.EntryPlace(trip.entry))
    album.take("35-comments", (LIGHT, DARK, CONTRAST))
    album.take_small("35-comments")


def _sent(journal: Journal, folder: Path) -> _Trip:
    """Seal the latest debrief, and answer it as a coach would."""
    found = journal.reading.find("", 500)
    entry = next(one.id for one in found if one.practice == "debrief")
    question = "How do I hold the floor for someone without speaking for them?"
    made = journal.sharing.preview(Choice((entry,), DEFAULT_FIELDS | {Field.STORY}, question))
    key = made.packet.reply_key  # sealed for any key: nobody opens it here
    row = journal.sharing.seal(made, folder / "packet.age", recipient=key, label="my coach")
    opened = OpenedPacket(made.packet, row.digest)
    answer = Answer(_remarks(made.packet), ("plan",), "Marigold")
    save_reply(opened, reply_to(opened, answer, journal.today()), folder / "reply.age")
    return _Trip(row.id, entry, folder / "reply.age")


def _remarks(packet: Packet) -> tuple[Remark, ...]:
    parts = packet.entries[0].parts
    story = next(number for number, one in enumerate(parts, 1) if one.field == Field.STORY)
    return (
        Remark(f"1.{story}.1", "You saw it as it happened. What is one short sentence for it?"),
        Remark("", "Who could hold the floor with you?", RemarkKind.QUESTION),
    )
