"""Rescuing a draft that could not be saved, just before the journal is closed."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from ally_journal.errors import UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.domain.entry import Draft
    from ally_journal.journal import Journal


def bring_to_safety(journal: Journal, draft: Draft) -> None:
    """Save it once more; where that is still not possible, seal it to another place.

    The next opening of the journal makes it a draft again.
    """
    try:
        journal.writing.save_draft(draft)
    except UnknownEntry:
        return  # it was kept as an entry meanwhile
    except Exception as error:  # noqa: BLE001 whatever it was: the text is not to be lost
        _in_any_case(partial(journal.writing.spool, draft), but_tell=error)


def _in_any_case(act: Callable[[], object], but_tell: Exception) -> None:
    try:
        act()
    except Exception:  # noqa: BLE001 nothing may stop the lock
        sys.excepthook(type(but_tell), but_tell, but_tell.__traceback__)
