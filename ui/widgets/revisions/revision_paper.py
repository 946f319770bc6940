"""RevisionPaper: one earlier wording, as it was or as what changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.revisions.changed_text import ChangedText
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.revisions import Changes, Earlier
    from ui.theme import Theme

BY_EDIT, UNTIL_NOW, AS_IT_WAS = "edit", "now", "then"
STACK_BELOW = 560


class RevisionPaper(QWidget):
    """`copy_asked` tells that the wording shown is to become an entry of its own."""

    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._earlier: Earlier | None = None
        self.when = Text(theme, "", "heading", "ink")
        self.view = Segmented(theme, [(BY_EDIT, "")], _("What is shown"))
        self.card = Card(theme, margins=(24, 20, 24, 22), gap=12)
        self.title = Text(theme, "", "title", "ink")
        self.text = ChangedText(theme, _("What changed"))
        self.none = Text(theme, _("No answer changed here."), "body", "ink2")
        self.rest = Text(theme, "", "small", "ink3")
        self.legend = Text(
            theme,
            _("Underlined: what came in. Struck through: what was taken out."),
            "small",
            "ink3",
        )
        self.copy = Button(theme, _("Keep this as an entry of its own…"), "secondary", "sm")
        self._build()
        self.view.chosen.connect(self._show_view)
        self.copy.clicked.connect(self.copy_asked)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_earlier(self, earlier: Earlier, *, is_last: bool, may_copy: bool) -> None:
        """Show this wording; `is_last`: it is the one right before that of now."""
        self._earlier = earlier
        self.when.setText(earlier.wording.when)
        since = [] if is_last else [(UNTIL_NOW, _("All since then"))]
        options = [(BY_EDIT, _("This edit")), *since, (AS_IT_WAS, _("As it was"))]
        self.view.set_options(options)
        if not self.view.value():
            self.view.set_value(BY_EDIT)
        self.copy.setVisible(may_copy)
        self._show_view(self.view.value())

    def clear(self) -> None:
        """Let go of all text."""
        self._earlier = None
        self.text.show_told(())
        self.text.setAccessibleDescription("")
        for text in (self.when, self.title, self.rest):
            text.setText("")

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(10))
        self._head.setSpacing(self.theme.px(12))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choice stands under the day where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.theme.effective(self.width()) < STACK_BELOW
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if is_narrow else right)

    def _show_view(self, view: str) -> None:
        if self._earlier is None:
            return
        is_then = view == AS_IT_WAS
        if is_then:
            wording = self._earlier.wording
            self.title.setText(wording.title)
            self.text.show_told(wording.told)
            self.text.show()
            self.none.hide()
            self.text.setAccessibleName(_("As it was"))
            self.text.setAccessibleDescription("")
        else:
            self._show_changes(
                self._earlier.by_edit if view == BY_EDIT else self._earlier.until_now
            )
        self.title.setVisible(is_then)
        for part in (self.legend, self.rest):
            part.setVisible(not is_then and bool(part.text()))

    def _show_changes(self, changes: Changes) -> None:
        self.text.show_told(changes.told)
        self.text.setVisible(bool(changes.told))
        self.none.setVisible(not changes.told)
        self.text.setAccessibleName(_("What changed"))
        self.text.setAccessibleDescription(changes.spoken)
        self.rest.setText(changes.rest)

    def _build(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.when, 1)
        choice = QHBoxLayout()
        choice.addWidget(self.view)
        choice.addStretch(1)
        self._head.addLayout(choice)
        for part in (self.title, self.none, self.text, self.rest):
            self.card.body.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.card)
        self._column.addWidget(self.legend)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self.none.hide()
