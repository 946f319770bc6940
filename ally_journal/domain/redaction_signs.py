"""Letters that are drawn otherwise, and tags of HTML, made plain to be read; every place stays.

What goes out keeps its signs: only the looking is done in the text that is made here.
"""

from __future__ import annotations

import re

GLUE = "\x01"
"""Stands for each sign of a tag: it parts no word."""

_SMALL = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ"
_SMALL_AS = "abcdefghijklmnopqrstuvwyz"
_CAPITALS = (0x24B6, 0x1F110, 0x1F130, 0x1F150, 0x1F170)
"""Where circled, bracketed, squared and filled capitals begin."""
_LETTERS = {
    **{first + place: chr(ord("A") + place) for first in _CAPITALS for place in range(26)},
    **{first + place: chr(ord("a") + place) for first in (0x24D0, 0x249C) for place in range(26)},
}
_ENCLOSED = "\u249c-\u24e9\U0001f110-\U0001f129\U0001f130-\U0001f149\U0001f150-\U0001f189"
_ROW = re.compile(f"[{_ENCLOSED}](?:[ .]?[{_ENCLOSED}])+")
_CAPS = re.compile(f"[{_SMALL}]")
_CAPS_AS = str.maketrans(_SMALL, _SMALL_AS)
_TAG = re.compile(
    "</?(?:a|b|big|br|code|del|div|em|font|i|ins|kbd|li|mark|p|s|small|span|strong|sub|sup|td|th"
    "|tr|tt|u|wbr)[ ]?/?>",
    re.IGNORECASE,
)


def plain_letters(text: str) -> str:
    """The text with plain letters and without tags, as long as it was.

    A single enclosed letter stays: Ⓜ and 🅿 are signs.
    """
    if "<" in text:
        text = _TAG.sub(lambda tag: GLUE * len(tag.group()), text)
    if text.isascii():
        return text
    if _CAPS.search(text):
        text = text.translate(_CAPS_AS)
    return _ROW.sub(lambda row: row.group().translate(_LETTERS), text)
