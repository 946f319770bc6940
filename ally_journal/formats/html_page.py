"""A page of HTML that stands alone: it has no script and loads nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ally_journal.formats.html_style import POLICY, STYLE
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def html_page(title: str, subtitle: str, articles: Iterable[str], language: str) -> Iterator[str]:
    """The page piece by piece; one article at a time is in memory.

    Args:
        title: at the top of the page, and of the window it is read in.
        subtitle: below it; empty for none.
        articles: of the page, as HTML.
        language: of its words, as in BCP 47.
    """
    head = escape(title)
    below = f"<p>{escape(subtitle)}</p>\n" if subtitle else ""
    yield f"""<!DOCTYPE html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{head}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<h1>{head}</h1>
{below}<p>{escape(_("Private reflection. Not a work record."))}</p>
</header>
<main>
"""
    yield from articles
    yield "</main>\n</body>\n</html>\n"
