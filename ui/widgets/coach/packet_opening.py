"""PacketOpening: a packet's file, then what opens it: six words, or the coach's key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.errors import EmptyPassphrase, Stopped
from ally_journal.language import _
from ally_journal.packet_errors import BadCoachKey, OtherCoachKey, WrongPacketPassphrase
from ally_journal.services import coaching
from ui.choosing import Chooser
from ui.messages import words_for
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.coach.file_row import FileRow
from ui.widgets.locked.passphrase_field import PassphraseField
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.errors import JournalError
    from ally_journal.services.coaching import Lock, OpenedPacket
    from ally_journal.stopping import Stop
    from ui.desk import Desk

_OF_THE_KEY = (BadCoachKey, OtherCoachKey)


class PacketOpening(QWidget):
    """`opened` carries the path and what was in it. Opening runs in a process that can be ended."""

    opened = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.path: Path | None = None
        self.key_file: Path | None = None
        self.lock: Lock | None = None
        self._stop: Stop | None = None
        self._build()
        self._connect()
        self.restyle()
        self._show()

    def take_file(self, path: Path) -> None:
        """Look at the head of a file: what opens it is asked for then."""
        self.cancel()
        self.path, self.lock = path, None
        self.file.show_file(path)
        self.secret.wipe()
        self._say("")
        self._show()
        looked = partial(self._looked_at, path)
        refused = partial(self._refused, path)
        self.desk.background.run(partial(coaching.lock_of, path), looked, refused, self)

    def take_key(self, path: Path) -> None:
        """Open with this key file."""
        self.key_file = path
        self.key.show_file(path)
        self.key.clear_error()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Open the packet with what was typed, in the background."""
        path, lock = self.path, self.lock
        if path is None or lock is None or self._stop is not None:
            return
        if lock.by_key and self.key_file is None:
            self.key.set_error(_("Choose the file of your key first."))
            return
        if not lock.by_key and not self.secret.text().strip():
            self.secret.set_error(_("Type the words that you were given first."))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say("")
        call = self._call(path, lock)
        then, failed = partial(self._opened, path), partial(self._not_opened, path)
        self._stop = self.desk.background.run(call, then, failed, self)
        self._show()

    def cancel(self) -> None:
        """End the process that opens it."""
        if self._stop is not None:
            self._stop.ask()

    def begin(self) -> None:
        """Go to what is asked first."""
        target = self.secret if self.lock is not None else self.file.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was typed and chosen."""
        self.cancel()
        self.secret.wipe()
        self.path = self.key_file = self.lock = None
        self.file.show_file(None)
        self.key.show_file(None)
        self._say("")
        self._show()

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(14))

    def _build(self) -> None:
        theme = self.theme
        self.file = FileRow(theme, _("The packet"), _("Choose the packet…"))
        self.key = FileRow(theme, _("Your key"), _("Choose your key file…"))
        self.secret = PassphraseField(theme, _("The words"))
        self.problem = Banner(theme, "note", "info", "", small=True)
        self.costly = Banner(theme, "note", "clock", "", small=True)
        self.button = Button(theme, _("Open the packet"), "primary", "lg")
        self.stop_button = Button(theme, _("Cancel"), "quiet", "lg")
        self.progress = Text(theme, "", "small", "ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.file, self.problem, self.key, self.secret, self.costly):
            self._column.addWidget(part)
        self._column.addLayout(row_of(self.button, self.stop_button, 1, gap=12))
        self._column.addWidget(self.progress)

    def _connect(self) -> None:
        self.file.button.clicked.connect(self._ask_file)
        self.key.button.clicked.connect(self._ask_key)
        self.secret.returned.connect(self.open)
        self.button.clicked.connect(self.open)
        self.stop_button.clicked.connect(self.cancel)
        self.theme.changed.connect(self.restyle)

    def _call(self, path: Path, lock: Lock) -> partial[OpenedPacket]:
        if lock.by_key and self.key_file is not None:
            return partial(coaching.open_by_key, path, self.key_file, self.secret.text())
        # Whoever presses the button below the note about the time has been asked.
        patient = lock.is_costly
        return partial(coaching.open_by_words, path, self.secret.text(), patient=patient)

    # -- what comes back

    def _looked_at(self, path: Path, lock: Lock) -> None:
        if path != self.path:
            return
        self.lock = lock
        label = _("Passphrase of your key") if lock.by_key else _("The words that you were given")
        self.secret.label.setText(label)
        self.secret.edit.setAccessibleName(label)
        self._show()
        self.begin()

    def _refused(self, path: Path, error: JournalError) -> None:
        if path != self.path:
            return
        self.lock = None
        self._say(words_for(error))
        self._show()
        self.file.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self, path: Path, opened: OpenedPacket) -> None:
        self._stop = None
        if path == self.path:  # else it was let go of, or another one chosen, meanwhile
            self.secret.wipe()
            self.opened.emit(path, opened)
        self._show()

    def _not_opened(self, path: Path, error: JournalError) -> None:
        self._stop = None
        self._show()
        if path == self.path:
            self._failed(error)

    def _failed(self, error: JournalError) -> None:
        if isinstance(error, Stopped):
            self._say(_("Opening was ended. Nothing was kept of it."))
        elif isinstance(error, EmptyPassphrase):
            self.secret.set_error(_("Type the passphrase of your key first."))
        elif isinstance(error, WrongPacketPassphrase):
            self.secret.set_error(words_for(error))
        elif isinstance(error, _OF_THE_KEY):
            self.key.set_error(words_for(error))
        else:
            self._say(words_for(error))
        self.secret.edit.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing

    def _show(self) -> None:
        lock, is_busy = self.lock, self._stop is not None
        self.key.setVisible(lock is not None and lock.by_key)
        self.secret.setVisible(lock is not None)
        self.costly.setVisible(lock is not None and lock.is_costly)
        self.stop_button.setVisible(is_busy)
        self.progress.setVisible(is_busy)
        self.button.setEnabled(lock is not None and not is_busy)
        self.secret.edit.setReadOnly(is_busy)
        self.file.button.setEnabled(not is_busy)
        self.key.button.setEnabled(not is_busy)
        if lock is not None and lock.is_costly:
            self.costly.set_sentence(_costly_words(lock.seconds))
        self.button.setText(_open_words(lock, is_busy=is_busy))
        self.progress.setText(_progress_words(lock))

    def _say(self, sentence: str) -> None:
        self.problem.set_sentence(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.setVisible(bool(sentence))

    def _ask_file(self) -> None:
        Chooser(self, _("Choose the packet"), self.take_file).ask_file("age *")

    def _ask_key(self) -> None:
        Chooser(self, _("Choose the file of your key"), self.take_key).ask_file("age *")


def _costly_words(seconds: int) -> str:
    return _(
        "Whoever sealed this made it slow to open: about {n} seconds, and much memory. Open it "
        "where you know who it is from."
    ).format(n=seconds)


def _open_words(lock: Lock | None, *, is_busy: bool) -> str:
    if is_busy:
        return _("Opening…")
    if lock is not None and lock.is_costly:
        return _("Open it, about {n} seconds").format(n=lock.seconds)
    return _("Open the packet")


def _progress_words(lock: Lock | None) -> str:
    if lock is not None and lock.is_costly:
        return _("Trying the words. It takes about {n} seconds; you can cancel.").format(
            n=lock.seconds
        )
    return _("Trying it. This takes a second or two.")
