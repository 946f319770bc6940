"""PracticeChips: practices to suggest; a few first, all that the application has when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

FIRST = 6


class PracticeChips(QWidget):
    """`changed`: another choice; `chosen` gives ids, also of those not shown."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._all: Sequence[tuple[str, str]] = ()
        self.chips = ChipGroup(theme, (), small=True, name=_("Practices you might suggest"))
        self.more = Link(theme, _("Show all practices"), parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(theme, _("Practices you might suggest"), "label"))
        self._column.addWidget(self.chips)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self._column.addLayout(row)
        self.chips.changed.connect(self.changed)
        self.more.clicked.connect(self._show_all)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_practices(self, practices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer these, pairs of id and title, the likely ones first; `chosen` are always shown."""
        self._all = practices
        first = {key for key, _title in practices[:FIRST]} | set(chosen)
        self._show([one for one in practices if one[0] in first], chosen)
        self.more.setVisible(len(first) < len(practices))

    def chosen(self) -> tuple[str, ...]:
        """The ids of what is suggested."""
        return self.chips.chosen()

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(6))

    def _show_all(self) -> None:
        self._show(self._all, self.chosen())
        self.more.hide()
        self.chips.setFocus()

    def _show(self, practices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        self.chips.set_options(practices)
        self.chips.set_chosen(chosen)
