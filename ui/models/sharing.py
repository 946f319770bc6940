"""Sharing: what is chosen for a coach, what was changed by hand in it, and the preview of both.

It stays in memory while the journal is open, and nowhere else.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ally_journal.domain.preview import Choice
from ally_journal.domain.redaction_values import Correction
from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field
from ally_journal.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.preview import FoundLeak, Piece, Preview, ShareRow
    from ally_journal.domain.redaction_values import Mark
    from ui.desk import Desk

# A burst of ticks is one preview.
REST_MS = 150
BLANK, KEEP, PERSON = "blank", "keep", "person"


@dataclass(frozen=True, slots=True)
class ByHand:
    """What was changed by hand: the steps that Ctrl+Z goes back through."""

    corrections: tuple[Correction, ...] = ()
    allowed: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()


class Sharing(QObject):
    """`changed`: something is chosen otherwise; `previewed`: `preview` belongs to it again."""

    changed = Signal()
    previewed = Signal()
    failed = Signal(JournalError)  # what kept a preview from coming about

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        self._clear()

    def _clear(self) -> None:
        self.picked: dict[str, ShareRow] = {}
        self.fields: frozenset[Field] = DEFAULT_FIELDS
        self.question = self.called = ""
        self.preview: Preview | None = None
        self._seed = secrets.randbits(32)
        self._by_hand = ByHand()
        self._before: list[ByHand] = []
        self._after: list[ByHand] = []
        self._is_asking = self._is_outdated = False

    # -- choosing

    def tick(self, row: ShareRow, *, on: bool) -> None:
        """Take an entry in, or leave it out; one that never leaves is never taken."""
        if on and row.may_go:
            self.picked[row.summary.id] = row
        elif not on:
            self.picked.pop(row.summary.id, None)
        self._touch()

    def tick_all(self, rows: Sequence[ShareRow]) -> None:
        """Take these in."""
        self.picked |= {row.summary.id: row for row in rows if row.may_go}
        self._touch()

    def follow(self, rows: Sequence[ShareRow]) -> None:
        """The entries were read anew: what is marked to stay now is taken out again."""
        before = dict(self.picked)
        for row in rows:
            if row.summary.id in self.picked:
                if row.may_go:
                    self.picked[row.summary.id] = row
                else:
                    del self.picked[row.summary.id]
        if self.picked != before or not self.is_settled:
            self._touch()

    def set_field(self, field: Field, *, on: bool) -> None:
        """Let a field go along, or not."""
        self.fields = self.fields | {field} if on else self.fields - {field}
        self._touch()

    def ask_for(self, question: str) -> None:
        """What the person wants help with."""
        if question != self.question:
            self.question = question
            self._touch()

    def be_called(self, called: str) -> None:
        """What the person wants to be called."""
        if called != self.called:
            self.called = called
            self._touch()

    @property
    def choice(self) -> Choice:
        """All of it, the entries in the order of their days."""
        rows = sorted(self.picked.values(), key=lambda one: (one.summary.day, one.summary.key))
        return Choice(
            entries=tuple(row.summary.id for row in rows),
            fields=self.fields,
            question=self.question,
            sender=self.called,
            corrections=self._by_hand.corrections,
            seed=self._seed,
            allowed=self._by_hand.allowed,
            blank=self._by_hand.blank,
        )

    @property
    def is_settled(self) -> bool:
        """Whether the preview is of what is chosen now."""
        return self.preview is not None and self.preview.choice == self.choice

    @property
    def is_ready(self) -> bool:
        """Whether it can be sealed, as far as the preview tells."""
        preview = self.preview
        return (
            preview is not None
            and self.is_settled
            and bool(preview.packet.entries)
            and not preview.leaks
        )

    # -- by hand

    def correct(self, act: str, spans: Sequence[tuple[Piece, int, int]], label: str = "") -> None:
        """Blank, keep, or give to a person what stands there in the tidied sources."""
        more = tuple(
            Correction(piece.place, start, end, act, label)
            for piece, start, end in spans
            if start < end
        )
        if more:
            made = self._by_hand.corrections + more
            self._do(replace(self._by_hand, corrections=made))

    def bring_back(self, piece: Piece, mark: Mark) -> None:
        """Take back whatever was done by hand to a marked word."""
        start, end = mark.source
        kept = tuple(
            one
            for one in self._by_hand.corrections
            if one.place != piece.place or one.end <= start or end <= one.start
        )
        if kept != self._by_hand.corrections:
            self._do(replace(self._by_hand, corrections=kept))

    def let_through(self, leak: FoundLeak) -> None:
        """The person looked at this word: it is fine."""
        self._do(replace(self._by_hand, allowed=self._by_hand.allowed | {leak.word}))

    def blank_everywhere(self, word: str) -> None:
        """Blank a word wherever it stands in this packet."""
        self._do(replace(self._by_hand, blank=self._by_hand.blank | {word}))

    @property
    def can_undo(self) -> bool:
        """Whether something was done by hand."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._after)

    def undo(self) -> None:
        """As it was before the last thing that was done by hand."""
        if self._before:
            self._after.append(self._by_hand)
            self._by_hand = self._before.pop()
            self._touch(at_once=True)

    def redo(self) -> None:
        """Do again what was undone."""
        if self._after:
            self._before.append(self._by_hand)
            self._by_hand = self._after.pop()
            self._touch(at_once=True)

    def forget(self) -> None:
        """Let go of all of it."""
        self._rest.stop()
        self._clear()

    def begin_anew(self) -> None:
        """Nothing is chosen, as at the beginning."""
        self.forget()
        self._touch()

    def _do(self, by_hand: ByHand) -> None:
        self._before.append(self._by_hand)
        self._after.clear()
        self._by_hand = by_hand
        self._touch(at_once=True)

    # -- the preview

    def look_again(self) -> None:
        """The journal has changed: make the preview anew."""
        self.outdate()
        self._touch()

    def outdate(self) -> None:
        """The journal has changed, and nobody looks: the preview is made anew when it is needed."""
        self.preview = None
        self._is_outdated = self._is_asking

    def _touch(self, *, at_once: bool = False) -> None:
        self.changed.emit()
        self._rest.start(0 if at_once else REST_MS)

    def _ask(self) -> None:
        if self._is_asking or self.is_settled:
            return
        choice = self.choice
        self._is_asking = True
        self._desk.ask(
            lambda journal: journal.sharing.preview(choice),
            self._take,
            owner=self,
            failed=self._fail,
        )

    def _take(self, preview: Preview) -> None:
        self._is_asking = False
        outdated, self._is_outdated = self._is_outdated, False
        if outdated or preview.choice != self.choice:
            self._ask()
            return
        self.preview = preview
        self.previewed.emit()

    def _fail(self, error: JournalError) -> None:
        self._is_asking = False
        self.failed.emit(error)
