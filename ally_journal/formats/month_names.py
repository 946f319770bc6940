"""The names of months in the languages in which other programs write them."""

from __future__ import annotations

import re
import unicodedata

# The beginnings by which a month is known, without accents: Czech, Dutch, English, Finnish, French,
# German, Greek, Hungarian, Italian, the Nordic ones, Polish, Portuguese, Romanian, Russian,
# Spanish, Turkish, Ukrainian.
_STEMS = (
    "jan gen ene ian sty led oca tam янв січ ιαν",
    "feb fev lut uno sub hel фев лют φεβ",
    "mar maa bre мар бер μαρ",
    "apr avr abr kwi dub nis huh апр кві απρ",
    "may mai maj mei mag kve tou май мая тра μαι",
    "jun juin iun giu czerw cerv haz kes июн черв ιουν",
    "jul juil iul lug lip cervenec cervenc tem hei июл лип ιουλ",
    "aug aou ago agu sie srp elo авг сер αυγ",
    "sep set szept wrz zar eyl syy сен вер σεπ",
    "oct okt out ott paz rij eki lok окт жов οκτ",
    "nov lis kas marras noi ноя лист νοε",
    "dec dez dic des gru pro ara jou дек гру δεκ",
)
_MONTHS = sorted(
    ((stem, month) for month, line in enumerate(_STEMS, start=1) for stem in line.split()),
    key=lambda one: -len(one[0]),
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_EAST = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")


def month_of(word: str) -> int | None:
    """The number of the month that a word names; None for no month."""
    taken_apart = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    return next((month for stem, month in _MONTHS if plain.startswith(stem)), None)


def month_and_day(text: str) -> tuple[int, int] | None:
    """The month and the day that a text names, such as "13 September"; None where it names none."""
    east = _EAST.search(text)
    if east:
        return int(east[1]), int(east[2])
    months = [found for found in map(month_of, _WORD.findall(text)) if found]
    days = [int(one) for one in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)]
    return (months[-1], days[0]) if months and days else None
