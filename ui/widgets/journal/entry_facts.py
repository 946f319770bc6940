"""EntryFacts: what was chosen in an entry, beside its text or under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _, ngettext
from ui.models.entry_levels import SIGNS, level_sentence
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.link import Link
from ui.widgets.plain_tip import plain_tip
from ui.widgets.promise_words import due_words
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.entry import Sensitivity
    from ally_journal.domain.promise import Promise
    from ui.theme import Theme


class Fact(Protocol):
    """One question and what was chosen."""

    @property
    def label(self) -> str:
        """What was asked."""

    @property
    def words(self) -> str:
        """What was chosen."""


class EntryFacts(QWidget):
    """`person_asked` tells a name, `promises_asked` that the promises are wanted."""

    person_asked = Signal(str)
    promises_asked = Signal()
    wordings_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget(self)
        self._column.addWidget(self._body)
        self._column.addStretch(1)

    def show_facts(
        self,
        *,
        people: Sequence[str] = (),
        feeling: str = "",
        promises: Sequence[Promise] = (),
        facts: Sequence[Fact] = (),
        tags: Sequence[str] = (),
        revisions: int = 0,
        level: Sensitivity | None = None,
        today: date | None = None,
    ) -> None:
        """Show what there is; groups without anything are left out."""
        self._body.hide()
        self._column.removeWidget(self._body)
        self._body.deleteLater()
        self._body = QWidget(self)
        self._groups = QVBoxLayout(self._body)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(self.theme.px(20))
        self._add_people(people)
        if feeling:
            self._add_group(_("Feeling, before and after"), feeling, "lead", "ink")
        self._add_promises(promises, today)
        for fact in facts:
            self._add_group(fact.label, fact.words, "text14", "ink")
        if tags:
            self._add_group(_("Tags"), " · ".join(tags), "text14", "ink")
        self._add_revisions(revisions)
        self._add_level(level)
        self._column.insertWidget(0, self._body)

    def _add_people(self, people: Sequence[str]) -> None:
        if not people:
            return
        group = self._group(_("People"))
        holder = QWidget(self._body)
        flow = FlowLayout(holder, gap=self.theme.px(6), row_gap=self.theme.px(6))
        for name in people:
            chip = FilterChip(self.theme, name, "people", parent=holder)
            chip.setObjectName(name)
            chip.setToolTip(plain_tip(_("Entries with {name}").format(name=name)))
            chip.clicked.connect(self._person_pressed)
            flow.addWidget(chip)
        group.addWidget(holder)

    def _add_promises(self, promises: Sequence[Promise], today: date | None) -> None:
        if not promises:
            return
        group = self._group(_("Still open"))
        for number, one in enumerate(promises):
            group.addSpacing(self.theme.px(8) if number else 0)
            group.addWidget(Text(self.theme, one.text, "text14", "ink", parent=self._body))
            if one.due is not None and today is not None:
                due = _("Due {day}").format(day=due_words(one.due, today))
                group.addWidget(Text(self.theme, due, "small", "ink3", parent=self._body))
        link = Link(self.theme, _("Open promises"), icon_after="right", parent=self._body)
        link.clicked.connect(self.promises_asked)
        self._add_link(group, link)

    def _add_revisions(self, revisions: int) -> None:
        if not revisions:
            return
        group = self._group(_("Edited"))
        words = ngettext("{n} earlier wording", "{n} earlier wordings", revisions)
        link = Link(self.theme, words.format(n=revisions), icon="clock", parent=self._body)
        link.clicked.connect(self.wordings_asked)
        self._add_link(group, link)

    def _add_level(self, level: Sensitivity | None) -> None:
        """How far it may go."""
        if level is None:
            return
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        sign = Sign(self.theme, SIGNS.get(level, "lock"), "ink3", 16, self._body)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = level_sentence(level)
        row.addWidget(Text(self.theme, words, "small", "ink3", parent=self._body), 1)
        self._groups.addLayout(row)

    def _add_group(self, label: str, words: str, style: str, role: str) -> None:
        group = self._group(label)
        group.addWidget(Text(self.theme, words, style, role, parent=self._body))

    def _group(self, label: str) -> QVBoxLayout:
        group = QVBoxLayout()
        group.setSpacing(self.theme.px(4))
        group.addWidget(Text(self.theme, label, "smallm", "ink2", parent=self._body))
        self._groups.addLayout(group)
        return group

    @staticmethod
    def _add_link(group: QVBoxLayout, link: Link) -> None:
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        group.addLayout(row)

    def _person_pressed(self) -> None:
        self.person_asked.emit(self.sender().objectName())
