"""Scenes: what the made-up ally does in front of the window, and the pictures taken meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from ally_journal.clock import FixedClock
from ally_journal.services.carrying import FORMATS
from ui import places
from ui.demo.content import ByHand, Content, live_through, moment, read_content
from ui.demo.hand import CTRL, Hand
from ui.demo.pictures import CONTRAST, DARK, LIGHT, Album
from ui.locked_places import CodePlace
from ui.page_making import kind_of
from ui.widgets.button import Button
from ui.widgets.link import Link

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.journal import Journal

PASSPHRASE = "marigold under the stairs"  # noqa: S105 of a made-up journal, said aloud
WRONG = "marigold on the stairs"
_ENDINGS = {"markdown": "md"}
# Steps of the practices that are typed by hand, and the names of their pictures.
_DEBRIEF = {
    "gate.level": "03c-practice-scale",
    "facts": "03-practice",
    "who": "03e-practice-people",
    "feel": "03b-practice-feelings",
    "fits": "03f-practice-parts",
}
_MISTAKE = {"repair": "03g-mistake-repair", "plan": "03h-mistake-plan", "due": "03i-mistake-due"}
_SECTIONS = ("appearance", "day", "habits", "lock", "safety", "keys", "about")


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that a scene is played with."""

    hand: Hand
    album: Album
    folder: Path
    content: Content


def play(hand: Hand, folder: Path) -> Iterator[Path]:
    """Play every scene; tells each file once it is written."""
    stage = Stage(hand, Album(hand, folder), folder, read_content())
    scenes: tuple[Callable[[Stage], None], ...] = (
        _create,
        _live_half_a_year,
        _unlock,
        _look_at_today,
        _debrief,
        _mistake,
        _read,
        _look_at_insights,
        _look_at_people,
        _look_at_settings,
        _need_support,
        _look_back_on_the_week,
        _leave_something_open,
        _slow_down,
    )
    hand.settle()
    for scene in scenes:
        scene(stage)
        yield from stage.album.told()
    yield from _export(stage)
    _lock(stage)
    yield from stage.album.told()


# -- before the first entry


