"""Share: choose, read exactly what goes out, seal it into one file. Nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.models.sharing import Sharing
from ui.overriding import override
from ui.widgets.menu import Menu
from ui.widgets.region_page import RegionPage
from ui.widgets.sharing.choose_card import ChooseCard
from ui.widgets.sharing.done_card import DoneCard
from ui.widgets.sharing.read_card import ReadCard
from ui.widgets.sharing.seal_card import SealCard
from ui.widgets.sharing.share_footer import ShareFooter
from ui.widgets.sharing.share_head import ShareHead
from ui.widgets.sharing.share_keeping import ShareKeeping
from ui.widgets.sharing.share_panes import CHOOSE, DONE, READ, SEAL, SharePanes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.changes import Change
    from ally_journal.domain.preview import ShareRow
    from ally_journal.errors import JournalError
    from ui.desk import Desk
    from ui.models.share_saving import Saved
    from ui.places import SharePlace

BOTH_FROM = 1000


class SharePage(RegionPage):
    """Steps 1 and 2 side by side where there is room; what is chosen stays until a lock."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        theme = desk.theme
        self.sharing = Sharing(desk, self)
        self.head = ShareHead(theme, self)
        self.choose = ChooseCard(desk, self.sharing)
        self.read = ReadCard(theme, self.sharing)
        self.seal = SealCard(desk)
        self.done = DoneCard(desk, self.seal.words)
        self.footer = ShareFooter(theme, self)
        self.keeping = ShareKeeping(desk, self)
        cards = {CHOOSE: self.choose, READ: self.read, SEAL: self.seal, DONE: self.done}
        self.panes = SharePanes(theme, self.head, cards, self)
        self._step, self._is_wide = CHOOSE, True
        self._is_busy = self._is_unseen = False
        self._wanted: tuple[str, ...] = ()
        self._ticked_before = False
        self._build()
        self._connect()
        self.restyle()

    # -- as every page

    def arrive(self, place: SharePlace) -> None:
        """Show what was chosen before, with these entries ticked too."""
        self._wanted = place.ids
        if self._is_busy or self._is_unseen:  # first what is sealed, or was meanwhile
            self._is_unseen = False
            self.footer.next.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._step == DONE:
            self._begin_anew()
        elif place.ids:
            self._go(CHOOSE)
        self._search("")
        self.choose.entries.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """What is chosen stays in memory; the six words of a file that was written do not."""
        if self._step == DONE:
            self._begin_anew()

    def forget(self) -> None:
        """Leave nothing of it."""
        self.sharing.forget()
        for part in (self.choose, self.read, self.seal, self.done):
            part.forget()

    def search(self) -> None:
        """Go to the search field."""
        if self._step in {CHOOSE, READ}:
            self._go(CHOOSE)
            self.choose.entries.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def regions(self) -> list[QWidget]:
        """What is shown, then the footer."""
        return [*self.panes.shown(), self.footer]

    @override
    def restyle(self) -> None:
        """Take new sizes; below 1000 the steps are separate pages."""
        self._is_wide = self.theme.effective(self.window().width()) >= BOTH_FROM
        self.footer.restyle()
        self._show_step()

    # -- steps

    def _go(self, step: int) -> None:
        self._step = step
        self._show_step()

    def _show_step(self) -> None:
        self.panes.show_step(self._step, is_wide=self._is_wide)
        self._follow()

    def _follow(self) -> None:
        """Name the step, and wake what can be done."""
        step, preview = self._step, self.sharing.preview
        both = self._is_wide and step in {CHOOSE, READ}
        shown = READ if both and self.sharing.picked else step
        self.head.show_step(min(shown, SEAL))
        asks = both or step == READ
        act: str
        icon: str | None
        act, icon = _("Seal and save…"), "lock"
        if step == CHOOSE and not both:
            act, icon = _("Read it through"), None
        elif step == SEAL and not self._is_locked():
            act, icon = _("Save…"), None
        elif step == DONE:
            act, icon = _("Done"), None
        self.footer.show_acts(self._back_words(both=both), act, icon, asks=asks)
        self.footer.read.setEnabled(self.sharing.is_ready)
        self.footer.next.setEnabled(self._can_go_on(asks=asks))
        if preview is None and self._step == READ:
            self.read.follow()

    def _back_words(self, *, both: bool) -> str:
        if self._step == DONE:
            return ""
        return _("Change the choice") if self._step == READ and not both else _("Back")

    def _is_locked(self) -> bool:
        return self.seal.way.value() != "open"

    def _can_go_on(self, *, asks: bool) -> bool:
        if self._step == DONE:
            return True
        if self._step == SEAL:
            return not self._is_busy and self._is_read
        if asks:
            return self._is_read
        return bool(self.sharing.picked)

    @property
    def _is_read(self) -> bool:
        return self.sharing.is_ready and self.footer.read.isChecked()

    def _next(self) -> None:
        both = self._is_wide and self._step in {CHOOSE, READ}
        if self._step == DONE:
            self._begin_anew()
            self.choose.entries.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == SEAL:
            self._save()
        elif both or self._step == READ:
            self._go(SEAL)
            self.seal.begin()
        else:
            self._go(READ)
            self.read.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        both = self._is_wide and self._step in {CHOOSE, READ}
        if self._step == SEAL:
            self._go(READ)
            self.footer.read.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == READ and not both:
            self._go(CHOOSE)
            self.choose.entries.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.back_requested.emit()

    def _begin_anew(self) -> None:
        self._ticked_before = False
        self.seal.take_words_back()
        self.seal.forget()
        self.done.forget()
        self.choose.entries.forget()
        self.sharing.begin_anew()
        self.choose.follow()
        self.read.follow()
        self._search("")
        self._go(CHOOSE)

    # -- entries

    def _search(self, words: str) -> None:
        if not words and self.choose.entries.search.text():
            words = self.choose.entries.search.text()
        wanted = self._wanted
        self.desk.ask(lambda journal: journal.sharing.rows(words), self._take_rows, owner=self)
        if wanted and words:
            self.desk.ask(lambda journal: journal.sharing.rows(), self._tick_wanted, owner=self)

    def _take_rows(self, rows: Sequence[ShareRow]) -> None:
        self._tick_wanted(rows)
        self.sharing.follow(rows)
        self.choose.entries.show_rows(rows)
        self.choose.follow()

    def _tick_wanted(self, rows: Sequence[ShareRow]) -> None:
        if self._wanted:
            self.sharing.tick_all([row for row in rows if row.summary.id in self._wanted])
            self._wanted, self._ticked_before = (), True
        elif not self._ticked_before:
            self._ticked_before = True
            self.sharing.tick_all([row for row in rows if row.ticked])

    # -- sealing

    def _save(self) -> None:
        preview, order = self.sharing.preview, self.seal.order()
        if preview is not None and order is not None and self._is_read:
            self.seal.say_wrong("")
            self.keeping.ask_place(preview, order)

    def _began(self) -> None:
        self._is_busy = True
        self.seal.be_busy(on=True)
        self.footer.back.setEnabled(False)
        self.footer.next.setText(_("Sealing…") if self._is_locked() else _("Saving…"))
        self.footer.next.setEnabled(False)

    def _saved(self, saved: Saved) -> None:
        self._rest()
        if saved.order.recipient:
            self.seal.key.keep_key(saved.order.label or _("My coach"))
        self.done.show_saved(saved)
        self._is_unseen = not self.isVisible()
        self._go(DONE)
        self.footer.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, words: str) -> None:
        self._rest()
        self.seal.say_wrong(words)
        first = self.footer.next if self.footer.next.isEnabled() else self.footer.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leaked(self, words: str) -> None:
        self.sharing.look_again()
        self._failed(words)

    def _rest(self) -> None:
        self._is_busy = False
        self.seal.be_busy(on=False)
        self.footer.back.setEnabled(True)
        self._follow()

    # -- what others tell

    def _previewed(self) -> None:
        self.read.follow()
        self._follow()

    def _chosen(self) -> None:
        """What was read through is not what goes out any more."""
        self.footer.read.setChecked(False)
        if self._step == SEAL and self.seal.problem.isHidden():
            self.seal.say_wrong(
                _("Something has changed since you read it through. Go back and read it once more.")
            )
        self._follow()

    def _changed(self, change: Change) -> None:
        touches = change.entries or change.people or change.lists or change.everything
        if not touches or self._is_busy or self._step == DONE:
            return
        if self.isVisible():
            self._search("")
            self.sharing.look_again()
        else:
            self.sharing.outdate()

    def _no_preview(self, error: JournalError) -> None:
        self.desk.messages.say(sentence(error))

    def _show_caret(self, rect: QRect) -> None:
        self.panes.show_rect(READ, rect)

    def _ask_agreement(self) -> None:
        menu = Menu(self.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.item(_("Print it…"), "file", then=self.keeping.print_agreement)
        menu.item(_("Save it as a PDF…"), "file", then=self.keeping.save_agreement)
        link = self.done.agreement if self._step == DONE else self.seal.agreement
        menu.popup_under(link)

    def _show_sent(self) -> None:
        from ui import places  # noqa: PLC0415 another page

        self.desk.visit.emit(places.SentPlace())

    def _print(self) -> None:
        preview = self.sharing.preview
        if preview is not None and self.sharing.is_ready:
            self.keeping.print_page(preview)

    # -- building

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.panes, 1)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        self.sharing.changed.connect(self._chosen)
        self.sharing.previewed.connect(self._previewed)
        self.sharing.failed.connect(self._no_preview)
        self.choose.entries.searched.connect(self._search)
        self.read.caret_moved.connect(self._show_caret)
        self.footer.back_asked.connect(self._back)
        self.footer.next_asked.connect(self._next)
        self.footer.read.toggled.connect(lambda _on: self._follow())
        self.keeping.began.connect(self._began)
        self.keeping.saved.connect(self._saved)
        self.keeping.failed.connect(self._failed)
        self.keeping.leaked.connect(self._leaked)
        self.seal.changed.connect(self._follow)
        self.seal.print_asked.connect(self._print)
        self.seal.agreement_asked.connect(self._ask_agreement)
        self.done.agreement_asked.connect(self._ask_agreement)
        self.done.sent_asked.connect(self._show_sent)
        self.head.sent_asked.connect(self._show_sent)
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)
