"""Every branch of every practice, walked in the window: what is answered is what is kept.

Each option is chosen at least once and each condition holds and does not; the paths are worked out
by `practice_paths`. It is walked where room is scarcest: 900 × 600 at 150 %, where nothing may be
clipped.
"""

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from ally_journal.domain.answers import checked
from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_files import load_built_in
from ally_journal.services import yields
from tests.ui.pages.practice_paths import paths_through
from ui.pages.practice import PracticePage
from ui.places import PracticePlace
from ui.widgets.editors.chips_editor import ChipsEditor, own_words
from ui.widgets.practice.closing import Closing
from ui.widgets.practice.support_view import SupportView
from ui.widgets.text import Text

LIBRARY = load_built_in()
PRACTICES = [one.id for one in LIBRARY.all() if one.id != "gate"]


class Walker:
    """Walks one path after the other on one page."""

    def __init__(self, page, desk):
        self.page, self.desk = page, desk
        self.seen = set()
        self.trouble = []

    def turn(self):
        """Wait until everything asked of the journal so far has been told."""
        loop = QEventLoop()
        ask = self.desk.background.run
        ask(lambda: None, lambda _none: loop.quit(), owner=self.desk, lasting=True)
        loop.exec()
        QApplication.sendPostedEvents()

    def walk(self, practice, path):
        page = self.page
        page.arrive(PracticePlace(practice))
        self.turn()
        session = page.session
        asked, given = [], {}
        while not isinstance(page.view, Closing):
            if isinstance(page.view, SupportView):
                self.look_at("support", page.view)
                page.view.rows["short"].click()
                continue
            step = session.walk.current
            if path.is_short and not session.walk.short and not step.key.startswith("gate."):
                session.shorten()
                continue
            asked.append(step.key)
            self.look_at((step.key, step.help, repr(step.options)), page.view)
            value = path.answers.get(step.key)
            if value is None and step.kind is not Kind.NOTE:
                page.footer.skip.click()
            else:
                given |= self.answer(step, value)
                page.footer.next.click()
        self.turn()
        self.turn()
        self.look_at((session.walk.closing, *page.view.rows), page.view)
        return asked, given

    def answer(self, step, value):
        if value is None:
            return {}
        fill(self.page.view.editor, value)
        return {step.key: checked(step, value)}

    def look_at(self, key, view):
        """Whether everything on it has its room; once for each thing that is shown."""
        if key in self.seen:
            return
        self.seen.add(key)
        self.turn()
        QApplication.processEvents()
        body = self.page.body
        if body.content.width() > body.viewport().width():
            self.trouble.append(f"{key}: wider than the window")
        parts = [*parts_of(view), *parts_of(self.page.bar), *parts_of(self.page.footer)]
        self.trouble += [f"{key}: {words}" for words in map(clipped, parts) if words]


def parts_of(view):
    return [one for one in view.findChildren(object) if is_shown(one)]


def is_shown(one):
    return isinstance(one, (QLabel, QAbstractButton, QLineEdit)) and one.isVisible()


def clipped(part):
    """What does not fit, in words; empty where all of it does."""
    if isinstance(part, QLineEdit):
        return ""
    words = part.text()
    if isinstance(part, Text) and part._lines:
        return f"“{words}” is cut" if part._block(part.width()).is_elided else ""
    height = part.heightForWidth(part.width()) if part.hasHeightForWidth() else 0
    if height > part.height():
        return f"“{words}” is {part.height()} high and takes {height}"
    if not part.hasHeightForWidth() and part.sizeHint().width() > part.width() and words:
        return f"“{words}” is {part.width()} wide and takes {part.sizeHint().width()}"
    return ""


def fill(editor, value):
    """Answer as a person does: by pressing what can be pressed."""
    parts = getattr(editor, "parts", None)
    if parts is not None:
        for key, inside in value.items():
            fill(parts[key], inside)
    elif isinstance(editor, ChipsEditor):
        for one in [value] if isinstance(value, str) else value:
            editor.chips.chip(one.partition(":")[0]).click()
            if own_words(one):
                editor.other.setText(own_words(one))
    else:
        editor.set_value(value)
        editor.changed.emit()


@pytest.fixture
def walker(desk, shown, theme):
    theme.choose(percent=150)
    page = shown(PracticePage(desk), None, 900, 600)
    return Walker(page, desk)


@pytest.mark.parametrize("practice", PRACTICES)
def test_every_branch_is_walked_and_keeps_what_was_answered(walker, practice, monkeypatch):
    paths, left = paths_through(LIBRARY.get(practice))
    assert left == set()
    for path in paths:
        monkeypatch.setattr(yields, "facts", lambda *_asked, known=path.facts: dict(known))
        asked, given = walker.walk(practice, path)
        assert asked == list(path.steps)
        assert len(asked) == len(set(asked))
        assert set(given) == set(path.answers)
        entry = walker.page.session.entry
        said = {} if entry is None else {one.key: one.value for one in entry.answers}
        assert said == given
    assert walker.trouble == []
