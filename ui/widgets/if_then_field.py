"""IfThenField: a plan in one sentence, if this then that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from ui.theme import Theme


class IfThenField(QWidget):
    """Two fields that read as one sentence."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        when_label: str = "",
        then_label: str = "",
        placeholders: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
    ) -> None:
        """Labels are "If" and "then I will" unless others are given."""
        super().__init__(parent)
        self.theme = theme
        when, then = when_label or _("If"), then_label or _("then I will")
        self.when = LineField(theme, when, placeholder=placeholders[0], parent=self)
        self.then = LineField(theme, then, placeholder=placeholders[1], parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.when, self.then):
            field.label.set_style("lead")
            self._column.addWidget(field)
            field.edit.textEdited.connect(self._edited)
        self.when.returned.connect(self.then.edit.setFocus)
        self.restyle()
        theme.changed.connect(self.restyle)

    def value(self) -> tuple[str, str]:
        """Both halves, either of them possibly empty."""
        return self.when.text().strip(), self.then.text().strip()

    def set_value(self, when: str, then: str) -> None:
        """Write both halves, without a signal."""
        self.when.setText(when)
        self.then.setText(then)

    def restyle(self) -> None:
        """Take a new gap after a change of theme."""
        self._column.setSpacing(self.theme.px(16))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the first half that is empty."""
        field = self.then if self.when.text() and not self.then.text() else self.when
        field.setFocus(reason)

    def _edited(self) -> None:
        self.changed.emit()
