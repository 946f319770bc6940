"""PracticeSession: one walk on the screen, its draft, and what of it is safe on the disk."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ally_journal.clock import zone_of
from ally_journal.domain.entry import Entry
from ally_journal.domain.real_names import first_seen
from ally_journal.domain.walk import Walk
from ally_journal.errors import JournalError
from ui.models.known_names import KnownNames
from ui.models.practice_opening import Opened, kept, opened, saved
from ui.models.storable import storable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ally_journal.changes import Change
    from ally_journal.domain.entry import AnswerValue, Draft
    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.places import PracticePlace

T = TypeVar("T")
GATE_KIND = "gate.kind"
# The first unsaved keystroke starts the clock; the commit has the rest of the second.
SAVE_AFTER_MS = 500


class PracticeSession(QObject):
    """Bound to one draft: whatever is under way when the page moves on belongs to that alone.

    `opened`, or `not_opened` with the error; `moved` when another step (or the closing) is to be
    shown; `was_saved` after each commit; `has_failed` with the error when one did not come about;
    `was_kept` with the entry.
    """

    opened = Signal()
    moved = Signal()
    was_saved = Signal()
    not_opened = Signal(JournalError)
    has_failed = Signal(JournalError)
    was_kept = Signal(Entry)

    def __init__(self, desk: Desk, place: PracticePlace, parent: QObject) -> None:
        super().__init__(parent)
        self.place = place
        self.names = KnownNames()
        self.was_warned = False  # of what looks like a real name; once is enough
        self.entry: Entry | None = None
        self.is_open = False
        self._walk: Walk
        self._draft: Draft
        self._desk = desk
        self._is_dirty = self._is_stored = self._has_news = False
        self._settles: tuple[Callable[[Journal], Change], ...] = ()
        self._tries: dict[str, Callable[[], None]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def open(self) -> None:
        """Begin, go on with, or edit what the place names."""
        call = partial(opened, self.place)
        self._desk.ask(call, self._take, owner=self, failed=self.not_opened.emit)

    @property
    def walk(self) -> Walk:
        """Where the walk stands."""
        return self._walk

    @property
    def draft(self) -> Draft:
        """The draft as it stands on the screen."""
        step = self._walk.current
        return replace(
            self._draft,
            answers=dict(self._walk.answers),
            skipped=self._walk.skipped,
            at=None if step is None else step.key,
            short=self._walk.short,
        )

    @property
    def people(self) -> tuple[str, ...]:
        """The made-up names that are known."""
        return self.names.names

    @property
    def is_hard(self) -> bool:
        """Whether it is about something painful, where a pause or tomorrow may be better."""
        return self.is_open and self._walk.practice.gate

    @property
    def is_untouched(self) -> bool:
        """Whether nothing of it is on the disk, or on its way there."""
        return not (self._is_stored or self._is_dirty)

    @property
    def now(self) -> datetime:
        """The time of now, as a clock on the wall shows it."""
        clock = self._desk.clock
        return clock.now().astimezone(zone_of(clock.zone()))

    @property
    def has_words(self) -> bool:
        """Whether anything was answered that would be kept."""
        return bool(self._walk.kept_answers)

    def put(self, value: AnswerValue | None) -> None:
        """Take what stands in the editor; it is committed within a second."""
        step, value = self._walk.current, storable(value)
        if step is None or self._walk.answers.get(step.key) == value:
            return
        self._walk = self._walk.put(step.key, value)
        self._is_dirty = self._has_news = True
        if not self._timer.isActive():
            self._timer.start()

    def next(self, value: AnswerValue | None) -> None:
        """Answer the current step and go on; no answer is a skip."""
        self._go(self._walk.skip() if value is None else self._walk.answer(value))

    def skip(self) -> None:
        """Go on without an answer."""
        self._go(self._walk.skip())

    def back(self) -> None:
        """Go to the question before; answers stay."""
        if self._walk.can_go_back:
            self._go(self._walk.back())

    def stop(self) -> None:
        """Go to the closing with what there is; the way back leads here."""
        self._go(self._walk.finish())

    def shorten(self) -> None:
        """Take the short path from here on; the rest of the gate is not asked."""
        if self._walk.current is None:
            return
        walk = self._walk.shorter()
        self._go(walk.skip() if walk.at == GATE_KIND else walk)

    def save(self) -> None:
        """Commit the draft as it stands, if anything in it is new."""
        self._timer.stop()
        is_worth_it = self._is_stored or bool(self._walk.answers)
        if self._is_dirty and is_worth_it:
            self._is_dirty, self._is_stored = False, True
            draft = self.draft
            self._write("save", partial(saved, draft, self._settles), self._saved, draft)

    def keep(self) -> None:
        """Keep the entry; one that is kept already and unchanged stays as it is."""
        self._timer.stop()
        if self.entry is not None and not self._has_news:
            self.was_kept.emit(self.entry)
            return
        self._is_dirty = self._has_news = False
        draft = self.draft
        self._write("keep", partial(kept, draft, self._settles), self._kept, draft)

    def rename(self, title: str) -> None:
        """Give the kept entry a name; empty for the first words."""
        if self.entry is None or title == self._draft.title:
            return
        self._draft = replace(self._draft, title=title)
        entry = self.entry.id
        self._write("name", lambda journal: journal.writing.rename(entry, title), self._saved)

    def reopen(self) -> None:
        """Go back from the closing to the last question; a kept entry is edited from then on."""
        if self.entry is None or self._draft.revises is not None:
            self._go(self._walk.back())
            return
        entry = self.entry.id
        self._desk.ask(lambda journal: journal.writing.edit(entry), self._reopened, owner=self)

    def discard(self) -> None:
        """Put the draft into the trash, if it is on the disk."""
        self._timer.stop()
        self._is_dirty = False
        if self._is_stored and self.entry is None:
            draft = self._draft.id
            self._is_stored = False
            self._desk.write(lambda journal: journal.writing.discard(draft))

    def try_again(self) -> None:
        """Do once more what failed."""
        tries, self._tries = self._tries, {}
        for attempt in tries.values():
            attempt()

    def close(self) -> None:
        """Queue what is not committed yet; nothing is shown from here on."""
        if self.is_open and self._is_dirty:
            self.save()
        self._timer.stop()
        self.is_open = False

    def _take(self, found: Opened) -> None:
        self._draft, self.today = found.draft, found.today
        self.names = KnownNames(found.people, self._add_person)
        # What stands there from an earlier day was pointed out then.
        self.was_warned = first_seen(found.draft.answers, self.names.every_name) is not None
        self._is_stored, self._settles = found.is_stored, found.settles
        self._has_news, self.entry = found.is_stored, found.entry
        self._walk = Walk.start(
            self._desk.library.get(found.draft.practice),
            facts=found.facts,
            answers=found.draft.answers,
            skipped=found.draft.skipped,
            at=found.draft.at,
            short=found.draft.short,
        )
        self.is_open = True
        self.opened.emit()

    def _add_person(self, name: str) -> None:
        self._desk.write(lambda journal: journal.people.add(name))

    def _go(self, walk: Walk) -> None:
        before, self._walk = self._walk, walk
        if (before.answers, before.skipped) != (walk.answers, walk.skipped):
            self._is_dirty = self._has_news = True
        if walk.current is not None:
            self._is_dirty = self._is_dirty or self._is_stored
            self.save()
        self.moved.emit()

    def _write(
        self,
        kind: str,
        call: Callable[[Journal], tuple[T, Change] | Change],
        then: Callable[[T], None],
        draft: Draft | None = None,
    ) -> None:
        """Commit; what fails is tried again as it stands then, so that no old text comes back."""

        def failed(error: JournalError) -> None:
            again = {"save": self.save, "keep": self.keep}
            self._tries[kind] = again.get(kind) or partial(self._write, kind, call, then)
            if kind in again:
                self._is_dirty = self._has_news = True
            self.has_failed.emit(error)

        self._desk.write(call, then, failed=failed, owner=self, draft=draft)

    def _saved(self, _nothing: None) -> None:
        self._settles = ()
        self.was_saved.emit()

    def _kept(self, entry: Entry) -> None:
        self._settles = ()
        self.entry = entry
        self.was_saved.emit()
        self.was_kept.emit(entry)

    def _reopened(self, draft: Draft) -> None:
        self._draft = replace(draft, title=self._draft.title)
        self._is_stored = False
        self._go(self._walk.back())
