"""Entries as one Markdown file for reading, without ids, paths or the device's name.

Whatever was written stays as it was typed. Where it holds something that could reach beyond its
place (a heading, a code fence, HTML, a rule, a definition of links), it stands as a quotation,
which ends by itself: `docs/export-format.md` says when. Everything that is not the person's own
Markdown is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ally_journal.formats.wording import Wording, heading, is_markdown, written_on
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ally_journal.domain.entry import Answer, Entry

_SIGNS = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=[#\w]+;)|~(?=~)|(?<=\s)#(?=#*$)")
_START = re.compile(r"^(?:(?=[-+=:~#>])|(\d+)(?=[.)]))")
_REACHING = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # a rule, or the line below a heading
        r"^[ \t>]*+(?:[=*_-][ \t]*+)++$",
        # headings, fences and definitions, inside quotations and lists too
        r"^[ \t]*+(?:(?:>|[-*+]|\d++[.)])[ \t]*+)*+(?:#|```|~~~|\$\$|:::|\[[^\]\n]*\]:)",
        # HTML and its comments
        r"<[A-Za-z/!?]",
    )
)
# Most text is plainer than that, and told so in one look.
_SUSPECT = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿ0-9 ,.;:?!'’“”…()/%-]|  | $")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def markdown_chunks(entries: Iterable[Entry], wording: Wording) -> Iterator[str]:
    """The file piece by piece, in the order of the entries; one entry at a time is in memory."""
    yield f"# {escaped(_('Journal'))}\n\n{escaped(_('Private reflection. Not a work record.'))}\n"
    for entry in entries:
        yield "".join(_entry(entry, wording))


def _entry(entry: Entry, wording: Wording) -> Iterator[str]:
    yield f"\n## {escaped(heading(entry, wording))}\n\n"
    yield f"{escaped(wording.day(entry.day))} · {escaped(wording.practice(entry.practice))}\n"
    for label, names in ((_("People"), entry.people), (_("Tags"), entry.tags)):
        if names:
            yield f"\n{escaped(label)}: {escaped(', '.join(names))}\n"
    for answer in entry.answers:
        text = wording.answer(entry, answer)
        if text.strip():
            yield f"\n### {escaped(answer.question)}\n\n{_answer(answer, text)}\n"
    for note in entry.notes:
        told = f"{_('Later note')}, {written_on(note.created, entry, wording)}"
        yield f"\n### {escaped(told)}\n\n{own_words(note.text)}\n"


def _answer(answer: Answer, text: str) -> str:
    if is_markdown(answer):
        return own_words(text)
    lines = [escaped(line) for line in text.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def own_words(text: str) -> str:
    """A text in Markdown that ends where it ends."""
    text = _CONTROL.sub(" ", text).strip("\n")
    if not any(pattern.search(text) for pattern in _REACHING):
        return text
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def escaped(text: str) -> str:
    """Plain text as one line of Markdown that shows it."""
    if text[:1].isalpha() and not _SUSPECT.search(text):
        return text
    line = " ".join(_CONTROL.sub(" ", text).split())
    return _START.sub(r"\1\\", _SIGNS.sub(r"\\\g<0>", line))
