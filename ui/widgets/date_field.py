"""DateField: a day, by a quick choice or written; no calendar to fight with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from ui.theme import Theme

CHOOSE = "choose"
_QUICK = {"3": 3, "7": 7, "14": 14}
_PAST = {"today": 0, "yesterday": -1}
_WRITTEN = ("yyyy-MM-dd", "yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy")


class DateField(QWidget):
    """Chips for the near days; "choose" opens a line, in which the arrows move by a day."""

    changed = Signal()
    returned = Signal()

    def __init__(
        self,
        theme: Theme,
        today: date,
        *,
        quick: bool = True,
        past: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`today` is what "in three days" counts from; without `quick` only the line is shown.

        With `past` the near days are those that were.
        """
        super().__init__(parent)
        self.theme, self._today, self._quick = theme, today, quick
        self._value: date | None = None
        self._near = _PAST if past else _QUICK
        options = [*_near_words(past=past), (CHOOSE, _("choose a day"))]
        self._chips = ChipGroup(theme, options, single=True, name=name or _("When"), parent=self)
        self._line = LineField(theme, "", placeholder=_("Such as 2026-03-26"), parent=self)
        self._line.edit.setAccessibleName(name or _("Day"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._chips)
        self._column.addWidget(self._line)
        self._chips.setVisible(quick)
        self._line.setVisible(not quick)
        self._connect()
        self.restyle()

    def value(self) -> date | None:
        """The day, or None while there is none."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show this day, without a signal."""
        self._value = value
        days = (value - self._today).days if value is not None else None
        key = next((key for key, number in self._near.items() if number == days), CHOOSE)
        self._chips.set_chosen([] if value is None else [key])
        self._line.setText("" if value is None else value.isoformat())
        self._line.setVisible(not self._quick or (value is not None and key == CHOOSE))
        self._show_words()

    def restyle(self) -> None:
        """Take a new gap after a change of theme."""
        self._column.setSpacing(self.theme.px(12))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the chips, or to the line where there are none."""
        (self._chips if self._quick else self._line).setFocus(reason)

    def _connect(self) -> None:
        self._chips.changed.connect(self._chip_chosen)
        self._line.edit.textEdited.connect(self._line_edited)
        self._line.edit.editingFinished.connect(self._line_left)
        self._line.returned.connect(self.returned)
        self.theme.changed.connect(self.restyle)

    def _chip_chosen(self) -> None:
        key = next(iter(self._chips.chosen()), "")
        self._line.setVisible(key == CHOOSE)
        if key == CHOOSE:
            self._line.setFocus(Qt.FocusReason.TabFocusReason)
            self._line.edit.selectAll()
        else:
            self._value = self._today + timedelta(days=self._near[key]) if key else None
            self._line.setText(self._value.isoformat() if self._value else "")
        self._show_words()
        self.changed.emit()

    def _line_edited(self, text: str) -> None:
        self._value = read_day(text)
        self._show_words()
        self.changed.emit()

    def _line_left(self) -> None:
        if self._line.text().strip() and self._value is None:
            self._line.set_error(_("This is not a day. Such as 2026-03-26."))

    def _show_words(self) -> None:
        words = "" if self._value is None else day_words(self._value)
        self._line.set_help(words)


def _near_words(*, past: bool) -> list[tuple[str, str]]:
    if past:
        return [("today", _("today")), ("yesterday", _("yesterday"))]
    return [("3", _("in three days")), ("7", _("in a week")), ("14", _("in two weeks"))]


def read_day(text: str) -> date | None:
    """The day that a person wrote, in one of the usual ways; None if it is none."""
    locale = QLocale()
    for form in (*_WRITTEN, locale.dateFormat(QLocale.FormatType.ShortFormat)):
        found = locale.toDate(text.strip(), form)
        if found.isValid() and found.year() > _FIRST_YEAR:
            return date(found.year(), found.month(), found.day())
    return None


def day_words(day: date) -> str:
    """A day in words, such as Thursday 12 March 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


_FIRST_YEAR = 1900
