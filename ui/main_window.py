"""The window: the sidebar, one page at a time, and the way from open to locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.opening import first_place, forget_sources, warm_up, warm_up_insights
from ui.overriding import override
from ui.page_stack import PageStack
from ui.theme import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

    from ally_journal.changes import Change
    from ui.actions import WindowActs
    from ui.deep_lock import After
    from ui.desk import Desk
    from ui.hidden import Hidden
    from ui.locking import Locking
    from ui.page_making import PageKind
    from ui.sidebar import Sidebar
    from ui.widgets.focus_ring import FocusRing
    from ui.widgets.toast import Toast

SMALLEST_WINDOW, FIRST_SIZE = (900, 600), (1280, 800)
RAIL_BELOW, MARK_FROM = 1080, 520
CHARTS_AFTER_MS = 1_500
SIZE_STEP = 10
# Late enough for the first paint to be over.
WARM_UP_AFTER_MS = 100


class MainWindow(QWidget):
    """One window, titled "Journal" whatever it shows."""

    def __init__(self, desk: Desk, begin_anew: Callable[[After], None] | None = None) -> None:
        """`begin_anew`: what a deep lock ends with; None for no deep lock at all."""
        super().__init__()
        self.desk, self.theme = desk, desk.theme
        self._toast: Toast | None = None
        self._hidden: Hidden | None = None
        self._sidebar: Sidebar | None = None
        self._ring: FocusRing | None = None
        self._returns_to: object = None
        self.acts: WindowActs | None = None
        self.locking: Locking | None = None
        self._begin_anew = begin_anew
        self._is_shown = False
        self._build()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Show the page before unlocking."""
        self.pages.begin_again()
        self.pages.visit(self.desk.begins_at or first_place(self.desk.folder))
        self.pages.begin_again()

    def lock(self, *, ends: bool = False) -> None:
        """Write what is not written, then leave nothing of the journal in the window. Asks nothing.

        Waits for the disk a moment at most; what is still to be written then is written in the
        background before the journal is closed there. `ends`: the program ends too.
        """
        locking = self._watched()
        locking.empty()
        self._unsay()
        locking.close(ends=ends, is_hidden=self.is_hidden, returns_to=self._returns_to)
        self._allow()
        self.begin()
        if self.is_hidden:
            self._cover().cover()

    def end(self) -> None:
        """Lock, and end the program, whatever stands in front of the window."""
        self.close()
        QApplication.exit(0)

    def come_back(self, after: After) -> None:
        """Stand where the window before the deep lock stood, and show no more than it did."""
        from ui.deep_lock import place_of  # noqa: PLC0415 only after a deep lock

        self.restoreGeometry(after.geometry)
        self.resize(*after.size)
        self._returns_to = place_of(after.place)
        if after.is_hidden:
            self._cover().cover()

    def hide_now(self) -> None:
        """Show an empty page; asked again, show what was there, after a lock if so chosen."""
        if self.is_hidden:
            self._cover().uncover()
            if self.pages.kind is not None:
                self._moved(self.pages.kind)
        else:
            from ui.locking import close_menus  # noqa: PLC0415 not part of the start

            close_menus()
            self._cover().cover()
            if self.desk.is_open and self.desk.settings.hide_asks:
                self._returns_to = self._place_to_return_to()
                self.lock()
        self._allow()

    @property
    def is_hidden(self) -> bool:
        """Whether the empty page stands over everything."""
        return self._hidden is not None and not self._hidden.isHidden()

    @property
    def sidebar(self) -> Sidebar:
        """The places; built when a journal is first open, not before the first paint."""
        if self._sidebar is None:
            from ui.sidebar import Sidebar  # noqa: PLC0415 not part of the start

            self._sidebar = Sidebar(self.theme, self)
            self._sidebar.asked.connect(self._do)
            self._row.insertWidget(0, self._sidebar)
            self._fit()
        return self._sidebar

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """After the first paint, import what unlocking needs."""
        super().showEvent(event)
        if not self._is_shown:
            self._is_shown = True
            QTimer.singleShot(WARM_UP_AFTER_MS, self._warm_up)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A rail where there is no room for words."""
        super().resizeEvent(event)
        self._fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock, remember the size, and go; what was not saved of a packet is asked about first."""
        if event.spontaneous() and not self.desk.may_close():
            event.ignore()
            return
        self.lock(ends=True)
        self.desk.keep_size(self.width(), self.height())
        event.accept()

    def _build(self) -> None:
        self.setWindowTitle("Journal")
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST_WINDOW)
        chosen = self.desk.window_settings
        self.resize(chosen.width or FIRST_SIZE[0], chosen.height or FIRST_SIZE[1])
        self.pages = PageStack(self.desk, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.pages, 1)

    def _connect(self) -> None:
        desk = self.desk
        desk.visit.connect(self.pages.visit)
        desk.back_requested.connect(self._back)
        desk.lock_requested.connect(self.lock)
        desk.short_path_requested.connect(self._take_short_path)
        desk.hide_requested.connect(self.hide_now)
        desk.unlocked.connect(self._unlocked)
        desk.changed.connect(self._changed)
        desk.messages.said.connect(self._say)
        self.pages.moved.connect(self._moved)
        self.theme.changed.connect(self._fit)

    # -- acts

    def _do(self, name: str) -> None:
        does: dict[str, Callable[[], object]] = {
            "hide": self.hide_now,
            "lock": self.lock,
            "search": self._search,
            "region": self._next_region,
            "region_back": self._region_before,
            "content": self._to_content,
            "larger": self._larger,
            "smaller": self._smaller,
            "plain_size": self._plain_size,
        }
        if name in does:
            does[name]()
        else:
            from ui.places import OF_ACTS  # noqa: PLC0415 not part of the start

            self.pages.visit(OF_ACTS[name]())

    def _allow(self) -> None:
        if self.acts is not None:
            self.acts.allow(is_open=self.desk.is_open, is_hidden=self.is_hidden)

    def _search(self) -> None:
        kind = self.pages.kind
        if kind is None or kind.name != "JournalPage":
            self._do("journal")
        search = getattr(self.pages.page(), "search", None)
        if callable(search):
            search()

    def _next_region(self) -> None:
        self._go_round(forward=True)

    def _region_before(self) -> None:
        self._go_round(forward=False)

    def _go_round(self, *, forward: bool) -> None:
        from ui.regions import next_region  # noqa: PLC0415 not part of the start

        next_region(self._regions(), forward=forward)

    def _to_content(self) -> None:
        from ui.regions import to_first  # noqa: PLC0415 not part of the start

        to_first(self.pages.currentWidget())

    def _regions(self) -> list[QWidget]:
        page = self.pages.currentWidget()
        regions = getattr(page, "regions", None)
        of_page = regions() if callable(regions) else [page]
        side = [] if self._sidebar is None else [self._sidebar]
        return [one for one in (*side, *of_page) if one.isVisible()]

    def _larger(self) -> None:
        self.desk.choose_size(self.theme.percent + SIZE_STEP)

    def _smaller(self) -> None:
        self.desk.choose_size(self.theme.percent - SIZE_STEP)

    def _plain_size(self) -> None:
        self.desk.choose_size(SMALLEST)

    # -- what others tell

    def _unlocked(self) -> None:
        self.complete()
        self._allow()
        self._watched().opened()
        self.pages.begin_again()
        from ui import places  # noqa: PLC0415 not part of the start

        place, self._returns_to = self._returns_to, None
        first = places.TodayPlace() if self.desk.settings.welcomed else places.WelcomePlace()
        self.pages.visit(place or first)
        self.pages.begin_again()
        QTimer.singleShot(CHARTS_AFTER_MS, self, self._warm_charts)

    def _warm_charts(self) -> None:
        """Import what Insights draws with, beside whatever the person does first."""
        if self.desk.is_open:
            self.desk.background.aside(warm_up_insights, lambda _none: forget_sources(), self)

    def _changed(self, change: Change) -> None:
        if (change.settings or change.everything) and self.desk.is_open:
            self._watched().settings_changed()

    def _back(self) -> None:
        from ui.places import TodayPlace  # noqa: PLC0415 not part of the start

        self.pages.back(TodayPlace() if self.desk.is_open else first_place(self.desk.folder))

    def _take_short_path(self) -> None:
        self._back()
        session = getattr(self.pages.page(), "session", None)
        if session is not None:
            session.shorten()

    def _moved(self, kind: PageKind) -> None:
        has_sidebar = kind.nav is not None and self.desk.is_open
        if has_sidebar:
            self.sidebar.show_current(kind.nav or "")
        if self._sidebar is not None:
            self._sidebar.setVisible(has_sidebar)

    def _say(self, sentence: str, action: str, then: object) -> None:
        from ui.widgets.toast import Toast  # noqa: PLC0415 nothing is said before the start

        if self._toast is None:
            self._toast = Toast(self, self.theme)
            self.pages.moved.connect(self._toast.settle)
        self._toast.say(sentence, action, then if callable(then) else None)

    def _unsay(self) -> None:
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    # -- locking

    def _watched(self) -> Locking:
        """What locks; built after the first paint."""
        if self.locking is None:
            from ui.locking import Locking  # noqa: PLC0415 not part of the start

            self.locking = Locking(self.desk, self, self.pages, self._begin_anew)
            self.locking.due.connect(self.lock)
        return self.locking

    def _place_to_return_to(self) -> object:
        """A walk goes on from its draft, which stands on Today."""
        kind = self.pages.kind
        return None if kind is None or kind.name == "PracticePage" else self.pages.place

    def _fit(self) -> None:
        if self._sidebar is None:
            return
        narrow = self.theme.effective(self.width()) < RAIL_BELOW
        low = self.theme.effective(self.height()) < MARK_FROM
        self._sidebar.fit(narrow=narrow, low=low)

    def _cover(self) -> Hidden:
        if self._hidden is None:
            from ui.hidden import Hidden  # noqa: PLC0415 not part of the start

            self._hidden = Hidden(self.theme, self)
            self._hidden.show_asked.connect(self.hide_now)
        return self._hidden

    def complete(self) -> None:
        """Build what the first paint need not wait for: keys, idle lock, focus ring."""
        if self.acts is not None:
            return
        from ui.actions import WindowActs  # noqa: PLC0415 not part of the start
        from ui.widgets.focus_ring import FocusRing  # noqa: PLC0415 not part of the start

        self.acts = WindowActs(self)
        self.acts.asked.connect(self._do)
        self._allow()
        self._watched()
        self._ring = FocusRing(self, self.theme)

    def _warm_up(self) -> None:
        from ui.collecting import collect_here  # noqa: PLC0415 not part of the start

        collect_here(self)
        self.complete()
        self.desk.background.run(warm_up, lambda _none: forget_sources())
