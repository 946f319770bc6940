"""ToldBlock: a paragraph as it went out, and as it stands today where it was edited since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.coach.packet_text import PacketText
from ui.widgets.coach.paragraph_block import ParagraphBlock
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

INSIDE = 18


class ToldBlock(QWidget):
    """Read only; with a bar at its left where something was written to it."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        text: str,
        people: Sequence[str] = (),
        *,
        has_notes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.text = PacketText(theme, text, people, label or _("What went out"))
        self.block = ParagraphBlock(theme, label, self.text)
        self.block.show_state(has_notes=has_notes, is_written=False)
        self.lines: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(self.block)
        self._since = QVBoxLayout()
        side = theme.px(INSIDE)
        self._since.setContentsMargins(side, 0, side, 0)
        self._since.setSpacing(theme.px(3))
        self._column.addLayout(self._since)

    def seal(self) -> None:
        """Nothing of it can be marked or copied; it can be read and reached as before."""
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_since(self, now: str | None, *, changed: bool, gone: bool) -> None:
        """Say what became of it since it went out."""
        if gone:
            self._add(_("This entry is not in your journal any more."), "small", "honey")
        elif changed:
            self.block.label.setText(" · ".join(filter(None, (self.block.label.text(), _("then")))))
            self.block.label.show()
            self._add(_("You changed this since. Now:"), "smallm", "honey")
            gone_words = _("It is not there any more.")
            self._add(gone_words if now is None else now, "quote" if now else "small", "ink")

    def _add(self, words: str, style: str, role: str) -> None:
        self.lines.append(words)
        self._since.addWidget(Text(self.theme, words, style, role, parent=self))
