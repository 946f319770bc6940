"""The words of the page for sharing: rows, leaks, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.entry import Sensitivity
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.domain.preview import FoundLeak, ShareRow


def row_line(row: ShareRow, library: PracticeLibrary, today: date) -> str:
    """What stands below a title: "12 March · hard talk · private"."""
    if not row.may_go:
        return _("Told in confidence; it never leaves this journal")
    day = plain_day(row.summary.day, today)
    practice = library.find(row.summary.practice)
    title = practice.title if practice is not None else ""
    return _POINT.join(filter(None, (day, title, sensitivity_word(row.sensitivity))))


def sensitivity_word(sensitivity: Sensitivity) -> str:
    """How far an entry may go, in a word or two."""
    return {
        Sensitivity.COACH: _("for a coach"),
        Sensitivity.PRIVATE: _("private"),
        Sensitivity.NEVER: _("never leaves"),
    }[sensitivity]


def leaks_sentence(number: int) -> str:
    """The one calm sentence above what was found."""
    return ngettext(
        "One word here may tell who is meant. Look at it before this goes out.",
        "{n} words here may tell who is meant. Look at them before this goes out.",
        number,
    ).format(n=number)


def leak_words(leak: FoundLeak) -> str:
    """What was found, and where."""
    kinds = {
        "near": _("“{word}” is close to a name"),
        "word": _("“{word}” is on your list"),
        "email": _("“{word}” looks like an e-mail address"),
        "phone": _("“{word}” looks like a telephone number"),
        "link": _("“{word}” looks like a link"),
    }
    what = kinds.get(leak.leak.kind, _("“{word}” may be a name")).format(word=leak.word)
    return _("{what} ({place}).").format(what=what, place=leak.place)


def left_out_words(number: int) -> str:
    """How many of the chosen entries may not go out; empty for none."""
    if not number:
        return ""
    return ngettext(
        "One chosen entry stays here: it may not go out any more.",
        "{n} chosen entries stay here: they may not go out any more.",
        number,
    ).format(n=number)


def bare_words(number: int) -> str:
    """How many entries go out with their title alone; empty for none."""
    if not number:
        return ""
    return ngettext(
        "One entry has only its title here; tick more of what goes in to show more of it.",
        "{n} entries have only their titles here; tick more of what goes in to show more of them.",
        number,
    ).format(n=number)


def no_anonymity() -> str:
    """What redaction cannot do, said plainly."""
    return _("Taking names out is no anonymity: who knows your team may still guess.")


# It never begins a line.
_POINT = "\N{NO-BREAK SPACE}· "