def _create(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    album.take("01b-create")
    hand.type(PASSPHRASE)
    hand.press(Qt.Key.Key_Return)
    hand.type(PASSPHRASE)
    hand.until(hand.desk.visit, partial(hand.press, Qt.Key.Key_Return))
    code = hand.window.pages.place
    groups = code.code.split("-") if isinstance(code, CodePlace) else []
    album.take("24-recovery")
    for field in hand.page().findChildren(QLineEdit):
        number = int(field.accessibleName().split()[-1])
        hand.type(groups[number - 1].lower(), field)
    hand.settle()
    album.take("24b-recovery-typed")
    hand.until(hand.desk.unlocked, partial(hand.press, Qt.Key.Key_Return))
    album.take("10-first-run")
    hand.type(stage.content.called)
    hand.until(hand.desk.visit, partial(hand.press, Qt.Key.Key_Return))
    album.take("10b-today-empty")
    album.take_small("10b-today-empty")


def _live_half_a_year(stage: Stage) -> None:
    """The journal is locked; what half a year brings is put in through its own door."""
    hand, content = stage.hand, stage.content
    hand.press(Qt.Key.Key_L, CTRL)
    own = FixedClock(hand.desk.clock.now(), hand.desk.clock.zone())

    def live() -> None:
        from ally_journal.journal import Journal  # noqa: PLC0415 in the lane, as the window does

        journal = Journal.open(hand.desk.folder, PASSPHRASE, own)
        try:
            live_through(content, journal, own)
        finally:
            journal.close()

    hand.in_lane(live)
    if isinstance(hand.desk.clock, FixedClock):
        hand.desk.clock.instant = moment(0)


def _unlock(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    album.take("01-unlock")
    hand.type(WRONG)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    album.take("01c-unlock-wrong")
    hand.type(PASSPHRASE)
    hand.until(hand.desk.unlocked, partial(hand.press, Qt.Key.Key_Return))


# -- an evening


def _look_at_today(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    album.take("02-today", (LIGHT, DARK, CONTRAST))
    album.take_small("02-today")
    album.take_large("02-today")
    hand.press(Qt.Key.Key_1, CTRL)
    hand.press(Qt.Key.Key_Tab)
    album.take("02c-today-by-keyboard", (LIGHT,), by_mouse=False)
    hand.visit(places.PracticesPlace())
    album.take("18-practices")


def _debrief(stage: Stage) -> None:
    stage.hand.visit(places.TodayPlace())
    _walk(stage, stage.content.by_hand[0], _DEBRIEF)
    stage.album.take("03d-practice-end")


def _mistake(stage: Stage) -> None:
    """Straight from the closing of the talk, by the step that it offers."""
    _walk(stage, stage.content.by_hand[1], _MISTAKE)
    stage.album.take("03j-mistake-end")
    stage.hand.press(Qt.Key.Key_Return)


def _walk(stage: Stage, by_hand: ByHand, pictures: dict[str, str]) -> None:
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace(by_hand.practice))
    for step in hand.walk(by_hand.answers):
        if step in pictures:
            album.take(pictures[step])
        if pictures.get(step) == "03-practice":
            album.take("03-practice", (CONTRAST,))
            album.take_small("03-practice")
            album.take_large("03-practice")
    name = hand.page().findChild(QLineEdit)
    if isinstance(name, QLineEdit):
        hand.type(by_hand.title, name)
        hand.press(Qt.Key.Key_Return)


# -- looking back


def _read(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    entry = hand.told(lambda journal: _latest(journal, "debrief"))
    hand.visit(places.JournalPlace(entry=entry))
    album.take("04-journal")
    album.take_small("04-journal")
    album.take_large("04-journal")
    hand.visit(places.JournalPlace(query="Hazel"))
    album.take("04b-journal-search")
    for view in ("calendar", "trash"):
        hand.visit(places.JournalPlace(view=view))
        album.take({"calendar": "04c-journal-calendar", "trash": "25-trash"}[view])
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


def _look_at_insights(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    if not _is_there(places.InsightsPlace()):
        return
    page = hand.visit(places.InsightsPlace())
    album.take("06-insights", (LIGHT, DARK, CONTRAST))
    album.take_small("06-insights")
    album.take_large("06-insights")
    _open_a_sheet(stage, page)
    if isinstance(page, QScrollArea):
        _scroll(album, page)
    for link in page.findChildren(Link):
        if link.isVisible() and link.accessibleName().startswith("Show as table"):
            hand.click(link)
    if isinstance(page, QScrollArea):
        album.take("06d-insights-table")
        album.take_scrolled("06e-insights-table", page, 700)
    habits = hand.told(lambda journal: journal.habits.views())
    if _is_there(places.HabitPlace("")):
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
        album.take_scrolled(f"06{'bcfgh'[number - 1]}-insights-{number + 1}", page, number * room)


def _look_at_people(stage: Stage) -> None:
    stage.hand.visit(places.PromisesPlace())
    stage.album.take("13-promises")
    stage.album.take_small("13-promises")


def _look_at_settings(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    if _is_there(places.SettingsPlace()):
        for section in _SECTIONS:
            hand.visit(places.SettingsPlace(section))
            album.take(f"08-settings-{section}")
        hand.visit(places.SettingsPlace())
        album.take_small("08-settings-appearance")
        album.take_large("08-settings-appearance", 200)


def _need_support(stage: Stage) -> None:
    shown = (
        ("09-support", places.SupportPlace()),
        ("20-minute", places.MinutePlace()),
        ("26-help", places.HelpPlace()),
        ("26b-help-habits", places.HelpPlace("habits")),
    )
    for name, place in shown:
        if _is_there(place):
            stage.hand.visit(place)
            stage.album.take(name)
    stage.hand.visit(places.TodayPlace())
    stage.hand.press(Qt.Key.Key_H, CTRL)
    stage.album.take("27-hidden")
    stage.hand.press(Qt.Key.Key_H, CTRL)


# -- other ways through a practice


def _look_back_on_the_week(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace("weekly"))
    album.take("19-weekly")
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.press(Qt.Key.Key_Return, CTRL)
    album.take("19b-weekly-promises")


def _leave_something_open(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace("bias_check"))
    hand.answer("Late again, so not keen.")
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.visit(places.TodayPlace())
    album.take("02b-today-something-waits")


def _slow_down(stage: Stage) -> None:
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace("needed_ally"))
    for answer in (9, "no"):
        hand.answer(answer)
        hand.press(Qt.Key.Key_Return, CTRL)
    album.take("03k-practice-slow-down")
    hand.visit(places.TodayPlace())


def _export(stage: Stage) -> Iterator[Path]:
    exports = stage.folder / "exports"
    exports.mkdir()
    for form in FORMATS:
        target = exports / f"journal.{_ENDINGS.get(form, form)}"
        stage.hand.told(partial(_write_export, form, target))
        yield target


def _write_export(form: str, target: Path, journal: Journal) -> object:
    return journal.carrying.export(form, target)


def _lock(stage: Stage) -> None:
    stage.hand.press(Qt.Key.Key_L, CTRL)
    stage.album.take("28-locked")


def _is_there(place: object) -> bool:
    """Whether the page of a place was built already."""
    return find_spec(f"ui.pages.{kind_of(place).module}") is not None
