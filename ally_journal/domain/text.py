"""What may be kept as text at all."""

from __future__ import annotations

from ally_journal.errors import BadText

MOST_CHARACTERS = 1_000_000


def kept_text(text: str) -> str:
    """Give back text that SQLite and UTF-8 can hold, with line ends made one.

    Raises:
        BadText: NUL, a lone surrogate, or more than a million characters.
    """
    if len(text) > MOST_CHARACTERS:
        msg = "too-long"
        raise BadText(msg)
    if "\0" in text:
        msg = "nul"
        raise BadText(msg)
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        msg = "surrogate"
        raise BadText(msg)
    return text.replace("\r\n", "\n").replace("\r", "\n")
