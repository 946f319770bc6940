from ally_journal.domain.care_chart import care_and_warmth
from tests.domain.chart_samples import CARE, TODAY, WARM, ticked


def chart(*given):
    return care_and_warmth(given, TODAY, CARE, WARM)


def test_looks_at_one_event_stand_together():
    found = chart(
        ticked("seek_prep", 20, event="a", warm=2),
        ticked("label_lens", 19, event="b", care0=2, care1=4),
        ticked("seek_debrief", 18, event="a", warm_after=3),
        ticked("seek_followup", 4, event="a", warm=3),
    )
    assert [one.values for one in found.series] == [(2, 2), (3, 4), (3, None)]
    assert found.points == ("20 February, warmth", "21 February, care")
    assert found.table.rows[1] == ("20 February 2026", "warmth", "cool", "neutral", "neutral")
    assert (
        found.sentence == "So far you noted care once and warmth once. You looked again later once."
    )


def test_the_entry_behind_each_value_is_known():
    before, after = (
        ticked("seek_prep", 9, event="a", warm=2),
        ticked("seek_debrief", 8, event="a", warm_after=2),
    )
    assert chart(before, after).entries == {(0, 0): (before.entry,), (1, 0): (after.entry,)}


def test_a_second_look_at_the_same_event_is_a_point_of_its_own():
    looks = [ticked("label_lens", ago, event="a", care0=1, care1=2) for ago in (9, 3)]
    again = ticked("label_followup", 1, event="a", care2=3)
    assert chart(*looks, again).series[2].values == (None, 3)
    assert chart(*looks, again, again).series[2].values == (None, 3, 3)


def test_what_follows_nothing_here_stands_by_itself():
    found = chart(ticked("seek_followup", 1, event="gone", warm=4))
    assert [one.values for one in found.series] == [(None,), (None,), (4,)]


def test_care_and_warmth_on_one_event_are_not_mixed():
    found = chart(
        ticked("label_lens", 3, event="a", care0=1),
        ticked("seek_debrief", 2, event="a", warm_after=4),
    )
    assert len(found.points) == 2


def test_what_was_noted_out_of_turn_is_a_point_of_its_own():
    found = chart(
        ticked("seek_prep", 9, event="a", warm=2),
        ticked("seek_followup", 4, event="a", warm=3),
        ticked("seek_debrief", 3, event="a", warm_after=4),
    )
    assert [one.values for one in found.series] == [(2, None), (None, 4), (3, None)]
