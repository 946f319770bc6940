"""YearPaper: a year looked back on, to be read like a page of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.passage import Passage
from ui.widgets.text import Text
from ui.widgets.year.year_line import YearLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.year_words import YearItem, YearPart
    from ui.theme import Theme

HEAD_GAP, PART_GAP, ITEM_GAP = 10, 36, 8
MOST_BESIDE = 18
"""Letters of a label that stands beside its words; where one is longer, all stand above."""
POINT, LONGEST_WHOLE = " · ", 32
"""Between names, and how many letters of one are kept on one line."""
_JOINER = "\N{WORD JOINER}"


class YearPaper(QWidget):
    """Headings in small letters, the words in the letters of the journal."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words: list[Passage] = []
        self._parts: list[QWidget] = []
        self._columns: list[tuple[QVBoxLayout, int]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_parts(self, parts: Sequence[YearPart]) -> None:
        """Show these parts in this order."""
        self.clear()
        for part in parts:
            widget = self._part(part)
            self._parts.append(widget)
            self._column.addWidget(widget)

    def clear(self) -> None:
        """Let go of all words."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self._columns.clear()
        self.words.clear()

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(PART_GAP))
        for column, gap in self._columns:
            column.setSpacing(self.theme.px(gap))

    def _part(self, part: YearPart) -> QWidget:
        made, column = self._group(HEAD_GAP)
        column.addWidget(Text(self.theme, part.title, "heading", "ink", parent=made))
        for line in part.lines:
            column.addWidget(self._passage(line, part.title, made))
        if part.items:
            items, inside = self._group(ITEM_GAP)
            beside = all(len(item.label) <= MOST_BESIDE for item in part.items)
            for item in part.items:
                inside.addWidget(self._item(item, part.title, beside=beside))
            column.addWidget(items)
        if part.note:
            column.addWidget(Text(self.theme, part.note, "small", "ink3", parent=made))
        return made

    def _item(self, item: YearItem, title: str, *, beside: bool) -> QWidget:
        made = YearLine(self.theme, item.label, beside=beside, parent=self)
        made.hold(self._passage(_unbroken(item.text), item.label or title, made))
        return made

    def _passage(self, words: str, name: str, parent: QWidget) -> Passage:
        passage = Passage(self.theme, words, "read", "ink", parent=parent)
        passage.setAccessibleName(name)
        self.words.append(passage)
        return passage

    def _group(self, gap: int) -> tuple[QWidget, QVBoxLayout]:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(gap))
        self._columns.append((column, gap))
        return made, column


def _unbroken(words: str) -> str:
    """A line between two names ends behind the point, and never within a name."""
    names = words.split(POINT)
    if len(names) == 1:
        return words
    return "\u00a0· ".join(map(_whole, names))


def _whole(name: str) -> str:
    if len(name) > LONGEST_WHOLE:
        return name
    return name.replace(" ", "\u00a0").replace("-", f"-{_JOINER}")
