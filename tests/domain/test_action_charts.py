from ally_journal.domain.action_charts import action_grid, power_lent
from ally_journal.domain.insights import Form, Undone
from tests.domain.chart_samples import POWERS, ticked

UNDONE = (Undone("Ask Wren", "e1"),)


def acts(*squares):
    return [ticked("action", timing=timing, level=level) for timing, level in squares]


ONE = ("reply", "person")


def test_the_grid_says_where_most_was_done_and_where_there_is_room():
    chart = action_grid(acts(ONE, ONE, ONE, ("reply", "self"), ("planned", "self")), UNDONE)
    assert chart.sentence == (
        "So far you have acted most with one person, in reply. The planned side has room."
    )
    assert (chart.form, chart.points[1]) == (Form.GRID, "One person")
    assert chart.table.rows == (("Reply", "1", "3", "0", "0"), ("Planned", "1", "0", "0", "0"))
    assert chart.undone == UNDONE


def test_a_few_acts_are_told_square_by_square():
    chart = action_grid(acts(ONE, ("planned", "self")))
    assert chart.sentence == (
        "So far you have acted with one person in reply and with yourself as planned."
    )
    assert not chart.drawable


def test_without_one_fullest_square_only_whom_acts_were_aimed_at_is_told():
    chart = action_grid(
        acts(ONE, ONE, ("planned", "group"), ("planned", "group"), ("reply", "system"))
    )
    assert chart.sentence == (
        "So far you have acted with one person, with a group and on a rule or system."
        " The planned side has room."
    )


def test_one_kind_of_act_again_and_again_is_not_called_most():
    chart = action_grid(acts(*[("planned", "person")] * 6))
    assert chart.sentence == "So far you have acted with one person."


def test_nothing_done_asks_nothing():
    chart = action_grid([ticked("checkin", timing="reply", level="self")], UNDONE)
    assert (chart.sentence, chart.undone, chart.table.rows) == ("Nothing noted here yet.", (), ())


def test_power_stands_in_the_order_of_the_question_and_tells_who_was_asked():
    given = [
        ticked("action", power=["time", "my-role"], asked="they-asked"),
        ticked("action", power=["time"], asked="guessed"),
        ticked("action", power=["other: a car"], asked="not-about-one-person"),
        ticked("action", power=[]),
    ]
    chart = power_lent(given, POWERS)
    assert chart.sentence == (
        "So far you lent three kinds of power."
        " In one of two acts with someone, you had asked or been asked."
    )
    assert chart.points[0] == "My role"
    assert chart.table.rows[8] == ("Time", "1", "1")
    assert chart.table.rows[-1] == ("Other", "0", "1")
    assert chart.count == 3


def test_where_nobody_could_be_asked_no_share_is_told():
    chart = power_lent([ticked("action", power=["trust"], asked="not-about-one-person")], POWERS)
    assert chart.sentence == "So far you lent one kind of power."


def test_acts_without_asking_are_told_plainly():
    chart = power_lent([ticked("action", power=["trust"], asked="guessed")], POWERS)
    assert chart.sentence.endswith("In one act with someone, you guessed what they wanted.")


def test_asking_each_time_is_told_plainly():
    chart = power_lent([ticked("action", power=["trust"], asked="i-asked-first")] * 2, POWERS)
    assert chart.sentence.endswith("In each act with someone, you had asked or been asked.")
