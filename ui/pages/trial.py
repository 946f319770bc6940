"""A practice on trial: every question as it will be, and nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.answers import checked
from ally_journal.domain.walk import Walk
from ally_journal.errors import InputError
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.models.known_names import KnownNames
from ui.places import SupportPlace, TrialPlace
from ui.widgets.editors.asked import EditorTools
from ui.widgets.practice.practice_frame import PracticeFrame
from ui.widgets.practice.step_making import editor_of, progress_words, walk_ends_here
from ui.widgets.practice.step_view import StepView
from ui.widgets.shortcuts import listen
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.practice import Step
    from ui.desk import Desk


class TrialPage(PracticeFrame):
    """The walk lives in this page alone; leaving it is the end of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self.walk: Walk | None = None
        self.footer.name_stop(_("End the trial"))
        self.bar.close_asked.connect(self.end)
        self.bar.support_asked.connect(self._open_support)
        self.bar.hide_asked.connect(desk.hide_requested)
        self.footer.back_asked.connect(self.go_back)
        self.footer.stop_asked.connect(self.end)
        self.footer.skip_asked.connect(self.skip)
        self.footer.next_asked.connect(self.go_on)
        self.footer.rest_asked.connect(self.end)
        does = {"next": self.go_on, "previous": self.go_back, "skip": self.skip, "close": self.end}
        listen(self, does)

    def arrive(self, place: TrialPlace) -> None:
        """Begin from the first question."""
        self.bar.show_name(_("On trial: {title}").format(title=place.practice.title))
        self.bar.show_saved("")
        self._go(Walk.start(place.practice))

    def leave(self) -> None:
        """Nothing is kept."""

    def forget(self) -> None:
        """Let go of every word."""
        self.walk = None
        self.notice.clear()
        self.drop_view()

    def end(self) -> None:
        """Back to where the practice is written."""
        self.forget()
        self.desk.back_requested.emit()

    def go_on(self) -> None:
        """Take the answer and go to the next question; at the end, back."""
        walk = self.walk
        if walk is None or walk.current is None or not isinstance(self.view, StepView):
            self.end()
            return
        try:
            value = checked(walk.current, self.view.editor.value())
        except InputError as error:
            self.notice.say_wrong(sentence(error))
            return
        self.notice.clear()
        self._go(walk.skip() if value is None else walk.answer(value))

    def skip(self) -> None:
        """Go on without an answer."""
        if self.walk is not None and self.walk.current is not None:
            self._go(self.walk.skip())

    def go_back(self) -> None:
        """Go to the question before."""
        if self.walk is not None and self.walk.can_go_back:
            self._go(self.walk.back())

    def _go(self, walk: Walk) -> None:
        self.walk = walk
        self.bar.show_progress(walk.progress.done, progress_words(walk))
        if walk.current is None:
            self._show_closing(walk)
        else:
            self._show_step(walk, walk.current)

    def _show_step(self, walk: Walk, step: Step) -> None:
        tools = EditorTools(self.theme, self.desk.today(), (), KnownNames())
        view = StepView(self.theme, step, editor_of(self.desk, tools, step))
        view.editor.set_value(walk.answers.get(step.key))
        view.editor.finished.connect(self.go_on)
        view.add_line(_("On trial: nothing that you write here is kept."))
        self.show_view(view)
        self.footer.show_step(can_go_back=walk.can_go_back, is_last=walk_ends_here(walk))

    def _show_closing(self, walk: Walk) -> None:
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        column.addWidget(Text(self.theme, walk.closing, "question"))
        words = _("That was the trial. Nothing of it is kept.")
        column.addWidget(Text(self.theme, words, "body", "ink3"))
        self.show_view(view)
        self.footer.show_closing(can_read=False, can_go_back=True)
        self.footer.rest.setText(_("Back to the practice"))
        self.footer.rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_support(self) -> None:
        self.desk.visit.emit(SupportPlace(from_practice=True))
