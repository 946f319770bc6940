"""What is asked of the search box. Any text is a valid search; nothing typed is an error.

    harbour wren          both words, each as the beginning of a word
    "the first sentence"  these words together; while the last quote is open, as beginnings
    -meeting -"all hands" without these
    practice:debrief person:Wren person:"Wren Blue" tag:repair    -tag:repair without it
    from:2026-01-05 to:2026-03 on:2026-03-14 on:2026-03 on:2026   is:star

Of several practices one must hold, of several people and tags all; days narrow each other down.
A filter that is not known, or a day that cannot be, is looked for as words.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ally_journal.domain.excerpts import excerpt_around, hits
from ally_journal.domain.words import fold, has_words, index_text, query_text

__all__ = [
    "Chip",
    "Match",
    "Query",
    "Term",
    "as_text",
    "chips",
    "excerpt_around",
    "fold",
    "fts_match",
    "hits",
    "index_text",
    "parse",
    "without",
]

MOST_CHARACTERS = 2_000
MOST_TERMS = 64
MOST_TERM_CHARACTERS = 400

# Half of a pair of surrogates cannot be handed to the database, nor be in what it holds.
_NOT_TEXT = ["\0", *map(chr, range(0xD800, 0xE000))]
_TYPED = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys(_NOT_TEXT, " "))
_TOKEN = re.compile(
    r'(?P<minus>-)?(?:(?P<name>[A-Za-z]+):(?=\S))?(?:"(?P<quoted>[^"]*)(?P<end>"?)|(?P<word>[^\s"]+))'
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_LISTS = {"practice": "practices", "person": "people", "tag": "tags"}
_FILTERS = frozenset({*_LISTS, "from", "to", "on", "is"})
_STAR = frozenset({"star", "starred"})


@dataclass(frozen=True, slots=True)
class Term:
    """Words to look for. `phrase`: the last word is whole, else its beginning is enough."""

    text: str
    phrase: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: words and filters, all of which must hold. An empty one finds everything.

    `first` and `last` are journal days, both inclusive. `starred` is None where it does not matter.
    Practices, people and tags are as typed: compare them by `fold`.
    """

    terms: tuple[Term, ...] = ()
    practices: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    not_practices: tuple[str, ...] = ()
    not_people: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    starred: bool | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A query's words as FTS5 expressions, safely quoted; each is empty where there are none."""

    wanted: str = ""
    unwanted: str = ""

    @property
    def expression(self) -> str:
        """Both in one; empty where no word is wanted (then leave out what `unwanted` finds)."""
        if self.wanted and self.unwanted:
            return f"({self.wanted}) NOT ({self.unwanted})"
        return self.wanted


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter to show and to take away: `name` as typed before the colon, then its value."""

    name: str
    value: str
    negated: bool = False


def parse(text: str) -> Query:
    """Read what was typed. Never fails; what is beyond the limits above is left out."""
    query = Query()
    for token in _TOKEN.finditer(text[:MOST_CHARACTERS].translate(_TYPED)):
        query = _filtered(query, token) or _with_term(query, token)
    return query


def fts_match(query: Query) -> Match:
    """The words of a query for `entry_text MATCH ?`, however odd they are."""
    return Match(
        wanted=" ".join(_expression(term) for term in query.terms if not term.negated),
        unwanted=" OR ".join(_expression(term) for term in query.terms if term.negated),
    )


def chips(query: Query) -> tuple[Chip, ...]:
    """The filters of a query, in a steady order."""
    found = [
        Chip(name, value, negated)
        for negated in (False, True)
        for name, field in _LISTS.items()
        for value in getattr(query, f"not_{field}" if negated else field)
    ]
    days = {"from": query.first, "to": query.last}
    found += [Chip(name, day.isoformat()) for name, day in days.items() if day]
    if query.starred is not None:
        found.append(Chip("is", "star", not query.starred))
    return tuple(found)


def without(query: Query, chip: Chip) -> Query:
    """The query with one filter taken away."""
    if chip.name in _LISTS:
        field = _field(chip.name, negated=chip.negated)
        left = tuple(value for value in getattr(query, field) if value != chip.value)
        return _with(query, field, left)
    return _with(query, {"from": "first", "to": "last"}.get(chip.name, "starred"), None)


def as_text(query: Query) -> str:
    """The query as it could have been typed: `parse(as_text(query)) == query`."""
    filters = [f"{_minus(chip.negated)}{chip.name}:{_quoted(chip.value)}" for chip in chips(query)]
    words = sorted(query.terms, key=_is_open)
    return " ".join([*filters, *(_minus(term.negated) + _typed(term) for term in words)])


def _filtered(query: Query, token: re.Match[str]) -> Query | None:
    """The query with this token's filter; None where the token is no filter."""
    name, negated = (token["name"] or "").lower(), token["minus"] is not None
    if (token["word"] or "").rstrip(":").lower() in _FILTERS and token["word"].endswith(":"):
        return query
    if name not in _FILTERS:
        return None
    value = " ".join((token["quoted"] if token["word"] is None else token["word"]).split())
    if name in _LISTS:
        return _listed(query, _field(name, negated=negated), value)
    if name == "is":
        return replace(query, starred=not negated) if value.lower() in _STAR else None
    days = None if negated else _days(value)
    return _narrowed(query, name, days) if days else None


def _listed(query: Query, field: str, value: str) -> Query:
    value = value.lstrip("#") if field.endswith("tags") else value
    there: tuple[str, ...] = getattr(query, field)
    if not has_words(value) or value in there or len(there) >= MOST_TERMS:
        return query
    return _with(query, field, (*there, value))


def _with(query: Query, field: str, value: object) -> Query:
    changed: dict[str, Any] = {field: value}
    return replace(query, **changed)


def _narrowed(query: Query, name: str, days: tuple[date, date]) -> Query:
    first, last = days
    if name in {"from", "on"}:
        query = replace(query, first=max(first, query.first or first))
    if name in {"to", "on"}:
        query = replace(query, last=min(last, query.last or last))
    return query


def _days(text: str) -> tuple[date, date] | None:
    """First and last day of a day, a month or a year; None where it cannot be."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or len(month_name) - 1
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])


def _with_term(query: Query, token: re.Match[str]) -> Query:
    quoted = token["quoted"] is not None
    named = f"{token['name']}:" if token["name"] else ""
    words = token["quoted"] if quoted else token["word"]
    text = " ".join(f"{named}{words}"[:MOST_TERM_CHARACTERS].split())
    if len(query.terms) >= MOST_TERMS or not has_words(text):
        return query
    is_phrase = quoted and token["end"] == '"'
    return replace(query, terms=(*query.terms, Term(text, is_phrase, token["minus"] is not None)))


def _expression(term: Term) -> str:
    text = query_text(term.text).replace('"', " ")
    return f'"{text}"' if term.phrase else f'"{text}"*'


def _field(name: str, *, negated: bool) -> str:
    return f"not_{_LISTS[name]}" if negated else _LISTS[name]


def _minus(negated: bool) -> str:  # noqa: FBT001 one flag, one sign
    return "-" if negated else ""


def _quoted(value: str) -> str:
    return f'"{value}"'


def _is_open(term: Term) -> bool:
    """Whether a quote has to stand before it, else it would be read as something else."""
    return not term.phrase and parse(_minus(term.negated) + term.text).terms != (term,)


def _typed(term: Term) -> str:
    if term.phrase:
        return _quoted(term.text)
    return f'"{term.text}' if _is_open(term) else term.text
