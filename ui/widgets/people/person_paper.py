"""PersonPaper: one person with open promises, closed ones, and the entries they are in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import listed, plain_day
from ally_journal.domain.person import pseudonym
from ally_journal.language import _, ngettext
from ui.models.people import no_one_words
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.link import Link
from ui.widgets.people.paper_line import PaperLine
from ui.widgets.promise_list import PromiseList
from ui.widgets.promise_words import closed_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ally_journal.services.people import PersonSeen
    from ui.desk import Desk

WIDEST = 640
MARGINS = (44, 30, 40, 36)
MOST_CLOSED, MOST_ENTRIES = 12, 12


class PersonPaper(ScrollPage):
    """`entry_asked` tells the id of an entry, `journal_asked` a made-up name."""

    back_asked = Signal()
    rename_asked = Signal()
    more_asked = Signal()
    entry_asked = Signal(str)
    journal_asked = Signal(str)

    def __init__(
        self, desk: Desk, practice: Callable[[str], tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`practice` gives title and icon of a practice by its id."""
        super().__init__(desk.theme, widest=WIDEST, margins=MARGINS, ground="paper", parent=parent)
        self.desk, self._practice = desk, practice
        theme = desk.theme
        self.back = Button(theme, _("People"), "quiet", "sm", icon="left")
        self.name = Text(theme, "", "display", "ink", lines=2)
        self.about = Text(theme, "", "small", "ink2")
        self.called = Text(theme, "", "small", "ink3")
        self.rename = Button(theme, _("Rename"), "quiet", "sm", icon="pencil")
        self.more = IconButton(theme, "more", _("More about this person"))
        self.list = PromiseList(desk)
        self._nothing = Text(theme, _("Nothing is open."), "text14", "ink3")
        self._closed, self.closed_lines = _group()
        self._entries, self.entry_lines = _group()
        self.all_entries = Link(theme, "", icon_after="right")
        self._name = ""
        self._body = QWidget()
        self._lay_out()
        self._connect()
        self._body.hide()

    def show_back(self, *, on: bool) -> None:
        """A way back stands above where the list is not beside it."""
        self._back_row.setVisible(on)

    def show_seen(self, seen: PersonSeen, today: date) -> None:
        """Show somebody, or what is about no one."""
        someone = seen.person
        self._name = "" if someone is None else someone.name
        self.name.setText(no_one_words() if someone is None else someone.name)
        for act in (self.rename, self.more, self.called):
            act.setVisible(someone is not None)
        self.about.setText(_about(seen))
        self.called.setText(_called(seen))
        self.list.show_promises(seen.open, today)
        self._nothing.setVisible(not seen.open and self.list.isHidden())
        self._show_closed(seen, today)
        self._show_entries(seen, today)
        self._body.show()

    def clear(self) -> None:
        """Let go of everything."""
        self.list.forget()
        for column in (self.closed_lines, self.entry_lines):
            _empty(column)
        for text in (self.name, self.about, self.called):
            text.setText("")
        self._name = ""
        self._body.hide()

    def _show_closed(self, seen: PersonSeen, today: date) -> None:
        lines = []
        for promise in seen.closed[:MOST_CLOSED]:
            line = PaperLine(self.theme, "check", promise.text, closed_words(promise, today))
            if promise.entry is not None:
                line.clicked.connect(partial(self.entry_asked.emit, promise.entry))
            lines.append(line)
        _fill(self._closed, self.closed_lines, lines)

    def _show_entries(self, seen: PersonSeen, today: date) -> None:
        lines = []
        for entry in seen.entries[:MOST_ENTRIES]:
            icon = self._practice(entry.practice)[1]
            line = PaperLine(self.theme, icon, entry.title, plain_day(entry.day, today))
            line.clicked.connect(partial(self.entry_asked.emit, entry.id))
            lines.append(line)
        _fill(self._entries, self.entry_lines, lines)
        total = seen.person.entries if seen.person is not None else 0
        words = ngettext("Show {n} entry in the Journal", "Show all {n} in the Journal", total)
        self.all_entries.setText(words.format(n=total))
        self.all_entries.setVisible(total > len(lines))

    def _ask_journal(self) -> None:
        self.journal_asked.emit(self._name)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.rename.clicked.connect(self.rename_asked)
        self.more.clicked.connect(self.more_asked)
        self.all_entries.clicked.connect(self._ask_journal)
        self.list.emptied.connect(self._nothing.show)

    def _lay_out(self) -> None:
        px = self.theme.px
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(self._head())
        column.addWidget(self.about)
        column.addWidget(self.called)
        column.addSpacing(px(22))
        column.addWidget(_section(self, _("Open promises"), self.list, self._nothing))
        for group, title in ((self._closed, _("Closed")), (self._entries, _("In these entries"))):
            group.setParent(self._body)
            column.addSpacing(px(18))
            column.addWidget(group)
            inside = group.layout()
            if isinstance(inside, QVBoxLayout):
                inside.insertWidget(0, SectionHead(self.theme, title))
        column.addLayout(_at_left(self.all_entries))
        self._back_row = QWidget()
        self._back_row.setLayout(_at_left(self.back))
        self._back_row.hide()
        self.column.addWidget(self._back_row)
        self.column.addWidget(self._body)

    def _head(self) -> QHBoxLayout:
        """The name, and what can be done with it at the right of its first line."""
        px = self.theme.px
        head, acts, row = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        head.setSpacing(px(6))
        row.setSpacing(px(6))
        row.addWidget(self.rename)
        row.addWidget(self.more)
        acts.addSpacing(px(4))
        acts.addLayout(row)
        acts.addStretch(1)
        head.addWidget(self.name, 1)
        head.addLayout(acts)
        return head


def _at_left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, widget.sizeHint().height() // 4)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _about(seen: PersonSeen) -> str:
    if seen.person is None:
        return _("Promises out of entries with nobody in them")
    number = seen.person.entries
    words = ngettext("in {n} entry", "in {n} entries", number).format(n=number)
    parts = [seen.person.role, words if number else _("in no entry yet")]
    return " · ".join(part for part in parts if part)


def _called(seen: PersonSeen) -> str:
    """What else they are called, and what stands for their name where it is left out."""
    if seen.person is None:
        return ""
    instead = _("{pseudonym} where names are left out").format(pseudonym=pseudonym(seen.person))
    if not seen.person.aliases:
        return instead
    names = listed([f"“{alias}”" for alias in seen.person.aliases])
    return _("Also found as {names} · {instead}").format(names=names, instead=instead)


def _section(paper: PersonPaper, title: str, *content: QWidget) -> QWidget:
    group, inside = _group()
    inside.setSpacing(paper.theme.px(8))
    inside.addWidget(SectionHead(paper.theme, title))
    for widget in content:
        inside.addWidget(widget)
    return group


def _group() -> tuple[QWidget, QVBoxLayout]:
    """A section, and the column for its lines."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    lines = QVBoxLayout()
    lines.setSpacing(0)
    column.addLayout(lines)
    return group, lines


def _fill(group: QWidget, column: QVBoxLayout, lines: Sequence[PaperLine]) -> None:
    _empty(column)
    for line in lines:
        line.is_last = line is lines[-1]
        column.addWidget(line)
    group.setVisible(bool(lines))


def _empty(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
