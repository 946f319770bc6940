"""Markdown as plain paragraphs: no sign of it is left, and no word of it is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.domain.plain_inline import without_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_LETTERS = 20_000
"""In one paragraph; a longer one is parted at a blank."""

BULLET = "• "

_FENCE = re.compile(r" {0,3}(?P<signs>`{3,}|~{3,})(?P<info>.*)")
_QUOTE = re.compile(r"(?: {0,3}> ?)*")
_HEAD = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEAD_END = re.compile(r"[ \t]#+[ \t]*$")
_RULE = re.compile(r" {0,3}(?:=+|-+|(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})[ \t]*")
_ITEM = re.compile(r"[ \t]*(?P<sign>[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_ROW_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
_CELL = re.compile(r"(?<!\\)\|")
_LINE = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def paragraphs(text: str) -> tuple[str, ...]:
    """A text in Markdown as plain paragraphs; lists are lines that begin with "• "."""
    return tuple(_within(_blocks(_LINE.split(text))))


def plain_paragraphs(text: str) -> tuple[str, ...]:
    """A text without Markdown as paragraphs: parted at blank lines."""
    return tuple(_within("\n".join(block) for block in _parted(_LINE.split(text))))


def _within(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        rest = text.strip()
        while len(rest) > MOST_LETTERS:
            blank = max(rest.rfind(" ", 1, MOST_LETTERS), rest.rfind("\n", 1, MOST_LETTERS))
            cut = blank if blank > 0 else MOST_LETTERS
            yield rest[:cut].rstrip()
            rest = rest[cut:].lstrip()
        if rest:
            yield rest


def _parted(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _blocks(lines: list[str]) -> Iterator[str]:
    """Paragraphs one by one: what is fenced as it stands, all else without its signs."""
    plain: list[str] = []
    at = 0
    while at < len(lines):
        line = _unquoted(lines[at])
        fence = _FENCE.fullmatch(line)
        if fence is None or "`" in fence["info"]:
            plain += ["", line, ""] if _HEAD.match(line) else [line]
            at += 1
            continue
        yield from map(_told, _parted(plain))
        plain = []
        fenced, at = _fenced(lines, at + 1, fence["signs"])
        yield from ("\n".join(one) for one in _parted([fence["info"].strip(), *fenced]))
    yield from map(_told, _parted(plain))


def _fenced(lines: list[str], at: int, signs: str) -> tuple[list[str], int]:
    """The lines inside a fence, and where it goes on behind it."""
    inside: list[str] = []
    close = re.compile(rf" {{0,3}}{re.escape(signs)}{re.escape(signs[0])}*[ \t]*")
    for number in range(at, len(lines)):
        line = _unquoted(lines[number])
        if close.fullmatch(line):
            return inside, number + 1
        inside.append(line)
    return inside, len(lines)


def _told(block: list[str]) -> str:
    lines: list[str] = []
    is_table = any("|" in line and _ROW_RULE.fullmatch(line) for line in block)
    for line in block:
        if _RULE.fullmatch(line) or (is_table and "-" in line and _ROW_RULE.fullmatch(line)):
            continue
        lines.append(_line(line, is_table=is_table))
    return without_signs("\n".join(lines))


def _line(line: str, *, is_table: bool) -> str:
    if _HEAD.match(line):
        return _head(line)
    signs, at = "", 0
    while item := _ITEM.match(line, at):
        signs += BULLET if item["sign"] in "-*+" else f"{item['sign']} "
        at = item.end()
    if signs:
        return signs + _head(line[at:])
    if is_table and "|" in line:
        cells = (cell.strip() for cell in _CELL.split(line.strip().strip("|")))
        return " · ".join(cell for cell in cells if cell)
    return line.lstrip(" \t")


def _head(line: str) -> str:
    """A line without the sign of a heading at its beginning and end."""
    return _HEAD_END.sub("", _HEAD.sub("", line, count=1)) if _HEAD.match(line) else line


def _unquoted(line: str) -> str:
    found = _QUOTE.match(line)
    return line[found.end() :] if found else line
