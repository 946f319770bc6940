"""The timeline: entries newest first under the heads of their months, fetched as one scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ally_journal.domain.day_words import listed, month_name, weekday_name
from ally_journal.domain.entry import EntrySummary
from ally_journal.language import _, ngettext
from ui.models.entry_levels import row_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ally_journal.journal import Journal
    from ui.desk import Desk

PAGE, MOST = 50, 500
ROW = Qt.ItemDataRole.UserRole

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Months: TypeAlias = "tuple[tuple[int, int, int], ...]"


@dataclass(frozen=True, slots=True)
class MonthHead:
    """A month with the number of its entries; -1 while that is not known."""

    year: int
    month: int
    count: int = -1

    @property
    def words(self) -> str:
        """The month as its head says it."""
        return f"{month_name(self.month)} {self.year}"

    @property
    def count_words(self) -> str:
        """How many entries, empty while that is not known."""
        if self.count < 0:
            return ""
        return ngettext("{n} entry", "{n} entries", self.count).format(n=self.count)


Row: TypeAlias = "EntrySummary | MonthHead"


class _Latest:
    """The number of the search that is wanted now; looked at from the vault's lane too."""

    __slots__ = ("number",)

    def __init__(self) -> None:
        self.number = 0


@dataclass(frozen=True, slots=True)
class _Search:
    """One question to the journal."""

    number: int
    query: str
    limit: int
    before: int | None = None


