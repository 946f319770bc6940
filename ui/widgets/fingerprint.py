"""Fingerprint: a few digits of a key, large, for two people to compare by word of mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ally_journal.packet_errors import BadCoachKey
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class Fingerprint(Text):
    """Said group by group."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "title", parent=parent)

    def show_digits(self, digits: str) -> None:
        """Show these; empty for none."""
        self.setText(digits)
        spoken = _("Fingerprint: {digits}").format(digits=", ".join(digits.split()))
        self.setAccessibleName(spoken if digits else "")


def fingerprint_of(text: str) -> str:
    """Of a public key that somebody typed or pasted; empty for what is none."""
    from ally_journal.services import coaching  # noqa: PLC0415 once something is pasted

    try:
        return coaching.fingerprint(text.strip()) if text.strip() else ""
    except BadCoachKey:
        return ""
