import sys

import pytest

from ui.models.giving_way import TURN_S, giving_way


class Failure(Exception):
    """Something went wrong."""


@pytest.fixture
def usual():
    return sys.getswitchinterval()


def test_others_have_their_turn_sooner_for_a_while(usual):
    with giving_way():
        assert sys.getswitchinterval() == pytest.approx(TURN_S)
    assert sys.getswitchinterval() == usual


def test_a_failure_puts_it_back_too(usual):
    with pytest.raises(Failure), giving_way():
        raise Failure
    assert sys.getswitchinterval() == usual


def test_the_last_of_two_workers_puts_it_back(usual):
    first, second = giving_way(), giving_way()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(TURN_S)
    second.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual
