"""Taking a coach's comment away, with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from ui.desk import Desk


def take_away(
    desk: Desk, comment: str, owner: QObject, then: Callable[[], object] | None = None
) -> None:
    """Remove it; `then` is called once it is gone, and once it is back."""

    def told(_nothing: object) -> None:
        if then is not None:
            then()

    def gone(_nothing: object) -> None:
        told(None)
        back = partial(_put_back, desk, comment, told, owner)
        desk.messages.say(_("The comment was taken away."), _("Undo"), back)

    desk.write(lambda journal: journal.receiving.remove(comment), gone, owner=owner)


def _put_back(desk: Desk, comment: str, told: Callable[[object], object], owner: QObject) -> None:
    desk.write(lambda journal: journal.receiving.put_back(comment), told, owner=owner)
