"""Hand: types and clicks in the real window like a person, and waits until what it did is done."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.widgets.chip_group import ChipGroup
from ui.widgets.editors.choice_editor import ChoiceEditor
from ui.widgets.editors.choices_editor import ChoicesEditor
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.if_then_editor import IfThenEditor
from ui.widgets.editors.long_editor import LongEditor
from ui.widgets.editors.parts_editor import PartsEditor
from ui.widgets.editors.people_editor import PeopleEditor
from ui.widgets.editors.scale_editor import ScaleEditor
from ui.widgets.editors.text_editor import TextEditor
from ui.widgets.practice_row import PracticeRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtCore import SignalInstance

    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.main_window import MainWindow
    from ui.pages.practice import PracticePage
    from ui.widgets.editors.step_editor import StepEditor

T = TypeVar("T")
LONGEST_WAIT_MS = 30_000
# Waits of this length and below belong to drawing; longer ones to saving and hints.
SHORT_MS = 250
_ROUNDS = 3
_MOST_STEPS = 60
_EDGE = QPoint(2, 2)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Stuck(RuntimeError):
    """The window did not come to what was waited for."""


class Hand:
    """One pair of hands at one window."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self.window, self.desk = window, desk

    # -- waiting for facts

    def settle(self) -> None:
        """Wait until both lanes have told everything that was asked, and it is shown."""
        self._hear_both_lanes()
        while self._is_about_to_move():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._hear_both_lanes()

    def _is_about_to_move(self) -> bool:
        """Whether something shown waits a moment before it draws or asks."""
        return any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= SHORT_MS
            for timer in self.window.findChildren(QTimer)
        )

    def _hear_both_lanes(self) -> None:
        background = self.desk.background
        for _turn in range(_ROUNDS):
            self._wait_for(lambda done: background.run(lambda: None, done, lasting=True))
            self._wait_for(lambda done: background.aside(lambda: None, done))
            QCoreApplication.sendPostedEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()

    def until(self, signal: SignalInstance[Any], act: Callable[[], object]) -> None:
        """Do this, and wait until the signal came."""
        loop, come = QEventLoop(), []

        def note(*_rest: object) -> None:
            come.append(True)
            loop.quit()

        signal.connect(note)
        act()
        if not come:
            _run(loop)
        signal.disconnect(note)
        if not come:
            raise Stuck
        self.settle()

    def in_lane(self, call: Callable[[], T]) -> T:
        """Do this in the lane of the journal; what came of it."""
        result: T = self._result(partial(self.desk.background.run, call))
        return result

    def told(self, call: Callable[[Journal], T]) -> T:
        """Ask the open journal."""
        result: T = self._result(partial(self.desk.ask, call))
        return result

    def _result(self, ask: Callable[..., object]) -> Any:  # noqa: ANN401 the callers know it
        found: list[Any] = []
        errors: list[Exception] = []
        ask(found.append, failed=errors.append)
        self.settle()
        if errors:
            raise errors[0]
        if not found:
            raise Stuck
        return found[0]

    def _wait_for(self, ask: Callable[[Callable[[object], None]], object]) -> None:
        loop, come = QEventLoop(), []

        def note(_nothing: object) -> None:
            come.append(True)
            loop.quit()

        ask(note)
        _run(loop)
        if not come:
            raise Stuck

    # -- keys and mouse

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Type letter by letter, where the focus is or into a field."""
        if into is not None:
            into.setFocus(Qt.FocusReason.MouseFocusReason)
        target = into or QApplication.focusWidget()
        if target is None:
            raise Stuck
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is, and wait for what it does."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget, and wait for what it does."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_row(self, words: str) -> None:
        """Click the row of the page that is shown whose words begin like this."""
        for row in self.page().findChildren(PracticeRow):
            if row.isVisible() and row.words.startswith(words):
                self.click(row)
                return
        raise Stuck

    def touch_nothing(self) -> None:
        """Click at the edge of the page: the mouse is in the hand from then on."""
        QTest.mouseClick(self.page(), Qt.MouseButton.LeftButton, pos=_EDGE)
        self.settle()

    def visit(self, place: object) -> QWidget:
        """Go to a place; the page that is shown there."""
        self.desk.visit.emit(place)
        self.settle()
        return self.page()

    def page(self) -> QWidget:
        """The page that is shown."""
        page = self.window.pages.page()
        if page is None:
            raise Stuck
        return page

    # -- practices

    def walk(self, answers: Mapping[str, Any]) -> Iterator[str]:
        """Answer the practice on the screen to its end; tells each step once it is answered."""
        for _step in range(_MOST_STEPS):
            key = self.step()
            if key is None:
                return
            if key in answers:
                self.answer(answers[key])
                yield key
                self.press(Qt.Key.Key_Return, CTRL)
            else:
                self.press(Qt.Key.Key_Return, CTRL | SHIFT)
            if self.step() == key:
                raise Stuck
        raise Stuck

    def step(self) -> str | None:
        """The key of the question on the screen; None on the closing page."""
        session = self._practice().session
        current = session.walk.current if session is not None else None
        return current.key if current is not None else None

    def answer(self, value: Any) -> None:  # noqa: ANN401 as it stands in the content
        """Give an answer with keys and mouse."""
        view = self._practice().view
        editor: StepEditor = view.editor  # type: ignore[union-attr]  # a question is on the screen
        editor.focus_first()
        self._fill(editor, value)
        self.settle()

    def _practice(self) -> PracticePage:
        return self.page()  # type: ignore[return-value]  # only asked for while one walks

    def _fill(self, editor: StepEditor, value: Any) -> None:  # noqa: ANN401 by kind of editor
        if isinstance(editor, PartsEditor):
            for key, part in value.items():
                self._fill(editor.parts[key], part)
        elif isinstance(editor, TextEditor):
            self.type(value, editor.field.edit)
        elif isinstance(editor, LongEditor):
            self.type(value, editor.field)
        elif isinstance(editor, ChoiceEditor | ChoicesEditor):
            for one in [value] if isinstance(value, str) else value:
                self.click(editor.chips.chip(one))
        else:
            self._fill_other(editor, value)

    def _fill_other(self, editor: StepEditor, value: Any) -> None:  # noqa: ANN401 the same
        if isinstance(editor, ScaleEditor):
            self.type(str(value), editor.control)
        elif isinstance(editor, IfThenEditor):
            self.type(value["if"], editor.field.when.edit)
            self.type(value["then"], editor.field.then.edit)
        elif isinstance(editor, PeopleEditor):
            self._name(editor, value)
        elif isinstance(editor, DateEditor):
            days = (date.fromisoformat(value) - editor.tools.today).days
            self.click(_within(editor, ChipGroup).chip(str(days)))

    def _name(self, editor: PeopleEditor, names: list[str]) -> None:
        for name in names:
            if name in editor.tools.people:
                self.click(_within(editor, ChipGroup).chip(name))
            else:
                self.type(name, _within(editor, QLineEdit))
                self.press(Qt.Key.Key_Return)


def _within(widget: QWidget, kind: type[Any]) -> Any:  # noqa: ANN401 findChild has no better type
    found = widget.findChild(kind)
    if found is None:
        raise Stuck
    return found


def _run(loop: QEventLoop) -> None:
    """Run until it quits; a wait that is too long ends it."""
    guard = QTimer(singleShot=True, interval=LONGEST_WAIT_MS)
    guard.timeout.connect(loop.quit)
    guard.start()
    loop.exec()
    guard.stop()
