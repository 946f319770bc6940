"""NoticesCard: what there is to know about the journal, as calm banners, the gravest first."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.changes import Change
from ally_journal.language import _
from ally_journal.services.notices import Notice, NoticeKind
from ui.places import BackupsPlace, SettingsPlace
from ui.widgets.banner import Banner
from ui.widgets.icon_button import IconButton
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.places import Place
    from ui.theme import Theme

MOST = 2
QUIET_FOR = timedelta(days=14)
_GRAVE = {
    NoticeKind.DAMAGED,
    NoticeKind.OLDER_COPY,
    NoticeKind.CONFLICTED_COPY,
    NoticeKind.BACKUP_FAILED,
    NoticeKind.READ_ONLY,
    NoticeKind.READ_BY_CODE,
}
_DUE = {NoticeKind.COPY_ELSEWHERE_DUE, NoticeKind.DRILL_DUE}


class NoticesCard(QWidget):
    """Shows two at most, one that is merely due; each can be put away, what is due for two weeks.

    `shown` tells how many there are.
    """

    shown = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.theme = desk, desk.theme
        self._notices: tuple[Notice, ...] = ()
        self._away: set[NoticeKind] = set()
        self.banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(10))
        self.hide()
        desk.messages.damage_met.connect(self._show_again)

    def show_now(self) -> None:
        """Ask the journal again."""
        self._desk.ask(lambda journal: journal.notices(), self._show, owner=self)

    def show_notices(self, notices: tuple[Notice, ...], away: set[NoticeKind]) -> None:
        """Show these, but for those that were put away."""
        self._away = away
        self._show(notices)

    @property
    def state(self) -> tuple[tuple[Notice, ...], set[NoticeKind]]:
        """What is known, for another one of these that takes its place."""
        return self._notices, self._away

    def _show(self, notices: tuple[Notice, ...]) -> None:
        self._notices = notices
        for banner in self.banners:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        if self._desk.messages.damage is not None:
            notices = (Notice(NoticeKind.DAMAGED), *notices)
        wanted = [one for one in notices if self._is_wanted(one)]
        due = [one for one in wanted if one.kind in _DUE]
        self.banners = [self._banner(one) for one in wanted if one not in due[1:]][:MOST]
        for banner in self.banners:
            self._column.addWidget(banner)
        self.setVisible(bool(self.banners))
        self.shown.emit(len(self.banners))

    def _show_again(self) -> None:
        self._show(self._notices)

    def _is_wanted(self, notice: Notice) -> bool:
        until = self._desk.settings.reminded_until
        is_quiet = notice.kind in _DUE and self._desk.today().isoformat() < until
        return notice.kind not in self._away and not is_quiet

    def _banner(self, notice: Notice) -> Banner:
        from ally_journal.sentences import notice_sentence  # noqa: PLC0415 there is rarely one

        act = _ACTS.get(notice.kind)
        banner = NoticeBanner(self.theme, notice, notice_sentence(notice), act() if act else "")
        banner.acted.connect(partial(self._act, notice.kind))
        banner.away.clicked.connect(partial(self._put_away, notice.kind))
        return banner

    def _put_away(self, kind: NoticeKind) -> None:
        self._away.add(kind)
        self._show(self._notices)
        if kind in _DUE:
            until = (self._desk.today() + QUIET_FOR).isoformat()
            self._desk.change_settings(reminded_until=until)
        rest = self.banners[0] if self.banners else None
        if isinstance(rest, NoticeBanner):
            rest.away.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def _act(self, kind: NoticeKind) -> None:
        if kind is NoticeKind.OLDER_COPY:
            self._ask_to_go_on()
        elif kind is NoticeKind.DAMAGED:
            self._desk.messages.ask_damage()
        else:
            self._desk.visit.emit(_PLACES[kind])

    def _ask_to_go_on(self) -> None:
        sheet = Sheet(
            self.theme,
            self.window(),
            _("Go on with this older journal?"),
            _(
                "Nothing is changed in it. It counts as the newest from now on, and you are not "
                "told about it again. A newer one that turns up later would be the older then."
            ),
            safe=_("Look for the newer one first"),
            other=_("Go on with this one"),
        )
        sheet.other_taken.connect(self._go_on)
        sheet.open()

    def _go_on(self) -> None:
        self._desk.write(_accept, lambda _none: self.show_now(), owner=self)


class NoticeBanner(Banner):
    """A banner that can be put away."""

    def __init__(self, theme: Theme, notice: Notice, sentence: str, action: str) -> None:
        is_grave = notice.kind in _GRAVE
        super().__init__(theme, "note" if is_grave else "calm", "info", sentence, action)
        self.away = IconButton(self.theme, "close", _("Put this away"), parent=self)
        self._row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignVCenter)


def _accept(journal: Journal) -> Change:
    journal.accept_copy()
    return Change()


_ACTS: dict[NoticeKind, Callable[[], str]] = {
    NoticeKind.DAMAGED: lambda: _("See what helps"),
    NoticeKind.OLDER_COPY: lambda: _("Go on with this one…"),
    NoticeKind.BACKUP_FAILED: lambda: _("To the backups"),
    NoticeKind.UNCLEAN_END: lambda: _("Check it"),
    NoticeKind.HEADER_MENDED: lambda: _("Check it"),
    NoticeKind.COPY_ELSEWHERE_DUE: lambda: _("To the backups"),
    NoticeKind.DRILL_DUE: lambda: _("Try it"),
}
_PLACES: dict[NoticeKind, Place] = {
    NoticeKind.BACKUP_FAILED: BackupsPlace(),
    NoticeKind.UNCLEAN_END: SettingsPlace("safety"),
    NoticeKind.HEADER_MENDED: SettingsPlace("safety"),
    NoticeKind.COPY_ELSEWHERE_DUE: BackupsPlace(),
    NoticeKind.DRILL_DUE: SettingsPlace("lock"),
}
