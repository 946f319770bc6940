from ally_journal.domain.cue_map import cue_map
from tests.domain.chart_samples import CUES, SETTINGS, ticked


def caught(number, setting="meeting", *cues):
    return [
        ticked("catch", setting=setting, set_off=list(cues or ("rush",))) for _ in range(number)
    ]


def test_the_fullest_square_is_named():
    checked = ticked("bias_check", setting="social-time", cue=["age"])
    chart = cue_map([*caught(8), checked], SETTINGS, CUES)
    assert chart.sentence == "Named together most so far: rush and meeting."
    assert chart.points == ("Age", "Rush")
    assert chart.table.rows == (("Meeting", "0", "8"), ("Social time", "1", "0"))


def test_two_alike_do_not_stand_out():
    chart = cue_map(caught(8, "meeting", "rush", "age"), SETTINGS, CUES)
    assert chart.sentence == "So far no place and cue stand out."


def test_below_eight_nothing_is_shown():
    chart = cue_map(caught(7), SETTINGS, CUES)
    assert chart.sentence == (
        "So far seven entries say where it was and what set it off. The map opens with eight."
    )
    assert (chart.count, chart.series, chart.table.rows, chart.drawable) == (7, (), (), False)


def test_an_entry_that_says_one_of_them_alone_is_left_out():
    given = [ticked("catch", setting="meeting"), ticked("catch", set_off=["rush"])]
    assert cue_map(given, SETTINGS, CUES).sentence == "Nothing noted here yet."
