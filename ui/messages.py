"""Messages: what the person is told, in one place; the window shows it, a test can listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.errors import JournalError


class Messages(QObject):
    """Sentences for the person; never text of an entry."""

    said = Signal(str, str, object)  # sentence, the name of an act, what it does

    def say(
        self, sentence: str, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say one sentence; `action` names what `then` does, such as Undo."""
        self.said.emit(sentence, action, then)

    def fail(self, error: JournalError) -> None:
        """Say what went wrong and one way on."""
        self.say(words_for(error))


def words_for(error: JournalError) -> str:
    """The sentence for an error."""
    from ally_journal.sentences import sentence  # noqa: PLC0415 nothing fails before the start

    return sentence(error)
