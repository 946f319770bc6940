"""What may leak, and a way for each."""

import pytest

from ally_journal.domain.leak_check import Leak
from ally_journal.domain.preview import FoundLeak
from ui.widgets.button import Button
from ui.widgets.sharing.leak_card import LeakCard


@pytest.fixture
def card(theme, shown):
    return shown(LeakCard(theme), width=600, height=200)


def leak(piece=None):
    return FoundLeak("the question", piece, Leak("near", 0, 4), "Wrne")


def buttons(card):
    return {one.text(): one for one in card.rows[0].findChildren(Button)}


def test_none_takes_it_away(card):
    card.show_leaks([leak()])
    card.show_leaks([])
    assert card.isHidden()


def test_what_is_in_no_piece_can_only_be_fine(card, qtbot):
    found = leak()
    card.show_leaks([found])
    assert set(buttons(card)) == {"It is fine"}
    with qtbot.waitSignal(card.fine_asked) as asked:
        buttons(card)["It is fine"].click()
    assert asked.args == [found]


def test_else_it_can_be_blanked(card, chosen, qtbot):
    found = leak(chosen.preview.pieces[0])
    card.show_leaks([found])
    with qtbot.waitSignal(card.blank_asked) as asked:
        buttons(card)["Blank it"].click()
    assert asked.args == [found]


def test_a_few_at_a_time(card):
    card.show_leaks([leak()] * 9)
    assert len(card.rows) == 4
