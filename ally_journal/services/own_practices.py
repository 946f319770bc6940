"""The person's own practices: checked, kept with their versions, handed on as files."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.own_practice import MOST_VERSION, is_same, read_own, text_of, with_version
from ally_journal.domain.practice import Practice
from ally_journal.domain.practice_files import PracticeLibrary, load_built_in
from ally_journal.domain.practice_form import FormStep, PracticeForm
from ally_journal.domain.practice_schema import MOST_BYTES
from ally_journal.errors import PracticeFileError, SourceUnreadable, UnknownPractice
from ally_journal.formats.target import new_file
from ally_journal.language import _
from ally_journal.storage import own_practices, settings_table
from ally_journal.storage.settings_table import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ally_journal.services.context import Context
    from ally_journal.storage.own_practices import OwnRow
    from ally_journal.storage.reader import Reader

MOST_OWN = 100
MOST_WAITING = 20
_FORMS = "forms"
_CHANGE = Change(practices=True)


@dataclass(frozen=True, slots=True)
class OwnPractice:
    """One that is kept. `entries` counts those of any version.

    `practice` is None where this version of the program cannot read its file; `trouble` says why.
    """

    id: str
    version: int
    source: str
    entries: int
    practice: Practice | None
    trouble: PracticeFileError | None = None


class OwnPracticeService:
    """Keeps the library of the journal as it stands in the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.read_again()

    def read_again(self) -> None:
        """Take the practices as they stand in the vault."""
        read_library(self._context)

    def all(self) -> tuple[OwnPractice, ...]:
        """All that are kept, in the order in which they were made."""
        vault = self._context.vault
        return tuple(
            self._shown(row, own_practices.entries_of(vault, row.practice))
            for row in _rows(vault)
            if not row.is_removed
        )

    def check(self, source: str, file: str = "") -> Practice:
        """Read a practice as `keep` would, and keep nothing.

        Args:
            source: the text of its file.
            file: the file's name, for messages.

        Raises:
            PracticeFileError: it is not right; with the key and the reason.
        """
        practice = read_own(source, file)
        others = [row for row in _rows(self._context.vault) if row.practice != practice.id]
        if len(others) >= MOST_OWN:
            raise PracticeFileError(file, "", _("there are 100 practices of your own already"))
        if practice.id in load_built_in().practices:
            raise PracticeFileError(file, "id", _("another practice has this id"))
        _library(others).with_own([practice])
        return practice

    def read(self, path: Path) -> str:
        """The text of a file; only a plain file is opened, and only as much as a practice has.

        Raises:
            SourceUnreadable: it is no file, or cannot be read.
            PracticeFileError: it is too large, or no text.
        """
        try:
            if not path.is_file():
                raise SourceUnreadable
            with path.open("rb") as stream:
                return text_of(stream.read(MOST_BYTES + 1), path.name)
        except (OSError, ValueError) as error:
            raise SourceUnreadable from error

    def keep(self, source: str, file: str = "") -> tuple[Practice, Change]:
        """Keep a new practice, or a new version of one; what says the same stays as it was.

        Raises:
            PracticeFileError: it is not right; nothing was changed.
        """
        practice, stamp = self.check(source, file), self._context.stamp()
        with self._context.vault.atomic() as tx:
            before = own_practices.load(tx, practice.id)
            version = _version(practice, source, before)
            text = with_version(source, version)
            if before is None:
                own_practices.add(tx, practice.id, version, text, stamp)
            else:
                own_practices.save(tx, before.id, version, text, stamp)
        self.read_again()
        return self._context.library.get(practice.id), _CHANGE

    def remove(self, practice_id: str) -> tuple[str, Change]:
        """Take a practice off the lists; gives its source, which `keep` brings back.

        Entries of it stay as they are, and can be read and edited.

        Raises:
            UnknownPractice: it is none of the person's own.
        """
        with self._context.vault.atomic() as tx:
            row = _known(tx, practice_id)
            erase = not own_practices.is_used(tx, practice_id)
            own_practices.remove(tx, row.id, self._context.stamp(), erase=erase)
        self.read_again()
        return row.source, _CHANGE

    def source(self, practice_id: str) -> str:
        """The text of the file of a practice.

        Raises:
            UnknownPractice: it is none of the person's own.
        """
        return _known(self._context.vault, practice_id).source

    def save(self, source: str, path: Path) -> None:
        """Write a practice to a new file, never onto one that is there.

        Raises:
            TargetExists, TargetUnwritable, DiskFull.
        """
        with new_file(path) as stream:
            stream.write(source)

    def put_aside(self, form: PracticeForm | None, practice: str = "") -> Change:
        """Keep a form that is half written, or forget the one that was kept so.

        Args:
            form: as it stands; None to forget it.
            practice: the id of the practice that it changes; empty for a new one.
        """
        with self._context.vault.atomic() as tx:
            waiting = _waiting(tx)
            waiting.pop(practice, None)
            if form is not None:
                waiting[practice] = form
            forms = {key: asdict(one) for key, one in list(waiting.items())[-MOST_WAITING:]}
            settings_table.put(tx, UNFINISHED, {_FORMS: forms}, self._context.stamp())
        return Change()

    def unfinished(self, practice: str = "") -> PracticeForm | None:
        """The form that was half written; None where there is none that can be read.

        Args:
            practice: the id of the practice that it changes; empty for a new one.
        """
        return _waiting(self._context.vault).get(practice)

    def all_unfinished(self) -> dict[str, PracticeForm]:
        """Every form that is half written, by the id of its practice; the last one at the end."""
        return _waiting(self._context.vault)

    def _shown(self, row: OwnRow, entries: int) -> OwnPractice:
        practice = self._context.library.practices.get(row.practice)
        if practice is not None and practice.source == "own":
            return OwnPractice(row.practice, row.version, row.source, entries, practice)
        trouble = PracticeFileError(row.practice, "id", _("another practice has this id"))
        try:
            read_own(row.source, row.practice)
        except PracticeFileError as error:
            trouble = error
        return OwnPractice(row.practice, row.version, row.source, entries, None, trouble)


