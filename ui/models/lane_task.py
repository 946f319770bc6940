"""LaneTask: long work beside the journal, a step at a time, so that writing never waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.background import is_alive

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk


class LaneTask(QObject):
    """Begins at once. Between two steps the lane does what else was asked of it; a lock ends it."""

    def __init__(
        self,
        desk: Desk,
        begin: Callable[[Journal], Any],
        then: Callable[[Any], object],
        failed: Callable[[JournalError], object],
        owner: QObject,
    ) -> None:
        """Start it.

        Args:
            desk: whose journal it is.
            begin: gives the task, in the lane; None if there is nothing to do.
            then: gets its result, while `owner` is there.
            failed: gets what kept it from its end.
            owner: whose wish it is.
        """
        super().__init__(owner)
        self._desk, self._then, self._told = desk, then, failed
        self._task: Any = None
        desk.ask(begin, self._begun, owner=self, failed=self._failed)

    def _begun(self, task: Any) -> None:  # noqa: ANN401 a task of the core, opaque to the window
        if task is None:
            self.deleteLater()
            return
        self._task = task
        self._step()

    def _step(self) -> None:
        task = self._task
        self._desk.ask(lambda _journal: task.step(), self._stepped, owner=self, failed=self._failed)

    def _stepped(self, is_over: bool) -> None:  # noqa: FBT001 the answer
        if not is_over:
            self._step()
            return
        task = self._task
        self._desk.ask(
            lambda _journal: task.result(), self._finished, owner=self, failed=self._failed
        )

    def _finished(self, result: Any) -> None:  # noqa: ANN401 as the task gives it
        if is_alive(self.parent()):
            self._then(result)
        self.deleteLater()

    def _failed(self, error: JournalError) -> None:
        if is_alive(self.parent()):
            self._told(error)
        self.deleteLater()
