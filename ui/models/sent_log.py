"""What went out, in words, read in the journal's lane: the log, and one line of it as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.clock import zone_of
from ally_journal.domain.day_words import full_day, listed, plain_day
from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.packet import Packet
from ally_journal.domain.preview import KeptComment
from ally_journal.domain.share_fields import Field, label
from ally_journal.errors import UnknownEntry
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.clock import Clock
    from ally_journal.domain.preview import SentRow
    from ally_journal.journal import Journal


@dataclass(frozen=True, slots=True)
class SentTold:
    """A line of the log in words: when and to whom, which entries, in which form and with what."""

    id: str
    head: str
    entries: str
    form: str


@dataclass(frozen=True, slots=True)
class SentWhole:
    """Exactly what went out, and what came back to it.

    Attributes:
        told: its line of the log.
        fields: which went along, in words.
        packet: None where it was not kept, or all of it was deleted for ever.
        comments: that came back, in the order of its places.
        gone: numbers of the entries, from 1, that are not in the journal any more.
        sealed: numbers of those that never leave; nothing of them is copied.
        today: for days in words.
    """

    told: SentTold
    fields: str
    packet: Packet | None
    comments: tuple[KeptComment, ...]
    gone: frozenset[int]
    sealed: frozenset[int]
    today: date


def read_log(clock: Clock, journal: Journal) -> tuple[SentTold, ...]:
    """All lines, the latest first."""
    today, zone = journal.today(), clock.zone()
    return tuple(told(row, today, zone) for row in journal.sharing.sent())


def read_sent(clock: Clock, sent: str, journal: Journal) -> SentWhole | None:
    """One line with what went out; None where there is no such line."""
    row = next((one for one in journal.sharing.sent() if one.id == sent), None)
    if row is None:
        return None
    numbered = tuple(enumerate(row.entries, 1))
    return SentWhole(
        told=told(row, journal.today(), clock.zone()),
        fields=fields_words(row.fields),
        packet=journal.sharing.sent_packet(sent),
        comments=journal.receiving.of_sent(sent),
        gone=frozenset(number for number, (_id, title) in numbered if title is None),
        sealed=frozenset(number for number, (id_, _title) in numbered if _stays(journal, id_)),
        today=journal.today(),
    )


def told(row: SentRow, today: date, zone: str) -> SentTold:
    """A line of the log in words."""
    made = row.made.astimezone(zone_of(zone))
    day = _("{day}, {time}").format(day=full_day(made.date(), today), time=f"{made:%H:%M}")
    to = _("to {name}").format(name=row.label) if row.label else ""
    parts = (form_word(row.format), fields_words(row.fields), replies_words(row.replies))
    return SentTold(
        row.id,
        " · ".join(filter(None, (day, to))),
        _entries_words(tuple(title for _id, title in row.entries)),
        " · ".join(filter(None, parts)),
    )


def went_out_words(row: SentRow, today: date, zone: str) -> str:
    """What a reply answers: "Answers what went out on 12 March, to Juniper"."""
    day = plain_day(row.made.astimezone(zone_of(zone)).date(), today)
    if row.label:
        words = _("It answers what went out on {day}, to {name}.")
        return words.format(day=day, name=row.label)
    return _("It answers what went out on {day}.").format(day=day)


def form_word(form: str) -> str:
    """What kind of file it was."""
    return {
        "packet": _("a locked file"),
        "pdf": "PDF",
        "html": _("a web page"),
        "markdown": "Markdown",
        "csv": "CSV",
        "json": "JSON",
    }.get(form, form)


def fields_words(fields: Sequence[str]) -> str:
    """Which fields went along."""
    known = [one for one in Field if one in fields]
    if len(known) == len(Field):
        return _("all fields")
    return "; ".join(map(label, known))  # some of them have a comma


def replies_words(number: int) -> str:
    """How many came back; empty for none."""
    if not number:
        return ""
    return ngettext("{n} reply", "{n} replies", number).format(n=number)


def _entries_words(titles: Sequence[str | None]) -> str:
    if not titles:
        return _("All of it was deleted for ever.")
    here = [_("“{title}”").format(title=one) for one in titles if one is not None]
    gone = len(titles) - len(here)
    if gone:
        words = ngettext("{n} entry that has gone", "{n} entries that have gone", gone)
        here.append(words.format(n=gone))
    return listed(here)


def _stays(journal: Journal, entry: str) -> bool:
    if not entry:
        return False
    try:
        return journal.reading.entry(entry).sensitivity is Sensitivity.NEVER
    except UnknownEntry:
        return False
