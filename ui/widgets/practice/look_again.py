"""LookAgain: the lens on the practice page, one question at a time and only when asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from ally_journal.domain.lens import MOST_CARDS, Hit, first_cards
from ally_journal.domain.lens_choice import people_in
from ally_journal.language import _
from ui.widgets.answer import Answer
from ui.widgets.practice.lens_card import LensCard
from ui.widgets.practice.lens_marks import LensMarks
from ui.widgets.practice.lens_row import LensRow
from ui.widgets.scrolling import show_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ally_journal.domain.lens_choice import LensChoice
    from ui.desk import Desk
    from ui.models.practice_session import PracticeSession
    from ui.widgets.practice.step_view import StepView


@dataclass(frozen=True, slots=True)
class Find:
    """A hit and where it stands now: the place follows as the answer is written on."""

    hit: Hit
    field: Answer
    place: QTextCursor

    @property
    def is_there(self) -> bool:
        """Whether the words stand there still."""
        return plain(self.place.selectedText()) == plain(self.hit.text)


class LookAgain(QObject):
    """Counts its cards for one entry, in memory alone; `support_asked` opens Support."""

    support_asked = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: PracticeSession | None = None
        self._view: StepView | None = None
        self.row: LensRow | None = None
        self.card: LensCard | None = None
        self._marks: dict[Answer, LensMarks] = {}
        self._finds: list[Find] = []
        self._asked = 0
        self._kept: set[tuple[str, str]] = set()
        self._looked: set[str] = set()

    def begin(self, session: PracticeSession) -> None:
        """Another entry: its three questions are to come."""
        self._session, self._asked, self._kept, self._looked = session, 0, set(), set()

    def at_question(self, view: StepView) -> None:
        """A question is shown: offer it under a long answer, where the lens may look."""
        self.end()
        if self._may_look(view) and view.findChildren(Answer):
            self._view = view
            self.row = LensRow(self._desk.theme)
            self.row.asked.connect(self.look)
            view.add_way(self.row)
            for field in view.findChildren(Answer):
                field.changed.connect(self._follow_typing)

    def look(self) -> None:
        """Look at the answer as it stands now."""
        view = self._view
        if view is None or self._session is None or self.card is not None:
            return
        if not self._may_look(view):
            self._say(_("Not at this question. Your words are fine as they are."))
            return
        if self._asked >= MOST_CARDS:
            self._say(_("Three questions are enough for one entry."))
            return
        self._look_at(view, self._say_nothing_found)

    def holds(self, go_on: Callable[[], None]) -> bool:
        """Look at a first draft that is about to be left, where the person chose that.

        Args:
            go_on: called where nothing is found.

        Returns:
            Whether it looks; if not, nothing stands in the way. The next time nothing does.
        """
        view, session = self._view, self._session
        if view is None or session is None or not self._is_first_draft(view, session):
            return False
        self._look_at(view, go_on, by_itself=True)
        return True

    def _is_first_draft(self, view: StepView, session: PracticeSession) -> bool:
        is_chosen = self._desk.settings.lens_after_draft and self._may_look(view)
        is_new = session.draft.revises is None and view.step.key not in self._looked
        is_said = any(field.text().strip() for field in view.findChildren(Answer))
        return is_chosen and is_new and is_said and self.card is None and self._asked < MOST_CARDS

    def _look_at(
        self, view: StepView, otherwise: Callable[[], None], *, by_itself: bool = False
    ) -> None:
        session = self._session
        if session is None:
            return
        self._looked.add(view.step.key)
        texts = {field: field.text() for field in view.findChildren(Answer)}
        people = people_in(session.walk.kept_answers, session.people)

        def look_by(choice: LensChoice) -> None:
            # Beside both the window and the lane: the rules are heavy when they are read first.
            call = partial(looked, choice, tuple(texts.values()), people)
            self._desk.background.aside(call, take, owner=view)

        def take(found: Sequence[tuple[Hit, ...]]) -> None:
            self._take(view, texts, found, otherwise)
            if by_itself and self.card is not None:
                self.card.begin_here()

        self._desk.ask(lambda journal: journal.lens.choice(), look_by, owner=view)

    def close(self) -> bool:
        """Put the card away; the caret goes back into the answer. Whether there was one."""
        if self.card is None:
            return False
        field = self._finds[0].field if self._finds else None
        self._drop_card()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def end(self) -> None:
        """Another question, or none: nothing of this one is kept."""
        self._finds.clear()
        self._marks.clear()
        self._view = self.row = self.card = None

    def forget(self) -> None:
        """The practice is left: nothing of it is kept."""
        self.end()
        self._session = None
        self._kept.clear()
        self._looked.clear()

    def _may_look(self, view: StepView) -> bool:
        session = self._session
        return session is not None and session.is_open and session.walk.lens_for(view.step)

    def _take(
        self,
        view: StepView,
        texts: dict[Answer, str],
        found: Sequence[tuple[Hit, ...]],
        otherwise: Callable[[], None],
    ) -> None:
        """Show what was found, unless the person went on or wrote on meanwhile."""
        if view is not self._view or any(field.text() != text for field, text in texts.items()):
            return
        finds = [
            Find(hit, field, place_of(field, text, hit))
            for (field, text), hits in zip(texts.items(), found, strict=True)
            for hit in hits
            if (hit.rule, hit.text.casefold()) not in self._kept
        ]
        chosen = set(map(id, first_cards([one.hit for one in finds], MOST_CARDS - self._asked)))
        self._finds = [one for one in finds if id(one.hit) in chosen]
        if self._finds:
            self._show_next()
        else:
            otherwise()

    def _say_nothing_found(self) -> None:
        self._say(_("Nothing here to look at again."))

    def _show_next(self) -> None:
        """Ask about the first that is left and still stands there; else it is over."""
        while self._finds and not self._finds[0].is_there:
            self._finds.pop(0)
        if not self._finds or self._view is None:
            self._drop_card()
            return
        self._asked += 1
        card = self._made_card(self._view)
        card.show_hit(self._finds[0].hit)
        self._show_marks()
        QTimer.singleShot(0, card, partial(show_whole, card))

    def _made_card(self, view: StepView) -> LensCard:
        if self.card is None:
            card = LensCard(self._desk.theme, view)
            card.change_asked.connect(self._change)
            card.keep_asked.connect(self._keep)
            card.mute_asked.connect(self._mute)
            card.support_asked.connect(self._open_support)
            view.open_card(card)
            self.card = card
        if self.row is not None:
            self._say("")
            self.row.hide()
        return self.card

    def _show_marks(self) -> None:
        shown = self._finds[0]
        for field in dict.fromkeys(one.field for one in self._finds):
            marks = self._marks.setdefault(field, LensMarks(field))
            places = [one.place for one in self._finds if one.field is field]
            marks.show_finds(places, shown.place if field is shown.field else None)
        for field, marks in self._marks.items():
            if all(one.field is not field for one in self._finds):
                marks.clear()
        _bring_to_sight(shown)

    def _change(self) -> None:
        """The words are chosen in the answer; what is typed takes their place."""
        find = self._finds[0]
        self._drop_card()
        find.field.setTextCursor(find.place)
        find.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        find = self._finds.pop(0)
        self._kept.add((find.hit.rule, find.hit.text.casefold()))
        self._go_on(find.field)

    def _mute(self) -> None:
        find = self._finds.pop(0)
        rule = find.hit.rule
        self._finds = [one for one in self._finds if one.hit.rule != rule]
        self._desk.write(lambda journal: journal.lens.mute(rule))
        words = _("It will not be asked again. The list is in Settings.")
        self._desk.messages.say(words, _("Undo"), partial(self._unmute, rule))
        self._go_on(find.field)

    def _unmute(self, rule: str) -> None:
        self._desk.write(lambda journal: journal.lens.unmute(rule))

    def _go_on(self, field: Answer) -> None:
        self._show_next()
        if self.card is None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_support(self) -> None:
        self.close()
        self.support_asked.emit()

    def _follow_typing(self) -> None:
        """What was said about the answer is old now; the card goes when its words are gone."""
        self._say("")
        if self.card is not None and self._finds and not self._finds[0].is_there:
            self._drop_card()

    def _drop_card(self) -> None:
        card, self.card = self.card, None
        self._finds = []
        for marks in self._marks.values():
            marks.clear()
        if card is not None and self._view is not None:
            self._view.close_card(card)
        if self.row is not None:
            self.row.show()

    def _say(self, words: str) -> None:
        if self.row is not None:
            self.row.say(words)


def looked(
    choice: LensChoice, texts: Sequence[str], people: Iterable[str]
) -> tuple[tuple[Hit, ...], ...]:
    """What is found in each text, by the person's own choice."""
    return tuple(choice.looked(text, people) for text in texts)


def place_of(field: Answer, text: str, hit: Hit) -> QTextCursor:
    """The words of a hit in the document, which counts what is beyond the first plane twice."""
    place = QTextCursor(field.document())
    place.setPosition(_width(text[: hit.start]))
    place.setPosition(_width(text[: hit.end]), QTextCursor.MoveMode.KeepAnchor)
    return place


def _bring_to_sight(find: Find) -> None:
    """Scroll the answer to the words, and leave the caret where it is."""
    held = find.field.textCursor()
    find.field.setTextCursor(QTextCursor(find.place))
    find.field.ensureCursorVisible()
    at = find.field.verticalScrollBar().value()
    find.field.setTextCursor(held)
    find.field.verticalScrollBar().setValue(at)


def plain(text: str) -> str:
    """Words alone: Qt spells line ends and hard spaces in ways of its own."""
    return " ".join(text.split())


def _width(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
