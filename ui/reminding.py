"""Reminding: once a day at most, a neutral sentence; nothing is read of a journal for it.

It waits for the next moment and does not look in between, except where time may have passed of
which nobody told: the computer slept, the program came to the front, the clock was set.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ally_journal.domain import reminder
from ally_journal.domain.reminder_file import pauses_text, story_of
from ally_journal.domain.reminder_words import if_you_like, in_one_sentence, quiet_moment
from ui import reminder_notes as notes
from ui.tray import Tray

if TYPE_CHECKING:
    from datetime import date, datetime

    from ally_journal.changes import Change
    from ally_journal.errors import JournalError
    from ui.main_window import MainWindow

# A clock that is set tells nobody; and no timer is to run for weeks.
LONGEST_MS = 3_600_000
SHORTEST_MS = 1_000
# While somebody is near enough for Hide now, or has just come.
LATER_MS = 600_000
JUST_COME = timedelta(minutes=9)


class Reminding(QObject):
    """Lives beside the window once reminders or the icon in the tray are wanted."""

    def __init__(self, window: MainWindow, tray: Tray | None = None) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.tray = tray or Tray(window.desk, window)
        self._came_at = notes.local_now(self._desk)
        self._asked_on: date | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._connect()
        self._listen()
        if self._desk.is_open:
            self._opened()

    def follow(self) -> None:
        """Other times, or another wish for the icon."""
        self.tray.follow()
        if self._desk.is_open and self._desk.window_settings.reminders:
            self._ask_days_off()
        self.look()

    def look(self) -> None:
        """Remind if it is time, and wait for the next moment."""
        if not self._desk.window_settings.reminders:
            self._timer.stop()
            return
        now = notes.local_now(self._desk)
        story = reminder.settled(notes.story(self._desk), now)
        notes.note_story(self._desk, story)
        if reminder.is_due(notes.plan(self._desk), story, now) and not self._remind(story, now):
            self._wait(LATER_MS)
        else:
            self._wait_for_next(now)

    @property
    def waits_ms(self) -> int:
        """How long until it looks again, in milliseconds; -1 where nothing is to come."""
        return self._timer.remainingTime()

    def _connect(self) -> None:
        desk, app = self._desk, QApplication.instance()
        desk.reminders_changed.connect(self.follow)
        desk.unlocked.connect(self._opened)
        desk.changed.connect(self._changed)
        self.tray.opened.connect(self._came)
        self.tray.quit_asked.connect(self._window.end)
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def _listen(self) -> None:
        """Hear that the computer woke up, where the desktop tells."""
        self._window.complete()
        locking = self._window.locking
        if locking is not None:
            locking.listen()
            if locking.events is not None:
                locking.events.back.connect(self.look)

    # Whether somebody is there.

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._came()

    def _came(self) -> None:
        """Somebody is at the window: with an open journal that is all a reminder is for."""
        self._came_at = notes.local_now(self._desk)
        if self._desk.is_open and self._desk.window_settings.reminders:
            self._note_opened()
            # Whatever changes in the journal is told; only a rest ends by itself.
            if self._desk.window_settings.remind_rests or self._asked_on != self._came_at.date():
                self._ask_days_off()
        self.look()

    def _opened(self) -> None:
        if self._desk.window_settings.reminders:
            self._note_opened()
            self._ask_days_off()
            self.look()

    def _note_opened(self) -> None:
        now = notes.local_now(self._desk)
        notes.note_story(self._desk, reminder.with_opened(notes.story(self._desk), now))

    def _changed(self, change: Change) -> None:
        concerns = change.habits or change.settings or change.everything
        if concerns and self._desk.window_settings.reminders:
            self._ask_days_off()

    # Days without any.

    def _ask_days_off(self) -> None:
        today = self._asked_on = notes.local_now(self._desk).date()
        self._desk.ask(
            lambda journal: (journal.reminders.days_off(today), journal.reminders.rests(today)),
            self._take_days_off,
            owner=self,
            failed=self._let_go,
        )

    def _take_days_off(self, found: tuple[tuple[tuple[date, date], ...], bool]) -> None:
        days, rests = found
        text, known = pauses_text(days), self._desk.window_settings
        if (text, rests) != (known.remind_pauses, known.remind_rests):
            notes.note(self._desk, remind_pauses=text, remind_rests=rests)
            self.look()

    def _let_go(self, _error: JournalError) -> None:
        """It is asked again the next time."""
        self._asked_on = None

    # Saying it.

    def _remind(self, story: reminder.Story, now: datetime) -> bool:
        """Whether it was said, or need not be."""
        if self._window.is_hidden:
            return False
        is_seen = _is_active() and self._window.isVisible()
        if is_seen and self._desk.is_open:
            notes.note_story(self._desk, reminder.with_opened(story, now))
            return True
        is_in_sight = self._window.isVisible() and not self._window.isMinimized()
        has_just_come = is_in_sight and abs(now - self._came_at) < JUST_COME
        if has_just_come or not (self.tray.is_there() or is_in_sight):
            return False
        # Noted first: rather none than two.
        notes.note_story(self._desk, reminder.with_shown(story, now))
        if not self.tray.tell(quiet_moment(), if_you_like()):
            self._desk.messages.say(in_one_sentence())
        return True

    def _wait_for_next(self, now: datetime) -> None:
        plan = notes.plan(self._desk)
        moment = reminder.next_moment(plan, story_of(self._desk.window_settings), now)
        if moment is not None:
            self._wait(int((moment - now).total_seconds() * 1000))
        elif plan.times:
            self._wait(LONGEST_MS)
        else:
            self._timer.stop()

    def _wait(self, span_ms: int) -> None:
        self._timer.start(max(SHORTEST_MS, min(span_ms, LONGEST_MS)))


def attend(window: MainWindow) -> None:
    """Begin, where it has not begun; what is chosen later it hears by itself."""
    if not window.findChildren(Reminding):
        Reminding(window).follow()


def _is_active() -> bool:
    return QApplication.applicationState() == Qt.ApplicationState.ApplicationActive
