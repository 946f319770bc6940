"""A year looked back on, as one HTML page that stands alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ally_journal.formats.html_page import html_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ally_journal.domain.year_words import YearItem, YearPart


def year_html(
    title: str, subtitle: str, parts: Sequence[YearPart], language: str = "en"
) -> Iterator[str]:
    """The page piece by piece."""
    return html_page(title, subtitle, ("".join(_part(part)) for part in parts), language)


def _part(part: YearPart) -> Iterator[str]:
    yield f'<article aria-labelledby="{escape(part.key)}">\n'
    yield f'<h2 id="{escape(part.key)}">{escape(part.title)}</h2>\n'
    for line in part.lines:
        yield f'<p dir="auto">{escape(line)}</p>\n'
    if part.items:
        yield f"<ul>\n{''.join(map(_item, part.items))}</ul>\n"
    if part.note:
        yield f'<p class="when">{escape(part.note)}</p>\n'
    yield "</article>\n"


def _item(item: YearItem) -> str:
    label = f'<span class="when">{escape(item.label)}</span><br>' if item.label else ""
    return f'<li dir="auto">{label}{escape(item.text)}</li>\n'
