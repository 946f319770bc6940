import pytest

from tests.domain.chart_samples import CUES, KINDNESSES, ticked


def test_a_choice_is_its_option_and_anything_else_is_none():
    one = ticked("catch", when="later", how=["a"])
    assert (one.choice("when"), one.choice("how"), one.choice("none")) == ("later", "", "")


def test_choices_stand_in_the_order_of_the_question():
    one = ticked("catch", set_off=["rush", "looks", "gone"])
    assert one.choices("set_off", CUES) == ("looks", "rush")
    assert one.choices("none", CUES) is None


def test_own_words_are_the_option_other():
    assert ticked("catch", set_off=["other: fog"]).choices("set_off", CUES) == ("other",)


def test_choices_can_be_a_part_of_a_step():
    one = ticked("belonging", gave={"what": ["listened"]}, got={})
    assert one.choices("gave", KINDNESSES, part="what") == ("listened",)
    assert one.choices("got", KINDNESSES, part="what") is None
    assert one.choices("none", KINDNESSES, part="what") is None


@pytest.mark.parametrize("value", [0, 6, True, "3", [3], None])
def test_what_is_off_the_scale_is_no_point(value):
    assert ticked("checkin", feel=value).point("feel", 1, 5) is None


def test_a_point_is_between_the_ends():
    assert ticked("checkin", feel=5).point("feel", 1, 5) == 5
