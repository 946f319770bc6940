"""EmptySheet: what emptying the trash erases, and which backups still hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.models.trash import Emptying
    from ui.theme import Theme

WIDTH = 500


class EmptySheet(Sheet):
    """The offer to remove backups too is never ticked beforehand."""

    def __init__(self, theme: Theme, host: QWidget, found: Emptying) -> None:
        super().__init__(
            theme,
            host,
            _("Empty the trash?"),
            found.sentence,
            safe=_("Keep the trash"),
            other=_("Empty it"),
            width=WIDTH,
        )
        self._found = found
        self.too = Check(
            theme, _("Remove those backups too"), _("After a new one is made and checked")
        )
        self.content.addWidget(self._about_backups(theme))
        self.place()

    def removes(self) -> tuple[Path, ...]:
        """The backups that are to go too."""
        return self._found.holding if self.too.isChecked() else ()

    def _about_backups(self, theme: Theme) -> Card:
        found, card = self._found, Card(theme, "sunken", margins=(16, 12, 16, 12), gap=2)
        count = len(found.holding)
        head = _("Backups still hold them: {n} of {all}").format(n=count, all=found.backups)
        if not count:
            head = _("No backup here holds them")
        elsewhere = _("Copies you took elsewhere hold them too; the journal cannot reach those.")
        may = _("Copies you took elsewhere may hold them; the journal cannot reach those.")
        card.body.addWidget(Text(theme, head, "bodym", "ink"))
        card.body.addWidget(Text(theme, elsewhere if count else may, "small", "ink2"))
        if found.aside:
            aside = _(
                "The folder “quarantine” beside the journal may hold them as well: the journal "
                "as it was before a restore or new keys. Delete it when you need it no more."
            )
            card.body.addWidget(Text(theme, aside, "small", "ink2"))
        card.body.addWidget(self.too)
        self.too.setVisible(bool(count))
        return card
