"""EntryPicks: entries to tick, found by search and by how far they may go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.entry import Sensitivity
from ally_journal.language import _, ngettext
from ui.models.share_words import row_line, sensitivity_word
from ui.widgets.check import Check
from ui.widgets.filter_chip import FilterChip
from ui.widgets.line_field import LineField
from ui.widgets.link import Link
from ui.widgets.menu import Menu
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.preview import ShareRow
    from ui.desk import Desk
    from ui.models.sharing import Sharing

FIRST, MORE = 5, 20
TYPING_MS = 200
ALL, PICKED = "all", "picked"


class EntryPicks(QWidget):
    """`searched`: other words are looked for."""

    searched = Signal(str)

    def __init__(self, desk: Desk, sharing: Sharing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme, self._sharing = desk, desk.theme, sharing
        theme = desk.theme
        self._rows: Sequence[ShareRow] = ()
        self._shown, self._filter = FIRST, ALL
        self.checks: dict[str, Check] = {}
        self.search = LineField(
            theme, placeholder=_("Search your entries"), icon="search", clearable=True, parent=self
        )
        self.chip = FilterChip(theme, _("Show"), "filter", parent=self)
        self.none = Text(theme, "", "small", "ink3", parent=self)
        self.more = Link(theme, _("Show more entries"), icon="down", parent=self)
        self._typed = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_rows(self, rows: Sequence[ShareRow]) -> None:
        """Show what was found; those that are picked stand above it."""
        self._rows = rows
        self._fill()

    def follow(self) -> None:
        """Tick what is picked now."""
        for entry, check in self.checks.items():
            check.blockSignals(True)  # noqa: FBT003 Qt's own flag
            check.setChecked(entry in self._sharing.picked)
            check.blockSignals(False)  # noqa: FBT003 the same
        self._count()

    def forget(self) -> None:
        """Leave no word of any entry."""
        self._typed.stop()
        self.search.edit.blockSignals(True)  # noqa: FBT003 nobody is to look for nothing now
        self.search.setText("")
        self.search.edit.blockSignals(False)  # noqa: FBT003 the same
        self.show_rows(())

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        px = self.theme.px
        self._column.setSpacing(px(4))
        self._list.setSpacing(px(2))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        self._head = Text(self.theme, _("Entries"), "smallm", "ink2", parent=self)
        head.addWidget(self._head, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.chip)
        self._column.addLayout(head)
        self._column.addWidget(self.search)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self._column.addWidget(self.none)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.search.edit.setAccessibleName(_("Search your entries"))
        self.search.changed.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.more.clicked.connect(self._show_more)
        self.chip.clicked.connect(self._ask_filter)

    def _fitting(self) -> list[ShareRow]:
        picked = self._sharing.picked
        found = {row.summary.id: row for row in self._rows}
        rows = [found.get(entry, row) for entry, row in picked.items()]
        rows.sort(key=lambda row: (row.summary.day, row.summary.key), reverse=True)
        rows += [row for row in self._rows if row.summary.id not in picked]
        if self._filter == PICKED:
            return [row for row in rows if row.summary.id in picked]
        if self._filter != ALL:
            return [row for row in rows if row.sensitivity == self._filter]
        return rows

    def _fill(self) -> None:
        for check in self.checks.values():
            self._list.removeWidget(check)
            check.hide()
            check.deleteLater()
        fitting, picked = self._fitting(), self._sharing.picked
        shown = [row for number, row in enumerate(fitting)
                 if number < self._shown or row.summary.id in picked]  # fmt: skip
        self.checks = {row.summary.id: self._check(row) for row in shown}
        for check in self.checks.values():
            self._list.addWidget(check)
            check.show()
        self.more.setVisible(len(shown) < len(fitting))
        self.none.setText(_("Nothing fits. Another word may.") if self.search.text().strip()
                          else _("Nothing to choose from here."))  # fmt: skip
        self.none.setVisible(not shown)
        self._count()

    def _check(self, row: ShareRow) -> Check:
        line = row_line(row, self.desk.library, self.desk.today())
        check = Check(self.theme, row.summary.title or _("An entry"), line, parent=self)
        check.setChecked(row.summary.id in self._sharing.picked)
        check.setEnabled(row.may_go)
        check.toggled.connect(partial(self._toggled, row))
        return check

    def _toggled(self, row: ShareRow, on: bool) -> None:  # noqa: FBT001 Qt's signal
        self._sharing.tick(row, on=on)

    def _count(self) -> None:
        number = len(self._sharing.picked)
        words = ngettext("Entries, {n} chosen", "Entries, {n} chosen", number)
        self._head.setText(words.format(n=number) if number else _("Entries"))

    def _show_more(self) -> None:
        before = len(self.checks)
        self._shown += MORE
        self._fill()
        fresh = list(self.checks.values())[before:]
        if fresh:
            fresh[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_filter(self) -> None:
        menu = Menu(self.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = (
            (ALL, _("All entries")),
            (PICKED, _("Only chosen ones")),
            *((one.value, sensitivity_word(one)) for one in Sensitivity),
        )
        for key, words in choices:
            menu.item(
                words,
                then=partial(self._take_filter, key),
                on=True if key == self._filter else None,
            )
        menu.popup_at(self.chip)

    def _take_filter(self, key: str) -> None:
        self._filter = key
        self.chip.set_on(key != ALL)
        self._fill()
