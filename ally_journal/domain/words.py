"""Text as the search sees it: one form for what is indexed and for what is looked for.

The index splits at everything that is not a letter or a number. This module makes of any text one
in which that is right for every script:

- letters lose case, accents and compatibility forms, so "Über" is "uber" and "ﬁ" is "fi";
- scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) become pairs of letters,
  "山田花" → "山田 田花 花", so that two letters are found anywhere, and one as the start of a pair;
- vowel signs and the like stay in their words, as letters of the private use area;
- a pictograph becomes a word of its own, "🙂" → "u1f642".
"""

from __future__ import annotations

import re
import unicodedata

_ALIKE = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f]+")
_MARKS_AS_LETTERS = 0xF0000
_HEBREW_AND_ARABIC = range(0x0590, 0x0900)
_PICTOGRAPHS = (range(0x2190, 0x2C00), range(0x1F000, 0x1FB00))

_SPACELESS_LETTERS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0ede"  # Thai, Lao
    "\u1000-\u1049\u1050-\u109d\u1780-\u17d3\u17dc\u17e0-\u17e9"  # Burmese, Khmer
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Chinese
    "\U000f0e00-\U000f0eff\U000f1000-\U000f109f\U000f1780-\U000f17ff"  # their marks, see above
)
_SPACELESS = re.compile(f"[{_SPACELESS_LETTERS}]+")
_SPACELESS_END = re.compile(f"[{_SPACELESS_LETTERS}] [{_SPACELESS_LETTERS}]$")
_LETTER = re.compile("[^\\W_]|[\ue000-\uf8ff\U000f0000-\U000ffffd]")


class _Letters(dict[int, str]):
    """What becomes of each letter, worked out when it is first met (for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letter(chr(code))
        return found


def _letter(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    code, category = ord(letter), unicodedata.category(letter)
    if any(code in block for block in _PICTOGRAPHS):
        return "" if category == "Sk" else f" u{code:05x} "
    if category in {"Mn", "Mc"}:
        return _mark(code)
    if category in {"Cc", "Cs"} or letter == "\u200b":
        return " "
    return "" if category in {"Cf", "Me"} else letter


def _mark(code: int) -> str:
    is_selector = code in range(0xFE00, 0xFE10)
    if is_selector or code in _HEBREW_AND_ARABIC or code >= 1 << 16:
        return ""
    return chr(_MARKS_AS_LETTERS + code)


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms, to compare names and tags."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart))


def index_text(text: str) -> str:
    """The text as it goes into the index, and words of a query with it.

    It holds neither NUL nor lone surrogates. Plain ASCII stays as it is.
    """
    if text.isascii():
        return text.replace("\0", " ")
    return _SPACELESS.sub(_in_pairs, fold(text).translate(_LETTERS))


def query_text(text: str) -> str:
    """The same for what is looked for: a last pair is whole, so no single letter follows it."""
    indexed = index_text(text).strip()
    if indexed.isascii() or not _SPACELESS_END.search(indexed):
        return indexed
    return indexed[:-2]


def has_words(text: str) -> bool:
    """Whether the index could find anything of this text."""
    return _LETTER.search(index_text(text)) is not None


def _in_pairs(run: re.Match[str]) -> str:
    letters = run.group()
    pairs = [letters[place : place + 2] for place in range(len(letters))]
    return f" {' '.join(pairs)} "
