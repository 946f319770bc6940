"""Settings for sharing: words to take out, keys of coaches, and ways on."""

from __future__ import annotations

import pytest

from ally_journal.formats.age_file import new_key
from ui.places import ReplyPlace, SentPlace
from ui.widgets.menu import Menu
from ui.widgets.settings.coach_sheet import CoachSheet
from ui.widgets.settings.sharing_section import SharingSection
from ui.widgets.settings.taken_out_sheet import TakenOutSheet


@pytest.fixture
def section(desk, shown, settle):
    made = shown(SharingSection(desk))
    made.show_now()
    settle(desk)
    return made


@pytest.fixture
def ask(desk, settle):
    def read(call):
        found = []
        desk.ask(call, found.append, owner=desk)
        settle(desk)
        return found[0]

    return read


def test_words_to_take_out_are_written_one_a_line(section, desk, settle, ask):
    sheet = TakenOutSheet(desk, section.window(), ())
    sheet.open()
    sheet.field.set_lines(("Falcon", "Blue Team"))
    sheet.sheet.submitted.emit()
    settle(desk)
    assert ask(lambda journal: journal.sharing.words()) == ("Falcon", "Blue Team")
    assert section.words.words == "2 words…"


def test_the_sheet_shows_the_words_that_are_there(section, desk, settle):
    desk.write(lambda journal: journal.sharing.set_words(["Falcon"]))
    settle(desk)
    section.words.click()
    sheet = section.window().findChildren(TakenOutSheet)[-1]
    assert sheet.field.lines() == ("Falcon",)


def test_a_key_is_added_with_its_fingerprint(section, desk, settle):
    sheet = CoachSheet(desk, section.window())
    sheet.open()
    sheet.label.setText("my coach")
    sheet.key.edit.setText(new_key().recipient)
    assert len(sheet.fingerprint.text().split()) == 4
    sheet.sheet.submitted.emit()
    settle(desk)
    (row,) = section.coaches.rows
    assert row.title.text() == "my coach"
    assert row.line.text().startswith("Fingerprint ")


def test_what_is_no_key_is_said_at_the_field(section, desk, settle):
    sheet = CoachSheet(desk, section.window())
    sheet.open()
    sheet.label.setText("my coach")
    sheet.key.edit.setText("age1nothing")
    sheet.sheet.submitted.emit()
    settle(desk)
    assert "not the key of a coach" in sheet.key.edit.accessibleDescription()
    assert section.coaches.rows == []


def test_a_key_without_a_name_is_not_taken(section, desk):
    sheet = CoachSheet(desk, section.window())
    sheet.open()
    sheet.sheet.submitted.emit()
    assert "whose key" in sheet.label.edit.accessibleDescription()


def test_a_key_is_taken_away_with_a_way_back(section, desk, settle):
    key = new_key().recipient
    desk.write(lambda journal: journal.sharing.add_coach("my coach", key))
    settle(desk)
    undo = []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    section.coaches.rows[0].control.click()
    settle(desk)
    assert section.coaches.rows == []
    undo[-1]()
    settle(desk)
    assert section.coaches.rows[0].title.text() == "my coach"


def test_the_ways_on(section, desk):
    places = []
    desk.visit.connect(places.append)
    section.sent.click()
    section.reply.click()
    assert places == [SentPlace(), ReplyPlace("settings")]


def test_the_agreement_is_printed_or_saved(section):
    section.agreement.click()
    menu = section.findChildren(Menu)[-1]
    assert [one.text() for one in menu.actions()] == ["Print it…", "Save it as a PDF…"]
    menu.close()


def test_forgetting_leaves_no_word(section, desk, settle):
    desk.write(lambda journal: journal.sharing.set_words(["Falcon"]))
    settle(desk)
    section.forget()
    assert section._words == ()
