"""NameWatch: looks at an answer when the typing rests, and shows once what may be a real name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from ally_journal.domain.real_names import Sighting, first_seen
from ui.widgets.practice.name_note import NameNote
from ui.widgets.scrolling import show_whole

if TYPE_CHECKING:
    from ui.models.practice_session import PracticeSession
    from ui.widgets.practice.step_view import StepView

REST_MS = 1_000


class NameWatch(QObject):
    """Bound to one step; once an entry is enough, whatever else is written in it."""

    def __init__(self, view: StepView, session: PracticeSession) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self.note: NameNote | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        view.editor.changed.connect(self._changed)

    def look(self) -> None:
        """Look at the answer now."""
        if self._session.was_warned or self.note is not None:
            return
        seen = first_seen(self._view.editor.value(), self._session.names.every_name)
        if seen is not None:
            self._session.was_warned = True
            self._show(seen)

    def _changed(self) -> None:
        if not self._session.was_warned:
            self._rest.start()

    def _show(self, seen: Sighting) -> None:
        column = self._view.layout()
        if not isinstance(column, QVBoxLayout):
            return
        note = NameNote(self._view.theme, seen, self._session.names, self._view)
        note.chosen.connect(partial(self._put, seen.text))
        note.closed.connect(self._close)
        column.insertWidget(column.indexOf(self._view.editor) + 1, note)
        column.insertSpacing(column.indexOf(note), self._view.theme.px(14))
        self.note = note
        note.show()
        QTimer.singleShot(0, note, partial(show_whole, note))

    def _put(self, found: str, name: str) -> None:
        self._view.editor.put_instead(found, name)

    def _close(self) -> None:
        """Take the note away; the caret goes back into the answer."""
        note, self.note = self.note, None
        column = self._view.layout()
        if note is None or column is None:
            return
        at = column.indexOf(note)
        column.removeWidget(note)
        column.takeAt(at - 1)  # the room above it
        note.hide()
        note.deleteLater()
        self._view.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.focus_first()
