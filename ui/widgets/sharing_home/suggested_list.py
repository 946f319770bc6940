"""SuggestedList: practices that a coach suggests, and what becomes of them once kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _, ngettext
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.preview import SuggestedPractice
    from ui.theme import Theme


class SuggestedList(QWidget):
    """Those that this journal has go to Today; of others that is said."""

    def __init__(
        self, theme: Theme, practices: Sequence[SuggestedPractice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(4), px(18), 0)
        column.setSpacing(px(6))
        column.addWidget(Text(theme, _("Practices they suggest"), "heading", parent=self))
        self.lines = [_line(one) for one in practices]
        for practice, line in zip(practices, self.lines, strict=True):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(Sign(theme, "check" if practice.known else "info", "ink2", 16, self))
            row.addWidget(Text(theme, line, "text14", "ink", parent=self), 1)
            column.addLayout(row)
        known = sum(one.known for one in practices)
        if known:
            words = ngettext(
                "Once you keep the reply it waits on Today for four weeks. You may let it pass.",
                "Once you keep the reply they wait on Today for four weeks. You may let them pass.",
                known,
            )
            column.addWidget(Text(theme, words, "small", "ink3", parent=self))


def _line(practice: SuggestedPractice) -> str:
    if not practice.known:
        return _("“{name}”: this journal has no practice of that name, so it is left out.").format(
            name=practice.title
        )
    return (
        practice.title
        if practice.is_new
        else _("{name}: suggested before").format(name=practice.title)
    )
