"""Each practice is opened, answered by its editors to the closing, and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_files import load_built_in
from tests.domain.practice_walks import CALM, some_answer
from ui.pages.practice import PracticePage
from ui.places import PracticePlace
from ui.widgets.practice.closing import Closing

PRACTICES = [one.id for one in load_built_in().all() if one.id != "gate"]


@pytest.mark.parametrize("practice", PRACTICES)
def test_it_is_answered_to_the_closing_and_kept(desk, shown, settle, practice):
    page = shown(PracticePage(desk), PracticePlace(practice))
    settle(desk)
    asked = []
    while not isinstance(page.view, Closing):
        step = page.session.walk.current
        assert step.key not in asked
        asked.append(step.key)
        if step.kind is not Kind.NOTE:
            page.view.editor.set_value(CALM.get(step.key, some_answer(step)))
            page.view.editor.changed.emit()
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(desk)
    kept = []
    desk.ask(lambda journal: journal.reading.find(limit=1), kept.extend, owner=desk)
    settle(desk)
    assert [one.practice for one in kept] == [practice]
