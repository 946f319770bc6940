"""LeakCard: what may tell who is meant, one calm sentence, and a way for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ally_journal.domain.preview import FoundLeak
from ally_journal.language import _, ngettext
from ui.models.share_words import leak_words, leaks_sentence
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme import Theme

MOST = 4


class LeakCard(Card):
    """`blank_asked`, `fine_asked` and `look_asked` with the leak; a few at a time."""

    blank_asked = Signal(FoundLeak)
    fine_asked = Signal(FoundLeak)
    look_asked = Signal(FoundLeak)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "honey", margins=(16, 12, 12, 10), gap=4, parent=parent)
        self._head = Text(theme, "", "text14", "ink", parent=self)
        self._rest = Text(theme, "", "small", "ink2", parent=self)
        self.body.addWidget(self._head)
        self.body.addWidget(self._rest)
        self.rows: list[QWidget] = []
        self.hide()

    def show_leaks(self, leaks: Sequence[FoundLeak]) -> None:
        """Show these instead; none takes the card away."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(leak) for leak in leaks[:MOST]]
        for number, row in enumerate(self.rows, 1):
            self.body.insertWidget(number, row)
            row.show()
        self._head.setText(leaks_sentence(len(leaks)) if leaks else "")
        more = len(leaks) - MOST
        words = ngettext("And one more after these.", "And {n} more after these.", more)
        self._rest.setText(words.format(n=more) if more > 0 else "")
        self._rest.setVisible(more > 0)
        self.setVisible(bool(leaks))

    @property
    def is_held(self) -> bool:
        """Whether the keyboard is in one of them."""
        held = QApplication.focusWidget()
        return held is not None and any(row.isAncestorOf(held) for row in self.rows)

    def hold(self) -> None:
        """Put the keyboard on the first button of the first one, where one is left."""
        buttons = self.rows[0].findChildren(Button) if self.rows else []
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, leak: FoundLeak) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(8))
        words = leak_words(leak)
        line.addLayout(centred(Text(self.theme, words, "small", "ink2", parent=row)), 1)
        if leak.piece is not None:
            look = Link(self.theme, _("Look"), parent=row)
            look.setAccessibleDescription(words)
            look.clicked.connect(_Teller(self.look_asked.emit, leak))
            blank = Button(self.theme, _("Blank it"), "secondary", "sm", parent=row)
            blank.setAccessibleDescription(words)
            blank.clicked.connect(_Teller(self.blank_asked.emit, leak))
            line.addWidget(look)
            line.addWidget(blank)
        fine = Button(self.theme, _("It is fine"), "secondary", "sm", parent=row)
        fine.setAccessibleDescription(words)
        fine.clicked.connect(_Teller(self.fine_asked.emit, leak))
        line.addWidget(fine)
        return row


class _Teller:
    """Tells about one leak, whatever the button says besides."""

    def __init__(self, tell: Callable[[FoundLeak], object], leak: FoundLeak) -> None:
        self._tell, self._leak = tell, leak

    def __call__(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 Qt's signal
        self._tell(self._leak)
