"""Sheets about people: naming, other names, merging, and the monthly tidy step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.person import Person, PersonBefore, same_name
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.check import Check
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField
from ui.widgets.list_field import ListField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.changes import Change
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk


class NameSheet(QObject):
    """A made-up name and a role, of somebody new or not; `named` tells the name."""

    named = Signal(str)

    def __init__(self, desk: Desk, host: QWidget, person: Person | None) -> None:
        super().__init__(host)
        self._desk, self._person = desk, person
        theme = desk.theme
        self.sheet = FormSheet(
            theme,
            host,
            _("Add a person") if person is None else _("Another name or role"),
            _("A made-up name keeps them safe: a plant, a colour.")
            if person is None
            else _("What you wrote stays as you wrote it. Entries show the new name beside it."),
            act=_("Add") if person is None else _("Keep it so"),
        )
        self.name = LineField(theme, _("Made-up name"), placeholder=_("Such as Wren"))
        self.role = LineField(theme, _("What they do, if you like"))
        keep = _("Keep the old name too, so that a search finds both")
        self.keep_old = Check(theme, keep)
        self.keep_old.setChecked(True)
        for widget in (self.name, self.role, self.keep_old):
            self.sheet.content.addWidget(widget)
        self.keep_old.hide()
        if person is not None:
            self.name.setText(person.name)
            self.role.setText(person.role)
            self.name.edit.selectAll()
        self.sheet.begin_with(self.name)
        self.name.changed.connect(self._typed)
        self.name.returned.connect(self._take)
        self.role.returned.connect(self._take)
        self.sheet.submitted.connect(self._take)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _typed(self, text: str) -> None:
        self.name.clear_error()
        if self._person is not None:
            self.keep_old.setVisible(bool(text.strip()) and not same_name(text, self._person.name))

    def _take(self) -> None:
        name, role, person = self.name.text(), self.role.text(), self._person
        keep = self.keep_old.isChecked()

        def call(journal: Journal) -> Change:
            if person is None:
                return journal.people.add_new(name, role)
            change = journal.people.set_role(person.id, role)
            if name.strip() != person.name:
                change |= journal.people.rename(person.id, name, keep_old=keep)
            return change

        self._desk.write(call, partial(self._done, name), owner=self, failed=self._failed)

    def _done(self, name: str, _nothing: object) -> None:
        self.sheet.close_sheet()
        self.named.emit(" ".join(name.split()))

    def _failed(self, error: JournalError) -> None:
        self.name.set_error(sentence(error))
        self.name.setFocus()


class OtherNamesSheet(QObject):
    """What else somebody is called."""

    def __init__(self, desk: Desk, host: QWidget, person: Person) -> None:
        super().__init__(host)
        self._desk, self._person = desk, person
        self.sheet = FormSheet(
            desk.theme,
            host,
            _("Other names"),
            _("A search by one of these finds {name} too. Take out what is not to be kept.").format(
                name=person.name
            ),
            act=_("Keep these"),
        )
        self.names = ListField(desk.theme, _("Other names"), placeholder=_("Another name"))
        self.names.set_lines(person.aliases)
        self.sheet.content.addWidget(FittingScroll(desk.theme, _held(self.names)))
        self.sheet.begin_with(self.names)
        self.sheet.submitted.connect(self._take)
        self.setParent(self.sheet)

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _take(self) -> None:
        names, person = self.names.lines(), self._person.id
        self._desk.write(
            lambda journal: journal.people.set_aliases(person, names),
            lambda _none: self.sheet.close_sheet(),
            owner=self,
            failed=lambda error: self.sheet.say_wrong(sentence(error)),
        )


class MergeSheet(QObject):
    """Two made-up names for one person; `merged` tells who stays, and what an Undo needs."""

    merged = Signal(str, PersonBefore)

    def __init__(self, desk: Desk, host: QWidget, person: Person, others: Sequence[Person]) -> None:
        super().__init__(host)
        self._desk, self._person = desk, person
        self.sheet = FormSheet(
            desk.theme,
            host,
            _("Merge {name} into whom?").format(name=person.name),
            _(
                "Their entries and promises stand together from then on. {name} stays as another "
                "name, so that a search finds both."
            ).format(name=person.name),
            act=_("Merge"),
        )
        self.other = ChoiceBox(desk.theme, [(one.id, one.name) for one in others], _("Merge into"))
        self.sheet.content.addWidget(self.other)
        self.sheet.begin_with(self.other)
        self.sheet.submitted.connect(self._take)
        self.setParent(self.sheet)

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _take(self) -> None:
        person, into = self._person.id, self.other.value()
        self._desk.write(
            lambda journal: journal.people.merge(person, into),
            partial(self._done, into),
            owner=self,
            failed=lambda error: self.sheet.say_wrong(sentence(error)),
        )

    def _done(self, into: str, before: PersonBefore) -> None:
        self.sheet.close_sheet()
        self.merged.emit(into, before)


class TidySheet(QObject):
    """Those who were in no entry for a year; `chosen` tells the ids that may go, or none."""

    chosen = Signal(tuple)

    def __init__(self, desk: Desk, host: QWidget, people: Sequence[Person]) -> None:
        super().__init__(host)
        theme = desk.theme
        self.sheet = FormSheet(
            theme,
            host,
            _("Who may go?"),
            _(
                "These names have been in no entry for a year, and nothing is open with them. "
                "What you wrote stays as you wrote it."
            ),
            act=_("Remove those with a tick"),
            leave=_("Keep them all"),
        )
        self.ticks = {one.id: Check(theme, one.name, one.role) for one in people}
        held = _held(*self.ticks.values())
        self.sheet.content.addWidget(FittingScroll(theme, held))
        first = next(iter(self.ticks.values()), None)
        if first is not None:
            self.sheet.begin_with(first)
        for tick in self.ticks.values():
            tick.toggled.connect(self._count)
        self.sheet.submitted.connect(self._take)
        self.sheet.safe_taken.connect(self._keep)
        self._count()
        self.setParent(self.sheet)

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _count(self) -> None:
        self.sheet.other_button.setEnabled(any(one.isChecked() for one in self.ticks.values()))

    def _take(self) -> None:
        ids = tuple(person for person, tick in self.ticks.items() if tick.isChecked())
        self.sheet.close_sheet()
        self.chosen.emit(ids)

    def _keep(self) -> None:
        self.chosen.emit(())


def _held(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    return holder
