"""CoachWriting: the notes to one packet as they are written; every part of the page follows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.domain.coach_notes import CoachNotes
    from ally_journal.domain.packet import RemarkKind
    from ally_journal.services.coaching import OpenedPacket
    from ui.models.coach_packets import HeldPacket


class CoachWriting(QObject):
    """One comment is written at a time; beginning another keeps the one before."""

    changed = Signal(str)  # the anchor whose notes are others now
    told = Signal()  # anything at all was written

    def __init__(
        self, held: HeldPacket, time: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """`time`: the time of day, as "19:06"."""
        super().__init__(parent)
        self.held, self._time = held, time

    @property
    def notes(self) -> CoachNotes:
        """What is written so far."""
        return self.held.notes

    @property
    def opened(self) -> OpenedPacket | None:
        """The packet; None once it is closed."""
        return self.held.opened

    def begin(self, anchor: str, index: int | None = None) -> None:
        """Write a new note there, or a kept one again."""
        again = None if index is None else self.notes.notes[index]
        self.keep()  # one that was emptied goes, so those after it are counted anew
        place = None if again is None else self.notes.notes.index(again)
        self._take(self.notes.begin(anchor, place), anchor)

    def type(self, text: str) -> None:
        """What is being written says this now."""
        writing = self.notes.writing
        if writing is not None:
            self.held.notes = replace(self.notes, writing=replace(writing, text=text))
            self.told.emit()

    def be(self, kind: RemarkKind) -> None:
        """What is being written is a comment, or a question."""
        writing = self.notes.writing
        if writing is not None:
            self.held.notes = replace(self.notes, writing=replace(writing, kind=kind))
            self.told.emit()

    def keep(self) -> None:
        """Keep what is being written."""
        writing = self.notes.writing
        if writing is not None:
            self._take(self.notes.keep(self._time()), writing.at)

    def let_go(self) -> None:
        """Let go of what is being written."""
        writing = self.notes.writing
        if writing is not None:
            self._take(self.notes.let_go(), writing.at)

    def put(
        self,
        *,
        questions: tuple[str, ...] | None = None,
        practices: tuple[str, ...] | None = None,
        sender: str | None = None,
    ) -> None:
        """What is for the whole packet; what is not named stays as it is."""
        now = self.notes
        self.held.notes = replace(
            now,
            questions=now.questions if questions is None else questions,
            practices=now.practices if practices is None else practices,
            sender=now.sender if sender is None else sender,
        )
        self.told.emit()

    def _take(self, notes: CoachNotes, anchor: str) -> None:
        self.held.notes = notes
        self.changed.emit(anchor)
        self.told.emit()
