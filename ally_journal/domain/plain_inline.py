"""Markdown inside a paragraph taken off: what is left is what a reader of the page sees.

The address of a link stays beside its words, and HTML stays as it was typed: what goes out can be
looked at whole. Every step reads the text once, so that no text takes long.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,200}@[^\s<>@]{1,200})>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<run>\*+|_+|~+)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
)
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?P<address><[^<>\n]{0,2000}>|(?:[^\s()<]|\([^\s()]{0,500}\)){0,2000})"
    r"""(?P<title>[ \t\n]{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t\n]{0,9}\)"""
)
_TICKS = re.compile(r"`+")
_ENDS = re.compile(r"(?: {2,}|\\)(?=\n)")
_LONGEST_STRUCK = 2


@dataclass(slots=True)
class _Run:
    """A row of signs that may stress words; `left` of them still stand in the text."""

    sign: str
    left: int
    opens: bool
    closes: bool


def without_signs(text: str) -> str:
    """The text of one paragraph without stress, code signs, escapes, entities and link signs."""
    if not re.search(r"[\\`*_~&<\[]", text):
        return _ENDS.sub("", text)
    return _Reader(_ENDS.sub("", text)).read()


class _Reader:
    """Reads one paragraph from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str | _Run] = []
        self._brackets: list[int] = []
        self._ticks = _by_length(text)

    def read(self) -> str:
        at = 0
        while found := _TOKEN.search(self._text, at):
            self._pieces.append(self._text[at : found.start()])
            at = self._token(found)
        self._pieces.append(self._text[at:])
        _match(self._pieces)
        return "".join(one if isinstance(one, str) else one.sign * one.left for one in self._pieces)

    def _token(self, found: re.Match[str]) -> int:
        """Takes one sign; gives where to go on."""
        sign = found[0]
        match found.lastgroup:
            case "escape":
                self._pieces.append(sign[1])
            case "entity":
                self._pieces.append(html.unescape(sign))
            case "auto":
                self._pieces.append(sign[1:-1])
            case "run":
                self._pieces.append(self._run(found))
            case "code":
                return self._code(found)
            case "open":
                self._brackets.append(len(self._pieces))
                self._pieces.append(sign)
            case _:
                return self._close(found)
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        ends = self._ticks[len(found[0])]
        while ends and ends[-1] < found.end():
            ends.pop()
        if not ends:
            self._pieces.append(found[0])
            return found.end()
        self._pieces.append(self._text[found.end() : ends[-1]])
        return ends[-1] + len(found[0])

    def _close(self, found: re.Match[str]) -> int:
        opened = self._brackets.pop() if self._brackets else None
        target = None if opened is None else _TARGET.match(self._text, found.end())
        if opened is None or target is None:
            self._pieces.append("]")
            return found.end()
        words = any(isinstance(one, _Run) or one.strip() for one in self._pieces[opened + 1 :])
        self._pieces[opened] = ""
        address = _address(target)
        if address:
            self._pieces.append(f" ({address})" if words else address)
        return target.end()

    def _run(self, found: re.Match[str]) -> _Run:
        sign = found[0][0]
        before = self._text[found.start() - 1 : found.start()] or " "
        after = self._text[found.end() : found.end() + 1] or " "
        left = not after.isspace() and (_is_word(after) or not _is_word(before))
        right = not before.isspace() and (_is_word(before) or not _is_word(after))
        if sign == "_":
            left, right = left and not _is_word(before), right and not _is_word(after)
        if sign == "~" and len(found[0]) > _LONGEST_STRUCK:
            left = right = False
        return _Run(sign, len(found[0]), left, right)


def _address(target: re.Match[str]) -> str:
    parts = [target["address"].strip("<>"), (target["title"] or "").strip()]
    escaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", " ".join(one for one in parts if one))
    return html.unescape(escaped)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or ord(sign) > ord("\x7f")


def _by_length(text: str) -> dict[int, list[int]]:
    """Where rows of backticks stand, by their length; the last one first."""
    found: dict[int, list[int]] = {}
    for one in _TICKS.finditer(text):
        found.setdefault(len(one[0]), []).append(one.start())
    return {length: places[::-1] for length, places in found.items()}


def _match(pieces: list[str | _Run]) -> None:
    """Takes off the signs that open and close a stress; those that do neither stay."""
    waiting: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
    for run in pieces:
        if isinstance(run, str):
            continue
        openers = waiting[run.sign]
        while run.closes and run.left and openers:
            taken = min(run.left, openers[-1].left)
            openers[-1].left -= taken
            run.left -= taken
            if not openers[-1].left:
                openers.pop()
        if run.opens and run.left:
            openers.append(run)
