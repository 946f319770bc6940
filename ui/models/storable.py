"""Text as it can be stored: what no database can hold is left out while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ally_journal.domain.entry import AnswerValue


def storable(value: AnswerValue | None) -> AnswerValue | None:
    """The answer without NUL and lone surrogates, which some programs put on the clipboard."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return [_text(one) for one in value]
    if isinstance(value, dict):
        clean = {key: storable(one) for key, one in value.items()}
        return {key: one for key, one in clean.items() if one is not None}
    return value


def _text(text: str) -> str:
    if text.isascii() and "\0" not in text:
        return text
    return "".join(one for one in text if one != "\0" and not "\ud800" <= one <= "\udfff")
