"""Entries as a table for a spreadsheet (RFC 4180): a row an entry, a column a question.

A question that several practices ask has one column. No cell is taken for a formula; see
`csv_cell`. The file begins with a byte order mark.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from ally_journal.domain.packet import not_a_record
from ally_journal.formats.csv_cell import BYTE_ORDER_MARK, harmless
from ally_journal.formats.wording import Wording, heading, written_on
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ally_journal.domain.entry import Entry

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BETWEEN = "\n\n"


def csv_chunks(entries: Callable[[], Iterable[Entry]], wording: Wording) -> Iterator[str]:
    """The file piece by piece; to be written as UTF-8 without changing the line ends.

    The first pieces are empty: then it reads which questions there are.

    Args:
        entries: gives the entries, in the order of the rows; asked twice, first for the questions.
        wording: for what they hold only as ids.
    """
    asked: dict[str, None] = {}
    has_notes = False
    for entry in entries():
        asked |= dict.fromkeys(_asked(entry, wording))
        has_notes = has_notes or bool(entry.notes)
        yield ""
    questions = list(asked)
    names = [_("Day"), _("Practice"), _("Title"), _("People"), _("Tags"), *questions]
    if has_notes:
        names.append(_("Later notes"))
    yield BYTE_ORDER_MARK + _row([*names, not_a_record()])
    for entry in entries():
        answers = _asked(entry, wording)
        notes = [_notes(entry, wording)] if has_notes else []
        yield _row([
            *_head(entry, wording), *(answers.get(one, "") for one in questions), *notes, ""
        ])  # fmt: skip


def _head(entry: Entry, wording: Wording) -> list[str]:
    return [
        wording.day(entry.day),
        wording.practice(entry.practice),
        heading(entry, wording),
        ", ".join(entry.people),
        ", ".join(entry.tags),
    ]


def _asked(entry: Entry, wording: Wording) -> dict[str, str]:
    """What was answered, by question; two steps that ask the same stand in one cell."""
    found: dict[str, str] = {}
    for answer in entry.answers:
        text = wording.answer(entry, answer)
        if text.strip():
            question = " ".join(answer.question.split())
            found[question] = _BETWEEN.join(filter(None, (found.get(question), text)))
    return found


def _notes(entry: Entry, wording: Wording) -> str:
    return _BETWEEN.join(
        f"{written_on(note.created, entry, wording)}: {note.text}" for note in entry.notes
    )


def _row(cells: Iterable[str]) -> str:
    line = StringIO(newline="")
    tidy = (_LINE_END.sub("\n", cell.replace("\0", "\N{REPLACEMENT CHARACTER}")) for cell in cells)
    csv.writer(line, lineterminator="\r\n").writerow([harmless(cell) for cell in tidy])
    return line.getvalue()
