"""What comes back from a coach: looked at, checked against what went out, kept beside entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.storage import comments

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.changes import Change
    from ally_journal.domain.preview import Incoming, KeptComment
    from ally_journal.services.context import Context
    from ally_journal.storage.comments import RemovedComment


class ReceivingService:
    """Brings replies home. Nothing of them ever goes into an entry."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._removed: dict[str, RemovedComment] = {}

    def look(self, path: Path) -> Incoming:
        """Open a reply and check it against what went out; nothing is kept.

        It is opened in a process of its own, which may take a second.

        Raises:
            SourceUnreadable, NotAPacket, NotAReply, PacketTooLarge, PacketNewer, PacketDamaged.
            OtherReply: no key of this journal opens it, or it answers something else.
        """
        from ally_journal.services.looking import look  # noqa: PLC0415 rarely needed

        return look(self._context, path)

    def keep(self, incoming: Incoming) -> Change:
        """Keep the remarks beside their entries and suggested practices in the inbox, all or none.

        A second time changes nothing; what was removed since stays removed.

        Raises:
            OtherReply: what went out is not known any more.
            ReadOnly, DiskFull, DiskTrouble.
        """
        from ally_journal.services.keeping_replies import keep  # noqa: PLC0415 rarely needed

        return keep(self._context, incoming)

    def comments(self, entry: str) -> tuple[KeptComment, ...]:
        """The remarks on an entry, by when they came and where they stand in it."""
        if not comments.of_entry(self._context.vault, entry):
            return ()
        from ally_journal.services.kept_comments import of_entry  # noqa: PLC0415 rarely needed

        return of_entry(self._context, entry)

    def of_sent(self, sent: str) -> tuple[KeptComment, ...]:
        """All remarks that came back to what went out, in the order of its places.

        Those on the whole, and those on entries that have gone, are shown here only.
        """
        from ally_journal.services.kept_comments import of_sent  # noqa: PLC0415 rarely needed

        return of_sent(self._context, sent)

    def remove(self, comment: str) -> Change:
        """Remove a remark for ever; until the journal is locked, `put_back` undoes it."""
        from ally_journal.services.kept_comments import remove  # noqa: PLC0415 rarely needed

        removed, change = remove(self._context, comment)
        if removed is not None:
            self._removed[comment] = removed
        return change

    def put_back(self, comment: str) -> Change:
        """Undo a removal."""
        from ally_journal.services.kept_comments import put_back  # noqa: PLC0415 rarely needed

        removed = self._removed.pop(comment, None)
        return put_back(self._context, removed)
