"""The backups in words, made ready in the journal's lane: days, reasons and sizes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.clock import zone_of
from ally_journal.domain.day_words import full_day, plain_day
from ally_journal.language import _, ngettext
from ally_journal.services.notices import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ally_journal.clock import Clock
    from ally_journal.journal import Journal
    from ally_journal.services.backups import BackupRow

MEGABYTE, KILOBYTE = 1_000_000, 1_000


@dataclass(frozen=True, slots=True)
class BackupTold:
    """One backup in words.

    Attributes:
        path: the file.
        day: such as "Today, 07:58" or "Sunday 8 March".
        why: what it was made for.
        size: such as "4.2 MB".
        entries: such as "187 entries"; empty where that is not known.
        checked: such as "whole, today"; empty while it was never read back since.
    """

    path: Path
    day: str
    why: str
    size: str
    entries: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class BackupsFound:
    """All backups, the newest first, with one sentence on the state and one on copies elsewhere."""

    rows: tuple[BackupTold, ...]
    state: str
    line: str
    elsewhere: str


def read_backups(clock: Clock, journal: Journal) -> BackupsFound:
    """Read the list; it costs nothing but the names and a note in each file."""
    rows, today = journal.copies.all(), journal.today()
    told = told_backups(rows, today, clock.zone())
    return BackupsFound(told, *_state(told), _elsewhere(journal))


def told_backups(rows: tuple[BackupRow, ...], today: date, zone: str) -> tuple[BackupTold, ...]:
    """Backups in words; those of one day are told apart by the hour."""
    local = [row.made.astimezone(zone_of(zone)) for row in rows]
    days = [one.date() for one in local]
    return tuple(
        BackupTold(
            path=row.path,
            day=day_words(made, today, with_hour=days.count(made.date()) > 1),
            why=reason_words(row.reason),
            size=size_words(row.size),
            entries=entries_words(row.entries),
            checked=_checked(row.checked, today, zone),
        )
        for row, made in zip(rows, local, strict=True)
    )


def day_words(made: datetime, today: date, *, with_hour: bool) -> str:
    """When it was made: "Today, 07:58", "Sunday 8 March"; `made` in local time."""
    hour = f"{made:%H:%M}"
    if made.date() == today:
        return _("Today, {hour}").format(hour=hour)
    if made.date() == today - timedelta(days=1):
        return _("Yesterday, {hour}").format(hour=hour)
    day = full_day(made.date(), today)
    return _("{day}, {hour}").format(day=day, hour=hour) if with_hour else day


def reason_words(reason: str) -> str:
    """What it was made for, in words."""
    known = _REASONS.get(reason)
    return known() if known else _("Made by the journal")


def size_words(size: int) -> str:
    """A size in bytes: "4.2 MB"."""
    if size >= MEGABYTE:
        return _("{n} MB").format(n=f"{size / MEGABYTE:.1f}")
    return _("{n} kB").format(n=max(1, round(size / KILOBYTE)))


def entries_words(entries: int | None) -> str:
    """How many entries it holds; empty where that is not known."""
    if entries is None:
        return ""
    return ngettext("{n} entry", "{n} entries", entries).format(n=entries)


def _checked(checked: datetime | None, today: date, zone: str) -> str:
    if checked is None:
        return ""
    day = checked.astimezone(zone_of(zone)).date()
    return _("whole, {day}").format(day=_("today") if day == today else plain_day(day, today))


def _state(rows: tuple[BackupTold, ...]) -> tuple[str, str]:
    if not rows:
        return _("There is no backup yet"), _("One is made whenever something was changed.")
    last = rows[0]
    form = _("The last backup is whole: {day}") if last.checked else _("The last backup: {day}")
    read = _("Opened, counted and compared with the journal.") if last.checked else ""
    held = _("{entries}.").format(entries=last.entries) if last.entries else ""
    return form.format(day=in_a_sentence(last.day)), " ".join(filter(None, (read, held)))


def in_a_sentence(day: str) -> str:
    """The day of a backup in the midst of a sentence: "today, 07:58"."""
    return day[:1].lower() + day[1:] if day.startswith((_("Today"), _("Yesterday"))) else day


def _elsewhere(journal: Journal) -> str:
    from ally_journal.sentences import notice_sentence  # noqa: PLC0415 only on this page

    due = [one for one in journal.notices() if one.kind is NoticeKind.COPY_ELSEWHERE_DUE]
    return notice_sentence(due[0]) if due else ""


_REASONS: dict[str, Callable[[], str]] = {
    "asked": lambda: _("You asked for it"),
    "unlock": lambda: _("When you opened the journal"),
    "session": lambda: _("When you opened the journal"),
    "lock": lambda: _("When you locked it"),
    "import": lambda: _("Before an import"),
    "migration": lambda: _("Before an update of the program"),
    "restore": lambda: _("Before a backup was restored"),
    "keys": lambda: _("Before new keys"),
    "renewal": lambda: _("Before new keys"),
    "trash": lambda: _("After the trash was emptied"),
    "copy": lambda: _("For a copy elsewhere"),
}
