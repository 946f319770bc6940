"""Practices of one's own: written, tried, kept, opened from a file, handed on, taken off."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ally_journal.errors import DiskFull
from ui.pages.own_practice import OwnPracticePage, file_name
from ui.pages.own_practices import OwnPracticesPage
from ui.pages.practices import PracticesPage
from ui.pages.trial import TrialPage
from ui.places import (
    OwnPracticePlace,
    OwnPracticesPlace,
    PracticePlace,
    PracticesPlace,
    SupportPlace,
    TrialPlace,
)
from ui.widgets.answer import Answer
from ui.widgets.link import Link

SOURCE = """id = "thanks"
title = "A thank-you"
closing = "Said, it counts."
[[steps]]
key = "what"
question = "What did they do?"
kind = "text"
[[steps]]
key = "page"
question = "And what was that like?"
kind = "long"
"""
MORE = SOURCE + 'when = { what = "filled" }\n'


@pytest.fixture
def kept(desk, settle):
    desk.write(lambda journal: journal.own_practices.keep(SOURCE))
    settle(desk)


@pytest.fixture
def form(desk, shown, settle):
    """The page of one practice: `form(OwnPracticePlace(…))`."""

    def open_one(place=None):
        page = shown(OwnPracticePage(desk), place or OwnPracticePlace())
        settle(desk)
        return page

    return open_one


@pytest.fixture
def everything(desk, shown, settle):
    """The page of all own practices."""
    page = shown(OwnPracticesPage(desk), OwnPracticesPlace())
    settle(desk)
    return page


def fill(page, name="Three breaths", question="What do you hear?"):
    QTest.keyClicks(page.fields.name.edit, name)
    QTest.keyClicks(page.fields.cards[-1].question.edit, question)


def test_a_practice_is_written_and_kept_and_can_be_begun(form, desk, settle, read, visits):
    page = form()
    fill(page)
    page.fields.add.click()
    QTest.keyClicks(page.fields.cards[1].question.edit, "How loud?")
    page.fields.cards[1].kind.set_value("scale")
    page.footer.keep.click()
    settle(desk)
    (one,) = read(lambda journal: journal.own_practices.all())
    assert [step.question for step in one.practice.steps] == ["What do you hear?", "How loud?"]
    assert isinstance(visits[-1], OwnPracticesPlace)
    assert desk.library.get(one.id).title == "Three breaths"


def test_the_kinds_show_what_they_need(form):
    page = form()
    card = page.fields.cards[0]
    assert not card.options.isVisible()
    QTest.keyClick(card.kind, Qt.Key.Key_Down)
    QTest.keyClick(card.kind, Qt.Key.Key_Down)
    assert card.options.isVisible()
    QTest.keyClick(card.kind, Qt.Key.Key_Down)
    assert card.low.isVisible()
    assert not card.options.isVisible()


def test_what_is_missing_is_said_at_its_place(form, read, desk, settle):
    page = form()
    page.footer.keep.click()
    assert page.fields.name.edit.property("wrong")
    QTest.keyClicks(page.fields.name.edit, "Moss")
    assert not page.fields.name.edit.property("wrong")
    page.footer.keep.click()
    assert page.fields.cards[0].question.edit.property("wrong")
    page.fields.cards[0].question.setText("Which?")
    page.fields.cards[0].kind.set_value("choice")
    page.footer.keep.click()
    settle(desk)
    assert page.fields.cards[0].missing()
    assert read(lambda journal: journal.own_practices.all()) == ()


@pytest.mark.parametrize("where", ["name", "question"])
def test_what_the_check_refuses_is_said_at_its_place(form, desk, settle, where):
    page = form()
    fill(page)
    field = page.fields.name if where == "name" else page.fields.cards[0].question
    field.setText("\u202e" + field.text())
    page.footer.keep.click()
    settle(desk)
    assert field.edit.property("wrong")
    assert page.footer.keep.isEnabled()


def test_questions_are_moved_and_taken_away(form):
    page = form()
    fill(page, question="First")
    page.fields.add.click()
    QTest.keyClicks(page.fields.cards[1].question.edit, "Second")
    page.fields.cards[1].up.click()
    assert [one.question for one in page.fields.form().steps] == ["Second", "First"]
    page.fields.cards[0].down.click()
    page.fields.cards[0].remove.click()
    assert [one.question for one in page.fields.form().steps] == ["Second"]
    assert not page.fields.cards[0].remove.isEnabled()


def test_twelve_questions_are_enough(form):
    page = form()
    for _more in range(11):
        page.fields.add.click()
    assert not page.fields.add.isEnabled()


def test_what_is_half_written_waits(form, desk, settle, read):
    page = form()
    fill(page, "Half", "Wha")
    page.leave()
    settle(desk)
    page.arrive(OwnPracticePlace())
    settle(desk)
    assert page.fields.name.text() == "Half"
    page.footer.keep.click()
    settle(desk)
    assert read(lambda journal: journal.own_practices.unfinished()) is None


def test_what_is_typed_is_put_aside_within_a_second(form, desk, qtbot, read):
    page = form()
    fill(page, "Half", "Wha")
    with qtbot.waitSignal(page._timer.timeout, timeout=1000):
        pass
    qtbot.waitUntil(lambda: read(lambda journal: journal.own_practices.unfinished()) is not None)
    assert read(lambda journal: journal.own_practices.unfinished()).title == "Half"


def test_what_waits_is_shown_from_its_beginning(form, desk, settle):
    page = form()
    page.resize(900, 400)
    fill(page, "Half", "Wha")
    bar = page.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.leave()
    page.arrive(OwnPracticePlace())
    settle(desk)
    assert bar.value() == 0
    assert page.fields.name.edit.hasFocus()


def test_changes_of_a_kept_one_wait_too_and_stand_beside_it(form, kept, desk, settle, read):
    page = form(OwnPracticePlace("thanks"))
    QTest.keyClicks(page.fields.name.edit, " again")
    page.forget()
    settle(desk)
    (one,) = read(lambda journal: journal.own_practices.all())
    assert one.practice.title == "A thank-you"
    page.arrive(OwnPracticePlace("thanks"))
    settle(desk)
    assert page.fields.name.text() == "A thank-you again"
    assert page.waiting.isVisible()
    page.footer.keep.click()
    settle(desk)
    (one,) = read(lambda journal: journal.own_practices.all())
    assert (one.practice.title, one.version) == ("A thank-you again", 2)
    assert read(lambda journal: journal.own_practices.all_unfinished()) == {}


def test_changes_can_be_left_out_and_brought_back(form, kept, desk, settle, read, visits):
    page = form(OwnPracticePlace("thanks"))
    QTest.keyClicks(page.fields.name.edit, " again")
    page.leave()
    page.arrive(OwnPracticePlace("thanks"))
    settle(desk)
    said = []
    desk.messages.said.connect(lambda *words: said.append(words))
    page.waiting.findChild(Link).click()
    settle(desk)
    settle(desk)
    assert page.fields.name.text() == "A thank-you"
    assert page.waiting is None
    said[-1][2]()
    settle(desk)
    assert visits[-1] == OwnPracticePlace("thanks")
    assert read(lambda journal: journal.own_practices.unfinished("thanks")).title.endswith("again")


def test_the_form_of_a_file_waits_by_itself(form, desk, settle, everything, visits, read):
    page = form(OwnPracticePlace(source=SOURCE, file="thanks.toml"))
    QTest.keyClicks(page.fields.name.edit, "!")
    page.leave()
    settle(desk)
    assert list(read(lambda journal: journal.own_practices.all_unfinished())) == ["thanks"]
    everything.arrive(OwnPracticesPlace())
    settle(desk)
    everything.begun[0].click()
    assert visits[-1] == OwnPracticePlace("thanks")
    page.arrive(visits[-1])
    settle(desk)
    assert page.fields.name.text() == "A thank-you!"


def test_changing_one_makes_a_new_version(form, kept, desk, settle, read):
    page = form(OwnPracticePlace("thanks"))
    assert page.fields.name.text() == "A thank-you"
    page.fields.cards[0].question.edit.setFocus()
    QTest.keyClicks(page.fields.cards[0].question.edit, "!")
    page.footer.keep.click()
    settle(desk)
    (one,) = read(lambda journal: journal.own_practices.all())
    assert (one.id, one.version) == ("thanks", 2)


def test_what_a_form_cannot_show_is_shown_to_be_read(form, desk, settle, read):
    page = form(OwnPracticePlace(source=MORE, file="thanks.toml"))
    assert page.fields is None
    assert page.summary.practice.title == page.head_title == "A thank-you"
    page.footer.keep.click()
    settle(desk)
    assert read(lambda journal: journal.own_practices.source("thanks")).endswith(MORE)


def test_one_that_is_gone_leads_back(form, visits, told):
    form(OwnPracticePlace("missing"))
    assert isinstance(visits[-1], OwnPracticesPlace)
    assert told


def test_trying_keeps_nothing(form, desk, settle, visits, read):
    page = form()
    fill(page)
    page.footer.trial.click()
    settle(desk)
    assert isinstance(visits[-1], TrialPlace)
    assert read(lambda journal: journal.own_practices.all()) == ()
    assert page.fields.name.text() == "Three breaths"


def test_it_is_saved_as_a_file_and_never_onto_another(form, desk, settle, tmp_path, told):
    page = form(OwnPracticePlace(source=MORE))
    page.footer.save.click()
    assert page.chooser.dialog.selectedFiles()[0].endswith("a-thank-you.toml")
    target = tmp_path / "mine.toml"
    page.chooser.dialog.fileSelected.emit(str(target))
    settle(desk)
    assert target.read_text("utf-8") == MORE
    page.chooser.dialog.fileSelected.emit(str(target))
    settle(desk)
    assert page.footer.error.isVisible()
    page.chooser.dialog.close()


def test_a_file_is_opened_and_shown_before_it_is_kept(everything, desk, settle, visits, tmp_path):
    path = tmp_path / "thanks.toml"
    path.write_text(SOURCE, "utf-8")
    everything.open.click()
    everything.chooser.dialog.fileSelected.emit(str(path))
    settle(desk)
    assert visits[-1] == OwnPracticePlace(source=SOURCE, file="thanks.toml")
    everything.chooser.dialog.close()


@pytest.mark.parametrize(
    "text",
    ["nonsense", "a" + ".a" * 90_000 + "=1", 'id = "x"\nyes = 1\n'],
    ids=["no", "deep", "key"],
)
def test_a_file_that_is_not_right_shows_why_and_nothing_else(
    everything, desk, settle, visits, tmp_path, text
):
    path = tmp_path / "bad.toml"
    path.write_text(text, "utf-8")
    everything.take_file(path)
    settle(desk)
    assert visits == []
    assert "bad.toml" in everything.trouble.accessibleName()
    everything.take_file(tmp_path / "missing.toml")
    settle(desk)
    assert everything.trouble is not None


def test_a_row_says_what_it_is_and_begins_it(kept, everything, visits):
    (row,) = everything.rows
    assert row.line.text() == "2 questions · version 1"
    row.begin.click()
    assert visits[-1] == PracticePlace("thanks")


def test_the_menu_of_a_row_changes_tries_and_takes_off(
    kept, everything, desk, settle, visits, read
):
    (row,) = everything.rows
    texts = {action.text(): action for action in row.menu().actions()}
    texts["Change"].trigger()
    assert visits[-1] == OwnPracticePlace("thanks")
    texts["Try it"].trigger()
    assert visits[-1].practice.id == "thanks"
    said = []
    desk.messages.said.connect(lambda *words: said.append(words))
    texts["Take it off the lists"].trigger()
    settle(desk)
    assert everything.rows == []
    said[-1][2]()
    settle(desk)
    assert [one.id for one in read(lambda journal: journal.own_practices.all())] == ["thanks"]


def test_a_row_is_handed_on_as_a_file(kept, everything, desk, settle, tmp_path, told):
    everything.rows[0].save_asked.emit()
    everything.chooser.dialog.fileSelected.emit(str(tmp_path / "out.toml"))
    settle(desk)
    assert "thanks" in (tmp_path / "out.toml").read_text("utf-8")
    assert told
    everything.chooser.dialog.close()


def test_all_practices_have_it_as_soon_as_it_is_kept(desk, shown, settle, visits):
    page = shown(PracticesPage(desk), PracticesPlace())
    assert "own" not in page.groups
    desk.write(lambda journal: journal.own_practices.keep(SOURCE))
    settle(desk)
    assert page.groups["own"].shown == ["thanks"]
    QTest.keyClicks(page.search.edit, "thank-you")
    QTest.keyClick(page.search.edit, Qt.Key.Key_Return)
    assert visits[-1] == PracticePlace("thanks")
    page.own.click()
    assert isinstance(visits[-1], OwnPracticesPlace)
    desk.write(lambda journal: journal.own_practices.remove("thanks"))
    settle(desk)
    assert "own" not in page.groups


@pytest.fixture
def trial(desk, shown, kept):
    page = shown(TrialPage(desk), TrialPlace(desk.library.get("thanks")))
    QApplication.processEvents()
    return page


def test_a_trial_goes_through_every_question_and_keeps_nothing(trial, desk, qtbot, read):
    QTest.keyClicks(trial.view.editor.field.edit, "Held the door.")
    QTest.keyClick(trial, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert trial.walk.current.key == "page"
    trial.view.findChild(Answer).insertPlainText("Warm.")
    trial.footer.next.click()
    assert trial.walk.current is None
    assert trial.footer.rest.isVisible()
    trial.footer.back.click()
    assert trial.walk.current.key == "page"
    trial.footer.skip.click()
    with qtbot.waitSignal(desk.back_requested):
        trial.footer.rest.click()
    assert (trial.view, trial.walk) == (None, None)
    assert read(lambda journal: journal.reading.count()) == 0
    assert read(lambda journal: journal.reading.drafts()) == ()


def test_a_trial_can_be_ended_at_any_question(trial, desk, qtbot):
    assert trial.footer.stop.text() == "End the trial"
    with qtbot.waitSignal(desk.back_requested):
        QTest.keyClick(trial, Qt.Key.Key_Escape)


def test_support_is_there_on_trial_too(trial, visits):
    trial.bar.support_asked.emit()
    assert visits[-1] == SupportPlace(from_practice=True)


def test_after_a_lock_no_word_is_left(form, everything, trial):
    page = form()
    fill(page)
    for one in (page, everything, trial):
        one.forget()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.fields is None
    assert everything.rows == []


@pytest.mark.parametrize(("title", "name"), [("A thank-you!", "a-thank-you"), ("…", "practice")])
def test_a_file_gets_a_plain_name(title, name):
    assert file_name(title) == name


def test_after_a_trial_the_form_is_as_it_was_left(window, unlock, qtbot):
    unlock()
    window.desk.visit.emit(OwnPracticePlace())
    page = window.pages.page()
    qtbot.waitUntil(lambda: page.fields is not None, timeout=10_000)
    fill(page)
    page.footer.trial.click()
    qtbot.waitUntil(lambda: isinstance(window.pages.page(), TrialPage), timeout=10_000)
    window.pages.page().end()
    assert window.pages.page() is page
    assert page.fields.name.text() == "Three breaths"


def test_changes_of_a_kept_one_are_there_after_a_lock(window, unlock, qtbot, settle):
    desk = unlock().desk
    desk.write(lambda journal: journal.own_practices.keep(SOURCE))
    settle(desk)

    def open_it():
        desk.visit.emit(OwnPracticePlace("thanks"))
        qtbot.waitUntil(lambda: getattr(window.pages.page(), "fields", None) is not None)
        return window.pages.page().fields.name

    QTest.keyClicks(open_it().edit, " again")
    window.lock()
    assert not desk.is_open
    unlock()
    assert open_it().text() == "A thank-you again"


def test_what_could_not_be_put_aside_is_tried_again(form, desk, settle, read, monkeypatch):
    page = form()
    fill(page, "Half", "Wha")

    def refuse(_call, *_then, failed):
        failed(DiskFull())

    with monkeypatch.context() as full:
        full.setattr(desk, "write", refuse)
        page.put_aside()
    assert read(lambda journal: journal.own_practices.unfinished()) is None
    page.put_aside()
    settle(desk)
    assert read(lambda journal: journal.own_practices.unfinished()).title == "Half"
