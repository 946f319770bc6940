"""The pane: entries with their comments, labels of people, other packets by label alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ally_journal.domain.coach_notes import CoachNotes, Note
from ui.widgets.coach.coach_bar import CoachBar
from ui.widgets.coach.coach_pane import MOST_PILLS, CoachPane
from ui.widgets.coach.person_pill import PersonPill


@pytest.fixture
def pane(theme, qtbot):
    made = CoachPane(theme)
    qtbot.addWidget(made)
    made.resize(268, 600)
    return made


def test_entries_count_their_comments_in_words(pane, packet):
    pane.show_packet(packet, ())
    pane.show_notes(CoachNotes((Note("1.1.1", "a"), Note("1", "b"))))
    first, second = pane.rows
    assert first.accessibleName() == "The delay call, Week of 9 March 2026, 2 comments"
    assert second.accessibleName() == "The blue idea, Week of 2 March 2026"


def test_an_entry_is_chosen_and_shown_as_the_one_that_is_read(pane, packet, qtbot):
    pane.show_packet(packet, ())
    with qtbot.waitSignal(pane.entry_chosen) as told:
        pane.rows[1].click()
    assert told.args == [2]
    pane.show_current(2)
    assert [row.isChecked() for row in pane.rows] == [False, True]


def test_another_packet_tells_its_label_and_nothing_that_ranks_it(pane, packet, held_packet, qtbot):
    pane.show_packet(packet, (held_packet,))
    (row,) = pane.others
    assert row.accessibleName() == "Juniper"
    with qtbot.waitSignal(pane.packet_chosen) as told:
        row.click()
    assert told.args == [held_packet]


def test_very_many_labels_are_cut(pane, packet):
    pane.show_packet(replace(packet, people=tuple(f"Person {n}" for n in range(500))), ())
    pane.show()
    assert len([one for one in pane.findChildren(PersonPill) if one.isVisible()]) == MOST_PILLS


def test_forgetting_leaves_no_rows(pane, packet):
    pane.show_packet(packet, ())
    pane.forget()
    assert pane.rows == []


def test_the_bar_has_a_way_to_the_pane_where_the_pane_has_no_room(theme, qtbot):
    bar = CoachBar(theme)
    qtbot.addWidget(bar)
    bar.show_packet("A packet from Juniper", "Sealed")
    bar.resize(1280, 60)
    bar.show()
    assert not bar.pane_button.isVisible()
    bar.resize(900, 60)
    assert bar.pane_button.isVisible()


def test_a_title_is_no_markup_in_its_tooltip(pane, packet):
    entry = replace(packet.entries[0], title='<img src="file:///etc/hostname">')
    pane.show_packet(replace(packet, entries=(entry,)), ())
    assert "<img" not in pane.rows[0].toolTip()
