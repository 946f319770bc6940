"""What has the focus while a part of a page is made anew, and getting it back afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class HeldFocus(NamedTuple):
    """Which part of the page, which control in it, and where its caret stood."""

    part: int
    place: int
    caret: int


def held_focus(parts: Sequence[QWidget]) -> HeldFocus | None:
    """Where the focus is, told by places only: the widgets themselves may go."""
    focus = QApplication.focusWidget()
    for number, part in enumerate(parts):
        found = _controls(part)
        if focus in found:
            return HeldFocus(number, found.index(focus), _caret(focus))
    return None


def focus_again(parts: Sequence[QWidget], held: HeldFocus) -> bool:
    """Put the focus to the same place in the parts as they are now; whether it is still there."""
    found = _controls(parts[held.part])
    if held.place >= len(found) or not found[held.place].isVisible():
        return False
    control = found[held.place]
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    _set_caret(control, held.caret)
    return True


def _controls(part: QWidget) -> list[QWidget]:
    """In the order in which they were made, which no width or text size changes."""
    inside = part.findChildren(QWidget)
    return [one for one in inside if one.focusPolicy() != _NONE and one.isVisibleTo(part)]


def _caret(control: QWidget) -> int:
    if isinstance(control, QTextEdit):
        return control.textCursor().position()
    return control.cursorPosition() if isinstance(control, QLineEdit) else 0


def _set_caret(control: QWidget, place: int) -> None:
    if isinstance(control, QLineEdit):
        control.setCursorPosition(place)
    elif isinstance(control, QTextEdit):
        cursor = control.textCursor()
        cursor.setPosition(min(place, len(control.toPlainText())))
        control.setTextCursor(cursor)


_NONE = Qt.FocusPolicy.NoFocus
