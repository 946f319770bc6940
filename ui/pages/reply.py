"""Bringing a reply home: seen first, beside what went out; kept only if that is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ally_journal.errors import Stopped
from ally_journal.language import _, ngettext
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.models.sent_log import went_out_words
from ui.places import ReplyPlace, SentPlace, SettingsPlace
from ui.widgets.banner import Banner
from ui.widgets.file_page import FilePage
from ui.widgets.sharing_home.reply_footer import ReplyFooter
from ui.widgets.sharing_home.reply_paper import ReplyPaper
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.preview import Incoming
    from ally_journal.errors import JournalError
    from ally_journal.stopping import Stop
    from ui.desk import Desk

WIDEST = 932
MOST_ABOVE = 0.4
"""Of the height, so much may stand above what was read."""
_ENDINGS = "age *"


class ReplyPage(FilePage):
    """A file is chosen or dropped here; nothing of it is kept before Keep."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("What went out"), _("Choose the file…"), WIDEST, parent)
        self.desk = desk
        self.chooser: Chooser | None = None
        self.incoming: Incoming | None = None
        self._reading: Stop | None = None
        self._back_to = ReplyPlace().back
        self.footer = ReplyFooter(self.theme, self)
        self._build()
        self._connect()

    def arrive(self, place: ReplyPlace) -> None:
        """Begin anew."""
        self._back_to = place.back
        is_of_settings = place.back == "settings"
        self.bar.back.setText(_("Settings") if is_of_settings else _("What went out"))
        self._put_away()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """What is still being read is not wanted any more."""
        self._stop_reading()

    def forget(self) -> None:
        """Let go of what was read."""
        self._put_away()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.body, self.footer]

    @override
    def take_file(self, path: Path) -> None:
        """Read a reply and show it; nothing is kept yet."""
        self._put_away()
        self.show_below(Text(self.theme, _("Reading…"), "body", "ink2"))
        self._reading = self.desk.ask(
            lambda journal: journal.receiving.look(path),
            self._look_at,
            owner=self,
            failed=self._refused,
        )

    # -- looking

    def _ask_file(self) -> None:
        self.chooser = Chooser(self, _("Choose the reply of your coach"), self.take_file)
        self.chooser.ask_file(_ENDINGS)

    def _look_at(self, incoming: Incoming) -> None:
        self._reading = None
        self.incoming = incoming
        today, zone = self.desk.today(), self.desk.clock.zone()
        paper = ReplyPaper(self.theme, incoming, went_out_words(incoming.sent, today, zone))
        paper.sent_asked.connect(partial(self.desk.visit.emit, SentPlace(incoming.sent.id)))
        self.show_below(paper)
        self.choose.set_kind("secondary")
        QTimer.singleShot(0, self, self._show_its_head)
        self.footer.show_for(is_known=incoming.is_known)
        first = self.footer.leave if incoming.is_known else self.footer.keep
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_its_head(self) -> None:
        """Where there is little room, what was read comes to the top."""
        bar, room = self.body.verticalScrollBar(), self.body.viewport().height()
        if self.shown is not None and self.shown.y() > room * MOST_ABOVE:
            bar.setValue(self.shown.y())

    def _refused(self, error: JournalError) -> None:
        if isinstance(error, Stopped):  # one went away, or chose another file
            return
        self._reading = None
        self._say("note", "info", sentence(error))
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- keeping

    def _keep(self) -> None:
        incoming = self.incoming
        if incoming is None:
            return
        self.footer.hide()
        self.desk.write(
            lambda journal: journal.receiving.keep(incoming),
            lambda _nothing: self._kept(incoming),
            owner=self,
            failed=self._refused,
        )

    def _kept(self, incoming: Incoming) -> None:
        self.incoming = None
        banner = self._say("calm", "check", _kept_words(incoming), _("See it beside what went out"))
        banner.acted.connect(partial(self.desk.visit.emit, SentPlace(incoming.sent.id)))
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what stands below

    def _say(self, kind: str, icon: str, words: str, act: str = "") -> Banner:
        banner = Banner(self.theme, kind, icon, words, act)
        banner.setAccessibleName(words)
        self.show_below(banner)
        return banner

    def _put_away(self) -> None:
        self._stop_reading()
        self.incoming = None
        self.drop_shown()

    def _stop_reading(self) -> None:
        stop, self._reading = self._reading, None
        if stop is not None:
            stop.ask()

    @override
    def drop_shown(self) -> None:
        """Nothing can be kept any more."""
        super().drop_shown()
        self.footer.hide()

    def _back(self) -> None:
        is_of_settings = self._back_to == "settings"
        self.desk.visit.emit(SettingsPlace("sharing") if is_of_settings else SentPlace())

    def _build(self) -> None:
        px = self.theme.px
        line = _(
            "The file that your coach gave you. You see it before anything is kept, and nothing of "
            "it ever goes into an entry: comments stand beside what you wrote."
        )
        self.body.column.addWidget(TitleBlock(self.theme, _("Bring a reply home"), line))
        self.body.column.addSpacing(px(16))
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        self.body.column.addLayout(row)
        self.body.column.addSpacing(px(18))
        self.footer.hide()
        self.stand_below(self.body, self.footer)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._back)
        self.choose.clicked.connect(self._ask_file)
        self.footer.kept.connect(self._keep)
        self.footer.left.connect(self._leave_it)

    def _leave_it(self) -> None:
        self._put_away()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _kept_words(incoming: Incoming) -> str:
    number = sum(one.is_new for one in incoming.notes)
    told = ngettext("Kept: {n} comment.", "Kept: {n} comments.", number).format(n=number)
    ways = sum(one.known and one.is_new for one in incoming.practices)
    if not ways:
        return told
    more = ngettext(
        "{n} suggested practice waits on Today.", "{n} suggested practices wait on Today.", ways
    )
    return f"{told} {more.format(n=ways)}"
