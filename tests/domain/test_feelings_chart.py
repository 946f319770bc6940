from ally_journal.domain.feelings_chart import feelings
from tests.domain.chart_samples import TODAY, ticked


def talk(ago, before=None, after=None):
    levels = {"gate__level": before, "level_after": after}
    return ticked("debrief", ago, **{key: at for key, at in levels.items() if at is not None})


def test_how_it_moved_is_told_without_a_judgement():
    chart = feelings([talk(3, 6, 4), talk(2, 5, 5), talk(1, 0, 2)], TODAY)
    assert chart.sentence == (
        "So far, after looking back, the feeling was"
        " lighter once, as before once and stronger once."
    )
    assert [one.values for one in chart.series] == [(6, 5, 0), (4, 5, 2)]
    assert chart.series[0].ends == ("calm", "as strong as it gets")
    assert (chart.series[0].low, chart.series[0].high) == (0, 10)


def test_a_talk_that_says_one_of_two_is_shown_with_a_gap_and_not_counted():
    chart = feelings([talk(3, 6), talk(2), talk(1, None, 2)], TODAY)
    assert [one.values for one in chart.series] == [(6, None), (None, 2)]
    assert chart.table.rows == (("11 March 2026", "", "2"), ("9 March 2026", "6", ""))
    assert (chart.count, chart.sentence) == (0, "Nothing noted here yet.")


def test_other_practices_have_feelings_of_their_own():
    assert feelings([ticked("mistake", gate__level=3, level_after=2)], TODAY).points == ()
