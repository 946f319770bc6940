"""Carrying entries out of the journal, and bringing an export back in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.answers import as_text
from ally_journal.formats.wording import Wording
from ally_journal.services import restoring
from ally_journal.services.composing import plain
from ally_journal.services.exporting import (
    FORMATS,
    Exported,
    ExportTask,
    Going,
    Order,
    exporting,
    going,
    printed,
)
from ally_journal.services.own_practices import read_library
from ally_journal.stopping import drained

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from ally_journal.domain.entry import Answer, Entry
    from ally_journal.domain.practice import Step
    from ally_journal.services.context import Context

__all__ = ["FORMATS", "CarryingService", "Exported", "Going", "Imported", "Order"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: rows added and rows that were there already, by section of the file."""

    added: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)


class CarryingService:
    """Exports and imports."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def export(
        self,
        form: str,
        target: Path,
        query: str = "",
        ids: Sequence[str] | None = None,
        *,
        replace: bool = False,
        redact: bool = False,
        allowed: Collection[str] = (),
    ) -> Exported:
        """Write entries to a new file that only its owner can read; wholly or not at all.

        What was told in confidence stays, and is counted. A PDF takes about 3 s and 350 MB for
        each 1,000 entries, in a process of its own; call it aside.

        Args:
            form: one of `FORMATS`. JSON without a query and ids holds the whole journal.
            target: the file.
            query: as in the search box; all entries when empty.
            ids: exactly these entries instead of a query.
            replace: the person has said that the file that stands there may go.
            redact: take names, addresses and the person's own words out. Such a JSON is for other
                programs and cannot be brought in again.
            allowed: words that the last look lets through.

        Raises:
            UnknownFormat, UnknownEntry, TargetExists, TargetUnwritable, DiskFull, Stopped.
            ToldInConfidence: one of the `ids` never goes out.
            LeakFound: a name still stands in the finished file.
            PaperFailed: the PDF could not be made.
        """
        order = Order(form, target, query, ids, replace, redact, frozenset(allowed))
        return drained(exporting(self._context, order, self._wording()))

    def exporting(self, order: Order) -> ExportTask:
        """The same a step at a time: `step` until it says so, then `result`."""
        return ExportTask(exporting(self._context, order, self._wording()))

    def going(self, query: str = "", ids: Sequence[str] | None = None) -> Going:
        """How many entries an export would hold, and how many stay.

        Raises:
            UnknownEntry, ToldInConfidence.
        """
        return going(self._context, query, ids)

    def to_print(self, entry: str) -> str:
        """A page of HTML with one entry, for printing and for nothing else.

        Raises:
            UnknownEntry.
            ToldInConfidence: it never goes out, not on paper either.
        """
        return "".join(printed(self._context, (entry,), self._wording()))

    def import_json(self, source: Path, *, dry_run: bool = False) -> tuple[Imported, Change]:
        """Bring in a JSON export: everything or nothing; what is here is never overwritten.

        Args:
            source: the file.
            dry_run: say what would come in and change nothing.

        Raises:
            SourceUnreadable, SourceTooLarge, SourceMalformed.
        """
        from ally_journal.formats.json_import import read_json  # noqa: PLC0415 rarely needed

        sections = read_json(source)
        result = restoring.Restored()
        try:
            with self._context.vault.atomic() as tx:
                result = restoring.restore(tx, sections, self._context.library)
                _stop_if(dry_run=dry_run)
        except _OnlyLooking:
            return Imported(result.added, result.there), Change()
        self._context.read_settings()
        read_library(self._context)
        return Imported(result.added, result.there), Change(everything=True)

    def words(self, entry: Entry, answer: Answer) -> str:
        """An answer as a person reads it."""
        return _said(self._steps(entry.practice), answer)

    def practice_title(self, practice: str) -> str:
        """What a practice is called; its id where it is not here."""
        known = self._context.library.find(practice)
        return known.title if known else practice

    def _wording(self) -> Wording:
        """Words for one export; each practice is looked up once, not for every answer."""
        steps = cache(self._steps)
        return Wording(
            cache(self.practice_title),
            lambda entry, answer: _said(steps(entry.practice), answer),
        )

    def _steps(self, practice: str) -> dict[str, Step]:
        known = self._context.library.find(practice)
        return {step.key: step for step in known.steps} if known else {}


def _said(steps: dict[str, Step], answer: Answer) -> str:
    step = steps.get(answer.key)
    return as_text(step, answer.value) if step else plain(answer.value)


class _OnlyLooking(Exception):
    """Ends the transaction of a dry run without keeping anything."""


def _stop_if(*, dry_run: bool) -> None:
    if dry_run:
        raise _OnlyLooking
