"""CareNotices: late in the evening it may wait for tomorrow; after twenty minutes, a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ally_journal.domain.care import Offer, Sitting
from ui.models.caring import is_late, may_offer

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.models.practice_session import PracticeSession
    from ui.widgets.practice.notice_row import NoticeRow

LATE, PAUSE = Offer.LATE.value, Offer.PAUSE.value


class CareNotices(QObject):
    """Only where a practice is about something painful; each at most once a day.

    `left`: the person lets it rest here.
    """

    left = Signal()

    def __init__(self, desk: Desk, notice: NoticeRow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._notice = desk, notice
        self._session: PracticeSession | None = None
        self._sitting = Sitting()
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self._offer_pause)

    def begin(self, session: PracticeSession) -> None:
        """Another walk: its time counts from now on."""
        self._session, self._sitting = session, Sitting()
        self.back()

    def back(self) -> None:
        """The person is at it."""
        now = self._desk.clock.now()
        self._sitting = self._sitting.begun(now)
        rest = self._sitting.rest(now)
        if rest:
            self.clock.start(int(rest.total_seconds() * 1000))

    def away(self) -> None:
        """The person is elsewhere; that time does not count."""
        self._sitting = self._sitting.left(self._desk.clock.now())
        self.clock.stop()

    def at_question(self) -> None:
        """A question stands there: in the late evening it may wait."""
        is_due = self._is_hard and is_late(self._desk) and not self._notice.shown
        if is_due and may_offer(self._desk, Offer.LATE):
            self._notice.say_late()

    def end(self) -> None:
        """The walk is over; nothing more is said about it."""
        self.clock.stop()
        self.dismiss()
        self._session = None

    def dismiss(self) -> None:
        """Take both away."""
        self._notice.clear(LATE)
        self._notice.clear(PAUSE)

    def take(self, key: str) -> bool:
        """Do what the link of a notice says; whether it was one of these."""
        if key not in {LATE, PAUSE}:
            return False
        if key == LATE and self._session is not None and self._session.is_untouched:
            self._put_off(self._session)
        self.left.emit()
        return True

    @property
    def _is_hard(self) -> bool:
        return self._session is not None and self._session.is_hard

    def _offer_pause(self) -> None:
        session = self._session
        is_asking = session is not None and session.is_open and session.walk.current is not None
        has_room = self._is_hard and self._notice.shown in {"", LATE}
        if is_asking and has_room and may_offer(self._desk, Offer.PAUSE):
            self._notice.say_pause()

    def _put_off(self, session: PracticeSession) -> None:
        """Nothing is written yet: what was to be begun waits on Today."""
        place = session.place
        if place.inbox is None and place.follow_up is None:
            practice, carry = place.practice, dict(place.carry)
            self._desk.write(lambda journal: journal.promises.add_inbox(practice, carry))
