"""Entries as one HTML page that stands alone.

It has no script and loads nothing; it tells no ids, no paths and nothing of the device.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ally_journal.formats.html_page import html_page
from ally_journal.formats.rendering import plain, rendered
from ally_journal.formats.wording import Wording, heading, is_markdown, written_on
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ally_journal.domain.entry import Answer, Entry

_QUESTION_LEVEL = 3


def html_chunks(entries: Iterable[Entry], wording: Wording) -> Iterator[str]:
    """The page piece by piece, in the order of the entries; one entry at a time is in memory."""
    articles = ("".join(_entry(*one, wording)) for one in enumerate(entries, start=1))
    return html_page(_("Journal"), "", articles, wording.language)


def _entry(number: int, entry: Entry, wording: Wording) -> Iterator[str]:
    yield f'<article aria-labelledby="entry-{number}">\n'
    yield f'<h2 id="entry-{number}" dir="auto">{escape(heading(entry, wording))}</h2>\n'
    yield f'<p class="when"><time datetime="{entry.day.isoformat()}">'
    yield f"{escape(wording.day(entry.day))}</time>"
    yield f" · {escape(wording.practice(entry.practice))}</p>\n"
    yield from _names(entry)
    for answer in entry.answers:
        text = wording.answer(entry, answer)
        if text.strip():
            yield from _section(answer.question, _answer(answer, text))
    for note in entry.notes:
        told = f"{_('Later note')}, {written_on(note.created, entry, wording)}"
        yield from _section(told, rendered(note.text, below=_QUESTION_LEVEL))
    yield "</article>\n"


def _names(entry: Entry) -> Iterator[str]:
    rows = ((_("People"), entry.people), (_("Tags"), entry.tags))
    shown = [(label, names) for label, names in rows if names]
    if shown:
        yield "<dl>"
        for label, names in shown:
            yield f'<dt>{escape(label)}</dt><dd dir="auto">{escape(", ".join(names))}</dd>'
        yield "</dl>\n"


def _section(title: str, html: str) -> Iterator[str]:
    yield f'<section>\n<h3 dir="auto">{escape(title)}</h3>\n'
    yield f'<div dir="auto">{html}</div>\n</section>\n'


def _answer(answer: Answer, text: str) -> str:
    return rendered(text, below=_QUESTION_LEVEL) if is_markdown(answer) else plain(text)
