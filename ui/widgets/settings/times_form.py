"""TimesForm: times of day and their weekdays; a weekday belongs to one time only."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import weekday_name
from ally_journal.domain.reminder import DayTime
from ally_journal.domain.reminder_words import short_weekday
from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_button import IconButton
from ui.widgets.setting_row import NARROW_SIDES, SIDES
from ui.widgets.setting_row import STACK_BELOW as STACKED_BELOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.theme import Theme

MOST = 3
STEP = 30
BELOW, STACK_BELOW = 14, 560
_DAY = 24 * 60


class TimesForm(QWidget):
    """`changed` tells that the person chose otherwise; `times` is what they chose."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: list[TimeRow] = []
        self._column = QVBoxLayout(self)
        self.restyle()
        theme.changed.connect(self.restyle)

    def times(self) -> tuple[DayTime, ...]:
        """Those that have a weekday."""
        return tuple(one for row in self.rows if (one := row.value()).weekdays)

    def set_times(self, times: Sequence[DayTime]) -> None:
        """Show these, without a signal; one row at least."""
        if times == self.times() and self.rows:
            return
        while self.rows:
            self._drop(self.rows[-1])
        for one in times or (DayTime(time(17, 30), frozenset()),):
            self._append(one)

    @property
    def has_room(self) -> bool:
        """Whether one more time can be told from the others."""
        days = {day for row in self.rows for day in row.value().weekdays}
        return len(self.rows) < MOST and len(days) >= len(self.rows)

    def add_time(self) -> None:
        """One more, for the weekdays that have none yet; the person goes on from there."""
        taken = {day for row in self.rows for day in row.value().weekdays}
        row = self._append(DayTime(time(10), frozenset(range(7)) - taken))
        row.box.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(12))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As far from the edge as the rows above and below."""
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline to the next row."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
        painter.end()

    def _fit(self) -> None:
        px = self.theme.px
        is_narrow = 0 < self.theme.effective(self.width()) < STACKED_BELOW
        sides = NARROW_SIDES if is_narrow else SIDES
        self._column.setContentsMargins(px(sides), 0, px(sides - 2), px(BELOW))

    def _append(self, one: DayTime) -> TimeRow:
        row = TimeRow(self.theme, one, is_first=not self.rows)
        row.changed.connect(self._row_changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _row_changed(self) -> None:
        """A weekday that was chosen here leaves the others."""
        sender = self.sender()
        for row in self.rows:
            if row is not sender and isinstance(sender, TimeRow):
                row.leave_out(sender.value().weekdays)
        self.changed.emit()

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, TimeRow):
            self._drop(row)
            self.rows[-1].box.setFocus(Qt.FocusReason.TabFocusReason)
            self.changed.emit()

    def _drop(self, row: TimeRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class TimeRow(QWidget):
    """A time and its weekdays; all but the first can be taken away again."""

    changed, removed = Signal(), Signal()

    def __init__(self, theme: Theme, one: DayTime, *, is_first: bool) -> None:
        super().__init__()
        self.theme = theme
        self.box = ChoiceBox(theme, _options(one.at), _("Time of the reminder"))
        self.box.set_value(_text(one.at))
        days = [(str(day), short_weekday(day)) for day in range(7)]
        self.days = ChipGroup(theme, days, small=True, name=_("Weekdays of the reminder"))
        for day in range(7):
            self.days.chip(str(day)).setAccessibleName(weekday_name(day))
        self.days.set_chosen(map(str, one.weekdays))
        self.away = IconButton(theme, "close", _("Take this time away"))
        if is_first:
            self.away.hide()  # never shown by hand: without a parent it would be a window
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(self.box)
        head.addStretch(1)
        self._row.addLayout(head)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.days)
        middle.addStretch(1)
        self._row.addLayout(middle, 1)
        self._row.addWidget(self.away)
        self.box.chosen.connect(self.changed)
        self.days.changed.connect(self.changed)
        self.away.clicked.connect(self.removed)
        self._arrange()
        theme.changed.connect(self._arrange)

    def value(self) -> DayTime:
        """What is chosen."""
        hours, _colon, minutes = self.box.value().partition(":")
        return DayTime(time(int(hours), int(minutes)), frozenset(map(int, self.days.chosen())))

    def leave_out(self, weekdays: Iterable[int]) -> None:
        """These belong to another time now."""
        gone = set(map(str, weekdays))
        self.days.set_chosen([day for day in self.days.chosen() if day not in gone])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The weekdays stand under the time where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = 0 < self.theme.effective(self.width()) < STACK_BELOW
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_narrow else right)
        self._row.setSpacing(self.theme.px(10 if is_narrow else 16))


def _options(also: time) -> list[tuple[str, str]]:
    """Every half hour, and one that was chosen elsewhere."""
    every = {time(minutes // 60, minutes % 60) for minutes in range(0, _DAY, STEP)}
    return [(_text(at), _text(at)) for at in sorted(every | {also.replace(second=0)})]


def _text(at: time) -> str:
    return f"{at:%H:%M}"
