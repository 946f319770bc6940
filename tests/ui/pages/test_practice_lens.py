"""Look again on the practice page, as a person uses it: asked for, quiet, and never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.pages.practice import PracticePage
from ui.places import PracticePlace, SupportPlace
from ui.widgets.answer import Answer

WORDS = "Those people always do that. Juniper clearly wanted it over."


class Person:
    """Somebody who writes and presses keys on one practice page."""

    def __init__(self, page, desk, qtbot, settle):
        self.page, self.desk, self.qtbot, self._settle = page, desk, qtbot, settle

    @property
    def look(self):
        return self.page.look

    @property
    def field(self):
        return self.page.view.findChild(Answer)

    @property
    def card(self):
        return self.look.card

    def settle(self):
        self._settle(self.desk)

    def go_to(self, key, role="saw"):
        session = self.page.session
        answers = {"gate.level": 3, "gate.kind": "no", "role": role, "who": ["Juniper"]}
        while session.walk.current is not None and session.walk.current.key != key:
            session.next(answers.get(session.walk.current.key))
        self.settle()

    def write(self, text):
        self.field.setPlainText("")
        self.field.setFocus()
        QTest.keyClicks(self.field, text)
        self.field.insertPlainText("")

    def press_f7(self):
        """Press it, and wait until the answer is there."""
        QTest.keyClick(self.page, Qt.Key.Key_F7)
        self.qtbot.waitUntil(lambda: bool(self.card or self.look.row.words), timeout=15_000)

    def shown(self):
        return self.card.words.text()


@pytest.fixture
def person(desk, shown, settle, qtbot):
    """Somebody at a long question: `person("mine")`."""

    def begin(key="mine", practice="debrief", **more):
        page = shown(PracticePage(desk), PracticePlace(practice))
        settle(desk)
        me = Person(page, desk, qtbot, settle)
        me.go_to(key, **more)
        return me

    return begin


@pytest.fixture
def asked(person):
    """The same, with a card open."""
    me = person()
    me.write(WORDS)
    me.press_f7()
    return me


def test_nothing_is_shown_before_it_is_asked_for(person):
    me = person()
    me.write(WORDS)
    me.settle()
    assert me.card is None
    assert me.look.row.isVisible()


def test_f7_shows_one_word_and_one_question_and_takes_the_place_of_the_button(asked):
    assert "“Those people always”" in asked.shown()
    assert asked.card.isVisible()
    assert not asked.look.row.isVisible()
    assert asked.field.hasFocus()


def test_the_button_does_the_same(person):
    me = person()
    me.write(WORDS)
    me.look.row.button.click()
    me.qtbot.waitUntil(lambda: me.card is not None, timeout=15_000)


def test_keep_it_goes_to_the_next_and_then_back_to_writing(asked):
    asked.card.keep.click()
    assert "clearly" in asked.shown()
    asked.card.keep.click()
    assert asked.card is None
    assert asked.look.row.isVisible()
    assert asked.field.hasFocus()
    assert asked.field.text() == WORDS


def test_what_was_kept_is_not_asked_again_in_this_entry(asked):
    asked.card.keep.click()
    asked.card.keep.click()
    asked.press_f7()
    assert asked.card is None
    assert asked.look.row.words


def test_change_it_chooses_the_words_to_be_typed_over(asked):
    asked.card.change.click()
    assert asked.card is None
    assert asked.field.textCursor().selectedText() == "Those people always"
    QTest.keyClicks(asked.field, "Two of them")
    assert asked.field.text().startswith("Two of them do that.")


def test_not_asked_again_holds_from_then_on_and_can_be_undone(asked, qtbot):
    said = []
    asked.desk.messages.said.connect(lambda *words: said.append(words))
    asked.card.mute.click()
    assert "clearly" in asked.shown()
    asked.settle()
    muted = choice(asked).muted
    assert len(muted) == 1
    _sentence, action, undo = said[-1]
    assert action == "Undo"
    undo()
    asked.settle()
    assert choice(asked).muted == frozenset()


def choice(me):
    found = []
    me.desk.ask(lambda journal: journal.lens.choice(), found.append, owner=me.desk)
    me.settle()
    return found[0]


def test_three_questions_are_enough_for_an_entry(person):
    me = person()
    me.write("She is lazy. He obviously wanted it. You people. Everyone knows it.")
    me.press_f7()
    for _card in range(3):
        assert me.card is not None
        me.card.keep.click()
    assert me.card is None
    me.press_f7()
    assert "Three" in me.look.row.words


def test_escape_puts_the_card_away(asked):
    QTest.keyClick(asked.page, Qt.Key.Key_Escape)
    assert asked.card is None
    assert asked.field.hasFocus()


def test_plain_words_find_nothing_and_typing_takes_the_word_away(person):
    me = person()
    me.write("We met at ten.")
    me.press_f7()
    assert me.card is None
    assert "Nothing" in me.look.row.words
    QTest.keyClicks(me.field, " More.")
    assert me.look.row.words == ""


def test_the_card_goes_when_its_words_are_written_over(asked):
    asked.field.selectAll()
    QTest.keyClicks(asked.field, "x")
    assert asked.card is None


def test_it_never_blocks_going_on(asked):
    QTest.keyClick(asked.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked.settle()
    assert asked.page.session.walk.current.key != "mine"
    assert asked.page.session.walk.answers["mine"] == WORDS
    assert asked.card is None


def test_it_stays_away_where_it_happened_to_me(person):
    me = person("facts", role="happened")
    assert me.field is not None
    assert me.look.row is None
    QTest.keyClick(me.page, Qt.Key.Key_F7)
    me.settle()
    assert me.card is None


def test_it_stays_away_from_the_facts(person):
    me = person("words", "facts")
    assert me.look.row is None


def test_what_sounds_heavy_leads_to_support(person):
    me = person()
    me.write("I hate myself.")
    me.press_f7()
    assert me.card.support.isVisible()
    assert not me.card.change.isVisible()
    with me.qtbot.waitSignal(me.desk.visit) as visited:
        me.card.support.click()
    assert visited.args == [SupportPlace(from_practice=True)]


def test_an_emoji_before_the_words_does_not_move_the_mark(person):
    me = person()
    me.field.insertPlainText("🌿🌿 Those people always do that.")
    me.press_f7()
    me.card.change.click()
    assert me.field.textCursor().selectedText() == "Those people always"


def test_words_that_stand_out_of_sight_come_into_sight(person):
    me = person()
    me.field.insertPlainText("Those people always do that.\n" + "A plain line.\n" * 60)
    me.press_f7()
    assert me.field.verticalScrollBar().value() == 0


def test_another_entry_has_three_questions_again(asked, qtbot):
    asked.card.keep.click()
    asked.card.keep.click()
    asked.page.arrive(PracticePlace("debrief"))
    asked.settle()
    asked.go_to("mine")
    asked.write(WORDS)
    asked.press_f7()
    assert "“Those people always”" in asked.shown()


def test_after_a_lock_nothing_of_it_is_left(asked):
    asked.page.forget()
    assert (asked.card, asked.look.row) == (None, None)
    QApplication.processEvents()


@pytest.fixture
def by_itself(person, desk, settle):
    """Somebody who chose that it looks by itself after the first draft."""
    desk.change_settings(lens_after_draft=True)
    settle(desk)
    return person


def go_on(me):
    """Press Next, and wait until the lens let go or has a card."""
    before = me.page.session.walk.current
    me.page.footer.next.click()
    me.qtbot.waitUntil(
        lambda: me.card is not None or me.page.session.walk.current != before, timeout=15_000
    )
    me.settle()


def test_by_itself_it_looks_once_when_the_first_draft_is_left(by_itself):
    me = by_itself()
    me.write(WORDS)
    assert me.card is None
    go_on(me)
    assert "“Those people always”" in me.shown()
    assert me.card.keep.hasFocus()
    go_on(me)
    assert me.page.session.walk.answers["mine"] == WORDS
    assert me.page.session.walk.current.key != "mine"


def test_by_itself_it_lets_plain_words_go_on(by_itself):
    me = by_itself()
    me.write("We met at ten.")
    go_on(me)
    assert me.page.session.walk.current.key != "mine"


def test_by_itself_it_does_not_come_back_to_the_same_answer(by_itself):
    me = by_itself()
    me.write(WORDS)
    go_on(me)
    me.card.keep.click()
    me.card.keep.click()
    go_on(me)
    me.page.go_back()
    me.settle()
    go_on(me)
    assert me.card is None


@pytest.mark.parametrize(
    ("step", "more"),
    [("facts", {"role": "happened"}), ("words", {"practice": "facts"})],
    ids=["harmed", "facts"],
)
def test_by_itself_it_stays_away_where_the_lens_is_off(by_itself, step, more):
    me = by_itself(step, **more)
    me.write(WORDS)
    go_on(me)
    assert me.page.session.walk.current.key != step


def test_by_itself_three_questions_are_enough_for_an_entry(by_itself):
    me = by_itself()
    me.write("She is lazy. He obviously wanted it. You people. Everyone knows it.")
    go_on(me)
    for _card in range(3):
        me.card.keep.click()
    go_on(me)
    me.go_to("friend")
    me.write(WORDS)
    go_on(me)
    assert me.card is None


def test_by_itself_an_edit_is_no_first_draft(by_itself, desk, shown, settle, qtbot):
    made = []
    answers = {"gate.level": 3, "gate.kind": "no", "role": "saw", "mine": WORDS}
    desk.write(lambda journal: journal.writing.write("debrief", answers), made.append)
    settle(desk)
    page = shown(PracticePage(desk), PracticePlace("debrief", edit=made[0].id))
    settle(desk)
    me = Person(page, desk, qtbot, settle)
    me.go_to("mine")
    go_on(me)
    assert me.card is None


def test_only_who_chose_it_is_looked_at_by_itself(person):
    me = person()
    me.write(WORDS)
    go_on(me)
    assert me.page.session.walk.current.key != "mine"
