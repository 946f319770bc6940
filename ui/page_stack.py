"""PageStack: the page that is shown, the way back from it, and forgetting all of them at a lock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.background import is_alive
from ui.locked_places import CodePlace
from ui.page_making import Page, PageKind, kind_of, make_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk

LONGEST_TRAIL = 20


class _Stop(NamedTuple):
    """Where the person was: the place, and what had the focus there."""

    place: object
    focus: QWidget | None


class PageStack(QStackedWidget):
    """Builds pages when they are first visited; `moved` tells the kind of the page shown now."""

    moved = Signal(PageKind)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[PageKind, QWidget] = {}
        self._trail: list[_Stop] = []
        self.place: object = None

    @property
    def kind(self) -> PageKind | None:
        """The kind of the page that is shown."""
        return None if self.place is None else kind_of(self.place)

    def visit(self, place: object) -> None:
        """Go to a place; where one was is remembered for the way back."""
        kind = kind_of(place)
        if kind.name == "SupportPage":
            place = _support_from(self.kind)
        if kind.needs_journal and not self._desk.is_open:
            return
        if kind.is_passing and kind == self.kind and kind.name != "HelpPage":
            return
        self._leave()
        if self.place is not None and not isinstance(self.place, CodePlace):
            self._trail.append(_Stop(self.place, self._focus()))
            del self._trail[:-LONGEST_TRAIL]
        self._show(place, kind)
        cast("Page", self._pages[kind]).arrive(place)

    def back(self, otherwise: object) -> None:
        """Go to where one came from, to the same caret where one was only passing."""
        self._leave()
        was = self.kind
        stop = self._trail.pop() if self._trail else _Stop(otherwise, None)
        kind = kind_of(stop.place)
        is_there = kind in self._pages
        self._show(stop.place, kind)
        passed = was is not None and was.is_passing and is_there
        if not passed or kind.name == "PracticePage":
            cast("Page", self._pages[kind]).arrive(stop.place)
        if passed and stop.focus is not None and is_alive(stop.focus) and stop.focus.isVisible():
            stop.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return None if self.kind is None else self._pages.get(self.kind)

    def begin_again(self) -> None:
        """Forget the way back: what comes next is a beginning."""
        self._trail.clear()

    def let_go(self) -> None:
        """Commit, then empty and destroy every page; no bug of a page may stop that."""
        self._leave()
        for page in self._pages.values():
            _in_any_case(cast("Page", page).forget)
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._trail.clear()
        self.place = None

    def _show(self, place: object, kind: PageKind) -> None:
        if kind not in self._pages:
            page = make_page(kind, self._desk, self)
            self._pages[kind] = page
            self.addWidget(page)
        self.place = place
        self.setCurrentWidget(self._pages[kind])
        self.moved.emit(kind)

    def _leave(self) -> None:
        page = self.page()
        if page is not None:
            _in_any_case(cast("Page", page).leave)

    def _focus(self) -> QWidget | None:
        page, focus = self.page(), QApplication.focusWidget()
        is_inside = page is not None and focus is not None and page.isAncestorOf(focus)
        return focus if is_inside else None


def _in_any_case(act: Callable[[], None]) -> None:
    """Do it; if it fails, report it and go on."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 a lock must not be stopped by a page's bug
        sys.excepthook(type(error), error, error.__traceback__)


def _support_from(kind: PageKind | None) -> object:
    """Support, which offers the short path to whoever comes from a walk."""
    from ui.places import SupportPlace  # noqa: PLC0415 not part of the start

    return SupportPlace(from_practice=kind is not None and kind.name == "PracticePage")
