"""The Journal: search, timeline and reading paper; and its calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QWidget

from ally_journal.domain import query as queries
from ally_journal.domain.entry import Sensitivity
from ally_journal.language import _, ngettext
from ui.models.entry_levels import unusual
from ui.models.reading import Reading, read_entry
from ui.models.timeline import MOST, TimelineModel
from ui.overriding import override
from ui.places import EntryPlace, JournalPlace, PracticesPlace, PromisesPlace, TrashPlace
from ui.widgets.journal.entry_acts import EntryActs
from ui.widgets.journal.export_sheet import ExportSheet
from ui.widgets.journal.journal_pane import JournalPane
from ui.widgets.journal.reading_pane import ReadingPane
from ui.widgets.journal.side_views import SideViews
from ui.widgets.practice_words import title_and_icon
from ui.widgets.region_page import RegionPage

if TYPE_CHECKING:
    from ally_journal.changes import Change
    from ally_journal.domain.entry import EntrySummary
    from ally_journal.services.carrying import Going
    from ui.desk import Desk

PANE, SMALL_PANE = 396, 350
WIDE, TWO_PARTS = 1080, 800


class JournalPage(RegionPage):
    """One place with two views: list and calendar."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self.place = JournalPlace()
        self._reading: Reading | None = None
        self._wanted: str | None = None
        self._is_stale, self._may_be_older = True, False
        self.model = TimelineModel(desk, self._title_of, self)
        self.acts = EntryActs(desk, self)
        self.pane = JournalPane(self.theme, self._practice, self)
        self.paper = ReadingPane(self.theme, self)
        self._build()
        self.views = SideViews(desk, self._stack, self)
        self._connect()
        self.restyle()

    def arrive(self, place: JournalPlace) -> None:
        """Show the list with its search, or the calendar."""
        self.place = place
        self._may_be_older = place.entry is not None
        self._offer_filters()
        if place.view == "calendar":
            self.views.show_calendar()
        else:
            self._show_list(place)

    def search(self) -> None:
        """Go to the search field, with what stands in it chosen."""
        self._stack.setCurrentWidget(self._list)
        self.pane.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.field.edit.selectAll()

    def leave(self) -> None:
        """Nothing is pending here."""

    def forget(self) -> None:
        """Let go of all text."""
        self.model.clear()
        self.pane.delegate.forget()
        self.pane.search.set_query("")
        self.pane.search.offer((), (), self.desk.today())
        self.paper.clear()
        self._reading = self._wanted = None

    @override
    def restyle(self) -> None:
        """Take new widths after a change of size; below 800 only the list stands here."""
        room = self.theme.effective(self.window().width())
        is_alone = room < TWO_PARTS
        self._line.setVisible(not is_alone)
        self.paper.setVisible(not is_alone)
        if is_alone:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(_ANY_WIDTH)
        else:
            self.pane.setFixedWidth(self.theme.px(PANE if room >= WIDE else SMALL_PANE))

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return (
            [self.pane, self.paper]
            if self._stack.currentWidget() is self._list
            else [self._stack.currentWidget()]
        )

    # -- the list

    def _show_list(self, place: JournalPlace) -> None:
        self._stack.setCurrentWidget(self._list)
        search = self.pane.search
        same = place.query == "" or place.query == search.query()
        self._wanted = place.entry or (self._reading.entry.id if self._reading else None)
        if place.query and place.query != search.query():
            search.set_query(place.query)
        if place.ids:
            self._ask_for_some(place)
        elif self._is_stale or not same:
            self._search()
        elif place.entry:
            self._choose_wanted()
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, _query: str = "", *, keep: int = 0) -> None:
        self._is_stale = False
        text = self.pane.search.query()
        self.pane.delegate.set_query(queries.parse(text))
        self.model.search(text, keep)

    def _filled(self) -> None:
        has_rows = self.model.loaded > 0
        self.pane.show_state(has_rows=has_rows, is_search=bool(self.pane.search.query()))
        if has_rows:
            self._choose_wanted()
        else:
            self._clear_paper()

    def _choose_wanted(self) -> None:
        row = self.model.row_of(self._wanted or "")
        if row >= 0:
            self.pane.list.choose(row)
        elif self._wanted and self._wanted == self.place.entry and self._may_be_older:
            self._may_be_older = False
            self._search(keep=MOST)
        elif self._wanted and self._wanted == self.place.entry:
            self._read(self._wanted)
        elif self.model.first_entry() >= 0:
            self.pane.list.choose(self.model.first_entry())

    def _chosen(self, row: int) -> None:
        entry = self.model.entry_at(row)
        if entry is not None:
            self._read(entry.id)

    def _read(self, entry_id: str) -> None:
        self._wanted = entry_id
        self.desk.ask(
            partial(read_entry, entry_id), self._show_reading, owner=self, failed=self._gone
        )

    def _show_reading(self, reading: Reading) -> None:
        if reading.entry.id != self._wanted:
            return
        self._reading = reading
        entry = reading.entry
        self.paper.when.setText(reading.when)
        meta = " · ".join([reading.practice, *entry.people])
        self.paper.paper.seal(on=entry.sensitivity is Sensitivity.NEVER)
        self.paper.paper.show_entry(entry.title, meta, reading.icon, reading.told)
        self.paper.paper.show_notes(reading.notes)
        self.paper.paper.comments.show_comments(reading.comments)
        self.paper.facts.show_facts(
            feeling=reading.feeling,
            promises=reading.promises,
            facts=reading.facts,
            tags=entry.tags,
            level=unusual(entry.sensitivity),
            today=reading.today,
        )
        self.paper.show_sheet()

    def _gone(self, _error: object) -> None:
        self._clear_paper()

    def _clear_paper(self) -> None:
        self._reading = None
        self.paper.clear()

    def _open_row(self, row: int) -> None:
        entry = self.model.entry_at(row)
        if entry is not None:
            self.desk.visit.emit(EntryPlace(entry.id))

    def _open(self) -> None:
        if self._reading is not None:
            self.desk.visit.emit(EntryPlace(self._reading.entry.id))

    def _go_down(self) -> None:
        if self.model.first_entry() >= 0:
            self.pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clear_search(self) -> None:
        self.pane.search.set_query("")
        self._search()
        self.pane.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _throw_row_away(self, row: int) -> None:
        entry = self.model.entry_at(row)
        if entry is not None:
            self.acts.throw_away(entry.id)

    # -- menus

    def _open_menu(self) -> None:
        menu = self.acts.new_menu()
        menu.item(_("Calendar"), "calendar", then=partial(self._visit_view, "calendar"))
        menu.item(_("On this day"), "clock", then=self._show_on_this_day)
        menu.line()
        menu.item(_("Export what is shown…"), "file", then=self._export)
        menu.line()
        menu.item(_("Trash"), "trash", then=partial(self.desk.visit.emit, TrashPlace()))
        menu.popup_at(self.pane.more)

    def _open_entry_menu(self) -> None:
        if self._reading is not None:
            menu = self.acts.new_menu()
            self.acts.add_to(menu, self._reading.entry)
            menu.popup_at(self.paper.more)

    def _open_row_menu(self, row: int, place: QPoint) -> None:
        summary, reading = self.model.entry_at(row), self._reading
        if summary is not None:
            entry = reading.entry if reading and reading.entry.id == summary.id else None
            self.acts.row_menu(summary, entry, partial(self._open_row, row)).popup(place)

    def _export(self) -> None:
        query = self.pane.search.query()
        self.desk.ask(
            lambda journal: journal.carrying.going(query),
            partial(self._export_counted, query),
            owner=self,
        )

    def _export_counted(self, query: str, going: Going) -> None:
        ExportSheet(self.desk, self.window(), query, going).open()

    def _ask_for_some(self, place: JournalPlace) -> None:
        """Exactly these entries; the search goes on from all of them."""
        self.pane.search.set_query("")
        self.desk.ask(
            lambda journal: journal.reading.rows(place.ids),
            partial(self._take_some, place.about),
            owner=self,
        )

    def _take_some(self, about: str, rows: tuple[EntrySummary, ...]) -> None:
        self._is_stale = True
        self.model.show_rows(rows)
        number = ngettext("{n} entry", "{n} entries", len(rows)).format(n=len(rows))
        said = f"{about}: {number}." if about else f"{number}."
        self.desk.messages.say(said, _("Show all entries"), self._clear_search)

    def _show_on_this_day(self) -> None:
        self.desk.ask(
            lambda journal: journal.reading.on_this_day(), self._take_on_this_day, owner=self
        )

    def _take_on_this_day(self, rows: tuple[EntrySummary, ...]) -> None:
        if not rows:
            self.desk.messages.say(_("Nothing was written on this day in earlier years."))
            return
        self._is_stale = True
        self.model.show_rows(rows)
        self.desk.messages.say(
            _("Entries of this day in earlier years."), _("Show all entries"), self._clear_search
        )

    def _visit_view(self, view: str) -> None:
        self.desk.visit.emit(JournalPlace(view=view))

    # -- the rest

    def _offer_filters(self) -> None:
        practices = [(one.id, one.title, one.icon) for one in self.desk.library.listed()]
        today = self.desk.today()
        self.desk.ask(
            lambda journal: tuple(one.name for one in journal.people.all()),
            lambda names: self.pane.search.offer(practices, names, today),
            owner=self,
        )

    def _changed(self, change: Change) -> None:
        if not (change.entries or change.everything):
            return
        if not self.isVisible() or self.place.ids:
            self._is_stale = True
            return
        self._search(keep=self.model.loaded)

    def _person_asked(self, name: str) -> None:
        self.desk.visit.emit(JournalPlace(query=f'person:"{name}"'))

    def _practice(self, practice: str) -> tuple[str, str]:
        return title_and_icon(practice, self.desk.library)

    def _title_of(self, practice: str) -> str:
        return self._practice(practice)[0]

    def _build(self) -> None:
        self.pane.list.setModel(self.model)
        self.pane.delegate.set_heads(self.model.heads)
        self._list = QWidget(self)
        self._line = QFrame(self._list)
        self._line.setObjectName("hairline")
        self._line.setFixedWidth(1)
        row = QHBoxLayout(self._list)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._line)
        row.addWidget(self.paper, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)

    def _connect(self) -> None:
        pane, paper = self.pane, self.paper
        self.model.filled.connect(self._filled)
        pane.new_asked.connect(partial(self.desk.visit.emit, PracticesPlace()))
        pane.more_asked.connect(self._open_menu)
        pane.search_cleared.connect(self._clear_search)
        pane.search.asked.connect(self._search)
        pane.search.left_downwards.connect(self._go_down)
        pane.list.chosen.connect(self._chosen)
        pane.list.opened.connect(self._open_row)
        pane.list.remove_asked.connect(self._throw_row_away)
        pane.list.menu_asked.connect(self._open_row_menu)
        paper.open_asked.connect(self._open)
        paper.more_asked.connect(self._open_entry_menu)
        paper.facts.person_asked.connect(self._person_asked)
        paper.facts.promises_asked.connect(partial(self.desk.visit.emit, PromisesPlace()))
        paper.paper.comments.remove_asked.connect(self.acts.take_comment_away)
        paper.paper.text.copy_refused.connect(self.acts.refuse_copy)
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)


_ANY_WIDTH = 16_777_215
