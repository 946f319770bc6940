import pytest

from ally_journal.domain.promise import PromiseKind, PromiseState

OPEN = {"owned", "planned", "smaller", "moved"}


@pytest.mark.parametrize("state", PromiseState)
def test_a_promise_is_open_while_something_is_to_be_done(state):
    assert state.is_open == (state.value in OPEN)


def test_kinds_are_kept_as_words():
    assert {kind.value for kind in PromiseKind} == {"repair", "plan", "ask", "idea"}
