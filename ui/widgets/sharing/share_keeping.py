"""ShareKeeping: asking where the file goes, asking once more where it is open, then writing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ally_journal import paper_words
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.models import share_saving
from ui.models.share_saving import Saved
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.preview import Preview
    from ally_journal.errors import JournalError
    from ally_journal.services.sealing import Sealed
    from ui.desk import Desk
    from ui.models.share_saving import SealOrder


class ShareKeeping(QObject):
    """`began` once it is being written, then `saved`, or `failed` with a sentence."""

    began = Signal()
    saved = Signal(Saved)
    failed = Signal(str)
    leaked = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host

    def ask_place(self, preview: Preview, order: SealOrder) -> None:
        """Ask for the file; it is written then."""
        title = _("Where does the packet go?")
        chooser = Chooser(self._host, title, partial(self.take_place, preview, order))
        name = share_saving.file_name(order, self._desk.today())
        chooser.ask_target(name, order.ending)

    def take_place(self, preview: Preview, order: SealOrder, target: Path) -> None:
        """It goes there; what is not locked is asked about once more."""
        if order.is_locked:
            self._seal(preview, order, target)
            return
        from ally_journal.services.synced_folders import synced_by  # noqa: PLC0415 hardly ever

        words = _("It will stand in {folder}, and anybody who can open that folder can read it. "
                  "Names are replaced; what happened is told.")  # fmt: skip
        sheet = Sheet(
            self._desk.theme,
            self._host.window(),
            _("Write it without a lock?"),
            words.format(folder=target.parent),
            safe=_("Do not write it"),
            other=_("Write the file"),
        )
        synced = paper_words.synced_words(synced_by(target.parent))
        if synced:
            sheet.content.addWidget(Text(self._desk.theme, synced, "text14", "honey"))
        sheet.other_taken.connect(partial(self._write, preview, order, target))
        sheet.open()

    def print_page(self, preview: Preview) -> None:
        """Ask for a printer."""
        self._desk.ask(
            lambda journal: share_saving.to_print(journal, preview),
            self._print,
            owner=self,
            failed=self._fail,
        )

    def print_agreement(self) -> None:
        """The page on who sees what, to the printer."""
        from ally_journal.services.papers import agreement_html  # noqa: PLC0415 hardly ever

        self._print(agreement_html())

    def save_agreement(self) -> None:
        """The same page as a PDF."""
        Chooser(self._host, _("Where does the agreement go?"), self._save_agreement).ask_target(
            "agreement.pdf", "pdf"
        )

    def _save_agreement(self, target: Path) -> None:
        from ally_journal.services.papers import agreement  # noqa: PLC0415 hardly ever

        self._desk.background.aside(
            partial(agreement, target, replace=True),
            lambda _path: self._desk.messages.say(_("The agreement was written.")),
            self,
        )

    def _print(self, html: str) -> None:
        from ui.printing import print_html  # noqa: PLC0415 the printer is asked for hardly ever

        print_html(self._host.window(), html, _("Journal"))

    def _seal(self, preview: Preview, order: SealOrder, target: Path) -> None:
        """Seal aside, so that the journal goes on answering meanwhile; then write."""
        self.began.emit()
        self._desk.background.aside(
            partial(share_saving.sealed, preview, order),
            partial(self._put, preview, order, target),
            self,
            self._fail,
        )

    def _write(self, preview: Preview, order: SealOrder, target: Path) -> None:
        self.began.emit()
        self._put(preview, order, target)

    def _put(
        self, preview: Preview, order: SealOrder, target: Path, made: Sealed | None = None
    ) -> None:
        self._desk.write(
            lambda journal: share_saving.write(journal, preview, order, target, made),
            self._done,
            owner=self,
            failed=self._fail,
            stoppable=True,
        )

    def _done(self, saved: Saved) -> None:
        self.saved.emit(saved)

    def _fail(self, error: JournalError) -> None:
        from ally_journal.packet_errors import LeakFound, SharingNothing  # noqa: PLC0415 hardly ever

        is_of_text = isinstance(error, LeakFound | SharingNothing)
        (self.leaked if is_of_text else self.failed).emit(sentence(error))
