"""All that can be read in a finished file, from its very bytes: for the last look before it goes.

Also what is not seen at first: attributes and the title of a web page, the metadata, bookmarks and
links of a PDF, the keys of JSON.
"""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from ally_journal import stopping
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(r"[*`~]+|(?<!\w)_+|_+(?!\w)")
_BLOCKS = frozenset({
    "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th",
    "title", "tr", "ul",
})  # fmt: skip
_OURS = frozenset({"content", "rel"})
"""Attributes that hold only words of ours: what the page may load, what a link may tell."""
_UNREAD = frozenset({"style", "script"})


def pieces_of(form: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Where and what, piece by piece; for a PDF where is the page.

    Args:
        form: markdown, html, pdf, json or csv.
        data: the finished file.

    Raises:
        Stopped.
    """
    if form == "pdf":
        yield from _pages(data)
    else:
        place = _("the finished file")
        read = {"markdown": of_markdown, "html": of_html, "json": of_json, "csv": of_csv}
        yield place, read[form](data)


def of_pdf(data: bytes) -> str:
    """The text of every page, then bookmarks, links and metadata."""
    return "\n".join(text for _place, text in _pages(data))


def of_html(data: bytes) -> str:
    """What is read in a web page, and the values of its attributes."""
    reader = _Page()
    reader.feed(data.decode())
    reader.close()
    return "".join(reader.read) + "\n" + "\n".join(reader.attributes)


def of_markdown(data: bytes) -> str:
    """The text without the signs of Markdown, so that no name hides behind one."""
    return _bare(data.decode())


def of_json(data: bytes) -> str:
    """Every text and every key, without signs of Markdown, one a line."""
    return _bare("\n".join(_strings(json.loads(data))))


def of_csv(data: bytes) -> str:
    """Every cell, without signs of Markdown, one after another."""
    text = StringIO(data.decode("utf-8-sig"), newline="")
    return _bare("\n".join(cell for row in csv.reader(text) for cell in row))


def _bare(text: str) -> str:
    return unescape(_MARKS.sub("", _ESCAPED.sub(r"\1", text)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[str] = []
        self.attributes: list[str] = []
        self._unread = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in _UNREAD
        self._break(tag)
        self.attributes += [value for name, value in attrs if value and name not in _OURS]

    @override
    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD
        self._break(tag)

    @override
    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.read.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        self.attributes.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.read.append("\n")


def _pages(data: bytes) -> Iterator[tuple[str, str]]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    for number, page in enumerate(stopping.each(reader.pages), start=1):
        place = _("page {n}").format(n=number)
        yield place, page.extract_text()
        yield place, "\n".join(_links(page))
    yield _("the bookmarks"), "\n".join(_titles(reader.outline))
    yield _("the file’s own notes"), "\n".join(_notes(reader))


def _links(page: Any) -> Iterator[str]:  # noqa: ANN401 a page of pypdf
    for one in page.get("/Annots") or ():
        found = one.get_object()
        action = found.get("/A")
        if action is not None and "/URI" in action.get_object():
            yield str(action.get_object()["/URI"])
        if "/Contents" in found:
            yield str(found["/Contents"])


def _titles(outline: list[Any]) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one.title)


def _notes(reader: PdfReader) -> Iterator[str]:
    yield from map(str, (reader.metadata or {}).values())
    told = reader.xmp_metadata
    if told is None:
        return
    for held in (told.dc_title or {}, told.dc_description or {}):
        yield from held.values()
    for names in (told.dc_creator or (), told.dc_subject or ()):
        yield from names
    yield from filter(None, (told.pdf_keywords, told.pdf_producer, told.xmp_creator_tool))
