"""The practice page as a person uses it: typed, kept, found again; nothing is lost."""

import threading
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ally_journal.errors import DiskFull
from ally_journal.journal import Journal
from ui.models import practice_session
from ui.pages.practice import PracticePage
from ui.places import EntryPlace, MinutePlace, PracticePlace, SupportPlace, TodayPlace
from ui.widgets.link import Link
from ui.widgets.practice.closing import Closing
from ui.widgets.practice.support_view import SupportView

PASSPHRASE = "marigold under the stairs"


@dataclass
class Person:
    """Somebody at the keyboard of one practice page."""

    page: PracticePage
    desk: object
    settle: object

    @property
    def step(self):
        step = self.page.session.walk.current
        return None if step is None else step.key

    @property
    def editor(self):
        return self.page.view.editor

    def type(self, text):
        self.editor.focus_first()
        QTest.keyClicks(self.editor.field, text)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.page, key, modifier)
        self.settle(self.desk)

    def next(self):
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def answer(self, value):
        self.editor.set_value(value)
        self.editor.changed.emit()
        self.next()

    def go_to(self, key):
        for _step in range(30):
            if self.step in {key, None}:
                return
            self.next()

    def pass_gate(self, level=3, kind="no"):
        self.answer(level)
        self.answer(kind)


@pytest.fixture
def person(desk, shown, settle):
    """Begin a practice: `person("debrief")`."""

    def begin(practice="debrief", **more):
        page = shown(PracticePage(desk), PracticePlace(practice, **more))
        settle(desk)
        return Person(page, desk, settle)

    return begin


def latest(read):
    row = read(lambda journal: journal.reading.find(limit=1))[0]
    return read(lambda journal: journal.reading.entry(row.id))


def test_a_whole_debrief_is_typed_kept_and_found_again(person, read):
    me = person()
    me.pass_gate()
    me.answer("saw")
    me.type("Juniper cut in twice.")
    me.next()
    me.answer(["Wren", "Juniper"])
    me.go_to("mine")
    me.type("I let it go on.")
    me.go_to("level_after")
    me.answer(2)
    assert isinstance(me.page.view, Closing)
    entry = latest(read)
    answers = {answer.key: answer.value for answer in entry.answers}
    assert answers["facts"] == "Juniper cut in twice."
    assert answers["mine"] == "I let it go on."
    assert answers["who"] == ["Wren", "Juniper"]
    assert set(entry.people) == {"Wren", "Juniper"}
    assert [one.id for one in read(lambda journal: journal.reading.find("juniper"))] == [entry.id]
    assert read(lambda journal: journal.reading.drafts()) == ()


def test_the_closing_says_when_it_was_saved_and_takes_a_name(person, read):
    me = person("free")
    me.go_to("page")
    me.type("A quiet day.")
    me.next()
    assert "18:30" in me.page.view.state
    QTest.keyClicks(me.page.view.name.edit, "Slow Thursday")
    QTest.keyClick(me.page.view.name.edit, Qt.Key.Key_Return)
    me.settle(me.desk)
    assert latest(read).title == "Slow Thursday"


def test_being_asked_again_in_three_days_is_one_press_away(person, read):
    me = person()
    me.pass_gate()
    me.answer("saw")
    me.go_to("facts")
    me.type("Juniper cut in twice.")
    me.go_to(None)
    me.page.view.rows["again:0"].click()
    me.settle(me.desk)
    entry = latest(read)
    due = entry.day + timedelta(days=3)
    assert [one.entry for one in read(lambda journal: journal.promises.follow_ups(due))] == [
        entry.id
    ]


def test_a_strong_feeling_takes_the_short_path(person):
    me = person()
    long = len(me.page.session.walk.steps)
    me.pass_gate(6)
    assert me.page.session.walk.is_short
    assert len(me.page.session.walk.steps) < long


def test_the_short_path_can_be_chosen(person, settle, desk):
    me = person()
    me.pass_gate()
    me.page.session.shorten()
    settle(desk)
    assert me.step == "role"
    me.answer("saw")
    me.go_to("feel")
    assert [step.key for step in me.page.session.walk.steps if step.key == "story"] == []


def test_whoever_it_happened_to_is_not_asked_for_the_other_side(person):
    me = person()
    me.pass_gate()
    me.answer("happened")
    seen = []
    while me.step is not None:
        seen.append(me.step)
        me.next()
    assert not {"story", "fits", "their_side", "mine"} & set(seen)
    assert "stood" in seen


@pytest.mark.parametrize(("level", "kind"), [(8, "no"), (10, "no"), (2, "yes")])
def test_very_strong_or_frightening_offers_the_ways_on_before_any_question(person, level, kind):
    me = person()
    me.pass_gate(level, kind)
    assert isinstance(me.page.view, SupportView)
    assert set(me.page.view.rows) == {"stop", "minute", "facts", "short"}


