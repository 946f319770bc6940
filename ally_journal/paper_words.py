"""The words for what goes out, or stays: what happened, and one way on."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from ally_journal import paper_errors as errors
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ally_journal.errors import JournalError

_MOST_NAMED = 12


def stays_words(number: int) -> str:
    """How many entries never go out; empty for none."""
    if not number:
        return ""
    return ngettext(
        "{n} entry told in confidence stays here.",
        "{n} entries told in confidence stay here.",
        number,
    ).format(n=number)


def synced_words(program: str) -> str:
    """That a folder is copied elsewhere; empty where no program is named."""
    if not program:
        return ""
    return _("This folder looks like one that {program} copies to other computers.").format(
        program=program
    )


def missing_words(missing: Sequence[str]) -> str:
    """Which characters no font could show; empty for none."""
    if not missing:
        return ""
    shown = ", ".join(map(_named, missing[:_MOST_NAMED]))
    if len(missing) > _MOST_NAMED:
        shown += ", …"
    return ngettext(
        "One character cannot be shown with the fonts of this computer and stands as an empty box: "
        "{shown}.",
        "{n} characters cannot be shown with the fonts of this computer and stand as empty boxes: "
        "{shown}.",
        len(missing),
    ).format(n=len(missing), shown=shown)


def _named(text: str) -> str:
    """The character, where it can stand in a line, with its number."""
    letter = text[0]
    code = f"U+{ord(letter):04X}"
    is_seen = unicodedata.category(letter)[0] in "LNPS"
    return f"{text} ({code})" if is_seen else code


PAPER_WORDS: dict[type[JournalError], Callable[[Any], str]] = {
    errors.ToldInConfidence: lambda _e: _(
        "This entry was told in confidence and never goes out. Where that has changed, take the "
        "mark off it first."
    ),
    errors.PaperFailed: lambda _e: _(
        "The PDF could not be made; perhaps there was not enough memory. Nothing was written. "
        "Choose fewer entries, or a web page."
    ),
}
