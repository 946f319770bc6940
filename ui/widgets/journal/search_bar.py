"""SearchBar: the search field, what can be filtered by, and the filters that are on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.query import Chip, Query, as_text, chips, parse, without
from ally_journal.language import _
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_field import LineField
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

WAIT_MS = 60
_MONTH, _QUARTER = timedelta(days=30), timedelta(days=91)


class SearchBar(QWidget):
    """`asked` tells the whole query a moment after the last key."""

    asked = Signal(str)
    left_downwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._filters = Query()
        self._practices: tuple[tuple[str, str, str], ...] = ()
        self._people: tuple[str, ...] = ()
        self._today = date.min
        self._last = ""
        self.field = LineField(
            theme, "", placeholder=_("Search your words"), icon="search", clearable=True
        )
        self.practice = FilterChip(theme, _("Practice"), "filter", self)
        self.people = FilterChip(theme, _("People"), "people", self)
        self.dates = FilterChip(theme, _("Dates"), "calendar", self)
        self._on = QWidget(self)
        self._build()
        self._connect()
        self.restyle()

    def offer(
        self, practices: Sequence[tuple[str, str, str]], people: Sequence[str], today: date
    ) -> None:
        """What can be chosen: practices as id, title and icon; names; the day dates count from."""
        self._practices, self._people, self._today = tuple(practices), tuple(people), today

    def query(self) -> str:
        """Filters and words, as one text."""
        filters = as_text(self._filters)
        return f"{filters} {self.field.text().strip()}".strip()

    def set_query(self, text: str) -> None:
        """Show this query: its filters as chips, its words in the field; without a signal."""
        query = parse(text)
        self._filters = replace(query, terms=())
        self.field.edit.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
        self.field.setText(as_text(Query(terms=query.terms)))
        self.field.edit.blockSignals(False)  # noqa: FBT003 the same
        self._last = self.query()
        self._show_filters()

    def type_in(self, text: str) -> None:
        """Go to the field and write this behind what is there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.deselect()
        self.field.edit.end(False)  # noqa: FBT003 Qt has no keyword for it
        self.field.edit.insert(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape empties the field, as long as there is something in it; Down goes to the list."""
        is_key = event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
        if not (is_key and isinstance(event, QKeyEvent)):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Down and event.type() == QEvent.Type.KeyPress:
            self._returned()
            return True
        if event.key() != Qt.Key.Key_Escape or not self.field.text():
            return super().eventFilter(watched, event)
        event.accept()  # else a shortcut of the window would take it
        if event.type() == QEvent.Type.KeyPress:
            self.field.edit.clear()
            self._ask()
        return True

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        px = self.theme.px
        self._column.setSpacing(px(10))
        for flow in (self._flow, self._flow_on):
            flow.set_gaps(px(6), px(6))

    def _build(self) -> None:
        self.field.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        holder = QWidget(self)
        self._flow = FlowLayout(holder)
        for chip in (self.practice, self.people, self.dates):
            self._flow.addWidget(chip)
        self._flow_on = FlowLayout(self._on)
        self._column.addWidget(holder)
        self._column.addWidget(self._on)
        self._on.hide()
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)

    def _connect(self) -> None:
        self.field.edit.installEventFilter(self)
        self.field.changed.connect(self._wait.start)
        self.field.returned.connect(self._returned)
        self._wait.timeout.connect(self._ask)
        self.practice.clicked.connect(self._open_practices)
        self.people.clicked.connect(self._open_people)
        self.dates.clicked.connect(self._open_dates)
        self.theme.changed.connect(self.restyle)

    def _returned(self) -> None:
        self._ask()
        self.left_downwards.emit()

    def _ask(self) -> None:
        self._wait.stop()
        self._show_filters()
        if self.query() != self._last:
            self._last = self.query()
            self.asked.emit(self._last)

    def _open_practices(self) -> None:
        menu = Menu(self.theme, self)
        for key, title, icon in self._practices:
            is_on = key in self._filters.practices
            menu.item(title, icon, then=partial(self._toggle, "practices", key), on=is_on or None)
        self._pop(menu, self.practice)

    def _open_people(self) -> None:
        menu = Menu(self.theme, self)
        if not self._people:
            menu.head(_("People you write about will stand here."))
        for name in self._people:
            is_on = name in self._filters.people
            menu.item(name, "people", then=partial(self._toggle, "people", name), on=is_on or None)
        self._pop(menu, self.people)

    def _open_dates(self) -> None:
        menu, today = Menu(self.theme, self), self._today
        week = today - timedelta(days=today.weekday())
        for words, first in (
            (_("This week"), week),
            (_("Last 30 days"), today - _MONTH),
            (_("Last 3 months"), today - _QUARTER),
            (_("This year"), today.replace(month=1, day=1)),
        ):
            is_on = self._filters.first == first and self._filters.last is None
            menu.item(words, "calendar", then=partial(self._since, first), on=is_on or None)
        menu.line()
        menu.item(
            _("With a star"), "mark", then=self._toggle_star, on=self._filters.starred or None
        )
        if self._filters.first or self._filters.last:
            menu.item(_("Any day"), "close", then=partial(self._since, None))
        self._pop(menu, self.dates)

    @staticmethod
    def _pop(menu: Menu, chip: FilterChip) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup_under(chip)

    def _toggle(self, field: str, value: str) -> None:
        there: tuple[str, ...] = getattr(self._filters, field)
        left = tuple(one for one in there if one != value)
        fresh = left if value in there else (*there, value)
        if field == "practices":
            self._filters = replace(self._filters, practices=fresh)
        else:
            self._filters = replace(self._filters, people=fresh)
        self._ask()

    def _since(self, first: date | None) -> None:
        again = first is not None and self._filters.first == first
        self._filters = replace(self._filters, first=None if again else first, last=None)
        self._ask()

    def _toggle_star(self) -> None:
        self._filters = replace(self._filters, starred=None if self._filters.starred else True)
        self._ask()

    def _take_away(self, chip: Chip) -> None:
        if chip in chips(self._filters):
            self._filters = without(self._filters, chip)
        else:
            self.field.setText(as_text(without(parse(self.field.text()), chip)))
        self._ask()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_filters(self) -> None:
        whole = parse(self.query())
        self.practice.set_on(bool(whole.practices))
        self.people.set_on(bool(whole.people))
        self.dates.set_on(bool(whole.first or whole.last or whole.starred))
        while (item := self._flow_on.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = chips(whole)
        for chip in found:
            words = self._chip_words(chip)
            shown = FilterChip(self.theme, words, "close", self._on)
            shown.set_on(True)
            shown.setAccessibleName(_("Take away: {filter}").format(filter=words))
            shown.clicked.connect(partial(self._take_away, chip))
            self._flow_on.addWidget(shown)
            shown.show()
        self._on.setVisible(bool(found))
        self._on.updateGeometry()

    def _chip_words(self, chip: Chip) -> str:
        value = chip.value
        if chip.name == "practice":
            value = next((title for key, title, _i in self._practices if key == value), value)
        elif chip.name in {"from", "to"}:
            day = plain_day(date.fromisoformat(value), self._today)
            words = _("from {day}") if chip.name == "from" else _("until {day}")
            return words.format(day=day)
        elif chip.name == "is":
            value = _("with a star")
        elif chip.name == "tag":
            value = f"#{value}"
        return _("not {filter}").format(filter=value) if chip.negated else value
