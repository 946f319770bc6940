"""RestoreSheet: what restoring a backup does, what is newer than it, and its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _, ngettext
from ui.overriding import override
from ui.widgets.check import Check
from ui.widgets.locked.passphrase_field import PassphraseField
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ally_journal.services.backups import Preview
    from ui.theme import Theme

WIDTH = 500


class RestoreSheet(Sheet):
    """`restore_asked` tells the passphrase, and whether newer entries come along."""

    restore_asked = Signal(str, bool)

    def __init__(
        self, theme: Theme, host: QWidget, day: str, preview: Preview | None, today: date
    ) -> None:
        """Without a preview it is of another passphrase, and nothing is known of what it holds."""
        super().__init__(
            theme,
            host,
            _("Restore the backup of {day}?").format(day=day),
            _(
                "It is opened and checked in a new folder first. Then it takes the place of this "
                "journal. The journal of now is put aside whole, not erased; you can come back to "
                "it. The journal locks meanwhile."
            ),
            safe=_("Keep things as they are"),
            other=_("Restore it"),
            width=WIDTH,
        )
        newer = preview.newer_here if preview else 0
        self.bring = Check(theme, _("Bring the newer ones along"))
        self.bring.setChecked(bool(newer))
        self.passphrase = PassphraseField(
            theme, _("Your passphrase") if preview else _("Passphrase of its day")
        )
        self.passphrase.returned.connect(self._take_other)
        for words in self._told(preview, today):
            self.content.addWidget(Text(theme, words, "body", "ink2"))
        self.content.addWidget(self.bring)
        self.content.addWidget(self.passphrase)
        self.bring.setVisible(bool(newer))
        self.place()

    @override
    def close_sheet(self) -> None:
        """Forget what was typed."""
        self.passphrase.wipe()
        super().close_sheet()

    @override
    def _take_other(self) -> None:
        if not self.passphrase.text():
            self.passphrase.set_error(_("Type the passphrase first."))
            self.passphrase.setFocus()
            self.place()
            return
        self.restore_asked.emit(self.passphrase.text(), self.bring.isChecked())
        self.close_sheet()

    @staticmethod
    def _told(preview: Preview | None, today: date) -> list[str]:
        if preview is None:
            return [_("It was made under another passphrase, so what it holds is not known yet.")]
        told = [_holds(preview, today)]
        if preview.newer_here:
            told.append(
                ngettext(
                    "{n} entry is newer than this backup.",
                    "{n} entries are newer than this backup.",
                    preview.newer_here,
                ).format(n=preview.newer_here)
            )
        return told


def _holds(preview: Preview, today: date) -> str:
    counted = ngettext("It holds {n} entry", "It holds {n} entries", preview.entries)
    words = counted.format(n=preview.entries)
    if preview.first_day is None or preview.last_day is None:
        return words + "."
    return _("{holds}, from {first} to {last}.").format(
        holds=words,
        first=plain_day(preview.first_day, today),
        last=plain_day(preview.last_day, today),
    )