def test_going_on_takes_the_short_path(person, desk, settle):
    me = person()
    me.pass_gate(9)
    me.page.view.rows["short"].click()
    settle(desk)
    assert me.step == "role"
    assert me.page.session.walk.is_short


def test_a_minute_comes_back_to_the_same_choice(person, visits):
    me = person()
    me.pass_gate(9)
    me.page.view.rows["minute"].click()
    me.page.leave()
    me.page.arrive(me.page.session.place)
    assert visits == [MinutePlace()]
    assert isinstance(me.page.view, SupportView)


def test_only_the_facts_opens_the_plain_page_on_the_same_event(person, visits, read):
    me = person()
    me.pass_gate(9)
    me.page.view.rows["facts"].click()
    me.settle(me.desk)
    assert visits[0].practice == "facts"
    assert visits[0].event == me.page.session.draft.id
    assert read(lambda journal: journal.reading.drafts()) == ()


def test_stopping_for_today_leaves_a_draft(person, visits, read):
    me = person()
    me.pass_gate(9)
    me.page.view.rows["stop"].click()
    assert visits == [TodayPlace()]
    assert len(read(lambda journal: journal.reading.drafts())) == 1


def test_a_feeling_that_is_stronger_afterwards_offers_support_and_nothing_else(person):
    me = person()
    me.pass_gate(3)
    me.go_to("now")
    me.answer("act")
    me.go_to("level_after")
    me.answer(9)
    assert me.page.view.rows == {}


def test_after_that_nothing_else_asks_today(person, desk, settle):
    me = person()
    me.pass_gate(3)
    me.go_to("level_after")
    me.answer(9)
    settle(desk)
    assert desk.settings.unasked_on == "2026-03-12"
    assert desk.settings.quiet_until == "2026-03-18"


def test_coming_back_from_support_to_the_closing_begins_nothing_new(person, read):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.next()
    me.page.leave()
    me.page.arrive(me.page.session.place)
    assert isinstance(me.page.view, Closing)


def test_a_draft_that_was_put_away_elsewhere_is_not_gone_on_with(person, desk, settle):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.page.leave()
    draft, place = me.page.session.draft.id, me.page.session.place
    desk.write(lambda journal: journal.writing.discard(draft))
    settle(desk)
    me.page.arrive(place)
    settle(desk)
    assert me.page.session.draft.id != draft


def test_an_offer_opens_its_practice_on_the_same_event(person, visits, read):
    me = person()
    me.pass_gate(3)
    me.go_to("now")
    me.answer("act")
    me.go_to("level_after")
    me.answer(3)
    me.page.view.rows["offer:0"].click()
    assert visits[0].practice == "plan"
    assert visits[0].event == latest(read).event


