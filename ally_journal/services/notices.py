"""Notices: what the person is to know about their journal, as data; sentences.py has the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.errors import VaultError
from ally_journal.services.keys import KeyService
from ally_journal.storage.stamps import from_micros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.services.context import Context

COPY_AFTER = timedelta(days=30)
_SETTLING_IN = timedelta(days=14)
"""How old a journal is before it is asked for what was never done yet."""


class NoticeKind(StrEnum):
    """What there is to know, the gravest first."""

    DAMAGED = "damaged"
    """A part of the open journal cannot be read; the window knows of it."""
    OLDER_COPY = "older-copy"
    """This journal is older than the one last used on this computer; by `count` changes."""
    CONFLICTED_COPY = "conflicted-copy"
    """A sync program put second copies beside it; their `names`."""
    BACKUP_FAILED = "backup-failed"
    """The last backup could not be made; the window knows of it."""
    READ_ONLY = "read-only"
    """It can be read here, not written."""
    READ_BY_CODE = "read-by-code"
    """It was opened with its recovery code where nothing can be written; no passphrase changed."""
    DRAFT_BROUGHT_BACK = "draft-brought-back"
    """Drafts that could not be saved at the last lock are drafts again; `count`."""
    UNCLEAN_END = "unclean-end"
    """The program ended last time without locking; it is worth a check."""
    HEADER_MENDED = "header-mended"
    """One of the two copies of vault.json was damaged or missing, and was written anew."""
    COPY_ELSEWHERE_DUE = "copy-elsewhere-due"
    """No backup was copied to another place for long; the `day` of the last, None for never."""
    DRILL_DUE = "drill-due"
    """The recovery code was not tried for long; the `day` of the last time, None for never."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know.

    Attributes:
        kind: which.
        count: how many, where the kind counts.
        names: of files, where the kind names some.
        day: since when, where the kind has one.
    """

    kind: NoticeKind
    count: int = 0
    names: tuple[str, ...] = ()
    day: date | None = None


class NoticeService:
    """Collects what there is to know about an open journal."""

    def __init__(self, context: Context, brought_back: int) -> None:
        self._context = context
        self._keys = KeyService(context)
        self._brought_back = brought_back

    def all(self) -> tuple[Notice, ...]:
        """What there is to know now, the gravest first; what hinders looking is no notice."""
        try:
            return (*self._of_its_files(), *self._of_its_opening(), *self._of_what_is_due())
        except VaultError:
            return ()

    def _of_its_files(self) -> Iterator[Notice]:
        vault = self._context.vault
        if vault.is_older_copy:
            yield Notice(NoticeKind.OLDER_COPY, count=vault.older_by)
        copies = vault.conflicted_copies()
        if copies:
            names = tuple(path.name for path in copies)
            yield Notice(NoticeKind.CONFLICTED_COPY, len(names), names)
        if not vault.passphrase_kept:
            yield Notice(NoticeKind.READ_BY_CODE)
        elif vault.read_only:
            yield Notice(NoticeKind.READ_ONLY)

    def _of_its_opening(self) -> Iterator[Notice]:
        vault = self._context.vault
        if self._brought_back:
            yield Notice(NoticeKind.DRAFT_BROUGHT_BACK, count=self._brought_back)
        if vault.ended_unclean:
            yield Notice(NoticeKind.UNCLEAN_END)
        if vault.header_mended:
            yield Notice(NoticeKind.HEADER_MENDED)

    def _of_what_is_due(self) -> Iterator[Notice]:
        today = self._context.today()
        ((made,),) = self._context.vault.rows("SELECT made FROM vault")
        is_new = today - from_micros(made).date() < _SETTLING_IN
        copied = _day(self._context.settings.copied_elsewhere)
        if (not is_new) if copied is None else today - copied > COPY_AFTER:
            yield Notice(NoticeKind.COPY_ELSEWHERE_DUE, day=copied)
        checked = self._keys.last_checked()
        if self._keys.drill_due() and not (checked is None and is_new):
            yield Notice(NoticeKind.DRILL_DUE, day=checked)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
