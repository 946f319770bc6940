from ally_journal.domain.heard_chart import heard_out
from ally_journal.domain.insights import Form
from tests.domain.chart_samples import TODAY, ticked


def test_days_are_points_and_the_newest_stands_first_in_the_table():
    given = [
        ticked("feedback", 3, did="heard-them-out"),
        ticked("reaction", 3, heard="heard-them-out"),
        ticked("feedback", 1, did="both"),
    ]
    chart = heard_out(given, TODAY)
    assert chart.sentence == "So far you heard them out twice and did both once."
    assert (chart.form, chart.points) == (Form.TIMELINE, ("9 March", "11 March"))
    assert chart.table.rows == (
        ("11 March 2026", "0", "0", "1"),
        ("9 March 2026", "2", "0", "0"),
    )
    assert chart.days == (given[0].day, given[2].day)


def test_going_quiet_or_leaving_is_not_drawn():
    given = [ticked("feedback", did="went-quiet"), ticked("reaction", heard="left")]
    assert heard_out(given, TODAY).points == ()
