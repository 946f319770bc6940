"""Letters for people: "Person A", dealt anew for every packet, and names again in replies.

The letter I is never dealt: "the person I met" must not be taken for somebody. What the client
wrote and looks like one of our labels ("Person B") becomes "someone", so that it is not confused.
"""

from __future__ import annotations

import re
from itertools import count, islice
from typing import TYPE_CHECKING

from ally_journal.domain.person import pseudonym_letters
from ally_journal.domain.redaction_text import tidied
from ally_journal.domain.redaction_values import Cast, Known
from ally_journal.language import _

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence

    from ally_journal.domain.person import Person

_BEFORE_AN_ARTICLE = re.compile(
    r"\b(?:per|each|every|one|a|the|this|that|any|no|another|first|same|which|other|new|whole)\s+$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 12


def cast(people: Sequence[Person], words: Iterable[str], shuffle: random.Random) -> Cast:
    """Deal letters to people in an order of chance; `words` are blanked wherever they stand."""
    letters = list(islice(_letters(), len(people)))
    shuffle.shuffle(letters)
    known = tuple(
        Known(one.id, one.names, label(of)) for one, of in zip(people, letters, strict=True)
    )
    return Cast(known, tuple(word for word in dict.fromkeys(map(str.strip, words)) if word))


def label(letters: str) -> str:
    """For "A" it is "Person A"."""
    return _("Person {letters}").format(letters=letters)


def someone() -> str:
    """Stands for somebody who may be one or another."""
    return _("someone")


def label_like() -> re.Pattern[str]:
    """Finds what looks like a label of ours, as somebody may have written it."""
    head, _letters_here, tail = (re.escape(one) for one in label("\0").partition("\0"))
    heads = "|".join(dict.fromkeys((head, head.lower(), head.upper())))
    return re.compile(rf"(?<!\w)(?:{heads})(?!I\b)[A-Z]{{1,2}}{tail}(?!\w|\.\w)")


def named_again(text: str, cast: Cast) -> str:
    """A reply with the client's own names where it says "Person A", in any case, with any ending.

    "a person a day" stays: in small letters, "person a" behind an article is none of ours.
    """
    names = {_folded(one.label): one.names[0] for one in cast.known if one.names}
    if not names:
        return text
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(one).replace(r"\ ", r"[\s_-]{1,3}") for one in longest)
    labels = re.compile(rf"(?<!\w)(?:{either})(?=(?-i:s?)(?!\w))", re.IGNORECASE)

    def name(found: re.Match[str]) -> str:
        written = found.group()
        if text[found.end() : found.end() + 1] == "s" and not written[-1].isupper():
            return written  # a person as good as any
        before = text[max(found.start() - _LONGEST_BEFORE, 0) : found.start()]
        if written.islower() and written.endswith(" a") and _BEFORE_AN_ARTICLE.search(before):
            return written
        return names[_folded(written)]

    return labels.sub(name, text)


def _folded(written: str) -> str:
    return " ".join(re.split(r"[\s_-]+", tidied(written).casefold()))


def _letters() -> Iterator[str]:
    return (letters for number in count(1) if (letters := pseudonym_letters(number)) != "I")
