"""The words for every error and finding: what happened, then one way on.

Errors are data (`errors.py`); here they meet a person, in the window and on the command line alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal import errors
from ally_journal.domain.day_words import month_name
from ally_journal.habit_sentences import HABIT_WORDS
from ally_journal.import_words import IMPORT_WORDS
from ally_journal.language import _, ngettext
from ally_journal.notice_words import words_of
from ally_journal.packet_words import PACKET_WORDS
from ally_journal.paper_words import PAPER_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.services.backups import BackupRow
    from ally_journal.services.notices import Notice
    from ally_journal.storage.integrity import Finding
    from ally_journal.storage.salvaging import Salvaged


def sentence(error: errors.JournalError) -> str:
    """What happened and one way on, in the person's language; never text of an entry."""
    for kind in type(error).__mro__:
        if kind in _ERRORS:
            return _ERRORS[kind](error)
    return _("That did not work. Nothing was changed.")


def finding_sentence(finding: Finding) -> str:
    """What a check found and what it means for the journal."""
    return _FINDINGS[finding.code.value](finding.number)


def notice_sentence(notice: Notice) -> str:
    """What the person is to know, and one way on."""
    return words_of(notice)


def way_on(findings: tuple[Finding, ...], backup: BackupRow | None = None) -> str:
    """What to do about everything that a check found; one sentence for all of it.

    Args:
        findings: of the check.
        backup: the newest that was found whole.
    """
    if not findings:
        return _("All is well.")
    if all(finding.code.value in _HARMLESS for finding in findings):
        return _("Everything you wrote can be read. Make a backup now, to be safe.")
    return way_back(backup)


def way_back(backup: BackupRow | None) -> str:
    """What to do about a damaged journal: restore the newest backup that was found whole."""
    if backup is None:
        return _(
            "Leave the journal as it is, and restore the newest backup to a new place. Where there "
            "is none, salvage what can still be read into a new journal."
        )
    made = backup.made.astimezone().date()
    return ngettext(
        "Leave the journal as it is, and restore the backup of {day} with {n} entry: it was "
        "examined just now, and is whole.",
        "Leave the journal as it is, and restore the backup of {day} with {n} entries: it was "
        "examined just now, and is whole.",
        backup.entries or 0,
    ).format(day=f"{made.day} {month_name(made.month)} {made.year}", n=backup.entries or 0)


def salvaged_sentence(salvaged: Salvaged) -> str:
    """What came out of a damaged journal, and whether anything was lost."""
    came = ngettext(
        "{n} entry stands in the new journal; the same passphrase opens it.",
        "{n} entries stand in the new journal; the same passphrase opens it.",
        salvaged.entries,
    ).format(n=salvaged.entries)
    lost = {loss.table: loss.known for loss in salvaged.lost}
    if not lost:
        return came + " " + _("Nothing was lost.")
    told = []
    if salvaged.bare:
        told.append(_("Of {n} of them only the answers are left.").format(n=salvaged.bare))
    if lost.get("entry"):
        told.append(_("{n} more could not be read.").format(n=lost["entry"]))
    return " ".join((came, *(told or [_("Some parts of them could not be read.")])))


def _wrong_answer(error: errors.WrongAnswer) -> str:
    why = _WRONG_ANSWERS.get(error.reason)
    reason = why() if why else _("it does not fit the question")
    return _("The answer to “{step}” cannot be kept: {reason}. Nothing was kept.").format(
        step=error.step, reason=reason
    )


def _bad_answers(error: errors.BadAnswers) -> str:
    why = _NO_JSON.get(error.reason)
    if why is None:
        return _(
            "The answers are to be one JSON object: a step's key and its answer. Nothing was kept."
        )
    if error.place:
        return _("The answers cannot be read: {reason}, at {place}. Nothing was kept.").format(
            reason=why(), place=error.place
        )
    return _("The answers cannot be read: {reason}. Nothing was kept.").format(reason=why())


def _bad_text(error: errors.BadText) -> str:
    if error.reason == "too-long":
        return _(
            "This text is longer than a million characters. Please make several entries of it."
        )
    return _(
        "The text holds a character that cannot be kept, often from a damaged file. Please take it "
        "out and try again."
    )


