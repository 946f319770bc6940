"""One minute: a word and a slow line, or two ways without breathing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.actions import tip
from ui.places import SupportPlace
from ui.widgets.breath_line import BreathLine
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.desk import Desk
    from ui.places import MinutePlace

BAR, LOW_BELOW = 60, 520
CENTRE = Qt.AlignmentFlag.AlignHCenter


class MinutePage(QWidget):
    """Nothing is counted, nothing is written down."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()
        self.restyle()
        self._show_way("line")

    def arrive(self, _place: MinutePlace) -> None:
        """Wait quietly; the person starts it."""
        self._show_way(self.ways.value())
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop the line."""
        self.line.stop()

    def forget(self) -> None:
        """Stop the line."""
        self.line.stop()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._bar.setFixedHeight(px(BAR))
        self._bar_row.setContentsMargins(px(14), 0, px(14), 0)
        self._bar_row.setSpacing(px(6))
        is_low = self.theme.effective(self.height()) < LOW_BELOW
        above, below, gap = (8, 12, 6) if is_low else (20, 36, 12)
        self._column.setContentsMargins(px(36), px(above), px(36), px(below))
        self._column.setSpacing(px(gap))
        self._room.setFixedHeight(px(2 if is_low else 16))
        self._buttons.setSpacing(px(10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows have less room between."""
        super().resizeEvent(event)
        self.restyle()

    def _build(self) -> None:
        theme = self.theme
        self.word = Text(theme, "", "display", "ink", align=CENTRE)
        self.line = BreathLine(theme)
        self.words = Text(theme, "", "body", "ink2", align=CENTRE)
        self.again = Button(theme, _("Start"), "secondary", "lg", icon="loop")
        self.back = Button(theme, _("Back to where you were"), "primary", "lg")
        self.back.setToolTip(_("Back to where you were (Esc)"))
        self.ways = Segmented(
            theme,
            [
                ("line", _("Slow line")),
                ("look", _("Look around")),
                ("feet", _("Feet and floor")),
            ],
            _("Ways to take a minute"),
        )
        others = _("If breathing on purpose does not suit you, take one of the others.")
        self._hint = Text(theme, others, "small", "ink3", align=CENTRE)
        self._buttons = _middle(self.again, self.back)
        self._column = QVBoxLayout()
        self._column.addStretch(3)
        for part in (self.word, self.line, self.words):
            self._column.addWidget(part)
        self._room = QWidget(self)
        self._column.addWidget(self._room)
        self._column.addLayout(self._buttons)
        self._column.addStretch(3)
        self._column.addLayout(_middle(self.ways))
        self._column.addWidget(self._hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._make_bar())
        outer.addLayout(self._column, 1)

    def _make_bar(self) -> QWidget:
        theme = self.theme
        self._bar = QWidget(self)
        self._bar.setObjectName("bar")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.close_button = IconButton(theme, "close", _("Back to where you were (Esc)"))
        self.support = Button(theme, _("Support"), "quiet", "sm", icon="care")
        self.support.setToolTip(tip("support"))
        self.hide_button = IconButton(theme, "hide", tip("hide"))
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self.close_button)
        name = Text(theme, _("One minute"), "label", "ink2")
        self._bar_row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self.support)
        self._bar_row.addWidget(self.hide_button)
        return self._bar

    def _connect(self) -> None:
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.desk.back_requested)
        for button in (self.back, self.close_button):
            button.clicked.connect(self.desk.back_requested)
        self.support.clicked.connect(self._show_support)
        self.hide_button.clicked.connect(self.desk.hide_requested)
        self.again.clicked.connect(self._start)
        self.ways.chosen.connect(self._show_way)
        self.line.said.connect(self.word.setText)
        self.theme.changed.connect(self.restyle)

    def _start(self) -> None:
        self.again.setText(_("Start again"))
        self.line.start()

    def _show_way(self, way: str) -> None:
        self.line.stop()
        is_line = way == "line"
        self.line.setVisible(is_line)
        self.again.setVisible(is_line)
        self.again.setText(_("Start"))
        word, words = _WAYS[way]()
        self.word.setText(word)
        self.words.setText(words)

    def _show_support(self) -> None:
        self.desk.visit.emit(SupportPlace())


_WAYS = {
    "line": lambda: (
        _("When you are ready"),
        _("Four slow counts in, six out. Look away whenever you like."),
    ),
    "look": lambda: (
        _("Look around"),
        _("Find five things that are blue or green. Name each of them to yourself."),
    ),
    "feet": lambda: (
        _("Feet and floor"),
        _("Press both feet into the floor. Notice the chair under you. Let your shoulders go."),
    ),
}


def _middle(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
