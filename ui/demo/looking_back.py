"""Looking back: what was written, what it adds up to, and everything around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from ally_journal.domain.contact import CONTACTS, detail_of
from ui import places
from ui.demo.hand import CTRL
from ui.demo.pictures import CONTRAST, DARK, LIGHT
from ui.widgets.button import Button
from ui.widgets.link import Link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.journal import Journal
    from ui.demo.pictures import Album
    from ui.demo.stage import Stage

_SECTIONS = (
    "appearance", "day", "habits", "reminders", "lists", "lock", "lens", "safety", "bringing",
    "keys", "about",
)  # fmt: skip


def read(stage: Stage) -> None:
    """The timeline, a search, the calendar, and two entries."""
    hand, album = stage.hand, stage.album
    entry = hand.told(lambda journal: _latest(journal, "debrief"))
    hand.visit(places.JournalPlace(entry=entry))
    album.take("04-journal")
    album.take_small("04-journal")
    album.take_large("04-journal")
    hand.visit(places.JournalPlace(query="Hazel"))
    album.take("04b-journal-search")
    hand.visit(places.JournalPlace(view="calendar"))
    album.take("04c-journal-calendar")
    noted = hand.told(lambda journal: _latest(journal, "debrief", "Hazel meetings"))
    for name, shown in (("05-entry", entry), ("05b-entry-with-note", noted)):
        hand.visit(places.EntryPlace(shown))
        album.take(name)
    album.take_small("05b-entry-with-note")
    for area in hand.page().findChildren(QScrollArea):
        if area.isVisible() and area.verticalScrollBar().maximum():
            album.take_scrolled("05c-entry-note", area, area.verticalScrollBar().maximum())


def _latest(journal: Journal, practice: str, words: str = "") -> str:
    found = journal.reading.find(words)
    return next(one.id for one in found if one.practice == practice)


def look_at_insights(stage: Stage) -> None:
    """Insights from top to bottom, as tables too; two habits."""
    hand, album = stage.hand, stage.album
    page = hand.visit(places.InsightsPlace())
    album.take("06-insights", (LIGHT, DARK, CONTRAST))
    album.take_small("06-insights")
    album.take_large("06-insights")
    _open_a_sheet(stage, page)
    if isinstance(page, QScrollArea):
        album.take_whole("06b-insights-whole", page, (LIGHT, DARK, CONTRAST))
        _scroll(album, page)
    for link in page.findChildren(Link):
        if link.isVisible() and link.accessibleName().startswith("Show as table"):
            hand.click(link)
    if isinstance(page, QScrollArea):
        album.take("06d-insights-table")
        album.take_whole("06e-insights-tables", page)
    habits = hand.told(lambda journal: journal.habits.views())
    for name, view in (("16-habit", habits[0]), ("16b-habit-by-hand", habits[-1])):
        hand.visit(places.HabitPlace(view.habit.id))
        album.take(name)
    album.take_small("16b-habit-by-hand")


def _open_a_sheet(stage: Stage, page: QWidget) -> None:
    """A question inside the window, and back from it."""
    for button in page.findChildren(Button):
        if button.isVisible() and button.text().startswith("Add a habit"):
            stage.hand.click(button)
            stage.album.take("12-sheet")
            stage.hand.press(Qt.Key.Key_Escape)
            return


def _scroll(album: Album, page: QScrollArea) -> None:
    room = page.viewport().height() - 60
    for number in range(1, 1 + page.verticalScrollBar().maximum() // room + 1):
        album.take_scrolled(f"06c-insights-{number + 1}", page, number * room)


def look_at_the_year(stage: Stage) -> None:
    """A year looked back on, and what other programs may bring to it."""
    hand, album = stage.hand, stage.album
    hand.visit(places.YearPlace())
    album.take("30-year")
    album.take_small("30-year")
    hand.visit(places.BringInPlace())
    album.take("31-bring-in")


def look_at_people(stage: Stage) -> None:
    """People, and promises."""
    stage.hand.visit(places.PeoplePlace())
    stage.album.take("13-people", (LIGHT, DARK))
    stage.album.take_small("13-people")
    stage.hand.visit(places.PromisesPlace())
    stage.album.take("13-promises")
    stage.album.take_small("13-promises")


def look_at_lists(stage: Stage) -> None:
    """The person's own lists."""
    stage.hand.visit(places.ListsPlace())
    stage.album.take("13e-lists", (LIGHT, DARK))
    stage.album.take_small("13e-lists")


def look_at_settings(stage: Stage) -> None:
    """Every section of the settings."""
    hand, album = stage.hand, stage.album
    for section in _SECTIONS:
        hand.visit(places.SettingsPlace(section))
        album.take(f"08-settings-{section}")
    hand.visit(places.SettingsPlace())
    album.take_small("08-settings-appearance")
    album.take_large("08-settings-appearance", 200)


def _trust_somebody(journal: Journal) -> object:
    journal.lists.add(CONTACTS, "Marigold", detail_of("Friend, evenings are fine", ""))
    badge = detail_of("On the back of my badge", "")
    return journal.lists.add(CONTACTS, "Staff support line", badge)


def need_support(stage: Stage) -> None:
    """Support with somebody on it, the minute, help, and the page that hides everything."""
    stage.hand.told(_trust_somebody)
    shown = (
        ("09-support", places.SupportPlace()),
        ("20-minute", places.MinutePlace()),
        ("26-help", places.HelpPlace()),
        ("26b-help-habits", places.HelpPlace("habits")),
    )
    for name, place in shown:
        stage.hand.visit(place)
        stage.album.take(name)
    stage.hand.visit(places.TodayPlace())
    stage.hand.press(Qt.Key.Key_H, CTRL)
    stage.album.take("27-hidden")
    stage.hand.press(Qt.Key.Key_H, CTRL)
