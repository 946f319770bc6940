"""Desk: what every page is handed. It asks the journal in its lane and tells everybody of changes.

self.desk.ask(lambda journal: journal.reading.entry(entry_id), self._show, owner=self)
self.desk.write(lambda journal: journal.bin.move(entry_id), owner=self)
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from ally_journal.changes import Change
from ally_journal.window_file import WindowSettings
from ui.background import Background, is_alive
from ui.clipboard import Clipboard
from ui.messages import Messages
from ui.opening import Opened, Opening
from ui.theme import LARGEST, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ally_journal.clock import Clock
    from ally_journal.domain.entry import Draft
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ally_journal.settings import Settings
    from ally_journal.stopping import Stop
    from ui.theme import Theme

T = TypeVar("T")
_WRITING = {"serif": "serif", "sans": "sans", "large": "open"}


class Desk(QObject):
    """Theme, background, messages, clock, library and settings, and the signals between pages."""

    changed = Signal(Change)  # after every write
    visit = Signal(object)  # a place (ui.places)
    back_requested = Signal()
    lock_requested = Signal()
    hide_requested = Signal()
    short_path_requested = Signal()
    unlocked = Signal()
    closed = Signal(bool)  # nothing is open any more and the keys are gone; whether it was open
    look_changed = Signal()
    reminders_changed = Signal()  # what reminds, or the icon in the tray

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        folder: Path,
        *,
        window_settings: WindowSettings | None = None,
        settings_folder: Path | None = None,
        opening: Opening | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`folder`: of the journal, there or to be made; `settings_folder`: of window.toml."""
        super().__init__(parent)
        self.theme, self.clock, self.folder = theme, clock, folder
        self.messages = Messages(self)
        self.background = Background(self.messages, self)
        self.clipboard = Clipboard(self)
        self._settings: Settings | None = None
        self.window_settings = window_settings or WindowSettings()
        self.goes_on_locked = False  # a backup is restored next: no deep lock before that
        self.begins_at: object = None  # the place before unlocking, where there is another one
        self.may_close: Callable[[], bool] = _always  # else the person is asked something now
        self.settings_folder = settings_folder
        self._chosen: dict[str, Any] = {}
        self._opening = opening or Opening(clock)
        self._library: PracticeLibrary | None = None
        # Touched in the lane only.
        self._journal: Journal | None = None
        self._unwritten: dict[str, Draft] = {}

    @property
    def library(self) -> PracticeLibrary:
        """The practices, with the person's own; there once the journal is open."""
        return cast("PracticeLibrary", self._library)

    @property
    def settings(self) -> Settings:
        """What the person chose for the open journal; the defaults while there is none."""
        if self._settings is None:
            from ally_journal.settings import Settings  # noqa: PLC0415 not part of the start

            self._settings = Settings()
        return self._settings

    @property
    def is_open(self) -> bool:
        """Whether a journal is open, as far as the window knows."""
        return self._library is not None

    def today(self) -> date:
        """The journal day of now."""
        from ally_journal.clock import today  # noqa: PLC0415 no day is shown at the start

        return today(self.clock, self.settings.day_ends)

    # -- asking and writing

    def ask(
        self,
        call: Callable[[Journal], T],
        then: Callable[[T], object] | None = None,
        *,
        owner: QObject | None = None,
        failed: Callable[[JournalError], object] | None = None,
    ) -> Stop | None:
        """Read from the journal; `then` gets the result while `owner` is there.

        Gives what ends it early; a lock does so too. Then `failed` gets `Stopped`.
        """
        if not self.is_open:
            return None
        return self.background.run(partial(self._with_journal, call), then, failed, owner)

    def write(
        self,
        call: Callable[[Journal], tuple[T, Change] | Change],
        then: Callable[[T], object] | None = None,
        *,
        owner: QObject | None = None,
        failed: Callable[[JournalError], object] | None = None,
        draft: Draft | None = None,
        stoppable: bool = False,
    ) -> Stop | None:
        """Write to the journal: `changed` goes out first, then `then` gets what was made.

        Args:
            call: what to do; one that gives a Change alone hands None to `then`.
            then: gets what was made, while `owner` is there.
            owner: whose wish it is.
            failed: gets the error.
            draft: what is written; if that does not come about, the lock sees to it.
            stoppable: it takes long and is all or nothing, such as an import: a lock ends it, and
                so does what this gives. All else is carried out even while locking.
        """
        if not self.is_open:
            return None
        return self.background.run(
            partial(self._write_in_lane, call, draft),
            partial(self._written, then, owner, owner is not None),
            partial(self._failed, failed, owner, owner is not None),
            lasting=not stoppable,
        )

    def change_settings(self, **values: object) -> None:
        """Change settings of the journal, at once."""
        self.write(lambda journal: journal.settings.change(**values))

    def choose_look(self, **values: Any) -> None:  # noqa: ANN401 the fields of WindowSettings
        """Change the look of the window, at once, and remember it."""
        self.window_settings = self.window_settings._replace(**values)
        self._dress()
        self.look_changed.emit()
        self._keep_window_settings(values)

    def choose_size(self, percent: int) -> None:
        """Choose a text size; what is out of bounds becomes the nearest that is not."""
        self.choose_look(text_size=max(SMALLEST, min(LARGEST, percent)))

    def keep_size(self, width: int, height: int) -> None:
        """Remember how large the window is, in pixels."""
        self.window_settings = self.window_settings._replace(width=width, height=height)
        self._keep_window_settings({"width": width, "height": height})

    # -- opening and closing

    def unlock(self, passphrase: str, failed: Callable[[JournalError], object]) -> None:
        """Open the journal at `folder`; `unlocked` tells when it is."""
        call = partial(self._opening.by_passphrase, self.folder, passphrase)
        self._open(call, self._entered, failed)

    def recover(
        self, code: str, new_passphrase: str, failed: Callable[[JournalError], object]
    ) -> None:
        """Open by the recovery code and a new passphrase; `unlocked` tells when it is."""
        call = partial(self._opening.by_code, self.folder, code, new_passphrase)
        self._open(call, self._entered, failed)

    def create(
        self,
        passphrase: str,
        then: Callable[[str], object],
        failed: Callable[[JournalError], object],
    ) -> None:
        """Make a journal at `folder`; `then` gets its recovery code. Ends with `enter()`."""
        call = partial(self._opening.anew, self.folder, passphrase)
        self._open(call, partial(self._made, then), failed)

    def enter(self) -> None:
        """The code is kept (or not wanted): the journal may be shown."""
        self.unlocked.emit()

    def close_journal(self, timeout_s: float) -> bool:
        """Lock: let what was written reach the disk, then close. Whether it was in time.

        What takes long is ended first. `closed` tells when the keys are gone, in time or later.
        """
        self.background.drop()
        self._library = self._settings = None
        was_in_time = self.background.run_and_wait(self._lock_in_lane, timeout_s)
        # After the keys: a program that does not hand out its clipboard can hold this up.
        self.clipboard.forget()
        return was_in_time

    # -- in the lane

    def _with_journal(self, call: Callable[[Journal], T]) -> T:
        if self._journal is None:
            from ally_journal.errors import VaultClosed  # noqa: PLC0415 hardly ever

            raise VaultClosed
        return call(self._journal)

    def _write_in_lane(
        self, call: Callable[[Journal], tuple[T, Change] | Change], draft: Draft | None
    ) -> tuple[T | None, Change, Settings | None, PracticeLibrary | None]:
        if draft is not None:
            self._unwritten[draft.id] = draft
        found = self._with_journal(call)
        if draft is not None:
            del self._unwritten[draft.id]
        made, change = (None, found) if isinstance(found, Change) else found
        fresh = change.settings or change.everything
        settings = self._with_journal(lambda journal: journal.settings.all()) if fresh else None
        other = change.practices or change.everything
        library = self._with_journal(lambda journal: journal.library) if other else None
        return made, change, settings, library

    def _open_in_lane(self, call: Callable[[], Opened]) -> Opened:
        self._close_in_lane()
        opened = call()
        self._journal = opened.journal
        return opened

    def _lock_in_lane(self) -> None:
        was_open = self._journal is not None
        try:
            self._close_in_lane()
        finally:
            if is_alive(self):
                self.closed.emit(was_open)

    def _close_in_lane(self) -> None:
        journal, self._journal = self._journal, None
        unwritten, self._unwritten = self._unwritten, {}
        if journal is not None:
            from ally_journal.hardening import trim_memory  # noqa: PLC0415 not at the start
            from ui.rescuing import bring_to_safety  # noqa: PLC0415 the same

            for draft in unwritten.values():
                bring_to_safety(journal, draft)
            unwritten.clear()
            journal.close()
            trim_memory()

    # -- on the window's thread

    def _open(
        self,
        call: Callable[[], Opened],
        then: Callable[[Opened], object],
        failed: Callable[[JournalError], object],
    ) -> None:
        self.background.run(partial(self._open_in_lane, call), then, failed, self)

    def _take(self, opened: Opened) -> None:
        self._library, self._settings = opened.library, opened.settings
        self.clipboard.watch()

    def _entered(self, opened: Opened) -> None:
        self._take(opened)
        self.unlocked.emit()

    def _made(self, then: Callable[[str], object], opened: Opened) -> None:
        self._take(opened)
        then(opened.code)

    def _written(
        self,
        then: Callable[[T], object] | None,
        owner: QObject | None,
        has_owner: bool,  # noqa: FBT001 bound by partial
        found: tuple[T, Change, Settings | None, PracticeLibrary | None],
    ) -> None:
        made, change, settings, library = found
        if library is not None and self.is_open:
            self._library = library
        if settings is not None:
            self._settings = settings
        self.changed.emit(change)
        if then is not None and (not has_owner or is_alive(owner)):
            then(made)

    def _failed(
        self,
        failed: Callable[[JournalError], object] | None,
        owner: QObject | None,
        has_owner: bool,  # noqa: FBT001 bound by partial
        error: JournalError,
    ) -> None:
        if failed is None or (has_owner and not is_alive(owner)):
            self.messages.fail(error)
        else:
            failed(error)

    def _keep_window_settings(self, values: dict[str, Any]) -> None:
        """Write window.toml, off the window's thread; all that was chosen, as a lock drops some."""
        self._chosen |= values
        if self.settings_folder is not None:
            self.background.aside(partial(_keep, self.settings_folder, dict(self._chosen)))

    def _dress(self) -> None:
        chosen = self.window_settings
        self.theme.choose(
            name=chosen.appearance,
            percent=chosen.text_size,
            less_motion=chosen.less_motion,
            writing=writing_of(chosen),
        )


def _always() -> bool:
    return True


def writing_of(settings: WindowSettings) -> str:
    """The theme's name for the chosen typeface."""
    return _WRITING[settings.reading]


def _keep(folder: Path, values: dict[str, Any]) -> None:
    from ally_journal.window_file import change_window_settings  # noqa: PLC0415 not at the start

    change_window_settings(folder, **values)
