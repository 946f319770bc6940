import pytest

from ally_journal.domain.area_map import area_map
from ally_journal.domain.insights import Form
from tests.domain.chart_samples import AREAS, ticked


@pytest.mark.parametrize(
    ("looked", "acted", "sentence"),
    [
        (["credit", "credit", "hiring"], ["credit"],
         "So far you looked at two areas and acted in one area."),
        (["credit"], [], "So far you looked at one area."),
        ([], ["credit", "feedback"], "So far you acted in two areas."),
        ([], [], "Nothing noted here yet."),
    ],
)  # fmt: skip
def test_looking_and_acting_are_told_apart(looked, acted, sentence):
    given = [ticked("scan", area=one) for one in looked]
    given += [ticked("action", area=one) for one in acted]
    chart = area_map(given, AREAS)
    assert chart.sentence == sentence
    assert (chart.form, len(chart.points)) == (Form.MAP, 12)


def test_an_area_of_another_practice_or_time_is_left_out():
    given = [ticked("checkin", area="credit"), ticked("scan", area="the-moon")]
    assert area_map(given, AREAS).count == 0
