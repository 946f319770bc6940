"""EaseCard: two reminders within a week found nobody; would less be better?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.reminder import fewer
from ally_journal.domain.reminder_file import story_of, times_in
from ally_journal.domain.reminder_words import times_words
from ally_journal.language import _
from ui.reminder_notes import ease, keep, turn_off
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.domain.reminder import DayTime
    from ui.desk import Desk
    from ui.theme import Theme


class EaseCard(QWidget):
    """Until one of the three is chosen no reminder comes; `settled` tells that one was."""

    settled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.question: EaseQuestion | None = None
        desk.reminders_changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Ask, or stay away."""
        chosen = self._desk.window_settings
        asks = bool(chosen.remind_ignored) and chosen.reminders and story_of(chosen).asks_to_ease
        if asks:
            self._made().show_times(times_in(chosen.remind_times))
        self.setVisible(asks)

    def _made(self) -> EaseQuestion:
        """It is made when it is asked, which is hardly ever."""
        if self.question is None:
            self.question = EaseQuestion(self._desk.theme)
            self.question.fewer.clicked.connect(self._ease)
            self.question.keep.clicked.connect(self._keep)
            self.question.off.clicked.connect(self._turn_off)
            self._column.addWidget(self.question)
        return self.question

    def _ease(self) -> None:
        self._settle(ease, _("Fewer from now on. It can be changed in Settings."))

    def _keep(self) -> None:
        self._settle(keep, _("They go on as they are."))

    def _turn_off(self) -> None:
        self._settle(turn_off, _("No more reminders. They can be had again in Settings."))

    def _settle(self, act: Callable[[Desk], None], sentence: str) -> None:
        act(self._desk)
        self._desk.messages.say(sentence)
        self.settled.emit()


class EaseQuestion(Card):
    """The question, what fewer would be, and the three answers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "soft", margins=(17, 12, 16, 14), gap=8)
        self.words = Text(
            theme,
            _("Two reminders came when there was no room for them. Would fewer be better?"),
            "text14",
            "onSoft",
        )
        self.days = Text(theme, "", "small", "ink2")
        self.fewer = Button(theme, _("Fewer days"), "secondary", "sm")
        self.keep = Button(theme, _("Keep them"), "secondary", "sm")
        self.off = Button(theme, _("No reminders"), "secondary", "sm")
        acts = QWidget()
        row = FlowLayout(acts, gap=theme.px(8), row_gap=theme.px(8))
        for button in (self.fewer, self.keep, self.off):
            row.addWidget(button)
        for part in (self.words, self.days, acts):
            self.body.addWidget(part)

    def show_times(self, times: tuple[DayTime, ...]) -> None:
        """Say what fewer than these would be, where there are fewer."""
        less = fewer(times)
        self.fewer.setVisible(less != times)
        self.days.setVisible(less != times)
        self.days.setText(_("Fewer would be: {times}.").format(times=times_words(less)))
