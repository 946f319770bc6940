"""The words of notices: what the person is to know about their journal, and one way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.services.notices import Notice


def words_of(notice: Notice) -> str:
    """The sentences for a notice."""
    return _WORDS[notice.kind.value](notice)


def _brought_back(notice: Notice) -> str:
    return ngettext(
        "A draft could not be saved when the journal was locked. It was kept and is back under "
        "your drafts.",
        "{n} drafts could not be saved when the journal was locked. They were kept and are back "
        "under your drafts.",
        notice.count,
    ).format(n=notice.count)


def _older_copy(notice: Notice) -> str:
    return ngettext(
        "This journal is older than the one last used on this computer: {n} change is missing. "
        "Look for the newer one, perhaps in a folder that is still being brought up to date.",
        "This journal is older than the one last used on this computer: {n} changes are missing. "
        "Look for the newer one, perhaps in a folder that is still being brought up to date.",
        notice.count,
    ).format(n=notice.count)


def _copies(notice: Notice) -> str:
    return _(
        "Another program, perhaps one that keeps folders in step, put a second copy beside this "
        "journal: {names}. It may hold entries that are missing here; "
        "keep it until you have looked."
    ).format(names=", ".join(notice.names))


def _copy_elsewhere(notice: Notice) -> str:
    if notice.day is None:
        return _(
            "All backups are on this computer so far. Copy one to another place, such as a stick "
            "in a drawer."
        )
    return _(
        "A backup was last copied to another place on {day}. Copy the newest there when you can."
    ).format(day=notice.day.isoformat())


def _drill(notice: Notice) -> str:
    if notice.day is None:
        return _("Your recovery code was never tried. Take your sheet and try it once.")
    return _(
        "You last tried your recovery code on {day}. Take your sheet and see that it still opens "
        "the journal."
    ).format(day=notice.day.isoformat())


_WORDS: dict[str, Callable[[Notice], str]] = {
    "damaged": lambda _n: _(
        "A part of this journal cannot be read. There is a way on: lock it, and go back to a "
        "backup or save what can be read."
    ),
    "older-copy": _older_copy,
    "conflicted-copy": _copies,
    "backup-failed": lambda _n: _(
        "The last backup could not be made. Your entries are safe; see that there is room on the "
        "disk, and make one now."
    ),
    "read-only": lambda _n: _(
        "This journal can be read here, but not changed. Copy its folder to a place where you may "
        "write."
    ),
    "read-by-code": lambda _n: _(
        "This journal can be read here, but not changed, so it has no new passphrase. Copy its "
        "folder to a place where you may write, and open it there with the code."
    ),
    "draft-brought-back": _brought_back,
    "unclean-end": lambda _n: _(
        "The program ended last time without locking. What was saved is there; a check tells "
        "whether all is well."
    ),
    "header-mended": lambda _n: _(
        "One of the two copies of the journal's locked key was damaged and has been mended. A "
        "check of the disk may be worth it."
    ),
    "copy-elsewhere-due": _copy_elsewhere,
    "drill-due": _drill,
}