def _practice_file(error: errors.PracticeFileError) -> str:
    if not error.key:
        words = _("The practice file {file} is not right: {reason}.")
    else:
        words = _("The practice file {file} is not right at {key}: {reason}.")
    return " ".join(words.format(file=error.file, key=error.key, reason=error.reason).split())


def _unknown_format(error: errors.UnknownFormat) -> str:
    return _(
        "There is no format “{name}” here. There are markdown, html, pdf, json and csv."
    ).format(name=error.name)


_ERRORS: dict[type, Callable[[Any], str]] = {
    errors.WrongPassphrase: lambda _e: _(
        "This passphrase does not open the journal. Check the caps-lock key and try again; the "
        "recovery code opens it too."
    ),
    errors.WrongRecoveryCode: lambda _e: _(
        "This recovery code is of another journal, or an older one of this. Look for its sheet."
    ),
    errors.MalformedRecoveryCode: lambda _e: _(
        "This is not a whole recovery code: a letter is missing or mistyped. It has nine groups of "
        "four; compare it with your sheet."
    ),
    errors.NoRecoveryCode: lambda _e: _(
        "This journal was made without a recovery code. Only the passphrase opens it."
    ),
    errors.VaultMissing: lambda _e: _(
        "There is no journal at this place. Check the path, or make a new journal there."
    ),
    errors.NotAVault: lambda _e: _(
        "What stands at this place is not a journal. Choose the journal's own folder; its name "
        "often ends in .ally."
    ),
    errors.VaultExists: lambda _e: _(
        "Something stands at this place already. It was left as it is; choose a new name or an "
        "empty folder."
    ),
    errors.DamagedHeader: lambda _e: _(
        "The file vault.json, which holds the journal's locked key, is damaged, and so is its "
        "copy. Your entries are still there: restore a backup to a new place."
    ),
    errors.DamagedFile: lambda _e: _(
        "Your passphrase is right, but the file journal.db is damaged. Leave it as it is, and "
        "restore the newest backup to a new place."
    ),
    errors.DamagedBackup: lambda _e: _(
        "This file is not a whole backup of a journal. Nothing was changed; try an older backup."
    ),
    errors.OtherJournal: lambda _e: _(
        "This is a backup of another journal. Nothing was changed; restore it to a new place."
    ),
    errors.EmptyFile: lambda _e: _(
        "The file journal.db is empty: another program emptied it. Leave it as it is, and restore "
        "the newest backup to a new place."
    ),
    errors.NewerVersion: lambda _e: _(
        "This journal was last used by a newer version of Ally Journal. Nothing was changed; "
        "please update this one."
    ),
    errors.AlreadyOpen: lambda _e: _(
        "This journal is open in another window or command. Close it there, then try again."
    ),
    errors.NoPermission: lambda _e: _(
        "This computer does not let you read or write there. Choose another place, or ask for "
        "access to the folder."
    ),
    errors.ReadOnly: lambda _e: _(
        "This journal can be read here, but not changed. Copy its folder to a place where you may "
        "write."
    ),
    errors.DiskFull: lambda _e: _(
        "The disk is full. What was saved before is safe; make some room and try again."
    ),
    errors.DiskTrouble: lambda _e: _(
        "The disk did not take or give the data. What was saved before is unchanged; check the "
        "drive and try again."
    ),
    errors.ChangedElsewhere: lambda _e: _(
        "Another program changed this journal while it was open here, perhaps one that keeps "
        "folders in step. Nothing was written to it. Lock it and open it again; what you were "
        "writing is kept."
    ),
    errors.Stopped: lambda _e: _("It was ended early, and nothing was changed. Start it again."),
    errors.VaultClosed: lambda _e: _("The journal was locked meanwhile. Open it and try again."),
    errors.VaultError: lambda _e: _(
        "The journal could not be used. What was saved before is unchanged; try again."
    ),
    errors.UnknownPractice: lambda e: _(
        "There is no practice “{practice}”. The command practices lists all there are."
    ).format(practice=e.practice),
    errors.UnknownStep: lambda e: _(
        "“{practice}” has no step “{step}”. The command “practices {practice}” lists its steps."
    ).format(practice=e.practice, step=e.step),
    errors.WrongAnswer: _wrong_answer,
    errors.BadAnswers: _bad_answers,
    errors.UnknownEntry: lambda _e: _(
        "There is no entry with this id. The command list shows the id of each."
    ),
    errors.UnknownHabit: lambda _e: _(
        "There is no habit with this name. The command habits shows all of them."
    ),
    errors.UnknownPromise: lambda _e: _("This promise is not there any more. Look once more."),
    errors.UnknownListItem: lambda _e: _("This is not on your list any more."),
    errors.BadItem: lambda _e: _("One line of at most 500 letters is what a list can hold."),
    errors.BadTime: lambda _e: _(
        "This is not a moment that an entry can tell of. Write it like 2026-03-02T18:30; it may "
        "not lie in the future."
    ),
    errors.BadDate: lambda _e: _("This is not a day. Write it like 2026-03-02."),
    errors.BadText: _bad_text,
    errors.BadName: lambda _e: _(
        "This name is empty or too long. A word or two is enough; for people, choose a made-up "
        "name."
    ),
    errors.UnknownPerson: lambda _e: _("This person is no longer among your people."),
    errors.PersonExists: lambda _e: _("Somebody has this name. Choose another, or merge the two."),
    **HABIT_WORDS,
    errors.EmptyPassphrase: lambda _e: _(
        "The passphrase is empty. Choose one that you can remember; several words are best."
    ),
    errors.InputError: lambda _e: _("That does not fit. Nothing was changed; please look again."),
    errors.PracticeFileError: _practice_file,
    errors.TargetExists: lambda _e: _(
        "Something stands at this place already. It was left as it is; choose another name."
    ),
    errors.TargetUnwritable: lambda _e: _(
        "The export cannot be written there. Choose a folder that is there and that you may write "
        "to."
    ),
    errors.UnknownFormat: _unknown_format,
    errors.ExportError: lambda _e: _("The export was not written. Nothing was changed; try again."),
    **IMPORT_WORDS,
    **PACKET_WORDS,
    **PAPER_WORDS,
}

