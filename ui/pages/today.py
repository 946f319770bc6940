"""Today: what happened, what waits, what is due, and this week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.changes import Change
from ally_journal.clock import zone_of
from ally_journal.domain.day_words import full_day
from ally_journal.language import _
from ui.models.caring import is_unasked, quiet_until
from ui.models.today_found import TodayFound, today_found
from ui.places import (
    InsightsPlace,
    PracticePlace,
    PracticesPlace,
    PromisesPlace,
    TodayPlace,
)
from ui.widgets.held_focus import focus_again, held_focus
from ui.widgets.page_tab import tab_on
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.title_block import TitleBlock
from ui.widgets.today.checkin_card import CheckinCard
from ui.widgets.today.ease_card import EaseCard
from ui.widgets.today.first_run import FirstRun
from ui.widgets.today.fit_card import FitCard
from ui.widgets.today.happened_card import HappenedCard
from ui.widgets.today.notices_card import NoticesCard
from ui.widgets.today.promises_card import PromisesCard
from ui.widgets.today.reminder_card import ReminderCard
from ui.widgets.today.resting_week import RestingWeek
from ui.widgets.today.waiting_card import Waiting, WaitingCard
from ui.widgets.today.waiting_things import DRAFT, FOLLOW_UP, place_of, waiting_things
from ui.widgets.today.week_card import WeekCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ui.desk import Desk

WIDEST, WIDEST_FIRST = 1010, 780
# Effective widths of the page itself: two columns of cards; two columns of practices.
TWO_COLUMNS_FROM, GRID_FROM = 864, 660
SIDE, NOTICES = 300, 2
CHECKIN, FEEL = "checkin", "feel"


class TodayPage(ScrollPage):
    """Reads the journal when it is arrived at, and again when something it shows was changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, widest=WIDEST, centred=True, parent=parent)
        self.desk = desk
        self.found: TodayFound | None = None
        self._is_asked = False
        self._lay_out()
        self._connect()
        desk.changed.connect(self._follow)
        self.theme.changed.connect(self._lay_out_anew)

    def arrive(self, place: TodayPlace) -> None:  # noqa: ARG002 there is only one Today
        """Read the journal and show it."""
        self._is_asked = False
        self._show_greeting()
        if self.found is not None and not self._has_focus():
            self._focus_first()
        self._read()
        self.notices.show_now()
        self.ease.show_now()

    def leave(self) -> None:
        """Nothing here waits to be written."""

    def forget(self) -> None:
        """Let go of everything that was read."""
        self.found = None
        self.waiting.forget()
        self.promises.list.forget()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide windows get two columns."""
        super().resizeEvent(event)
        self._fit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is seen, then to the sidebar."""
        return tab_on(self, self._parts(), forward=next)

    def _parts(self) -> list[QWidget]:
        """What Tab goes through, in the order of the columns as they stand now."""
        happened, below = self.happened, [self.waiting, self.promises]
        side: list[QWidget] = [self.checkin, self.reminder.all]
        is_wide = self.theme.effective(self.width()) >= TWO_COLUMNS_FROM
        rest = [*below, *side] if is_wide else [*side, *below]
        return [*self._above(), self.first_run, happened.grid, happened.head, *rest]

    def _above(self) -> list[QWidget]:
        return [self.notices, self.ease, self.fit]

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.isVisible() and self.isAncestorOf(focus)

    def _lay_out(self) -> None:
        theme, library = self.theme, self.desk.library
        self.title = TitleBlock(theme, "")
        self.notices = NoticesCard(self.desk)
        self.ease, self.fit = EaseCard(self.desk), FitCard(self.desk)
        self.first_run = FirstRun(theme)
        self.happened = HappenedCard(theme, library)
        practice = library.get(CHECKIN)
        feel = practice.step(FEEL) or practice.steps[0]
        self.checkin = CheckinCard(theme, practice, feel)
        self.week, self.resting = WeekCard(theme), RestingWeek(theme)
        self.reminder = ReminderCard(self.desk, self.week, self.resting)
        self.waiting = WaitingCard(theme)
        self.promises = PromisesCard(self.desk)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._below = QVBoxLayout()
        self._below.addWidget(self.waiting)
        self._below.addWidget(self.promises)
        self._side = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._side.addWidget(self.checkin)
        self._side.addWidget(self.reminder.all)
        self._side.addStretch(1)
        for widget in (self.title, *self._above(), self.first_run, self._body):
            self.column.addWidget(widget)
        self.first_run.hide()
        self._body.hide()
        self.waiting.hide()

    def _lay_out_anew(self) -> None:
        """Pictures and gaps are those of the theme they were made in."""
        held, focus = held_focus(self._held_parts()), QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
        known = self.notices.state
        for widget in (self.title, *self._above(), self.first_run, self._body):
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._lay_out()
        self.notices.show_notices(*known)
        self._connect()
        self._fit()  # before anything is shown: what is in no layout would be a window of its own
        if self.found is not None:
            self._show(self.found)
        if held is not None and not focus_again(self._held_parts(), held):
            self._focus_first()

    def _held_parts(self) -> list[QWidget]:
        """The parts in an order that no width changes."""
        below = (self.waiting, self.promises, self.checkin, self.reminder.all)
        return [*self._above(), self.first_run, self.happened, *below]

    def _connect(self) -> None:
        self.happened.chosen.connect(self._begin)
        self.happened.all_asked.connect(self._show_practices)
        self.checkin.begun.connect(self._begin_checkin)
        self.promises.all_asked.connect(self._show_promises)
        self.reminder.put_away.connect(self.happened.grid.focus_first)
        self.ease.settled.connect(self.happened.grid.focus_first)
        self.waiting.opened.connect(self._open)
        self.waiting.put_away.connect(self._put_away)
        self.notices.shown.connect(self._make_room)
        self.resting.wanted.connect(self._wake_week)
        self.first_run.checkin_asked.connect(self._begin_checkin)
        self.first_run.practices_asked.connect(self._show_all)
        self.first_run.habits_asked.connect(self._show_habits)

    # What is shown.

    def _read(self) -> None:
        self.desk.ask(today_found, self._show, owner=self)

    def _show(self, found: TodayFound) -> None:
        is_first = self.found is None
        self.found = found
        self._show_greeting()
        is_new = found.is_new and not self._is_asked
        self.first_run.setVisible(is_new)
        self.first_run.show_week(has_habits=bool(found.habits))
        self._body.setVisible(not is_new)
        self.set_widest(WIDEST_FIRST if is_new else WIDEST)
        zone = self.desk.clock.zone()
        is_quiet = is_unasked(self.desk, found.day)
        things = waiting_things(found, self.desk.library, zone, is_quiet=is_quiet)
        self.waiting.show_things(things)
        self.promises.show_found(found)
        self.reminder.show_reminder(found.reminder)
        self._make_room(len(self.notices.banners))
        self._show_week(found)
        self._fit()
        if is_first:
            self._focus_first()

    def _make_room(self, notices: int) -> None:
        """How the journal is for somebody is asked where there is room for it."""
        asks = self.found is not None and self.found.asks_fit
        self.fit.setVisible(asks and notices < NOTICES)

    def _show_week(self, found: TodayFound) -> None:
        settings = self.desk.settings
        rests_until = quiet_until(self.desk, found.day)
        self.week.setVisible(settings.show_rhythm and rests_until is None)
        self.resting.setVisible(settings.show_rhythm and rests_until is not None)
        if rests_until is not None:
            self.resting.show_until(rests_until, found.day)
        self.week.show_week(found.week, found.habits, found.day, found.rhythm.length)

    def _show_greeting(self) -> None:
        clock = self.desk.clock
        now = clock.now().astimezone(zone_of(clock.zone()))
        self.title.set_title(greeting(now.hour, self.desk.settings.called))
        day = self.found.day if self.found else now.date()
        self.title.set_subtitle(full_day(day, day))

    def _focus_first(self) -> None:
        if self.first_run.isVisible():
            self.first_run.focus_first()
        else:
            self.happened.grid.focus_first()

    def _fit(self) -> None:
        px, wide = self.theme.px, self.theme.effective(self.width())
        self.column.setSpacing(px(26 if self.first_run.isVisible() else 20))
        self._grid.setVerticalSpacing(px(28))
        self._grid.setHorizontalSpacing(px(32))
        self._below.setSpacing(px(28))
        self._side.setSpacing(px(28) if wide >= TWO_COLUMNS_FROM else px(20))
        self.happened.grid.set_columns(2 if wide >= GRID_FROM else 1)
        self.first_run.fit(wide)
        self._arrange(wide)

    def _arrange(self, wide: int) -> None:
        is_wide, is_middle = wide >= TWO_COLUMNS_FROM, wide >= GRID_FROM
        for item in (self.happened, self._below, self._side):
            if isinstance(item, QWidget):
                self._grid.removeWidget(item)
            else:
                self._grid.removeItem(item)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        is_beside = is_middle and not is_wide
        self._side.setDirection(right if is_beside else down)
        for place in (0, 1):
            self._side.setStretch(place, 1 if is_beside else 0)
        self._side.setStretch(2, 0 if is_beside else 1)
        self._grid.addWidget(self.happened, 0, 0)
        if is_wide:
            self._grid.addLayout(self._below, 1, 0)
            self._grid.addLayout(self._side, 0, 1, 3, 1)
        else:
            self._grid.addLayout(self._side, 1, 0)
            self._grid.addLayout(self._below, 2, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, self.theme.px(SIDE) if is_wide else 0)
        widest = self.theme.px(SIDE) if is_wide else _ANY
        for card in (self.checkin, self.reminder.all):
            card.setMaximumWidth(widest)
        self._grid.setRowStretch(2, 1 if is_wide else 0)

    # What the person asks for.

    def _follow(self, change: object) -> None:
        if not isinstance(change, Change):
            return
        concerns = bool(change.entries) or change.drafts or change.promises or change.habits
        if self.isVisible() and (concerns or change.lists or change.settings or change.everything):
            self._read()

    def _begin(self, practice: str) -> None:
        self.desk.visit.emit(PracticePlace(practice))

    def _begin_checkin(self, feelings: tuple[str, ...] = ()) -> None:
        carry = {FEEL: list(feelings)} if feelings else {}
        self.desk.visit.emit(PracticePlace(CHECKIN, carry=carry))

    def _open(self, thing: Waiting) -> None:
        if self.found is not None:
            self.desk.visit.emit(place_of(thing, self.found))

    def _put_away(self, thing: Waiting) -> None:
        key = thing.id
        if thing.kind == DRAFT:
            self.desk.write(lambda journal: journal.writing.discard(key), self._say_put_away(key))
        elif thing.kind == FOLLOW_UP:
            self.desk.write(lambda journal: journal.promises.settle_follow_up(key))
        else:
            self.desk.write(lambda journal: journal.promises.settle_inbox(key))
        self.happened.grid.focus_first()

    def _say_put_away(self, draft: str) -> Callable[[object], None]:
        desk = self.desk

        def put_back() -> None:
            desk.write(lambda journal: journal.bin.put_back(draft))

        def say(_done: object) -> None:
            desk.messages.say(_("It is in the trash, and can come back."), _("Undo"), put_back)

        return say

    def _show_all(self) -> None:
        """Something happened today: all the rows, although nothing was written yet."""
        self._is_asked = True
        if self.found is not None:
            self._show(self.found)
        self.happened.grid.focus_first()

    def _show_practices(self) -> None:
        self.desk.visit.emit(PracticesPlace())

    def _show_promises(self) -> None:
        self.desk.visit.emit(PromisesPlace())

    def _wake_week(self) -> None:
        self.desk.change_settings(quiet_until="")

    def _show_habits(self) -> None:
        self.desk.visit.emit(InsightsPlace())


def greeting(hour: int, called: str) -> str:
    """A greeting for the hour, with the name if one was given."""
    if _MORNING <= hour < _NOON:
        words = (_("Good morning"), _("Good morning, {name}"))
    elif _NOON <= hour < _EVENING:
        words = (_("Good afternoon"), _("Good afternoon, {name}"))
    else:
        words = (_("Good evening"), _("Good evening, {name}"))
    return words[1].format(name=called) if called else words[0]


_MORNING, _NOON, _EVENING = 5, 12, 18
_ANY = 16_777_215
