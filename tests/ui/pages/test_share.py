"""Share: from an entry to a sealed file, step by step, and what stays here."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.share_fields import Field
from ally_journal.formats.unsealing import Secret, open_packet
from ui.pages.share import SharePage
from ui.places import SentPlace, SharePlace
from ui.widgets.sharing.share_panes import CHOOSE, DONE, READ, SEAL
from ui.widgets.tab_order import stops

PUBLIC = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
PAGES = {
    "call": ("The delay call.\n\nWren cut in twice.", Sensitivity.COACH),
    "joke": ("The joke at the stand-up.", Sensitivity.PRIVATE),
    "told": ("A talk told in confidence.", Sensitivity.NEVER),
}


@pytest.fixture
def entries(desk, settle):
    ids = {}

    def make(journal):
        journal.people.add("Wren")
        for name, (page, mark) in PAGES.items():
            ids[name] = journal.writing.write("free", {"page": page})[0].id
            journal.writing.set_sensitivity(ids[name], mark)

    desk.ask(make)
    settle(desk)
    return ids


@pytest.fixture
def wait(qtbot):
    """Until the preview is of what is chosen."""

    def settled(page):
        qtbot.waitUntil(lambda: page.sharing.is_settled, timeout=20_000)

    return settled


@pytest.fixture
def page(desk, entries, shown, wait):
    page = shown(SharePage(desk), SharePlace())
    wait(page)
    return page


@pytest.fixture
def small(desk, entries, shown, wait):
    page = shown(SharePage(desk), SharePlace(), width=836, height=600)
    wait(page)
    return page


def read_through(page):
    page.footer.read.click()
    page.footer.next.click()


def steps(page):
    return page._step


def test_what_is_for_a_coach_is_ticked_beforehand_and_nothing_else(page, entries):
    assert page.sharing.choice.entries == (entries["call"],)


def test_an_entry_that_leads_here_is_ticked(desk, entries, shown, wait):
    page = shown(SharePage(desk), SharePlace((entries["joke"], entries["told"])))
    wait(page)
    assert page.sharing.choice.entries == (entries["joke"],)


def test_after_it_nothing_else_is_ticked_by_itself(desk, entries, shown, wait, settle):
    page = shown(SharePage(desk), SharePlace((entries["joke"],)))
    wait(page)
    page.leave()
    page.arrive(SharePlace())
    settle(desk)
    assert page.sharing.choice.entries == (entries["joke"],)


def test_the_tick_wakes_the_button_and_a_change_takes_it_back(page, wait, entries):
    assert not page.footer.next.isEnabled()
    page.footer.read.click()
    assert page.footer.next.isEnabled()
    page.choose.entries.checks[entries["joke"]].click()
    assert not page.footer.read.isChecked()
    assert not page.footer.next.isEnabled()
    wait(page)
    assert not page.footer.next.isEnabled()


def test_nothing_chosen_cannot_be_sealed(page, wait, entries):
    page.choose.entries.checks[entries["call"]].click()
    wait(page)
    assert not page.footer.read.isEnabled()


def test_a_leak_keeps_the_button_asleep_until_it_is_looked_at(page, desk, settle, wait):
    desk.write(lambda journal: journal.people.add("Juniper"))
    settle(desk)
    page.choose.question.setPlainText("What did Junipr mean?")
    wait(page)
    assert not page.footer.read.isEnabled()
    page.sharing.let_through(page.sharing.preview.leaks[0])
    wait(page)
    assert page.footer.read.isEnabled()


def test_where_there_is_little_room_each_step_is_a_page(small, qtbot):
    assert len(small.panes.shown()) == 1
    assert small.footer.next.text() == "Read it through"
    small.footer.next.click()
    assert steps(small) == READ
    assert small.footer.back.text() == "Change the choice"
    small.footer.back.click()
    assert steps(small) == CHOOSE


def test_a_wider_window_shows_both_and_loses_nothing(small, qtbot):
    small.footer.next.click()
    small.resize(1280, 800)
    assert len(small.panes.shown()) == 2
    small.resize(836, 600)
    assert len(small.panes.shown()) == 1


def test_a_packet_is_sealed_with_six_words_that_open_it(page, wait, qtbot, settle, desk, tmp_path):
    page.choose.fields[Field.STORY].click()
    wait(page)
    read_through(page)
    settle(desk)
    words, target = page.seal.words.text(), tmp_path / "packet.age"
    page.keeping.take_place(page.sharing.preview, page.seal.order(), target)
    assert not page.footer.next.isEnabled()
    assert page.seal.busy.isVisible()
    qtbot.waitUntil(lambda: steps(page) == DONE, timeout=60_000)
    assert page.seal.words.isVisible()
    opened = open_packet(target, Secret(passphrase=words), patient=True)
    assert opened.packet == page.sharing.preview.packet
    assert page.done.isAncestorOf(page.seal.words)
    page.footer.next.click()
    assert page.seal.words.text() == ""
    assert page.seal.isAncestorOf(page.seal.words)
    assert steps(page) == CHOOSE


def test_it_stands_in_the_log_with_whom_it_is_for(page, qtbot, read, tmp_path):
    read_through(page)
    page.seal.label.setText("Marigold, in May")
    page.seal.way.set_value("key")
    page.seal.key.field.setText(PUBLIC)
    page.seal.key.keep.click()
    order = page.seal.order()
    page.keeping.take_place(page.sharing.preview, order, tmp_path / "packet.age")
    qtbot.waitUntil(lambda: steps(page) == DONE, timeout=20_000)
    (row,) = read(lambda journal: journal.sharing.sent())
    assert row.label == "Marigold, in May"
    (coach,) = read(lambda journal: journal.sharing.coaches())
    assert coach.public == PUBLIC


def test_what_cannot_be_written_is_said_and_can_be_tried_again(page, qtbot, tmp_path):
    read_through(page)
    page.seal.way.set_value("key")
    page.seal.key.field.setText(PUBLIC)
    target = tmp_path / "no" / "packet.age"
    page.keeping.take_place(page.sharing.preview, page.seal.order(), target)
    qtbot.waitUntil(page.seal.problem.isVisible, timeout=20_000)
    assert steps(page) == SEAL
    assert page.footer.next.isEnabled()


def test_an_entry_that_is_marked_to_stay_meanwhile_leaves_the_choice(page, desk, entries, wait,
                                                                     settle):  # fmt: skip
    page.footer.read.click()
    stays = entries["call"]
    desk.write(lambda journal: journal.writing.set_sensitivity(stays, Sensitivity.NEVER))
    settle(desk)
    wait(page)
    assert page.sharing.choice.entries == ()
    assert not page.footer.next.isEnabled()


def test_what_is_chosen_survives_leaving_the_page(page, wait, entries):
    page.choose.question.setPlainText("What now?")
    wait(page)
    page.leave()
    page.arrive(SharePlace())
    wait(page)
    assert page.choose.question.text() == "What now?"
    assert page.sharing.choice.question == "What now?"
    assert page.sharing.choice.entries == (entries["call"],)


def test_forgetting_leaves_no_word(page):
    page.choose.called.edit.insert("Marigold")
    page.seal.label.edit.insert("My coach")
    page.forget()
    for field in (page.choose.called, page.seal.label):
        field.edit.undo()
        assert field.text() == ""
    assert page.sharing.preview is None
    assert page.read.paper.toPlainText() == ""
    assert page.choose.called.text() == ""
    assert page.choose.entries.checks == {}


def test_it_leads_to_what_went_out(page, visits):
    page.head.sent.click()
    assert visits == [SentPlace()]


def test_the_whole_way_by_keyboard(page, qtbot, wait):
    page.window().activateWindow()
    page.footer.read.setFocus()
    qtbot.keyClick(page.footer.read, Qt.Key.Key_Space)
    qtbot.keyClick(page.footer.next, Qt.Key.Key_Space)
    assert steps(page) == SEAL
    assert page.regions()[-1] is page.footer
    qtbot.keyClick(page.footer.back, Qt.Key.Key_Space)
    assert steps(page) == READ


def test_a_way_back_where_nothing_changed_asks_for_nothing_again(page, settle, desk):
    read_through(page)
    page.leave()
    page.hide()
    page.show()
    page.arrive(SharePlace())
    settle(desk)
    assert steps(page) == SEAL
    assert page.footer.next.isEnabled()
    assert page.seal.problem.isHidden()


def test_a_file_that_was_sealed_while_one_was_elsewhere_is_shown_on_the_way_back(
    page, qtbot, settle, desk, tmp_path
):
    read_through(page)
    settle(desk)
    words = page.seal.words.text()
    page.keeping.take_place(page.sharing.preview, page.seal.order(), tmp_path / "packet.age")
    page.leave()
    page.hide()
    qtbot.waitUntil(lambda: steps(page) == DONE, timeout=60_000)
    page.show()
    page.arrive(SharePlace())
    settle(desk)
    assert steps(page) == DONE
    assert page.seal.words.text() == words
    page.leave()
    assert page.seal.words.text() == ""


def test_nothing_is_chosen_anew_while_a_file_is_written(page, entries, settle, desk):
    read_through(page)
    page._began()
    page.leave()
    page.arrive(SharePlace((entries["joke"],)))
    settle(desk)
    page.restyle()
    assert steps(page) == SEAL
    assert not page.footer.next.isEnabled()
    assert page.sharing.choice.entries == (entries["call"],)


def test_what_the_last_look_finds_has_to_be_read_again(page):
    page.window().activateWindow()
    read_through(page)
    page._began()
    page._leaked("A name stands there.")
    assert page.seal.problem.sentence == "A name stands there."
    assert page.sharing.preview is None
    assert not page.footer.next.isEnabled()
    assert page.footer.back.hasFocus()


def test_what_is_not_ready_any_more_cannot_be_sealed_by_a_tick_from_before(page):
    page.footer.read.click()
    page.sharing.outdate()
    page.restyle()
    assert page.footer.read.isChecked()
    assert not page.footer.next.isEnabled()


def test_what_changes_before_the_seal_has_to_be_read_again(page, desk, entries, settle, wait):
    read_through(page)
    assert page.footer.next.isEnabled()
    desk.write(lambda journal: journal.people.add("Juniper"))
    settle(desk)
    wait(page)
    assert not page.footer.next.isEnabled()
    assert page.seal.problem.isVisible()


def test_control_5_leads_here_and_a_lock_leaves_nothing(unlock, qtbot, settle):
    window = unlock()
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.place == SharePlace()
    assert window.sidebar.item("share").isChecked()
    page = window.pages.page()
    page.choose.question.setPlainText("marzipan")
    window.lock()
    assert page.sharing.choice.question == ""
    assert page.choose.question.text() == ""


@pytest.mark.parametrize("way", ["words", "key", "open"])
def test_everything_has_a_name_and_tab_reaches_it(page, way):
    page.footer.read.click()
    found = list(stops(page))
    page.footer.next.click()
    page.seal.way.set_value(way)
    page.seal.changed.emit()
    found += stops(page)
    assert [one for one in found if not _name(one)] == []
    assert page.choose.question in found
    assert page.seal.way in found


def _name(stop):
    return stop.accessibleName() or (stop.text() if isinstance(stop, QAbstractButton) else "")


def test_a_word_that_is_listed_while_another_page_is_shown_is_taken_out_on_the_return(
    page, desk, entries, wait, settle
):
    page.sharing.set_field(Field.STORY, on=True)
    wait(page)
    page.hide()
    desk.ask(lambda journal: desk.changed.emit(journal.sharing.set_words(["delay"])))
    settle(desk)
    assert not page.sharing.is_ready
    page.show()
    page.arrive(SharePlace())
    wait(page)
    assert "delay" not in page.read.paper.toPlainText()
