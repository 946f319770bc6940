"""Messages: what the person is told, in one place; the window shows it, a test can listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.errors import JournalError


class Messages(QObject):
    """Sentences for the person; never text of an entry."""

    said = Signal(str, str, object)  # sentence, the name of an act, what it does
    damage_met = Signal()  # a part of the open journal cannot be read
    damage_asked = Signal(object)  # what helps then? With the error that told of it.

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.damage: JournalError | None = None

    def say(
        self, sentence: str, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say one sentence; `action` names what `then` does, such as Undo."""
        self.said.emit(sentence, action, then)

    def fail(self, error: JournalError) -> None:
        """Say what went wrong and one way on."""
        from ally_journal.errors import DamagedFile  # noqa: PLC0415 nothing fails at the start

        if not isinstance(error, DamagedFile):
            self.say(words_for(error))
            return
        self.damage = error
        self.say(words_for(error), _("See what helps"), self.ask_damage)
        self.damage_met.emit()

    def ask_damage(self) -> None:
        """The person wants to see what helps."""
        error, self.damage = self.damage, None
        if error is not None:
            self.damage_asked.emit(error)


def words_for(error: JournalError) -> str:
    """The sentence for an error."""
    from ally_journal.sentences import sentence  # noqa: PLC0415 nothing fails before the start

    return sentence(error)
