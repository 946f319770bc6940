"""Closing: keeps the entry as soon as it is reached, then offers a name and next steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.domain.care import Offer as CareOffer
from ally_journal.domain.care import Wish, is_stirred_up
from ally_journal.language import _
from ui.models.caring import may_offer, quiet_the_day
from ui.places import InsightsPlace, PracticePlace, PromisesPlace, SupportPlace
from ui.widgets.practice.closing_care import (
    DAYS,
    LESS,
    SUPPORT_STEP,
    WAYS,
    ClosingFound,
    circling_steps,
    closing_found,
    days_line,
    less_steps,
    place_of_way,
    rating_of,
    support_step,
)
from ui.widgets.practice.closing_steps import (
    AGAIN,
    OFFER,
    TONIGHT,
    asked_follow_ups,
    closing_steps,
)
from ui.widgets.practice.closing_view import PROMISE, ClosingView
from ui.widgets.practice.days_sheet import DaysSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.changes import Change
    from ally_journal.domain.entry import AnswerValue, Entry
    from ally_journal.domain.habit import HabitView, Pause
    from ally_journal.domain.practice import FollowUpRule, Offer
    from ui.desk import Desk
    from ui.models.practice_session import PracticeSession

ONE_MINUTE = "1"


class Closing(ClosingView):
    """The end of the walk of a session."""

    def __init__(
        self,
        desk: Desk,
        session: PracticeSession,
        *,
        stopped: bool,
        parent: QWidget | None = None,
    ) -> None:
        self.has_entry = session.has_words or session.entry is not None
        super().__init__(desk.theme, _line(session, stopped=stopped), parent)
        self._desk, self._session, self._is_stopped = desk, session, stopped
        self._habits: tuple[HabitView, ...] = ()
        self.sheet: DaysSheet | None = None
        self.named.connect(session.rename)
        self.chosen.connect(self._take)
        self.support_asked.connect(self._open_support)
        session.was_kept.connect(self._show_kept)

    def begin(self) -> None:
        """Keep what there is; where nothing was answered, nothing is kept."""
        if self.has_entry:
            self._session.keep()
            return
        self._session.discard()
        self.show_state(_("You can come back whenever you like."))

    def show_saved(self, time: str) -> None:
        """Say when it was committed."""
        if self._is_stopped:
            words = _("Saved at {time}. You can go on with it whenever you like.")
        else:
            words = _("Saved at {time}. Nothing else will ask about this today.")
        self.show_state(words.format(time=time))

    def _show_kept(self, entry: Entry) -> None:
        if not self._is_a_tap:
            self.show_name(self._session.draft.title, entry.title)
        if not self.state:
            self.show_state(_("Nothing was changed; it stays as it is."))
        walk = self._session.walk
        if walk.support is not None or walk.is_quiet or is_stirred_up(rating_of(walk)):
            self._offer_support(walk.support.line if walk.support is not None else "")
            return
        self._desk.ask(partial(closing_found, entry, walk), self._show_steps, owner=self)

    @property
    def _is_a_tap(self) -> bool:
        """Whether it is too small for a name: one question that came by itself."""
        practice = self._session.walk.practice
        return not practice.listed and practice.minutes == ONE_MINUTE

    def _offer_support(self, line: str) -> None:
        """Nothing else asks today; Support is offered, by one row if it was said before."""
        quiet_the_day(self._desk)
        if self.banner is not None or self.rows:
            return
        less = less_steps(self._session.walk)
        if may_offer(self._desk, CareOffer.SUPPORT):
            self.show_support(line or _("This was a lot. A person may help more than a page."))
            self.show_steps(less)
        else:
            self.show_steps([*less, support_step()])

    def _show_steps(self, found: ClosingFound) -> None:
        if self.rows:
            return
        if found.is_circling and may_offer(self._desk, CareOffer.CIRCLING):
            self.show_calm(
                _(
                    "By your own numbers it weighs as much as before. That can happen. "
                    "One of these may help more than another page; so may a rest."
                )
            )
            self.show_steps(circling_steps())
            return
        walk, today = self._session.walk, self._session.today
        self._habits = found.habits
        steps = closing_steps(walk, found, self._desk.library, today)
        if self._is_stopped:
            steps = [step for step in steps if step.id == PROMISE]
        self.show_steps(steps)
        if DAYS in self.rows:
            self._desk.changed.connect(self._note_change)

    def _note_change(self, change: Change) -> None:
        """The days may be others now: chosen in the sheet, or taken back."""
        if change.habits or change.everything:
            self._desk.ask(lambda journal: journal.habits.views(), self._show_days, owner=self)

    def _show_days(self, habits: tuple[HabitView, ...]) -> None:
        self._habits = habits
        self.rows[DAYS].set_line(days_line(habits))

    def _take(self, step: str) -> None:
        alone = {PROMISE: self._open_promises, SUPPORT_STEP: self._open_support}
        alone[DAYS] = self._ask_days
        kind, _colon, number = step.partition(":")
        if step in alone:
            alone[step]()
        elif f"{kind}:" == WAYS:
            self._desk.visit.emit(place_of_way(number, self._session.entry))
        elif f"{kind}:" == LESS:
            self._ask_less(step, Wish(number))
        elif f"{kind}:" == OFFER:
            self._open_offer(self._session.walk.offers[int(number)])
        elif f"{kind}:" == TONIGHT:
            self._put_off(step, self._session.walk.offers[int(number)])
        elif f"{kind}:" == AGAIN:
            self._ask_again(step, asked_follow_ups(self._session.walk)[int(number)])

    def _open_promises(self) -> None:
        self._desk.visit.emit(PromisesPlace())

    def _open_offer(self, offer: Offer) -> None:
        if offer.practice == "support":
            self._open_support()
            return
        entry = self._session.entry
        event = entry.event if entry is not None else None
        self._desk.visit.emit(
            PracticePlace(offer.practice, carry=self._carried(offer), event=event)
        )

    def _put_off(self, step: str, offer: Offer) -> None:
        carry = self._carried(offer)
        self._desk.write(
            lambda journal: journal.promises.add_inbox(offer.practice, carry),
            lambda _done: self.show_done(step, _("It waits on Today, for tonight.")),
            owner=self,
        )

    def _ask_less(self, step: str, wish: Wish) -> None:
        """Less of the journal for some weeks; it can be taken back at once."""
        desk = self._desk

        def say(pauses: tuple[Pause, ...]) -> None:
            self.show_done(step, _("Done. It ends by itself."))
            undo = partial(desk.write, lambda journal: journal.care.take_back(pauses))
            desk.messages.say(_("Less is asked from now on."), _("Undo"), undo)

        desk.write(lambda journal: journal.care.ask_less(wish), say, owner=self)

    def _ask_days(self) -> None:
        """Other days for a habit, in a sheet over the closing; where there is none, Insights."""
        if self._habits:
            self.sheet = DaysSheet(self._desk, self.window(), self._habits)
            self.sheet.open()
        else:
            self._desk.visit.emit(InsightsPlace())

    def _ask_again(self, step: str, rule: FollowUpRule) -> None:
        entry = self._session.entry
        if entry is None:
            return
        due = self._session.walk.follow_up_day(rule, entry.day)
        self._desk.write(
            lambda journal: journal.promises.ask_again(entry.id, rule.practice, due),
            lambda _done: self.show_done(step, _("It will be on Today then.")),
            owner=self,
        )

    def _carried(self, offer: Offer) -> dict[str, AnswerValue]:
        return self._session.walk.carried(offer, self._desk.library.get(offer.practice))

    def _open_support(self) -> None:
        self._desk.visit.emit(SupportPlace())


def _line(session: PracticeSession, *, stopped: bool) -> str:
    if not session.has_words and session.entry is None:
        return _("Nothing was written, so nothing was kept.")
    if stopped:
        return _("You stopped here. What you wrote is kept.")
    return session.walk.closing
