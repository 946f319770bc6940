from dataclasses import replace
from datetime import date

from ally_journal.domain.insights import Form, Insight, Series, Table
from ui.charts.by_years import by_years

TODAY = date(2026, 3, 12)
MONTHS = 39  # from January 2023


def many(**more):
    scale = Series("felt", "felt", (None,) * 36 + (1, 5, 2), 1, 5)
    return Insight(
        "k", "T", "S.", "", Table(()), 40,
        points=("Jan",) * MONTHS,
        series=(Series("a", "a", (1,) * 12 + (None,) * 12 + (2,) * 15), scale),
        gaps=dict.fromkeys(range(12, 24), "no entries"),
        form=Form.STACK,
        entries={(0, 0): ("old",), (0, 5): ("new",), (1, 38): ("felt",)},
        **more,
    )  # fmt: skip


def test_very_many_months_become_years():
    found = by_years(many(), TODAY)
    assert found.points == ("2023", "2024", "2025", "2026")
    assert found.series[0].values == (12, None, 24, 6)


def test_what_is_felt_becomes_the_middle():
    assert by_years(many(), TODAY).series[1].values == (None, None, None, 2)


def test_a_year_without_anything_is_a_gap():
    assert by_years(many(), TODAY).gaps == {1: "no entries"}


def test_entries_come_along_the_newest_first():
    assert by_years(many(), TODAY).entries == {(0, 0): ("new", "old"), (1, 3): ("felt",)}


def test_a_few_months_stay_as_they_are():
    few = replace(many(), points=("Jan",) * 12)
    assert by_years(few, TODAY) is few


def test_an_empty_month_makes_no_empty_year():
    months = replace(many(), gaps={**many().gaps, 30: "pause"})
    assert by_years(months, TODAY).gaps == {1: "no entries"}