def read_library(context: Context) -> None:
    """Take the practices as they stand in the vault: at the opening, after an import."""
    context.library = _library(_rows(context.vault))


def _waiting(reader: Reader) -> dict[str, PracticeForm]:
    """What can be read of the forms that wait; an earlier program kept one alone."""
    value = settings_table.read(reader).get(UNFINISHED)
    if not isinstance(value, dict):
        return {}
    forms = value.get(_FORMS, {"": value})
    read = {key: _form(one) for key, one in forms.items()} if isinstance(forms, dict) else {}
    return {key: form for key, form in read.items() if form is not None}


def _form(value: object) -> PracticeForm | None:
    import msgspec  # noqa: PLC0415 only for whoever writes a practice

    try:
        form = msgspec.convert(value, PracticeForm) if value else None
    except msgspec.ValidationError:
        return None
    return form if form is None or form.steps else replace(form, steps=(FormStep(""),))


def _rows(reader: Reader) -> list[OwnRow]:
    """One row for each practice: two copies of a journal may have brought two."""
    chosen: dict[str, OwnRow] = {}
    for row in own_practices.everything(reader):
        other = chosen.get(row.practice)
        if other is None or _rank(row) > _rank(other):
            chosen[row.practice] = row
    return list(chosen.values())


def _rank(row: OwnRow) -> tuple[bool, int]:
    return not row.is_removed, row.version


def _library(rows: Iterable[OwnRow]) -> PracticeLibrary:
    """The built-in practices and those of the rows; one that does not fit any more is left out.

    A later program may have an id that the person chose first, or refuse what an earlier one took.
    """
    library = load_built_in()
    for row in list(rows)[: 2 * MOST_OWN]:
        try:
            practice = replace(read_own(row.source, row.practice), version=row.version)
            if practice.id != row.practice:
                continue
            hidden = replace(practice, listed=False, on_today=0) if row.is_removed else practice
            library = library.with_own([hidden])
        except PracticeFileError:
            continue
    return library


def _version(practice: Practice, source: str, before: OwnRow | None) -> int:
    if before is None:
        return practice.version
    if before.source and is_same(source, before.source):
        return before.version
    return min(max(practice.version, before.version + 1), MOST_VERSION)


def _known(reader: Reader, practice_id: str) -> OwnRow:
    row = own_practices.load(reader, practice_id)
    if row is None or row.is_removed:
        raise UnknownPractice(practice_id[:60])
    return row
