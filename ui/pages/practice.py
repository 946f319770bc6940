"""The practice page: one question at a time, kindly, and nothing that is written is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.clock import zone_of
from ally_journal.domain.answers import checked
from ally_journal.errors import InputError
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.models.practice_session import PracticeSession
from ui.places import (
    EntryPlace,
    HelpPlace,
    MinutePlace,
    PracticePlace,
    SupportPlace,
    TodayPlace,
)
from ui.widgets.practice.closing import Closing
from ui.widgets.practice.notice_row import NoticeRow
from ui.widgets.practice.practice_bar import PracticeBar
from ui.widgets.practice.practice_footer import PracticeFooter
from ui.widgets.practice.step_making import (
    made_step,
    offers_short_path,
    progress_words,
    walk_ends_here,
)
from ui.widgets.practice.step_view import StepView
from ui.widgets.practice.support_view import SupportView
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tab_order import neighbour

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.entry import AnswerValue
    from ally_journal.domain.practice import Step
    from ally_journal.errors import JournalError
    from ui.desk import Desk

WIDEST = 680
# Effective heights of the page, and the room above the question from there on.
ROOMS = ((700, 56), (540, 24), (0, 14))
LOW_BARS, LOW_FOOTER = 560, 480
PAUSE_AFTER_MS = 20 * 60 * 1000
LATE = 22
# Bars, question, help and the line below an answer, in pixels at 100 %.
FRAME = 300
_STAYS = (SupportPlace, MinutePlace, HelpPlace, PracticePlace)


class PracticePage(QWidget):
    """Shows the walk of one session; a fresh place means a fresh session."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.session: PracticeSession | None = None
        self.view: QWidget | None = None
        self._is_over = self._was_stopped = False
        self._build()
        self._connect()
        self._add_shortcuts()
        self.restyle()

    def arrive(self, place: PracticePlace) -> None:
        """Begin what the place names, or come back to where one was."""
        session = self.session
        if session is not None and not self._is_over and session.place == place:
            self._focus()
            return
        self._end()
        self._is_over = self._was_stopped = False
        self.bar.show_name(self.desk.library.get(place.practice).title)
        self.bar.show_saved("")
        self.session = PracticeSession(self.desk, place, self)
        self._follow(self.session)
        self.session.open()
        self._pause.start()

    def leave(self) -> None:
        """Commit what is not committed yet."""
        self._take_value()
        if self.session is not None and self.session.is_open:
            self.session.save()
        if self._is_over:
            self._end()

    def forget(self) -> None:
        """Let go of all text, after committing it."""
        self.leave()
        self._end()

    def restyle(self) -> None:
        """Take new heights after a change of size."""
        high = self.theme.effective(self.height())
        self.bar.set_low(on=high < LOW_BARS)
        self.footer.set_low(on=high < LOW_FOOTER)
        above = next(room for least, room in ROOMS if high >= least)
        self._above.setFixedHeight(self.theme.px(above))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows get lower bars and less room above the question."""
        super().resizeEvent(event)
        self.restyle()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through bar, question and footer in the order they are seen."""
        there = neighbour((self.bar, self.body, self.notice, self.footer), forward=next)
        if there is None:
            return False
        there.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if self.body.isAncestorOf(there):
            self.body.ensureWidgetVisible(there)
        return True

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = PracticeBar(self.theme, self)
        self.body = ScrollPage(self.theme, widest=WIDEST, margins=(32, 0, 32, 28), centred=True)
        self._above = QWidget()
        self.body.column.addWidget(self._above)
        self.notice = NoticeRow(self.theme, self)
        self.footer = PracticeFooter(self.theme, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_AFTER_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.body, 1)
        column.addWidget(self.notice)
        column.addWidget(self.footer)

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
        self.desk.visit.connect(self._note_visit)
        self._pause.timeout.connect(self._offer_pause)
        self.theme.changed.connect(self.restyle)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Return": self.go_on,
            "Ctrl+Enter": self.go_on,
            "Alt+Left": self.go_back,
            "Ctrl+Shift+Return": self.skip,
            "Ctrl+Shift+Enter": self.skip,
            "Ctrl+.": self.stop,
            "Esc": self._leave_card,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _follow(self, session: PracticeSession) -> None:
        session.opened.connect(self._show_opened)
        session.moved.connect(self._show_here)
        session.was_saved.connect(self._show_saved)
        session.has_failed.connect(self._show_failed)

    # What the person asks for.

    def go_on(self) -> None:
        """Take the answer and go to the next question; on the closing, rest."""
        if self._is_asking and self.session is not None:
            self._take_value()
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
            self.notice.say("wrong", "note", "info", sentence(error), "")
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
        """Go back to Today; a walk that is not kept stays there as a draft."""
        self._take_value()
        self.desk.visit.emit(TodayPlace())

    @property
    def _is_asking(self) -> bool:
        """Whether a question stands on the screen."""
        return isinstance(self.view, StepView) and self.session is not None and self.session.is_open

    def _value(self) -> AnswerValue | None:
        return self.view.editor.value() if isinstance(self.view, StepView) else None

    def _commit_typing(self) -> None:
        """Take what an input method has not handed over yet."""
        QGuiApplication.inputMethod().commit()

    def _take_value(self) -> None:
        if self._is_asking and self.session is not None:
            self._commit_typing()
            self.session.put(self._value())

    def _put_value(self) -> None:
        if self._is_asking and self.session is not None:
            self.session.put(self._value())

    # What is shown.

    def _show_opened(self) -> None:
        session = self.session
        self._show_here()
        if session is not None and self._is_hard and self._now.hour >= LATE:
            words = _("It is late. This can wait for tomorrow; it stays as it is.")
            self.notice.say("late", "neutral", "moon", words, _("Leave it for tomorrow"))

    def _show_here(self) -> None:
        session = self.session
        if session is None:
            return
        walk = session.walk
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
        view.set_room(self._room)
        self._put(view)
        is_last = walk_ends_here(session.walk)
        self.footer.show_step(can_go_back=session.walk.can_go_back, is_last=is_last)
        self.footer.show()

    def _show_support(self, line: str) -> None:
        view = SupportView(self.theme, line, self.body.content)
        view.chosen.connect(self._choose_way)
        view.support_asked.connect(self._open_support)
        self._put(view)
        self.footer.show_step(can_go_back=True, is_last=False)
        self.footer.show_ways_only()

    def _show_closing(self, session: PracticeSession) -> None:
        view = Closing(self.desk, session, stopped=self._was_stopped)
        self._put(view)
        self.footer.show_closing(can_read=view.has_entry, can_go_back=session.walk.can_go_back)
        self.notice.clear("late")
        self.notice.clear("pause")
        self._pause.stop()
        view.begin()

    def _put(self, view: QWidget) -> None:
        """Show this in the place of what was there, and begin at its top."""
        self._drop()
        self.view = view
        self.body.column.addWidget(view)
        view.show()
        self.body.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, view, self._focus)

    def _drop(self) -> None:
        view, self.view = self.view, None
        if view is None:
            return
        if isinstance(view, StepView):
            view.editor.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
            view.editor.forget()
        self.body.column.removeWidget(view)
        view.hide()
        view.deleteLater()

    def _focus(self) -> None:
        if isinstance(self.view, StepView):
            self.view.editor.focus_first()
        elif isinstance(self.view, SupportView):
            self.view.focus_first()
        elif self.view is not None:
            self.footer.rest.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_saved(self) -> None:
        self.notice.clear("failed")
        time = self._now.strftime("%H:%M")
        self.bar.show_saved(time)
        if isinstance(self.view, Closing):
            self.view.show_saved(time)

    def _show_failed(self, error: JournalError) -> None:
        self.bar.show_saved("")
        words = _("Not saved yet, your text is still here. {why}").format(why=sentence(error))
        self.notice.say("failed", "note", "info", words, _("Try again"))

    def _offer_pause(self) -> None:
        if self._is_asking and self._is_hard and self.notice.shown != "failed":
            words = _("You have written for 20 minutes. Pause here?")
            self.notice.say("pause", "note", "clock", words, _("Pause"))

    def _act_on_notice(self, key: str) -> None:
        if key == "failed" and self.session is not None:
            self.notice.clear(key)
            self.session.try_again()
        else:
            self.close_practice()

    # Ways on.

    def _choose_way(self, way: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "stop": self.close_practice,
            "minute": self._take_a_minute,
            "facts": self._save_facts_only,
            "short": self._take_short_path,
        }
        acts[way]()

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
        self._is_over = True
        self.desk.visit.emit(PracticePlace("facts", event=event))

    def _leave_card(self) -> None:
        if isinstance(self.view, SupportView):
            self.go_back()
        else:
            self.notice.clear("late")
            self.notice.clear("pause")

    def _open_support(self) -> None:
        self._take_value()
        self.desk.visit.emit(SupportPlace())

    def _read_back(self) -> None:
        entry = self.session.entry if self.session is not None else None
        if entry is not None:
            self.desk.visit.emit(EntryPlace(entry.id))

    def _note_visit(self, place: object) -> None:
        """Support, a minute and help lead back here; every other way leaves the walk."""
        if self.session is not None and not isinstance(place, _STAYS):
            self._is_over = True

    def _end(self) -> None:
        self._drop()
        self.notice.clear()
        self._pause.stop()
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
        self.session = None

    @property
    def _is_hard(self) -> bool:
        return self.session is not None and self.session.walk.practice.gate

    @property
    def _now(self) -> datetime:
        clock = self.desk.clock
        return clock.now().astimezone(zone_of(clock.zone()))

    @property
    def _room(self) -> int:
        """Effective height for an answer, below question and help."""
        return self.theme.effective(self.height() - self._above.height()) - FRAME