class TimelineModel(QAbstractListModel):
    """Rows of one search. `filled` tells that its first rows are there, or that there are none."""

    filled = Signal()

    def __init__(
        self, desk: Desk, title_of: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        """`title_of` names a practice by its id, for the sentence that is read out.

        `heads` are the rows that are heads of months, always the same set.
        """
        super().__init__(parent)
        self._desk, self._title_of = desk, title_of
        self._rows: list[Row] = []
        self.heads: set[int] = set()
        self._places: dict[str, int] = {}
        self._latest = _Latest()
        self._counts: dict[tuple[int, int], int] = {}
        self._query = ""
        self._last_key: int | None = None
        self._is_asking = self._is_complete = False
        self._loaded = 0

    @property
    def loaded(self) -> int:
        """How many entries are here so far."""
        return self._loaded

    def search(self, query: str, keep: int = 0) -> None:
        """Show what fits a query; of an older one nothing comes any more.

        Args:
            query: as in the search box.
            keep: fetch at least so many rows at once, to stand where one stood.
        """
        self._latest.number += 1
        self._query, self._is_asking = query, True
        limit = min(MOST, max(PAGE, keep))
        self._ask(
            partial(_found, self._latest, _Search(self._latest.number, query, limit)),
            partial(self._take_first, limit),
        )

    def show_rows(self, rows: Sequence[EntrySummary]) -> None:
        """Show exactly these."""
        self._latest.number += 1
        self._counts = {}
        self._fill(rows, complete=True)

    def clear(self) -> None:
        """Let go of all text."""
        self.show_rows(())

    def row_of(self, entry: str) -> int:
        """The row of an entry, -1 where it is not here."""
        return self._places.get(entry, -1)

    def first_entry(self) -> int:
        """The first row that is an entry, -1 where there is none."""
        return 1 if len(self._rows) > 1 else -1

    def entry_at(self, row: int) -> EntrySummary | None:
        """The entry of a row; None for the head of a month."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, EntrySummary) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Entries and heads."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, or the sentence that is read out."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads of months cannot be chosen."""
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def canFetchMore(self, parent: Index) -> bool:
        """Whether older entries may fit."""
        return not (self._is_complete or self._is_asking or parent.isValid())

    @override
    def fetchMore(self, parent: Index) -> None:
        """Ask for the next rows; the further down, the more at once."""
        if not self.canFetchMore(parent):
            return
        self._is_asking = True
        limit = min(MOST, max(PAGE, self._loaded // 4))
        number = self._latest.number
        self._ask(
            partial(_found, self._latest, _Search(number, self._query, limit, self._last_key)),
            partial(self._take_more, number, limit),
        )

    def _ask(self, call: Callable[[Journal], Any], then: Callable[[Any], None]) -> None:
        self._desk.ask(call, then, owner=self)

    def _take_first(self, limit: int, found: tuple[int, tuple[EntrySummary, ...]] | None) -> None:
        if found is None or found[0] != self._latest.number:
            return
        self._counts = {}
        self._fill(found[1], complete=len(found[1]) < limit)
        if self._rows:
            self._ask(partial(_months, self._latest, found[0], self._query), self._take_months)

    def _take_more(
        self, number: int, limit: int, found: tuple[int, tuple[EntrySummary, ...]] | None
    ) -> None:
        if number != self._latest.number:
            return
        self._is_asking = False
        rows = () if found is None else found[1]
        self._is_complete = len(rows) < limit
        if not rows:
            return
        fresh = list(self._with_heads(rows, self._month_of_last()))
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._append(fresh, rows)
        self.endInsertRows()

    def _take_months(self, found: tuple[int, Months] | None) -> None:
        if found is None or found[0] != self._latest.number:
            return
        self._counts = {(year, month): count for year, month, count in found[1]}
        for number, row in enumerate(self._rows):
            if isinstance(row, MonthHead):
                self._rows[number] = self._head(row.year, row.month)
                place = self.index(number)
                self.dataChanged.emit(place, place, [])

    def _fill(self, rows: Sequence[EntrySummary], *, complete: bool) -> None:
        self.beginResetModel()
        self._rows, self._places, self._loaded = [], {}, 0
        self.heads.clear()
        self._is_asking, self._is_complete = False, complete
        self._append(list(self._with_heads(rows, None)), rows)
        self.endResetModel()
        self.filled.emit()

    def _append(self, fresh: list[Row], rows: Sequence[EntrySummary]) -> None:
        first = len(self._rows)
        self._rows += fresh
        self._loaded += len(rows)
        self._last_key = rows[-1].key if rows else None
        for number, row in enumerate(fresh, start=first):
            if isinstance(row, EntrySummary):
                self._places[row.id] = number
            else:
                self.heads.add(number)

    def _with_heads(
        self, rows: Iterable[EntrySummary], before: tuple[int, int] | None
    ) -> Iterable[Row]:
        for row in rows:
            month = (row.day.year, row.day.month)
            if month != before:
                yield self._head(*month)
                before = month
            yield row

    def _head(self, year: int, month: int) -> MonthHead:
        return MonthHead(year, month, self._counts.get((year, month), -1))

    def _month_of_last(self) -> tuple[int, int] | None:
        last = self.entry_at(len(self._rows) - 1)
        return (last.day.year, last.day.month) if last else None

    def _spoken(self, row: Row) -> str:
        if isinstance(row, MonthHead):
            return f"{row.words}, {row.count_words}".rstrip(", ")
        day = f"{weekday_name(row.day.weekday())} {row.day.day} {month_name(row.day.month)}"
        parts = [row.title, f"{day} {row.day.year}", self._title_of(row.practice)]
        parts += [_("with {people}").format(people=listed(row.people))] if row.people else []
        parts += [_("starred")] if row.star else []
        parts += filter(None, [row_words(row.sensitivity)])
        return f"{', '.join(parts)}. {row.match or row.excerpt}"


def _found(
    latest: _Latest, search: _Search, journal: Journal
) -> tuple[int, tuple[EntrySummary, ...]] | None:
    """Rows of a search, unless another one is wanted meanwhile."""
    if latest.number != search.number:
        return None
    return search.number, journal.reading.find(search.query, search.limit, search.before)


def _months(
    latest: _Latest, number: int, query: str, journal: Journal
) -> tuple[int, Months] | None:
    """Months of a search, unless another one is wanted meanwhile."""
    if latest.number != number:
        return None
    return number, journal.reading.months(query)
