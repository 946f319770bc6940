"""Damage that is met while a journal is open leads to the page with its ways on."""

import pytest

from ally_journal.errors import DamagedFile
from ui.damage import DamageWay
from ui.locked_places import UnlockPlace


@pytest.fixture
def asked(desk):
    DamageWay(desk)
    seen = []
    desk.lock_requested.connect(lambda: seen.append(desk.goes_on_locked))
    desk.visit.connect(seen.append)
    return seen


def test_it_is_said_with_a_way_and_stays_known(desk, told):
    desk.messages.fail(DamagedFile())
    assert "damaged" in told[0]
    assert isinstance(desk.messages.damage, DamagedFile)


def test_the_way_locks_without_beginning_anew_and_asks_for_the_passphrase(desk, asked):
    desk.messages.fail(DamagedFile())
    desk.messages.ask_damage()
    was_held_back, place = asked
    assert was_held_back
    assert not desk.goes_on_locked
    assert isinstance(place, UnlockPlace)
    assert isinstance(place.damage, DamagedFile)


def test_asked_twice_it_is_gone_once(desk, asked):
    desk.messages.fail(DamagedFile())
    desk.messages.ask_damage()
    desk.messages.ask_damage()
    assert len(asked) == 2