def test_stop_keeps_what_there_is(person, read):
    me = person()
    me.pass_gate()
    me.answer("saw")
    me.type("Juniper cut in.")
    me.press(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(me.page.view, Closing)
    answers = {answer.key: answer.value for answer in latest(read).answers}
    assert answers["facts"] == "Juniper cut in."


def test_stopping_before_anything_was_said_keeps_nothing(person, read):
    me = person()
    me.press(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert not me.page.view.has_entry
    assert read(lambda journal: journal.reading.count()) == 0
    assert read(lambda journal: journal.reading.drafts()) == ()


def test_back_keeps_the_answers(person):
    me = person()
    me.pass_gate()
    me.answer("saw")
    me.type("Juniper cut in.")
    me.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert me.step == "role"
    assert me.editor.value() == "saw"
    me.next()
    assert me.editor.value() == "Juniper cut in."


def test_back_from_the_closing_edits_the_entry_that_was_kept(person, read):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.next()
    before = latest(read)
    me.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert me.step == "page"
    me.type(" Two.")
    me.next()
    after = latest(read)
    assert after.id == before.id
    assert after.answers[0].value == "One. Two."
    assert read(lambda journal: journal.reading.count()) == 1


def test_back_from_the_closing_without_a_change_makes_no_revision(person, read):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.next()
    me.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    me.next()
    assert latest(read).revisions == 0


def test_skip_leaves_what_was_typed_in_the_draft_and_out_of_the_entry(person, read):
    me = person("free")
    me.go_to("page")
    me.type("Not this.")
    strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    me.press(Qt.Key.Key_Return, strong)
    assert me.step is None
    assert read(lambda journal: journal.reading.count()) == 0


def test_what_is_typed_is_committed_within_a_second(person, qtbot, read, monkeypatch):
    me = person("free")
    me.go_to("page")
    me.type("a")
    qtbot.wait(practice_session.SAVE_AFTER_MS - 100)
    me.type("b")
    qtbot.wait(350)
    drafts = read(lambda journal: journal.reading.drafts())
    assert [one.excerpt for one in drafts] == ["ab"]
    assert practice_session.SAVE_AFTER_MS < 700


def test_saved_is_said_only_after_the_commit_came_back(person, desk, settle, qtbot):
    me = person("free")
    me.go_to("page")
    gate = threading.Event()
    desk.background.run(gate.wait)
    me.type("Slow disk.")
    me.page.session.save()
    qtbot.wait(100)
    assert me.page.bar.saved_words == ""
    gate.set()
    settle(desk)
    assert me.page.bar.saved_words == "Saved 18:30"


def test_a_save_that_fails_says_so_keeps_the_text_and_tries_again(
    person, desk, settle, read, monkeypatch
):
    me = person("free")
    me.go_to("page")
    real = desk._journal.writing.save_draft

    def full(_draft):
        raise DiskFull

    monkeypatch.setattr(desk._journal.writing, "save_draft", full)
    me.type("Still here.")
    me.page.session.save()
    settle(desk)
    assert me.page.notice.shown == "failed"
    assert me.page.bar.saved_words == ""
    assert me.editor.value() == "Still here."
    monkeypatch.setattr(desk._journal.writing, "save_draft", real)
    me.page.notice.acted.emit("failed")
    settle(desk)
    assert me.page.notice.shown == ""
    assert read(lambda journal: journal.reading.drafts())[0].excerpt == "Still here."


def test_after_a_crash_the_draft_goes_on_at_the_same_step(
    person, desk, settle, clock, journal_folder, shown, qtbot
):
    me = person()
    me.pass_gate()
    me.answer("saw")
    me.type("Juniper cut in.")
    me.page.session.save()
    settle(desk)
    desk.close_journal(5)
    journal = Journal.open(journal_folder, PASSPHRASE, clock)
    draft = journal.reading.drafts()[0]
    journal.close()
    with qtbot.waitSignal(desk.unlocked, timeout=10_000):
        desk.unlock(PASSPHRASE, desk.messages.fail)
    page = shown(PracticePage(desk), PracticePlace("debrief", draft=draft.id))
    settle(desk)
    assert page.session.walk.current.key == "facts"
    assert page.view.editor.value() == "Juniper cut in."


def test_locking_in_the_middle_of_a_word_loses_nothing(person, desk, clock, journal_folder):
    me = person("free")
    me.go_to("page")
    me.type("In the middle of a wor")
    me.page.leave()
    me.page.forget()
    assert desk.close_journal(5)
    journal = Journal.open(journal_folder, PASSPHRASE, clock)
    assert journal.reading.drafts()[0].excerpt == "In the middle of a wor"
    journal.close()


def test_forgetting_leaves_no_text_on_the_page(person):
    me = person("free")
    me.go_to("page")
    me.type("Secret words.")
    field = me.editor.field
    me.page.forget()
    assert field.toPlainText() == ""
    assert not field.document().isUndoAvailable()
    assert me.page.session is None


def test_support_leads_back_to_the_same_words(person, visits):
    me = person("free")
    me.go_to("page")
    me.type("So far")
    me.page.bar.support_button.click()
    me.page.leave()
    me.page.arrive(me.page.session.place)
    assert visits == [SupportPlace(from_practice=True)]
    assert me.editor.value() == "So far"


def test_the_same_practice_begun_again_is_a_fresh_walk(person, desk, settle):
    me = person("free")
    me.go_to("page")
    me.type("The first")
    me.page.bar.close_button.click()
    me.page.leave()
    me.page.arrive(PracticePlace("free"))
    settle(desk)
    assert me.step == "title"
    assert me.page.session.draft.answers == {}


def test_an_answer_that_cannot_be_kept_gets_a_sentence_and_stays(person):
    me = person()
    me.pass_gate()
    me.go_to("who")
    me.editor.set_value(["a name that is much too long to be the name of one person"])
    me.editor.changed.emit()
    me.next()
    assert me.step == "who"
    assert me.page.notice.shown == "wrong"


def test_what_no_database_can_hold_is_left_out_while_typing(person, read):
    me = person("free")
    me.go_to("page")
    me.editor.field.insertPlainText("nul\0here")
    me.page.session.put("a\0b\ud800c")
    me.page.session.save()
    me.settle(me.desk)
    assert read(lambda journal: journal.reading.drafts())[0].excerpt == "abc"


def test_read_it_back_opens_the_entry(person, visits, read):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.next()
    me.page.footer.read.click()
    assert visits == [EntryPlace(latest(read).id)]


def test_editing_a_kept_entry_changes_it_and_keeps_what_it_was(person, read, shown, desk, settle):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.next()
    entry = latest(read)
    page = shown(PracticePage(desk), PracticePlace("free", edit=entry.id))
    settle(desk)
    again = Person(page, desk, settle)
    again.go_to("page")
    again.type(" And two.")
    again.next()
    assert latest(read).answers[0].value == "One. And two."
    assert latest(read).revisions == 1


def test_an_edit_leads_back_to_its_entry(person, read, shown, desk, settle):
    me = person("free")
    me.go_to("page")
    me.type("One.")
    me.next()
    entry, visits = latest(read).id, []
    page = shown(PracticePage(desk), PracticePlace("free", edit=entry))
    settle(desk)
    desk.visit.connect(visits.append)
    page.close_practice()
    assert visits == [EntryPlace(entry)]


def test_tab_goes_from_the_answer_to_the_footer_and_round(person):
    me = person("free")
    me.go_to("page")
    me.editor.focus_first()
    order = []
    for _stop in range(10):
        order.append(me.page.window().focusWidget())
        QTest.keyClick(me.page.window().focusWidget(), Qt.Key.Key_Tab)
    footer, bar = me.page.footer, me.page.bar
    assert order[:2] == [me.editor.field, me.page.look.row.button]
    assert order[2:6] == [footer.back, footer.stop, footer.skip, footer.next]
    assert order[6:9] == [bar.close_button, bar.support_button, bar.hide_button]
    assert order[9] == me.editor.field


def test_every_control_has_a_name(person):
    me = person()
    for widget in me.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            known = QAccessible.queryAccessibleInterface(widget)
            assert known.text(QAccessible.Text.Name)


def test_enter_goes_on_from_a_scale_and_a_choice_once_they_are_answered(person):
    me = person()
    QTest.keyClick(me.editor.control, Qt.Key.Key_Return)
    assert me.step == "gate.level"
    QTest.keyClick(me.editor.control, Qt.Key.Key_3)
    QTest.keyClick(me.editor.control, Qt.Key.Key_Return)
    assert me.step == "gate.kind"
    chip = me.editor.chips.chip("no")
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert me.step == "gate.kind"
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert me.step == "role"
    assert me.page.session.walk.answers["gate.kind"] == "no"


def test_enter_goes_on_from_a_line_and_stays_a_new_line_in_a_long_answer(person):
    me = person("free")
    me.editor.field.edit.setFocus()
    QTest.keyClicks(me.editor.field.edit, "A name")
    QTest.keyClick(me.editor.field.edit, Qt.Key.Key_Return)
    assert me.step == "page"
    me.type("One")
    QTest.keyClick(me.editor.field, Qt.Key.Key_Return)
    assert me.step == "page"
    assert me.editor.value() == "One\n"


def test_next_says_its_keys(person):
    assert "Ctrl Enter" in person("free").page.footer.next.toolTip()


@pytest.mark.parametrize(
    ("practice", "offers"), [("checkin", False), ("free", False), ("plan", True)]
)
def test_only_what_has_a_short_path_offers_one(person, practice, offers):
    me = person(practice)
    links = me.page.view.findChildren(Link)
    assert [link.text() for link in links if "short path" in link.text()] == (
        ["Short of time? Take the short path"] if offers else []
    )


def test_another_text_size_keeps_the_caret_in_its_part(person, theme, qtbot):
    me = person()
    me.pass_gate()
    me.answer("saw")
    me.go_to("fits")
    field = list(me.editor.parts.values())[1].field
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Left)
    theme.choose(percent=150)
    again = list(me.editor.parts.values())[1].field
    qtbot.waitUntil(lambda: QApplication.focusWidget() is again, timeout=5_000)
    assert again.textCursor().position() == 2
    me.page.footer.next.setFocus()
    theme.choose(percent=100)
    qtbot.wait(20)
    assert QApplication.focusWidget() is me.page.footer.next


def test_a_walk_of_one_question_says_so(person):
    assert person("journal_fit").page.bar.progress.accessibleName() == "One question"


def test_the_line_of_other_is_seen_whole_where_room_is_scarce(person, theme, qtbot):
    me = person("catch")
    theme.choose(percent=150)
    me.page.resize(900, 600)
    me.go_to("set_off")
    editor, body = me.page.view.editor, me.page.body
    editor.chips.chip("other").click()
    lowest = editor.other.rect().bottomLeft()
    qtbot.waitUntil(
        lambda: editor.other.mapTo(body.viewport(), lowest).y() < body.viewport().height()
    )
    assert editor.other.edit.hasFocus()
