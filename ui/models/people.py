"""People made ready for their page, in the journal's lane; and the rows of their list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ally_journal.changes import Change
from ally_journal.domain.person import Person, PersonBefore
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.journal import Journal
    from ally_journal.services.people import PersonSeen

NO_ONE = ""
"""The id of the row for promises that are about nobody in particular."""
_TOP = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row: made-up name, role, and how many promises are open."""

    id: str
    name: str
    role: str
    open: int

    @property
    def open_words(self) -> str:
        """How many promises are open; empty for none."""
        if not self.open:
            return ""
        return ngettext("{n} open", "{n} open", self.open).format(n=self.open)

    @property
    def spoken(self) -> str:
        """The whole row, for screen readers."""
        return ", ".join(part for part in (self.name, self.role, self.open_words) if part)


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """Everybody, whom the tidy step would name, and the journal day."""

    people: tuple[Person, ...]
    rows: tuple[PersonRow, ...]
    tidy: tuple[Person, ...]
    today: date


def people_found(journal: Journal) -> PeopleFound:
    """Read what the list shows; a row for no one only where something was promised to no one."""
    people, counts, today = journal.people.all(), journal.people.open_counts(), journal.today()
    rows = [PersonRow(one.id, one.name, one.role, counts.get(one.id, 0)) for one in people]
    no_one = journal.people.look(None)
    if no_one.open or no_one.closed:
        rows.append(PersonRow(NO_ONE, no_one_words(), _("Rules and habits"), len(no_one.open)))
    return PeopleFound(people, tuple(rows), journal.people.tidy_due(today), today)


def person_seen(person: str, journal: Journal) -> PersonSeen:
    """One person, or no one, with promises and entries."""
    return journal.people.look(None if person == NO_ONE else person)


def no_one_words() -> str:
    """What stands in the list for what is about nobody."""
    return _("No one in particular")


def removed(ids: Sequence[str], journal: Journal) -> tuple[tuple[PersonBefore, ...], Change]:
    """Remove people; gives what an Undo needs."""
    gone, change = [], Change()
    for person in ids:
        before, one = journal.people.remove(person)
        gone.append(before)
        change |= one
    return tuple(gone), change


def put_back(gone: Sequence[PersonBefore], journal: Journal) -> Change:
    """Undo a removal or a merge."""
    change = Change()
    for before in gone:
        change |= journal.people.put_back(before)
    return change


class PeopleModel(QAbstractListModel):
    """The rows of the list, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> PersonRow | None:
        """The row at a place, if there is one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place_of(self, person: str) -> int:
        """Where somebody stands; -1 for nowhere."""
        return next((at for at, row in enumerate(self._rows) if row.id == person), -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        """One row a person."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The row for the delegate, its words for screen readers."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        is_said = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return row.spoken if is_said else None
