"""Words that the sentences of several charts share."""

from __future__ import annotations

from ally_journal.domain.day_words import number_word
from ally_journal.language import _, ngettext


def nothing_yet() -> str:
    """Said where there is no answer at all."""
    return _("Nothing noted here yet.")


def times(number: int) -> str:
    """How often: "once", "twice", "five times"."""
    if number == 1:
        return _("once")
    if number == 2:  # noqa: PLR2004 it has a word of its own
        return _("twice")
    return ngettext("{n} time", "{n} times", number).format(n=number_word(number))
