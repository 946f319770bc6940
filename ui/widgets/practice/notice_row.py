"""NoticeRow: one banner above the footer, so that the question never moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.banner import Banner
from ui.widgets.passing_banner import PassingBanner
from ui.widgets.toast import NOTICES

if TYPE_CHECKING:
    from ui.theme import Theme

WIDEST, MARGIN, BELOW = 680, 24, 12


class NoticeRow(QWidget):
    """Says at most one thing; a failed save comes before everything else.

    `acted` tells the id of the notice whose link was pressed.
    """

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(NOTICES)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._banners: dict[str, Banner] = {}
        self._row = QHBoxLayout(self)
        self.hide()
        self.restyle()
        theme.changed.connect(self.restyle)

    @property
    def shown(self) -> str:
        """The id of the notice that stands there; empty for none."""
        return next(iter(self._banners), "")

    @property
    def sentence(self) -> str:
        """What it says; empty for nothing."""
        return self.accessibleName() if self._banners else ""

    def say(
        self,
        key: str,
        kind: str,
        icon: str,
        sentence: str,
        action: str = "",
        *,
        passing: bool = False,
    ) -> None:
        """Show a notice; one that is there already is replaced. `passing`: it can be put away."""
        self.clear()
        made = PassingBanner if passing else Banner
        banner = made(self.theme, kind, icon, sentence, action)
        if isinstance(banner, PassingBanner):
            banner.put_away.connect(self.clear)
        banner.setMaximumWidth(self.theme.px(WIDEST))
        banner.acted.connect(self._tell)
        self.setAccessibleName(sentence)
        self._banners[key] = banner
        self._row.addStretch(1)
        self._row.addWidget(banner, 1000)
        self._row.addStretch(1)
        self.show()

    def say_failed(self, why: str) -> None:
        """A save did not come about; the text is still there."""
        words = _("Not saved yet, your text is still here. {why}").format(why=why)
        self.say("failed", "note", "info", words, _("Try again"))

    def say_wrong(self, why: str) -> None:
        """An answer cannot be kept as it is."""
        self.say("wrong", "note", "info", why)

    def say_late(self) -> None:
        """In the late evening a hard practice may wait."""
        words = _("It is late. This can wait for tomorrow; it stays as it is.")
        self.say("late", "neutral", "moon", words, _("Leave it for tomorrow"), passing=True)

    def say_pause(self) -> None:
        """After a long time of writing."""
        words = _("You have written for 20 minutes. Pause here?")
        self.say("pause", "neutral", "clock", words, _("Pause"), passing=True)

    def clear(self, key: str = "") -> None:
        """Take the notice away, or only this one if it is there."""
        if key and key not in self._banners:
            return
        while self._row.count():
            self._row.takeAt(0)
        for banner in self._banners.values():
            banner.hide()
            banner.deleteLater()
        self._banners.clear()
        self.hide()

    def restyle(self) -> None:
        """Take new margins after a change of text size."""
        px = self.theme.px
        self._row.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(BELOW))
        for banner in self._banners.values():
            banner.setMaximumWidth(px(WIDEST))

    def _tell(self) -> None:
        self.acted.emit(self.shown)
