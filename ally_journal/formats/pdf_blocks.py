"""What a person wrote as data for the typesetter: paragraphs, lists, quotations, tables.

It goes the way of every other export: `rendering` turns Markdown into HTML that can do nothing, and
here this HTML becomes nested lists of text. Nothing is left in it that could be markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from typing_extensions import override

from ally_journal.formats.rendering import plain, rendered

if TYPE_CHECKING:
    from collections.abc import Callable

Node: TypeAlias = "str | dict[str, Any]"

LONGEST_WORD, LONGEST_IN_CELL = 30, 10
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INLINE = frozenset({"a", "br", "code", "em", "strong"})
_VOID = frozenset({"br", "hr"})
_JOINER = "\N{ZERO WIDTH JOINER}"
_FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))  # the halves of the flags


def written(text: str, *, is_markdown: bool) -> list[Node]:
    """The blocks of a text."""
    reader = _Reader()
    reader.feed((rendered(text) if is_markdown else plain(text)).replace("<br>\n", "<br>"))
    reader.close()
    return reader.blocks()


def paragraph(text: str) -> Node:
    """One plain paragraph."""
    return {"t": "p", "c": spans(text), "rtl": is_right_to_left(text)}


def spans(text: str, longest: int = LONGEST_WORD) -> list[Node]:
    """Text that can be set: without control characters, its long words in pieces."""
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    made: list[Node] = []
    end = 0
    for found in re.finditer(rf"\S{{{longest + 1},}}", text):
        made += [text[end : found.start()], {"t": "word", "c": _pieces(found[0], longest // 4)}]
        end = found.end()
    return [one for one in (*made, text[end:]) if one]


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from the right."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def _pieces(word: str, size: int) -> list[str]:
    """A long word in pieces between which it may be broken, no letter torn from its marks."""
    pieces, start = [], 0
    for at, (before, letter) in enumerate(pairwise(word), start=1):
        if at - start >= size and not _holds_on(before, letter):
            pieces.append(word[start:at])
            start = at
    return [*pieces, word[start:]]


def _holds_on(before: str, letter: str) -> bool:
    """Whether a break between the two would tear something."""
    return (
        _JOINER in (before, letter)
        or unicodedata.category(letter)[0] == "M"
        or unicodedata.category(letter) == "Sk"
        or (letter in _FLAGS and before in _FLAGS)
    )


class _Reader(HTMLParser):
    """Builds the tree of the few tags that `rendering` lets through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Element] = [_Element("root")]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = _Element(tag, dict(attrs))
        self._open[-1].children.append(made)
        if tag not in _VOID:
            self._open.append(made)

    @override
    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    @override
    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def blocks(self) -> list[Node]:
        """What was read."""
        return _blocks(self._open[0].children)


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[_Element | str] = field(default_factory=list)

    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text() for one in self.children)

    def all(self, tag: str) -> list[_Element]:
        """The elements of this tag in it, at any depth."""
        found = []
        for one in self.children:
            if isinstance(one, _Element):
                found += [one] if one.tag == tag else one.all(tag)
        return found


def _blocks(children: list[_Element | str]) -> list[Node]:
    """Blocks of what may stand loose between them, such as the words of a list's item."""
    made: list[Node] = []
    loose: list[_Element | str] = []
    for one in [*children, _Element("p")]:
        if isinstance(one, str) or one.tag in _INLINE:
            loose.append(one)
            continue
        if any(isinstance(part, _Element) or part.strip() for part in loose):
            made.append(_paragraph(_Element("p", children=loose)))
        loose = []
        if one.children or one.tag in _VOID:
            made.append(_BLOCKS.get(one.tag, _paragraph)(one))
    return made


def _paragraph(one: _Element) -> Node:
    return _block("p", one, c=_inline(one.children))


def _head(one: _Element) -> Node:
    return _block("head", one, c=_inline(one.children))


def _quote(one: _Element) -> Node:
    return _block("quote", one, c=_blocks(one.children))


def _code(one: _Element) -> Node:
    lines = one.text().strip("\n").split("\n")
    parts: list[Node] = []
    for line in lines:
        parts += [*spans(line.replace(" ", "\N{NO-BREAK SPACE}")), {"t": "br"}]
    return {"t": "pre", "c": parts[:-1]}


def _list(one: _Element) -> Node:
    items = [_blocks(item.children) for item in one.all("li")]
    start = one.attributes.get("start") or "1"
    return _block(one.tag, one, c=items, start=int(start) if start.isdecimal() else 1)


def _rule(_one: _Element) -> Node:
    return {"t": "rule"}


def _table(one: _Element) -> Node:
    rows = [
        [_inline(cell.children, LONGEST_IN_CELL) for cell in row.all("td")]
        for body in one.all("tbody")
        for row in body.all("tr")
    ]
    head = [_inline(cell.children, LONGEST_IN_CELL) for cell in one.all("th")]
    return _block("table", one, columns=len(head), head=head, rows=rows)


_BLOCKS: dict[str, Callable[[_Element], Node]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _head),
    "blockquote": _quote,
    "pre": _code,
    "ul": _list,
    "ol": _list,
    "hr": _rule,
    "table": _table,
}


def _block(kind: str, one: _Element, **more: object) -> Node:
    return {"t": kind, "rtl": is_right_to_left(one.text()), **more}


def _inline(children: list[_Element | str], longest: int = LONGEST_WORD) -> list[Node]:
    made: list[Node] = []
    for one in children:
        if isinstance(one, str):
            made += spans(one.replace("\n", " "), longest)
        elif one.tag == "br":
            made.append({"t": "br"})
        else:
            inner = _inline(one.children, longest)
            made.append({"t": one.tag, "c": inner, "href": one.attributes.get("href") or ""})
    return made
