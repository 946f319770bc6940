import pytest

from ally_journal import paths


@pytest.mark.parametrize(
    "place", [paths.settings_folder, paths.default_journal, paths.chart_folder]
)
def test_every_place_is_the_programs_own(place):
    assert paths.NAME in place().parts


def test_the_three_places_are_apart():
    places = {paths.settings_folder(), paths.default_journal(), paths.chart_folder()}
    assert len(places) == 3
