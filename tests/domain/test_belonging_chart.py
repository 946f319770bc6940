from ally_journal.domain.belonging_chart import given_and_received
from ally_journal.domain.insights import Form
from ally_journal.domain.stretches import month_stretches
from tests.domain.chart_samples import HIDING, KINDNESSES, TODAY, ticked


def chart(*given):
    span = month_stretches([one.day for one in given], TODAY, 6)
    return given_and_received(given, span, KINDNESSES, HIDING)


def week(ago, gave=None, got=None, hide=None):
    said = {"gave": gave and {"what": gave}, "got": got and {"what": got}, "hide": hide}
    return ticked("belonging", ago, **{key: value for key, value in said.items() if value})


def test_kindnesses_are_added_up_and_hiding_is_the_middle_one():
    found = chart(
        week(30, ["listened", "invited"], ["nothing"], 4),
        week(9, ["listened"], None, 1),
        week(2, None, ["invited", "saved-a-seat"], 3),
    )
    assert [one.values for one in found.series] == [(2, 1), (0, 2), (4, 1)]
    assert found.table.rows == (
        ("February 2026", "2", "0", "a lot"),
        ("March 2026", "1", "2", "no"),
    )
    assert found.sentence == (
        "So far you ticked three things given and two received. Hiding a part of you came up twice."
    )
    assert (found.form, found.count) == (Form.LINES, 3)


def test_a_month_between_without_entries_is_a_gap():
    found = chart(week(65, ["listened"]), week(2, ["listened"]))
    assert found.gaps == {1: "no entries"}
    assert found.series[0].values == (1, None, 1)


def test_what_was_not_answered_is_no_nought():
    found = chart(week(2, None, None, 2))
    assert [one.values for one in found.series] == [(None,), (None,), (2,)]
    assert found.table.rows == (("March 2026", "", "", "a little"),)


def test_the_scale_of_hiding_has_its_ends():
    hiding = chart(week(2, None, None, 2)).series[2]
    assert (hiding.low, hiding.high, hiding.ends) == (1, 5, ("no", "all day"))
