"""The practice page: one question at a time, kindly, and nothing that is written is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ally_journal.changes import Change
from ally_journal.domain.answers import checked
from ally_journal.errors import InputError, UnknownPractice
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.models.caring import quiet_the_day, quiet_the_week
from ui.models.practice_session import PracticeSession
from ui.places import (
    EntryPlace,
    MinutePlace,
    PracticePlace,
    SupportPlace,
    TodayPlace,
)
from ui.widgets.practice.care_notices import CareNotices
from ui.widgets.practice.closing import Closing
from ui.widgets.practice.inner_clipboard import InnerClipboard
from ui.widgets.practice.look_again import LookAgain
from ui.widgets.practice.practice_frame import PracticeFrame
from ui.widgets.practice.step_making import (
    made_step,
    offers_short_path,
    progress_words,
    walk_ends_here,
)
from ui.widgets.practice.step_view import StepView
from ui.widgets.practice.support_view import SupportView
from ui.widgets.shortcuts import listen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import AnswerValue
    from ally_journal.domain.practice import Step
    from ally_journal.errors import JournalError
    from ui.desk import Desk


class PracticePage(PracticeFrame):
    """Shows the walk of one session; a fresh place means a fresh session."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self.session: PracticeSession | None = None
        self._is_over = self._was_stopped = False
        self.care = CareNotices(desk, self.notice, self)
        self.look = LookAgain(desk, self)
        self.inner = InnerClipboard(desk, self, lambda: self.session)
        self._connect()
        self._add_shortcuts()

    def arrive(self, place: PracticePlace) -> None:
        """Begin what the place names, or come back to where one was."""
        session = self.session
        if session is not None and not self._is_over and session.place is place:
            self.care.back()
            self.focus_view()
            return
        self._end()
        self._is_over = self._was_stopped = False
        try:
            self.bar.show_name(self.desk.library.get(place.practice).title)
        except UnknownPractice as error:
            self._show_unopened(error)
            return
        self.bar.show_saved("")
        self.session = PracticeSession(self.desk, place, self)
        self._follow(self.session)
        self.session.open()
        self.care.begin(self.session)
        self.look.begin(self.session)

    def leave(self) -> None:
        """Commit what is not committed yet."""
        self.care.away()
        self._take_value()
        if self.session is not None and self.session.is_open:
            self.session.save()

    def forget(self) -> None:
        """Let go of all text, after committing it."""
        self.leave()
        self._end()

    def _follow_theme(self) -> None:
        """Show the step anew: its gaps are those of the size it was made at."""
        self.restyle()
        if self._is_asking:
            self._take_value()
            self.show_anew(self._show_here)

    def _connect(self) -> None:
        self.bar.close_asked.connect(self.close_practice)
        self.bar.support_asked.connect(self._open_support)
        self.bar.hide_asked.connect(self.desk.hide_requested)
        self.footer.back_asked.connect(self.go_back)
        self.footer.stop_asked.connect(self.stop)
        self.footer.skip_asked.connect(self.skip)
        self.footer.next_asked.connect(self.go_on)
        self.footer.read_asked.connect(self._read_back)
        self.footer.rest_asked.connect(self.close_practice)
        self.notice.acted.connect(self._act_on_notice)
        self.desk.changed.connect(self._follow_change)
        self.care.left.connect(self.close_practice)
        self.look.support_asked.connect(self._open_support)
        self.theme.changed.connect(self._follow_theme)

    def _add_shortcuts(self) -> None:
        does = {
            "next": self.go_on,
            "previous": self.go_back,
            "skip": self.skip,
            "stop": self.stop,
            "close": self._leave_card,
            "look": self.look.look,
        }
        listen(self, does)

    def _follow(self, session: PracticeSession) -> None:
        session.opened.connect(self._show_opened)
        session.not_opened.connect(self._show_unopened)
        session.moved.connect(self._show_here)
        session.was_saved.connect(self._show_saved)
        session.has_failed.connect(self._show_failed)

    # What the person asks for.

    def go_on(self) -> None:
        """Take the answer and go to the next question; on the closing, rest."""
        if self._is_asking and self.session is not None:
            self._take_value()
            if not self.look.holds(partial(self._answer, self.session)):
                self._answer(self.session)
        elif isinstance(self.view, Closing):
            self.close_practice()

    def _answer(self, session: PracticeSession) -> None:
        """Go on with what is answered; what cannot be kept gets a sentence and stays."""
        step = session.walk.current
        if step is None:
            return
        try:
            value = checked(step, session.walk.answers.get(step.key))
        except InputError as error:
            self.notice.say_wrong(sentence(error))
            return
        self.notice.clear("wrong")
        session.next(value)

    def skip(self) -> None:
        """Go on without an answer; what was typed stays in the draft."""
        if self._is_asking and self.session is not None:
            self._take_value()
            self.session.skip()

    def go_back(self) -> None:
        """Go to the question before."""
        session = self.session
        if session is None or not session.is_open:
            return
        if session.walk.current is None:
            self._was_stopped = False
            session.reopen()
        else:
            self._take_value()
            session.back()

    def stop(self) -> None:
        """Stop here, and keep what there is."""
        if self._is_asking and self.session is not None:
            self._take_value()
            self._was_stopped = True
            self.session.stop()

    def close_practice(self) -> None:
        """Go back to Today, where a walk that is not kept stays; after an edit, to its entry."""
        self._take_value()
        edited = self.session.place.edit if self.session is not None else None
        self.desk.visit.emit(EntryPlace(edited) if edited else TodayPlace())

    @property
    def _is_asking(self) -> bool:
        """Whether a question stands on the screen."""
        return isinstance(self.view, StepView) and self.session is not None and self.session.is_open

    def _value(self) -> AnswerValue | None:
        return self.view.editor.value() if isinstance(self.view, StepView) else None

    def _take_value(self) -> None:
        """Take the answer with what an input method has not handed over yet; or the name."""
        if self._is_asking:
            QGuiApplication.inputMethod().commit()
            self._put_value()
        elif isinstance(self.view, Closing):
            self.view.take_name()

    def _put_value(self) -> None:
        if self._is_asking and self.session is not None:
            self.session.put(self._value())

    # What is shown.

    def _show_opened(self) -> None:
        self._show_here()

    def _show_unopened(self, error: JournalError) -> None:
        """It is not there any more, or was made with a practice that is not here."""
        self.desk.messages.fail(error)
        self.desk.visit.emit(TodayPlace())

    def _show_here(self) -> None:
        session = self.session
        if session is None:
            return
        walk = session.walk
        self.look.end()
        self.bar.show_progress(walk.progress.done, progress_words(walk))
        if walk.current is None:
            self._show_closing(session)
        elif walk.support is not None:
            self._show_support(walk.support.line)
        else:
            self._show_step(session, walk.current)

    def _show_step(self, session: PracticeSession, step: Step) -> None:
        view = made_step(self.desk, session, step)
        view.editor.changed.connect(self._put_value)
        view.editor.finished.connect(self.go_on)
        if offers_short_path(session.walk):
            link = view.add_link(_("Short of time? Take the short path"))
            link.clicked.connect(session.shorten)
        self.show_view(view)
        is_last = walk_ends_here(session.walk)
        self.footer.show_step(can_go_back=session.walk.can_go_back, is_last=is_last)
        self.footer.show()
        self.care.at_question()
        self.look.at_question(view)

    def _show_support(self, line: str) -> None:
        view = SupportView(self.theme, line, self.body.content)
        view.chosen.connect(self._choose_way)
        view.support_asked.connect(self._open_support)
        self.show_view(view)
        self.footer.show_step(can_go_back=True, is_last=False)
        self.footer.show_ways_only()
        quiet_the_week(self.desk)

    def _show_closing(self, session: PracticeSession) -> None:
        view = Closing(self.desk, session, stopped=self._was_stopped)
        self.show_view(view)
        self.footer.show_closing(can_read=view.has_entry, can_go_back=session.walk.can_go_back)
        self.care.end()
        view.begin()

    def _show_saved(self) -> None:
        self.notice.clear("failed")
        time = self.session.now.strftime("%H:%M") if self.session is not None else ""
        self.bar.show_saved(time)
        if isinstance(self.view, Closing):
            self.view.show_saved(time)

    def _show_failed(self, error: JournalError) -> None:
        self.bar.show_saved("")
        self.notice.say_failed(sentence(error))

    def _act_on_notice(self, key: str) -> None:
        if key == "failed" and self.session is not None:
            self.notice.clear(key)
            self.session.try_again()
        else:
            self._take_value()
            self.care.take(key)

    # Ways on.

    def _choose_way(self, way: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "stop": self._stop_for_today,
            "minute": self._take_a_minute,
            "facts": self._save_facts_only,
            "short": self._take_short_path,
        }
        acts[way]()

    def _stop_for_today(self) -> None:
        quiet_the_day(self.desk)
        self.close_practice()

    def _take_a_minute(self) -> None:
        self.desk.visit.emit(MinutePlace())

    def _take_short_path(self) -> None:
        if self.session is not None:
            self.session.shorten()

    def _save_facts_only(self) -> None:
        session = self.session
        if session is None:
            return
        event = session.draft.event or session.draft.id
        session.discard()
        self.desk.visit.emit(PracticePlace("facts", event=event))

    def _leave_card(self) -> None:
        if isinstance(self.view, SupportView):
            self.go_back()
        elif not self.look.close():
            self.care.dismiss()

    def _open_support(self) -> None:
        self._take_value()
        has_way_on = self._is_asking or isinstance(self.view, SupportView)
        self.desk.visit.emit(SupportPlace(from_practice=has_way_on))

    def _read_back(self) -> None:
        self._take_value()
        entry = self.session.entry if self.session is not None else None
        if entry is not None:
            self.desk.visit.emit(EntryPlace(entry.id))

    def _follow_change(self, change: object) -> None:
        """A draft that was put away elsewhere is not gone on with here."""
        session = self.session
        if session is None or not session.is_open or not isinstance(change, Change):
            return
        is_mine = session.draft.id in change.entries and not isinstance(self.view, Closing)
        if is_mine and session.entry is None:
            self._is_over = True

    def _end(self) -> None:
        self.drop_view()
        self.notice.clear()
        self.care.end()
        self.look.forget()
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
        self.session = None
