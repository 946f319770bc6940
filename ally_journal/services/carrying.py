"""Carrying entries out of the journal, and bringing an export back in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ally_journal.changes import Change
from ally_journal.domain import query as queries
from ally_journal.domain.answers import as_text
from ally_journal.errors import UnknownFormat
from ally_journal.formats.target import new_file
from ally_journal.formats.wording import Wording
from ally_journal.services import gathering, restoring
from ally_journal.services.composing import plain
from ally_journal.services.own_practices import read_library
from ally_journal.stopping import each
from ally_journal.storage import entries, search
from ally_journal.storage.records import chunks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ally_journal.domain.entry import Answer, Entry
    from ally_journal.domain.practice import Step
    from ally_journal.services.context import Context

FORMATS = ("markdown", "html", "json")


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out: where to, and how many entries."""

    target: Path
    entries: int


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
    ) -> Exported:
        """Write entries to a new file that only its owner can read; wholly or not at all.

        Args:
            form: markdown, html or json. JSON without a query and ids holds the whole journal.
            target: the file.
            query: as in the search box; all entries when empty.
            ids: exactly these entries instead of a query.
            replace: the person has said that the file that stands there may go.

        Raises:
            UnknownFormat, UnknownEntry, TargetExists, TargetUnwritable, DiskFull.
        """
        if form not in FORMATS:
            raise UnknownFormat(form)
        keys = self._keys(query, ids)
        with new_file(target, replace=replace) as stream:
            if form == "json":
                self._write_json(stream, keys, whole=not query.strip() and ids is None)
            else:
                stream.writelines(each(self._chunks(form, keys)))
        return Exported(target, len(keys))

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

    def _keys(self, query: str, ids: Sequence[str] | None) -> list[int]:
        vault = self._context.vault
        if ids is None:
            return list(search.keys(vault, queries.parse(query)))
        return sorted(entries.key_of(vault, one) for one in dict.fromkeys(ids))

    def _write_json(self, stream: TextIO, keys: Sequence[int], *, whole: bool) -> None:
        from ally_journal.formats.json_export import write_json  # noqa: PLC0415 only for JSON

        vault = self._context.vault
        sections = gathering.whole(vault) if whole else gathering.chosen(vault, keys)
        write_json(dict(sections), stream, self._context.clock.now(), whole=whole)

    def _chunks(self, form: str, keys: Sequence[int]) -> Iterator[str]:
        wording = self._wording()
        if form == "html":
            from ally_journal.formats.html_export import html_chunks  # noqa: PLC0415 only for HTML

            return html_chunks(self._entries(keys), wording)
        from ally_journal.formats.markdown_export import markdown_chunks  # noqa: PLC0415 the same

        return markdown_chunks(self._entries(keys), wording)

    def _entries(self, keys: Sequence[int]) -> Iterator[Entry]:
        for part in chunks(keys):
            yield from entries.load_keys(self._context.vault, part)


def _said(steps: dict[str, Step], answer: Answer) -> str:
    step = steps.get(answer.key)
    return as_text(step, answer.value) if step else plain(answer.value)


class _OnlyLooking(Exception):
    """Ends the transaction of a dry run without keeping anything."""


def _stop_if(*, dry_run: bool) -> None:
    if dry_run:
        raise _OnlyLooking
