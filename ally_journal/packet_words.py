"""The words for packets and replies that cannot be opened or made: what happened, one way on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal import packet_errors as errors
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.errors import JournalError

_MOST_PLACES = 5


def _leak(error: errors.LeakFound) -> str:
    shown = "; ".join(error.places[:_MOST_PLACES])
    if len(error.places) > _MOST_PLACES:
        shown += "; …"
    return ngettext(
        "Something that was to stay here still stands in what goes out: {places}. Nothing was "
        "written. Blank it there, or let it through, and try again.",
        "{n} things that were to stay here still stand in what goes out: {places}. Nothing was "
        "written. Blank them there, or let them through, and try again.",
        error.count,
    ).format(n=error.count, places=shown)


PACKET_WORDS: dict[type[JournalError], Callable[[Any], str]] = {
    errors.NotAPacket: lambda _e: _(
        "This file is not a packet of Ally Journal. Choose the file that was handed to you; its "
        "name often ends in .age."
    ),
    errors.PacketTooLarge: lambda _e: _(
        "This packet, or something in it, is larger than can be taken. Nothing was kept of it; "
        "fewer entries make a smaller one."
    ),
    errors.ReplyTooLarge: lambda _e: _(
        "This reply, or something in it, is larger than can be taken. Nothing was kept of it; "
        "fewer or shorter remarks make a smaller one."
    ),
    errors.PacketNewer: lambda _e: _(
        "This file was made by a newer version of Ally Journal. Nothing was changed; please update "
        "this one first."
    ),
    errors.PacketDamaged: lambda _e: _(
        "This file is damaged, so nothing of it was taken. Ask for it once more; perhaps it was "
        "cut off on the way."
    ),
    errors.WrongPacketPassphrase: lambda _e: _(
        "This passphrase does not open the file. Compare it word by word with what you were told; "
        "capitals and hyphens do not matter in words that were made here."
    ),
    errors.OtherCoachKey: lambda _e: _(
        "This packet was sealed for another key. Ask for one that is sealed for yours, and give "
        "them your key once more."
    ),
    errors.PacketCostly: lambda _e: _(
        "Opening this file takes much memory and perhaps a minute, because of how it was sealed. "
        "Go on only where you know whom it comes from."
    ),
    errors.NotAReply: lambda _e: _(
        "This file is not a reply to a packet. Choose the one that your coach gave you; nothing "
        "was changed."
    ),
    errors.OtherReply: lambda _e: _(
        "This reply does not belong to a packet of this journal. Nothing was changed; perhaps it "
        "is for another of your journals."
    ),
    errors.PacketProblem: lambda _e: _(
        "The file could not be opened. Nothing was changed; please ask for it once more."
    ),
    errors.BadCoachKey: lambda _e: _(
        "This is not the key of a coach. It begins with age1 and has 62 letters and digits; copy "
        "the whole line."
    ),
    errors.BadField: lambda e: _(
        "There is no field “{name}”. These are there: learned, plans, repair, setup, story, part, "
        "feelings, needed, words, dates, notes."
    ).format(name=e.name),
    errors.SharingNothing: lambda _e: _(
        "Nothing is chosen that may go out. Choose at least one entry that is not marked to stay."
    ),
    errors.LeakFound: _leak,
}
