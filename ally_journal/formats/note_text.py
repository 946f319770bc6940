"""Notes of other programs, which write some HTML into them, as Markdown."""

from __future__ import annotations

import re
from html import unescape

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|h[1-6]|ul|ol)>", re.IGNORECASE)
_ITEM = re.compile(r"\s*<li(?:\s[^<>]*)?>\s*", re.IGNORECASE)
_STRONG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_SLANTED = re.compile(r"</?(?:i|em)>", re.IGNORECASE)
_OTHER = re.compile(
    r"</?(?:p|div|span|font|ul|ol|li|u|s|strike|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE
)
_MANY_LINES = re.compile(r"\n{3,}")


def note_text(html: str) -> str:
    """The text of a note. What is no tag of a note stays as it was typed."""
    text = html.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        text = _ITEM.sub("\n- ", _BREAK.sub("\n", text))
        text = _SLANTED.sub("*", _STRONG.sub("**", text))
        text = _OTHER.sub("", text)
    if "&" in text:
        text = unescape(text)
    return _MANY_LINES.sub("\n\n", text).strip()
