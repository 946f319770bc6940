"""People: made-up names at the left; what is open, closed and written about one at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ally_journal.changes import Change
from ally_journal.domain.person import Person, same_name
from ui.models.people import NO_ONE, PeopleFound, PeopleModel, people_found, person_seen
from ui.overriding import override
from ui.places import EntryPlace, JournalPlace, ListsPlace, PromisesPlace
from ui.widgets.people.people_pane import PeoplePane
from ui.widgets.people.person_acts import PersonActs
from ui.widgets.people.person_paper import PersonPaper
from ui.widgets.practice_words import title_and_icon
from ui.widgets.region_page import RegionPage

if TYPE_CHECKING:
    from ally_journal.services.people import PersonSeen
    from ui.desk import Desk
    from ui.places import PeoplePlace

PANE, TWO_PARTS = 340, 800
_ANY_WIDTH = 16_777_215


class PeoplePage(RegionPage):
    """Below 800 the list stands alone; Enter or a press opens the paper."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self._found: PeopleFound | None = None
        self._seen: PersonSeen | None = None
        self._wanted: str | None = None
        self._wanted_name = ""
        self._is_opened = False
        self.model = PeopleModel(self)
        self.acts = PersonActs(desk, self)
        self.pane = PeoplePane(self.theme, self)
        self.paper = PersonPaper(desk, self._practice, self)
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: PeoplePlace) -> None:
        """Show everybody, and the one whom the place names."""
        if place.person:
            self._wanted, self._is_opened = place.person, True
        self._read()
        self.restyle()
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here waits to be written."""

    def forget(self) -> None:
        """Let go of everything that was read."""
        self._found = self._seen = self._wanted = None
        self._wanted_name = ""
        self.model.show_rows(())
        self.paper.clear()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.pane, self.paper]

    @override
    def restyle(self) -> None:
        """Take new widths after a change of size."""
        is_alone = self.theme.effective(self.window().width()) < TWO_PARTS
        self.pane.setVisible(not (is_alone and self._is_opened))
        self.paper.setVisible(not is_alone or self._is_opened)
        self.paper.show_back(on=is_alone)
        self._line.setVisible(not is_alone)
        if is_alone:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(_ANY_WIDTH)
        else:
            self.pane.setFixedWidth(self.theme.px(PANE))

    # -- what is read

    def _read(self) -> None:
        self.desk.ask(people_found, self._show, owner=self)

    def _show(self, found: PeopleFound) -> None:
        self._found = found
        self.model.show_rows(found.rows)
        self.pane.show_state(has_rows=bool(found.rows), unused=len(found.tidy))
        if self._wanted_name:
            same = (one.id for one in found.people if same_name(one.name, self._wanted_name))
            self._wanted, self._wanted_name = next(same, self._wanted), ""
        at = self.model.place_of(self._wanted) if self._wanted is not None else -1
        first = self.model.row_at(max(at, 0))
        if first is None:
            self._wanted = self._seen = None
            self.paper.clear()
            return
        self._wanted = first.id
        self.pane.list.choose(max(at, 0))
        self._look()

    def _look(self) -> None:
        if self._wanted is not None:
            look = partial(person_seen, self._wanted)
            self.desk.ask(look, self._show_seen, owner=self, failed=self._gone)

    def _show_seen(self, seen: PersonSeen) -> None:
        person = NO_ONE if seen.person is None else seen.person.id
        if self._found is not None and person == self._wanted:
            self._seen = seen
            self.paper.show_seen(seen, self._found.today)

    def _gone(self, _error: object) -> None:
        """They were removed meanwhile; the list is read anew for that."""
        self._seen = None

    def _follow(self, change: object) -> None:
        is_news = isinstance(change, Change) and (
            change.people or change.promises or change.entries or change.everything
        )
        is_tidied = isinstance(change, Change) and change.settings
        if self.isVisible() and (is_news or is_tidied):
            self._read()

    # -- what is asked

    def _choose(self, row: int) -> None:
        found = self.model.row_at(row)
        if found is not None:
            self._wanted = found.id
            self._look()

    def _open(self, row: int) -> None:
        """Go to the paper, which takes the place of the list in a narrow window."""
        self._choose(row)
        self._is_opened = True
        self.restyle()
        alone = self.paper.back.isVisible()
        stop = self.paper.back if alone else self.paper.rename
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, row: int) -> None:
        """A press opens where there is no room for both."""
        if not self.paper.isVisible():
            self._open(row)

    def _back(self) -> None:
        self._is_opened = False
        self.restyle()
        self.pane.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _rename(self) -> None:
        if self._seen is not None and self._seen.person is not None:
            self.acts.rename(self._seen.person)

    def _more(self) -> None:
        if self._seen is not None and self._seen.person is not None and self._found is not None:
            self.acts.menu(self._seen.person, self._found.people).popup_at(self.paper.more)

    def _row_menu(self, row: int, place: QPoint) -> None:
        person = self._person_at(row)
        if person is not None and self._found is not None:
            self.acts.show_menu(person, self._found.people, place)

    def _remove(self, row: int) -> None:
        person = self._person_at(row)
        if person is not None:
            self.acts.remove(person.id)

    def _person_at(self, row: int) -> Person | None:
        found, people = self.model.row_at(row), self._found.people if self._found else ()
        return next((one for one in people if found is not None and one.id == found.id), None)

    def _tidy(self) -> None:
        if self._found is not None and self._found.tidy:
            self.acts.tidy(self._found.tidy)

    def _merged(self, into: str) -> None:
        self._wanted = into
        self._read()

    def _added(self, name: str) -> None:
        self._wanted_name = name
        self._read()

    def _ask_journal(self, name: str) -> None:
        self.desk.visit.emit(JournalPlace(query=f'person:"{name}"'))

    def _ask_entry(self, entry: str) -> None:
        self.desk.visit.emit(EntryPlace(entry))

    def _practice(self, practice: str) -> tuple[str, str]:
        return title_and_icon(practice, self.desk.library)

    def _build(self) -> None:
        self.pane.list.setModel(self.model)
        self._line = QFrame(self)
        self._line.setObjectName("hairline")
        self._line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._line)
        row.addWidget(self.paper, 1)

    def _connect(self) -> None:
        pane, paper, acts = self.pane, self.paper, self.acts
        pane.add_asked.connect(acts.add)
        pane.tidy_asked.connect(self._tidy)
        pane.promises_asked.connect(partial(self.desk.visit.emit, PromisesPlace()))
        pane.lists_asked.connect(partial(self.desk.visit.emit, ListsPlace()))
        pane.list.chosen.connect(self._choose)
        pane.list.pressed_row.connect(self._press)
        pane.list.opened.connect(self._open)
        pane.list.remove_asked.connect(self._remove)
        pane.list.menu_asked.connect(self._row_menu)
        paper.back_asked.connect(self._back)
        paper.rename_asked.connect(self._rename)
        paper.more_asked.connect(self._more)
        paper.entry_asked.connect(self._ask_entry)
        paper.journal_asked.connect(self._ask_journal)
        acts.journal_asked.connect(self._ask_journal)
        acts.merged_into.connect(self._merged)
        acts.added.connect(self._added)
        self.desk.changed.connect(self._follow)
        self.theme.changed.connect(self.restyle)
