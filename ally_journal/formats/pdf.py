"""Entries as a PDF; how they look is in `resources/paper`.

Every page says that it is no work record, and which of how many it is. The PDF is tagged and has
bookmarks; it names no author, no path and no time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal import stopping
from ally_journal.domain.packet import not_a_record
from ally_journal.formats.pdf_blocks import Node, is_right_to_left, spans, written
from ally_journal.formats.typesetting import Paper, typesetting
from ally_journal.formats.wording import Wording, heading, is_markdown, written_on
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from ally_journal.domain.entry import Answer, Entry

A4, LETTER = "a4", "us-letter"


def paper_of_entries(entries: Iterable[Entry], wording: Wording, paper: str = A4) -> Paper:
    """Entries one after another, as they are read in the journal.

    Args:
        entries: in the order they are to stand.
        wording: for what they hold only as ids.
        paper: `A4` or `LETTER`.

    Raises:
        PaperFailed, Stopped.
    """
    return stopping.drained(setting_entries(entries, wording, paper))


def setting_entries(
    entries: Iterable[Entry], wording: Wording, paper: str = A4
) -> Generator[bool, None, Paper]:
    """The same a step at a time: yields False after an entry, True while the typesetter works."""
    told = []
    for entry in stopping.each(entries):
        told.append(_entry(entry, wording))
        yield False
    data = {**sheet(wording.language, paper), "entries": told}
    return (yield from typesetting("entries", data))


def sheet(language: str, paper: str) -> dict[str, object]:
    """What every template is told: the title, the words at the foot, the paper."""
    pattern = _("{n} of {m}")
    before, _sign, rest = pattern.partition("{n}")
    between, _sign, after = rest.partition("{m}")
    return {
        "title": _("Journal"),
        "lang": language,
        "paper": paper,
        "words": {"record": not_a_record(), "page": [before, between, after]},
    }


def _entry(entry: Entry, wording: Wording) -> dict[str, object]:
    parts = [
        part_of(answer.question, written(text, is_markdown=is_markdown(answer)))
        for answer, text in _answered(entry, wording)
    ]
    for note in entry.notes:
        told = f"{_('Later note')}, {written_on(note.created, entry, wording)}"
        parts.append(part_of(told, written(note.text, is_markdown=True)))
    title = heading(entry, wording)
    names = ((_("People"), entry.people), (_("Tags"), entry.tags))
    return {
        "heading": spans(title),
        "rtl": is_right_to_left(title),
        "when": spans(f"{wording.day(entry.day)} · {wording.practice(entry.practice)}"),
        "rows": [_row(label, ", ".join(held)) for label, held in names if held],
        "parts": parts,
    }


def _answered(entry: Entry, wording: Wording) -> Iterable[tuple[Answer, str]]:
    for answer in entry.answers:
        text = wording.answer(entry, answer)
        if text.strip():
            yield answer, text


def part_of(label: str, blocks: Sequence[Node]) -> dict[str, object]:
    """A label and what stands below it."""
    return {"label": spans(label), "rtl": is_right_to_left(label), "blocks": blocks}


def _row(label: str, value: str) -> dict[str, object]:
    return {"label": label, "value": spans(value), "rtl": is_right_to_left(value)}