_WRONG_ANSWERS: dict[str, Callable[[], str]] = {
    "not-text": lambda: _("it asks for text"),
    "not-an-option": lambda: _("it is not one of the options"),
    "too-many": lambda: _("there are more than it takes"),
    "off-the-scale": lambda: _("it is not a whole number on the scale"),
    "not-a-list": lambda: _("it asks for a list of texts"),
    "not-a-date": lambda: _("it asks for a day, such as 2026-03-02"),
    "not-a-name": lambda: _("it asks for made-up names, a word or two each"),
    "not-if-then": lambda: _("it asks for an if and a then"),
    "not-parts": lambda: _("it asks for an object of its parts"),
    "unknown-part": lambda: _("it has no such part"),
    "no-answer-asked": lambda: _("this step asks for nothing"),
}

_NO_JSON: dict[str, Callable[[], str]] = {
    "not-json": lambda: _("they are not JSON"),
    "not-utf-8": lambda: _("they are not text in UTF-8"),
    "duplicate-key": lambda: _("a key stands there twice"),
    "not-finite": lambda: _("a number in them is not a number"),
    "too-deep": lambda: _("they are nested too deeply"),
}

_HARMLESS = frozenset({"salt", "search"})

_FINDINGS: dict[str, Callable[[int], str]] = {
    "pages": lambda n: ngettext(
        "{n} page of the file has been damaged.", "{n} pages of the file have been damaged.", n
    ).format(n=n),
    "structure": lambda n: ngettext(
        "At {n} place the rows of the file do not fit together.",
        "At {n} places the rows of the file do not fit together.",
        n,
    ).format(n=n),
    "search": lambda _n: _(
        "The search does not know all the words of your entries. The entries themselves are whole."
    ),
    "references": lambda n: ngettext(
        "{n} row belongs to something that is missing.",
        "{n} rows belong to something that is missing.",
        n,
    ).format(n=n),
    "size": lambda n: ngettext(
        "The file is {n} byte longer or shorter than it is to be.",
        "The file is {n} bytes longer or shorter than it is to be.",
        n,
    ).format(n=n),
    "salt": lambda _n: _(
        "The first bytes of the file were changed by something else. It can be read all the same."
    ),
    "marker": lambda _n: _("The file does not carry the marks of a journal."),
    "content": lambda _n: _("What is in the backup is not what it says it holds."),
    "unreadable": lambda _n: _("A part of the check could not be made: the file cannot be read."),
}
