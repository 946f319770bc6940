"""The agreement with a coach, one page to fill in by hand; its words are in `resources/paper`."""

from __future__ import annotations

import tomllib
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Any

from ally_journal.formats.html_page import html_page
from ally_journal.formats.pdf import A4, sheet
from ally_journal.formats.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLANK = "__"
_LINE = "_" * 60
_SHORT_LINE = "_" * 8


def agreement_pdf(paper: str = A4) -> bytes:
    """The page to print. `paper` is `pdf.A4` or `pdf.LETTER`.

    Raises:
        PaperFailed, Stopped.
    """
    words = _words()
    told = {
        "heading": words["title"],
        "lead": words["lead"],
        "between": words["between"],
        "sees": words["sees"],
        "parts": [{"blanks": [], **part} for part in words["parts"]],
        "closing": words["closing"],
    }
    return typeset("agreement", {**sheet("en", paper), "title": words["title"], **told}).data


def agreement_html() -> str:
    """The same to read or to print from a page that stands alone."""
    words = _words()
    return "".join(html_page(words["title"], words["lead"], ["".join(_article(words))], "en"))


def _words() -> dict[str, Any]:
    text = (resources.files("resources") / "paper" / "agreement.toml").read_text("utf-8")
    return tomllib.loads(text)


def _article(words: dict[str, Any]) -> Iterator[str]:
    yield "<article>\n"
    yield from (_line(label) for label in words["between"])
    yield f"<h2>{escape(words['sees']['title'])}</h2>\n"
    yield from _table(words["sees"]["head"], words["sees"]["rows"])
    yield f"<p>{escape(words['sees']['note'])}</p>\n"
    for part in words["parts"]:
        yield f"<h2>{escape(part['title'])}</h2>\n<p>{escape(part['text'])}</p>\n"
        yield from (_line(label) for label in part.get("blanks", ()))
    yield from (_line(label) for label in words["closing"]["signs"])
    yield f"<p>{escape(words['closing']['source'])}</p>\n</article>\n"


def _line(label: str) -> str:
    return f"<p>{escape(label)} {_LINE}</p>\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "<table><thead>" + _row("th", head) + "</thead><tbody>\n"
    yield from (_row("td", row) for row in rows)
    yield "</tbody></table>\n"


def _row(tag: str, cells: Sequence[str]) -> str:
    shown = (_SHORT_LINE if cell == _BLANK else escape(cell) for cell in cells)
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in shown) + "</tr>\n"
