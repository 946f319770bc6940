"""Text made ready for redaction: what nobody sees is taken out, and words get keys to compare by.

Two spellings are one word when they have a key in common. A key has no case, accents and
compatibility forms; a second one has letters that look like Latin ones made Latin, and a third has
umlauts spelt out (Müller, Muller, Mueller).
"""

from __future__ import annotations

import re
import unicodedata

MOST_ACCENTS = 30
"""On one letter; the rest of them is taken out, for their order costs time."""

_JOINER, _NON_JOINER, _PICTURE = "\u200d", "\u200c", "\ufe0f"
_UNSEEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(chr(code) for code in range(0xFE00, 0xFE10))
)
_SELECTORS = range(0xE0100, 0xE01F0)
_LINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ODD = re.compile("[^\n -~\u00a1-\u00ac\u00ae-\u02ff]")
_SELECTED = re.compile("[\u0023-\u0039\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001fbff]")
_IN_WORDS = re.compile("[\u0600-\u06ff\u0900-\u0dff]")


def tidied(text: str) -> str:
    """The text in one spelling: accents with their letters, nothing unseen, blanks as blanks."""
    text = _LINES.sub("\n", text)
    if _ODD.search(text) is None:
        return unicodedata.normalize("NFC", text)
    kept: list[str] = []
    accents = 0
    for place, letter in enumerate(text):
        if " " <= letter <= "~":
            kept.append(letter)
            accents = 0
            continue
        seen = _seen(letter, text, place)
        accents = accents + 1 if unicodedata.combining(letter) else 0
        if accents <= MOST_ACCENTS:
            kept.append(seen)
    return unicodedata.normalize("NFC", "".join(kept))


def _seen(letter: str, text: str, place: int) -> str:
    """What of a letter stays: itself, a blank, or nothing."""
    if letter == "\n":
        return letter
    category = unicodedata.category(letter)
    if category == "Zs" or letter in "\t\u2800":
        return " "
    around = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    if letter == _PICTURE:
        return letter if _SELECTED.fullmatch(around[0]) else ""
    if letter == _JOINER and _SELECTED.fullmatch(around[1]):
        is_joined = _SELECTED.fullmatch(around[0]) or around[0] == _PICTURE
        return letter if is_joined or around[0] in _SKINS else ""
    if letter in (_JOINER, _NON_JOINER):
        return letter if all(_IN_WORDS.fullmatch(one) for one in around) else ""
    is_unseen = category in {"Cf", "Cc", "Cs"} or letter in _UNSEEN or ord(letter) in _SELECTORS
    return "" if is_unseen else letter


_SKINS = tuple(chr(code) for code in range(0x1F3FB, 0x1F400))

_ALIKE = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "ى": "ي", "ة": "ه", "ـ": "", "\u200c": "", "\u200d": "", "ک": "ك", "ی": "ي",
})  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LOOKS = str.maketrans(
    "АаВЕеЁёКкМОоРрСсТХхУуІіЈјЅѕҺһԁԛԜԝГгНнмтв"  # Cyrillic
    "ΑαΒΕεΖΗΙιΚκΜΝνΟοΡρΤτΥυΧχωσγ",  # Greek
    "aabeeeekkmooppccTxxyyiijjsshhdqwwrrhhmtb".lower() + "aabeezhiikkmnvooppttyuxxwoy",
)
_LATIN_ONLY = re.compile("[ -\u024f]*")


def key(word: str) -> str:
    """The word without case, accents and compatibility forms."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart).translate(_ALIKE))


def keys(word: str) -> tuple[str, ...]:
    """All keys of a word; the first is the one without guesses."""
    first = key(word)
    if word.isascii():
        return (first,)
    found = [first, key(word.casefold().translate(_UMLAUTS))]
    if _LATIN_ONLY.fullmatch(word) is None:
        apart = _ACCENTS.sub("", unicodedata.normalize("NFKD", word))
        found.append(key(apart.translate(_LOOKS)))
    return tuple(dict.fromkeys(found))
