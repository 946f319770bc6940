"""CoachPackets: the packets that a coach has open, and what is written to them, in memory alone.

At a lock all of it is sealed under what only an opened packet gives: the same words or key bring
it back. Nothing of it touches the disk.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ally_journal.domain import coach_notes
from ally_journal.domain.coach_notes import CoachNotes
from ally_journal.services import coach_memory
from ui.locked_places import CoachOpenPlace

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.services.coaching import OpenedPacket
    from ui.desk import Desk


class HeldPacket:
    """One packet: open with its notes, or sealed away until it is opened again.

    `saved` are the notes as they were when the last reply was saved.
    """

    def __init__(self, path: Path, opened: OpenedPacket) -> None:
        self.path = path
        self.opened: OpenedPacket | None = opened
        self.notes = self.saved = CoachNotes()
        self._sealed = b""

    @property
    def name(self) -> str:
        """The client's label while it is open; sealed, only what its file is called."""
        if self.opened is None:
            return self.path.name
        return self.opened.packet.sender or self.path.stem

    @property
    def is_unsaved(self) -> bool:
        """Whether something was written that no saved reply holds."""
        if self.opened is None:
            return bool(self._sealed)
        return self.notes != self.saved and not self.notes.is_empty

    def seal(self) -> None:
        """Leave nothing of it to be read."""
        opened, self.opened = self.opened, None
        if opened is None:
            return
        if self.is_worth_keeping:
            both = [coach_notes.as_text(one) for one in (self.notes, self.saved)]
            self._sealed = coach_memory.put_away(json.dumps(both).encode(), opened.digest)
        self.notes = self.saved = CoachNotes()

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there are notes at all."""
        return not self.notes.is_empty

    def bring_back(self, opened: OpenedPacket) -> bool:
        """Take the notes out again, if this is the packet that they were written to."""
        found = coach_memory.brought_back(self._sealed, opened.digest) if self._sealed else None
        if found is None:
            return False
        notes, saved = json.loads(found)
        self.notes, self.saved = coach_notes.of_text(notes), coach_notes.of_text(saved)
        self.opened, self._sealed = opened, b""
        return True


class CoachPackets(QObject):
    """All packets that are held; it outlives a lock, the pages do not."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._held: list[HeldPacket] = []

    @staticmethod
    def of(desk: Desk) -> CoachPackets:
        """Those of this window."""
        found = desk.findChildren(CoachPackets)
        return found[0] if found else CoachPackets(desk)

    def take(self, path: Path, opened: OpenedPacket) -> HeldPacket:
        """Hold a packet that was just opened; notes that wait for it come back."""
        for held in self._held:
            if held.opened is not None and held.opened.digest == opened.digest:
                return held
            if held.opened is None and held.bring_back(opened):
                held.path = path
                return self._told(held)
        self._held = [one for one in self._held if one.path != path or one.is_unsaved]
        self._held.append(HeldPacket(path, opened))
        return self._told(self._held[-1])

    def listed(self) -> tuple[HeldPacket, ...]:
        """All of them by the client's label; nothing else orders them."""
        return tuple(sorted(self._held, key=lambda one: (one.name.casefold(), one.path.name)))

    def open_ones(self) -> tuple[HeldPacket, ...]:
        """Those that can be read now."""
        return tuple(one for one in self.listed() if one.opened is not None)

    @property
    def is_unsaved(self) -> bool:
        """Whether closing the window would lose something."""
        return any(one.is_unsaved for one in self._held)

    def close(self, held: HeldPacket) -> None:
        """Let go of one, and of all that was written to it."""
        self._held = [one for one in self._held if one is not held]
        held.opened, held.notes, held.saved = None, CoachNotes(), CoachNotes()
        self._tell()

    def close_all(self) -> None:
        """Let go of all of them."""
        for held in tuple(self._held):
            self.close(held)

    def seal(self) -> None:
        """A lock: nothing is left to be read; what is not saved waits, sealed."""
        for held in self._held:
            held.seal()
        self._tell()

    def _told(self, held: HeldPacket) -> HeldPacket:
        self._tell()
        return held

    def _tell(self) -> None:
        self._desk.begins_at = CoachOpenPlace() if self._held else None
        self.changed.emit()
