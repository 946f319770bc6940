import pytest

from ally_journal.domain.practice_counts import LOOKED_BACK, counted
from ally_journal.domain.practice_files import read_practice
from tests.domain.practice_walks import LIBRARY

LOW, HIGH = {"hide": 2}, {"hide": 5}
NOTHING, SOMETHING = {"got": {"what": ["nothing"]}}, {"got": {"what": ["listened"]}}


@pytest.mark.parametrize(
    ("earlier", "hidden"),
    [
        ([], 0),
        ([HIGH], 1),
        ([HIGH, HIGH, LOW, HIGH], 2),
        ([LOW, HIGH, HIGH], 0),
        ([{}, HIGH], 0),
        ([HIGH] * 20, LOOKED_BACK),
    ],
)
def test_a_count_runs_back_as_long_as_it_holds(earlier, hidden):
    assert counted(LIBRARY.get("belonging"), earlier)["count.hidden"] == hidden


def test_each_count_of_a_practice_is_a_fact():
    facts = counted(LIBRARY.get("belonging"), [NOTHING, {**NOTHING, **HIGH}, SOMETHING])
    assert facts == {"count.nothing": 2, "count.hidden": 0}


def test_a_practice_without_counts_has_none():
    small = 'id = "small"\ntitle = "Small"\nclosing = "Done."\n[[steps]]\nkey = "one"\n'
    practice = read_practice(small + 'question = "One?"\nkind = "text"\n', "small.toml")
    assert counted(practice, [{"one": "x"}]) == {}
