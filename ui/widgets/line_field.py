"""LineField: one line to write in, with its label above and what needs correcting below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ally_journal.language import _
from ui import icons
from ui.overriding import override
from ui.widgets.icon_button import IconButton
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

EYE, EDGE, ICON, ICON_LEFT, ICON_ROOM = 32, 6, 18, 12, 28


class LineField(QWidget):
    """Label, field, one sentence of help or error."""

    changed = Signal(str)
    returned = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str = "",
        *,
        placeholder: str = "",
        secret: bool = False,
        help: str = "",  # noqa: A002 the plain word for it
        icon: str | None = None,
        clearable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`secret` hides what is typed behind an eye; `icon` stands inside at the left.

        A `clearable` field has a button that empties it, as long as there is something in it.
        """
        super().__init__(parent)
        self.theme = theme
        self._help, self._icon_name = help, icon
        self.edit = QLineEdit(self)
        self.label = Text(theme, label, "label", "ink", parent=self)
        self._icon = QLabel(self.edit)
        self._eye = IconButton(theme, "eye", _("Show what you typed"), parent=self.edit)
        self._clear = IconButton(theme, "close", _("Empty the field"), parent=self.edit)
        self._is_clearable = clearable
        self._note_icon = QLabel(self)
        self._note = Text(theme, help, "small", "ink3", parent=self)
        self._build(placeholder, secret=secret)
        self._connect()
        self.restyle()

    def text(self) -> str:
        """What is written."""
        return self.edit.text()

    def setText(self, text: str) -> None:  # noqa: N802 as QLineEdit has it
        """Write this instead; what was there cannot be undone back."""
        self.edit.setText(text)
        self._offer_clear(text)  # also while the signals of the field are held back

    def set_help(self, sentence: str) -> None:
        """Say something else under the field, or nothing."""
        self._help = sentence
        if self.edit.property("wrong"):
            return
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def set_error(self, sentence: str) -> None:
        """Say what needs correcting, under the field."""
        self._mark(wrong=True)
        self._note.setText(sentence)
        self._note.set_role("clay")
        self._note.show()
        self._note_icon.show()
        self.edit.setAccessibleDescription(sentence)

    def clear_error(self) -> None:
        """Back to the help, if there is any."""
        if not self.edit.property("wrong"):
            return
        self._mark(wrong=False)
        self._note.setText(self._help)
        self._note.set_role("ink3")
        self._note.setVisible(bool(self._help))
        self._note_icon.hide()
        self.edit.setAccessibleDescription(self._help)

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        px = self.theme.px
        self.edit.setFont(self.theme.font("body"))
        room_left = px(ICON_ROOM) if self._icon_name else 0
        has_button = self._is_clearable or self._eye.isVisibleTo(self.edit)
        room_right = px(EYE) if has_button else 0
        self.edit.setTextMargins(room_left, 0, room_right, 0)
        self._inside.setContentsMargins(px(ICON_LEFT), 0, px(EDGE), 0)
        self._column.setSpacing(px(6))
        self._below.setSpacing(px(6))
        ratio = self.devicePixelRatioF()
        if self._icon_name:
            self._icon.setPixmap(icons.pixmap(self.theme, self._icon_name, "ink2", ICON, ratio))
        self._note_icon.setPixmap(icons.pixmap(self.theme, "info", "clay", 16, ratio))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the field."""
        self.edit.setFocus(reason)

    def _build(self, placeholder: str, *, secret: bool) -> None:
        self.setFocusProxy(self.edit)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setInputMethodHints(_HINTS)
        self.edit.setAccessibleDescription(self._help)
        self._eye.setCheckable(True)
        self._eye.setVisible(secret)
        self._icon.setVisible(self._icon_name is not None)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._inside = QHBoxLayout(self.edit)
        self._inside.addWidget(self._icon)
        self._inside.addStretch(1)
        self._inside.addWidget(self._clear)
        self._inside.addWidget(self._eye)
        self._clear.hide()
        self._below = QHBoxLayout()
        self._below.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.edit)
        self._column.addLayout(self._below)
        self.label.setVisible(bool(self.label.text()))
        self._note.setVisible(bool(self._help))
        self._note_icon.hide()
        self.label.setBuddy(self.edit)
        self._name_edit()

    def _name_edit(self) -> None:
        self.edit.setAccessibleName(self.label.text() or self.edit.placeholderText())

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.changed)
        self.edit.textEdited.connect(self.clear_error)
        self.edit.returnPressed.connect(self.returned)
        self._eye.toggled.connect(self._show_typed)
        self._clear.clicked.connect(self._empty)
        self.edit.textChanged.connect(self._offer_clear)
        self.theme.changed.connect(self.restyle)

    def _offer_clear(self, text: str) -> None:
        self._clear.setVisible(self._is_clearable and bool(text))

    def _empty(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_typed(self, on: bool) -> None:  # noqa: FBT001 Qt's signal
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        name = _("Hide what you typed") if on else _("Show what you typed")
        self._eye.set_icon("hide" if on else "eye", name)

    def _mark(self, *, wrong: bool) -> None:
        self.edit.setProperty("wrong", wrong)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        self.edit.update()


_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
