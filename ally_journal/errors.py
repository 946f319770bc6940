"""What can go wrong, as data. The words for each stand in `sentences.py`.

    JournalError
    ├── VaultError
    │   ├── WrongPassphrase       the passphrase does not open this journal
    │   ├── WrongRecoveryCode     neither does the recovery code
    │   ├── MalformedRecoveryCode it cannot be a recovery code: a letter is off
    │   ├── NoRecoveryCode        this journal was made without one
    │   ├── VaultMissing          there is no journal at this place
    │   ├── NotAVault             the place is a file, or a folder of something else
    │   ├── VaultExists           a journal was to be made where something stands already
    │   ├── DamagedHeader         vault.json cannot be used, nor its copy
    │   ├── DamagedFile           the passphrase is right, the database is not
    │   ├── DamagedBackup         the file is not a backup, or not a whole one
    │   ├── OtherJournal          the backup is of another journal
    │   ├── EmptyFile             the database has no bytes
    │   ├── NewerVersion          written by a later version of the program
    │   ├── AlreadyOpen           another window or command holds it
    │   ├── NoPermission          the system does not let us read or write here
    │   ├── ReadOnly              it can be read, not written
    │   ├── DiskFull              no room left; nothing was changed
    │   ├── DiskTrouble           reading or writing failed; nothing was changed
    │   ├── ChangedElsewhere      another program changed or replaced the file while it was open
    │   └── VaultClosed           it has been locked meanwhile
    ├── InputError
    │   ├── UnknownPractice, UnknownStep, WrongAnswer, BadAnswers
    │   ├── UnknownEntry, UnknownHabit, UnknownPromise, UnknownListItem
    │   ├── UnknownPerson, PersonExists
    │   ├── BadTime, BadDate, BadText, BadItem, BadName
    │   ├── HabitExists, BadSchedule, NotToBeScheduled, MarkInFuture, BadRange
    │   ├── BadTarget, BadAmount, AmountMissing, NotMeasured
    │   └── EmptyPassphrase
    ├── PracticeFileError         a practice file is not right: file, key, reason
    ├── ExportError
    │   ├── TargetExists          something else stands where the export was to go
    │   ├── TargetUnwritable      the export cannot be written there
    │   └── UnknownFormat
    ├── ImportProblem
    │   ├── SourceUnreadable, SourceTooLarge
    │   ├── SourceMalformed       it is not what it claims to be: place and reason
    │   └── TableMalformed        nor is a table of another program (`table_errors.py`)
    ├── PacketProblem             a packet or reply; more of it in `packet_errors.py`
    └── Stopped                   long work was ended before its end; nothing was changed

Fields hold names of ours (step keys, file names, codes), never the text of an entry. `str()` of an
error is its class name and those fields.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from typing_extensions import override


@dataclass(eq=False)
class JournalError(Exception):
    """Anything that the journal refuses or cannot do; the program goes on."""

    @override
    def __str__(self) -> str:
        """Name the kind and its fields, for logs and tests."""
        shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
        return f"{type(self).__name__}({shown})"


class VaultError(JournalError):
    """The vault could not be opened, read or written."""


class WrongPassphrase(VaultError):
    """The passphrase does not open this journal."""


class WrongRecoveryCode(VaultError):
    """The code is well formed and does not open this journal."""


class MalformedRecoveryCode(VaultError):
    """What was typed cannot be a recovery code: its length or its check is off."""


class NoRecoveryCode(VaultError):
    """The journal has no recovery slot."""


class VaultMissing(VaultError):
    """No journal stands at this place."""


class NotAVault(VaultError):
    """The place is a file, or a folder that holds something else."""


class VaultExists(VaultError):
    """A journal was to be made where something stands already."""


class DamagedHeader(VaultError):
    """Neither `vault.json` nor its copy can be used."""


class DamagedFile(VaultError):
    """The passphrase is right, the database cannot be read."""


class DamagedBackup(VaultError):
    """The file is not a backup, or not a whole one; nothing was changed."""


class OtherJournal(VaultError):
    """The backup was made of another journal; nothing was changed."""


class EmptyFile(VaultError):
    """The database file has no bytes: it was emptied by something else."""


class NewerVersion(VaultError):
    """The journal was written by a later version of this program."""


class AlreadyOpen(VaultError):
    """Another window or command holds this journal."""


class NoPermission(VaultError):
    """The system does not allow reading or writing here."""


class ReadOnly(VaultError):
    """The journal can be read here, not written."""


class DiskFull(VaultError):
    """No room left on the disk; nothing was changed."""


class DiskTrouble(VaultError):
    """Reading or writing failed; nothing was changed."""


class ChangedElsewhere(VaultError):
    """Another program changed or replaced the database while it was open; nothing was written."""


class VaultClosed(VaultError):
    """The journal was locked while this was asked of it."""


class InputError(JournalError):
    """What was given does not fit; nothing was changed."""


@dataclass(eq=False)
class UnknownPractice(InputError):
    """No practice has this id."""

    practice: str


@dataclass(eq=False)
class UnknownStep(InputError):
    """The practice has no step with this key."""

    practice: str
    step: str


@dataclass(eq=False)
class WrongAnswer(InputError):
    """An answer does not fit the kind of its step.

    `reason` is a code of `domain.answers`: such as "not-text", "not-an-option", "off-the-scale".
    """

    step: str
    reason: str


@dataclass(eq=False)
class BadAnswers(InputError):
    """The answers are not an object of step keys.

    Where their file is not JSON at all, `place` and the code in `reason` say where and why.
    """

    place: str = ""
    reason: str = ""


class UnknownEntry(InputError):
    """No entry has this id."""


class UnknownHabit(InputError):
    """No habit has this name."""


class UnknownPromise(InputError):
    """No promise has this id."""


class UnknownListItem(InputError):
    """No list holds something with this id."""


class BadTime(InputError):
    """Not a moment in time, or one that cannot be."""


class BadDate(InputError):
    """Not a day, or one that cannot be."""


@dataclass(eq=False)
class BadText(InputError):
    """Text that cannot be kept. `reason`: "nul", "surrogate" or "too-long"."""

    reason: str


class BadItem(InputError):
    """Something for a list that says nothing, or is longer than a line may be."""


class BadName(InputError):
    """A name that is empty, too long, or a whole sentence."""


class UnknownPerson(InputError):
    """Nobody has this id."""


class PersonExists(InputError):
    """Somebody else has this made-up name, or is also called so."""


class HabitExists(InputError):
    """A habit with this name is there already."""


@dataclass(eq=False)
class BadSchedule(InputError):
    """Not one of the schedules a habit can have.

    `reason` is "week", "month" or "span" for a number out of range, "weekday" for a day that is
    none, else empty; `given` the number or the short word that is meant.
    """

    reason: str = ""
    given: str = ""


@dataclass(eq=False)
class NotToBeScheduled(InputError):
    """A practice that must never become a target."""

    practice: str


@dataclass(eq=False)
class MarkInFuture(InputError):
    """A habit cannot be marked for a day to come: `day` is the first such, as 2026-03-02."""

    day: str = ""


@dataclass(eq=False)
class BadRange(InputError):
    """The last day of a range comes before its first; both as 2026-03-02."""

    first: str = ""
    last: str = ""


@dataclass(eq=False)
class BadTarget(InputError):
    """What a habit is measured by cannot be. `reason`: "form", "number", "nothing" or "unit"."""

    reason: str


class BadAmount(InputError):
    """Not an amount: no number, less than nothing, or larger than anybody counts."""


class AmountMissing(InputError):
    """A measurable habit is marked with an amount."""


class NotMeasured(InputError):
    """An amount was given for a habit that is only done or not."""


class EmptyPassphrase(InputError):
    """A passphrase without a character."""


@dataclass(eq=False)
class PracticeFileError(JournalError):
    """A practice file is not right: which file, which key, and why."""

    file: str
    key: str
    reason: str


class ExportError(JournalError):
    """An export could not be written; nothing was changed."""


class TargetExists(ExportError):
    """Something else stands where the export was to go."""


class TargetUnwritable(ExportError):
    """The place for the export cannot be written to."""


@dataclass(eq=False)
class UnknownFormat(ExportError):
    """No such format."""

    name: str


class ImportProblem(JournalError):
    """A file could not be brought in; nothing was changed."""


class SourceUnreadable(ImportProblem):
    """The file is not there or cannot be read."""


class SourceTooLarge(ImportProblem):
    """The file or something in it is larger than the journal takes."""


@dataclass(eq=False)
class SourceMalformed(ImportProblem):
    """The file is not what it claims to be: at which place, and why, in codes."""

    place: str
    reason: str


class Stopped(JournalError):
    """Long work was ended before its end: by a lock, or by the person; nothing was changed."""
