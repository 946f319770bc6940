"""TypedGroup: one group of a code, typed back; a tick when it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ally_journal.language import _
from ui import icons
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from ui.theme import Theme

FIELD, TICK = 94, 24
# Letters that the alphabet of codes leaves out, because they look like digits.
_ALIKE = str.maketrans("OIL", "011")


class TypedGroup(QWidget):
    """Small letters, spaces and look-alikes are taken as they are meant.

    `completed` tells that what was just typed made it right.
    """

    changed = Signal(str)
    completed = Signal()
    returned = Signal()

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.number = theme, number
        self._expected = ""
        self._field = LineField(theme, _("Group {number}").format(number=number))
        self.edit = self._field.edit
        self.edit.setMaxLength(8)
        self._tick = QLabel()
        self._tick.setAlignment(Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._field)
        row.addWidget(self._tick)
        self.setFocusProxy(self.edit)
        self._field.changed.connect(self._compare)
        self.edit.textEdited.connect(self._weigh)
        self._field.returned.connect(self.returned)
        self.restyle()
        theme.changed.connect(self.restyle)

    @property
    def is_right(self) -> bool:
        """Whether it is the group that was asked for."""
        typed = "".join(self.edit.text().replace("-", " ").split()).upper().translate(_ALIKE)
        return bool(typed) and typed == self._expected

    def expect(self, group: str) -> None:
        """Ask for this group; the field begins empty."""
        self._expected = group
        self._field.setText("")
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._field.setFixedWidth(px(FIELD))
        self._tick.setFixedWidth(px(TICK))
        self._tick.setContentsMargins(px(4), 0, 0, px(14))
        self._show_tick()

    def _weigh(self, _text: str) -> None:
        if self.is_right:
            self.completed.emit()

    def _compare(self, text: str) -> None:
        self._show_tick()
        self.changed.emit(text)

    def _show_tick(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = icons.pixmap(self.theme, "check", "accent", 16, ratio)
        self._tick.setPixmap(picture) if self.is_right else self._tick.clear()
        self._tick.setAccessibleName(_("Right") if self.is_right else "")
