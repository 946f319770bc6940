"""What goes out to a coach: choosing, looking at exactly what goes, sealing, and the log of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.text import kept_text
from ally_journal.packet_errors import SharingNothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ally_journal.changes import Change
    from ally_journal.domain.packet import Packet
    from ally_journal.domain.preview import Choice, CoachRow, Preview, SentRow, ShareRow
    from ally_journal.services.context import Context
    from ally_journal.services.sealing import Sealed

OPEN_FORMS = ("pdf", "html", "markdown")
"""What a packet can be written as without sealing."""


class SharingService:
    """Makes packets of chosen, redacted entries, and remembers what went out.

    What it works with is imported when it is first asked: most days nothing goes out.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def rows(self, query: str = "", limit: int = 200) -> tuple[ShareRow, ...]:
        """Entries that fit the words of the search box, newest first, with how far each may go.

        Drafts and the trash are never among them. Those marked for a coach are ticked beforehand.
        """
        from ally_journal.services.choosing import share_rows  # noqa: PLC0415 rarely needed

        return share_rows(self._context, query, limit)

    def searched(self, query: str = "", *, private: bool = False) -> tuple[str, ...]:
        """Ids of what a search chooses by itself, oldest first.

        Those marked for a coach; where none of them is so marked, all that it finds. `private`
        takes both. One that never leaves is not among them.
        """
        from ally_journal.services.choosing import searched  # noqa: PLC0415 rarely needed

        return searched(self._context, query, private=private)

    def staying(self, query: str = "", *, private: bool = False) -> tuple[int, int]:
        """Of what `searched` leaves of a search: how many are private, how many never leave."""
        from ally_journal.services.choosing import staying  # noqa: PLC0415 rarely needed

        return staying(self._context, query, private=private)

    def preview(self, choice: Choice) -> Preview:
        """Exactly what would go out, with every replacement marked and every leak found.

        An empty choice gives an empty packet. Nothing is written; takes about a millisecond for an
        entry.

        Raises:
            BadText: the question or the sender cannot be kept, nor read by anybody.
        """
        from ally_journal.services.packing import preview  # noqa: PLC0415 rarely needed

        for text in (choice.question, choice.sender):
            kept_text(text)
        return preview(self._context, choice)

    @staticmethod
    def prepare(preview: Preview, *, passphrase: str = "", recipient: str = "") -> Sealed:
        """Check the finished bytes of a packet and seal them.

        With a passphrase it takes a second or two, as guessing does. Words of our list are sealed
        with as they are proposed, however they were typed. It asks no journal, so it can be done
        aside; `seal` takes what it gives.

        Raises:
            LeakFound: a word that was to stay is in the finished bytes.
            BadCoachKey, EmptyPassphrase, PacketTooLarge, Stopped.
        """
        from ally_journal.domain.spoken_words import same_words  # noqa: PLC0415 rarely needed
        from ally_journal.services.sealing import sealed  # noqa: PLC0415 the same

        words = same_words(passphrase) if passphrase.strip() else ""
        return sealed(preview, passphrase=words, recipient=recipient)

    def seal(
        self,
        preview: Preview,
        target: Path,
        *,
        passphrase: str = "",
        recipient: str = "",
        prepared: Sealed | None = None,
        label: str = "",
        replace: bool = False,
        told: Callable[[SentRow], object] | None = None,
    ) -> SentRow:
        """Write the packet of a preview to a new file that is sealed, and note it in the log.

        Args:
            preview: as it was looked at; it goes out letter by letter.
            target: the file.
            passphrase: that opens it; or
            recipient: the coach's public key; or
            prepared: what `prepare` made of this preview, so that it need not be waited for here.
            label: to whom, in the person's own words; it stays here.
            replace: the person has said that the file that stands there may go.
            told: called when all is ready and nothing stands there yet, so that words can be said
                before they are needed; where it raises, nothing goes out.

        Raises:
            SharingNothing: no entry is in it, or one of them may not go any more.
            LeakFound: a word that was to stay is in the finished bytes, or in the file's name.
            BadCoachKey, EmptyPassphrase, TargetExists, TargetUnwritable, DiskFull, ReadOnly.
        """
        self._check(preview)
        from ally_journal.services.sealing import Order, save  # noqa: PLC0415 rarely needed

        made = prepared or self.prepare(preview, passphrase=passphrase, recipient=recipient)
        return save(self._context, preview, made, Order(target, label, replace, told))

    def save_open(
        self,
        preview: Preview,
        form: str,
        target: Path,
        *,
        label: str = "",
        replace: bool = False,
        told: Callable[[SentRow], object] | None = None,
    ) -> SentRow:
        """Write the packet of a preview as a file that everybody can read: pdf, html or markdown.

        The same checks as `seal`; no reply comes back to it. `missing` of what is given back are
        the characters of a PDF that no font could show.

        Raises:
            UnknownFormat, SharingNothing, LeakFound.
            TargetExists, TargetUnwritable, DiskFull, ReadOnly.
        """
        self._check(preview)
        from ally_journal.services.sealing import Order, save_open  # noqa: PLC0415 rarely needed

        return save_open(self._context, preview, form, Order(target, label, replace, told))

    def passphrase(self) -> str:
        """Six new words for a packet, to be told over another way than the file goes."""
        from random import SystemRandom  # noqa: PLC0415 rarely needed

        from ally_journal.domain.spoken_words import passphrase  # noqa: PLC0415 rarely needed

        return passphrase(SystemRandom())

    def sent(self) -> tuple[SentRow, ...]:
        """What went out, the latest first."""
        from ally_journal.services.sent_log import sent_rows  # noqa: PLC0415 rarely needed

        return sent_rows(self._context)

    def sent_packet(self, sent: str) -> Packet | None:
        """Exactly what went out; None where that was not kept, or all of it was deleted for ever.

        An entry that was deleted for ever since has no words in it any more.
        """
        from ally_journal.services.sent_log import sent_packet  # noqa: PLC0415 rarely needed

        return sent_packet(self._context, sent)

    def words(self) -> tuple[str, ...]:
        """Words that are blanked in whatever goes out: employer, team, product."""
        from ally_journal.services.taken_out import words_of  # noqa: PLC0415 rarely needed

        return words_of(self._context.vault)

    def set_words(self, words: Iterable[str]) -> Change:
        """Make these the words that are blanked; those that say nothing are left out.

        Raises:
            BadItem, BadText: one of them cannot be kept; nothing was changed.
        """
        from ally_journal.services.taken_out import set_words  # noqa: PLC0415 rarely needed

        return set_words(self._context, words)

    def coaches(self) -> tuple[CoachRow, ...]:
        """Coaches whose keys are kept, by what the person calls them."""
        from ally_journal.services.coaches import coaches  # noqa: PLC0415 rarely needed

        return coaches(self._context)

    def add_coach(self, label: str, public: str) -> tuple[CoachRow, Change]:
        """Keep the public key of a coach; the same key again gets the new words.

        Raises:
            BadCoachKey, BadItem, BadText.
        """
        from ally_journal.services.coaches import add_coach  # noqa: PLC0415 rarely needed

        return add_coach(self._context, label, public)

    def remove_coach(self, coach: str) -> Change:
        """Forget a key; what went out to it stays in the log.

        Raises:
            UnknownListItem: there is none with this id.
        """
        from ally_journal.services.coaches import remove_coach  # noqa: PLC0415 rarely needed

        return remove_coach(self._context, coach)

    def _check(self, preview: Preview) -> None:
        """An entry may have been marked, or gone to the trash, after it was looked at."""
        from ally_journal.services.choosing import chosen  # noqa: PLC0415 rarely needed

        _entries, stays = chosen(self._context, preview.entries)
        if stays or not preview.packet.entries:
            raise SharingNothing
