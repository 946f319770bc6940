"""Every chart against what stands in its table and a plain count of the same entries."""

import re
from collections import Counter
from datetime import date, timedelta
from statistics import median_low

import pytest
from hypothesis import given

from ally_journal.domain.action_charts import action_grid, power_lent
from ally_journal.domain.area_map import area_map
from ally_journal.domain.belonging_chart import given_and_received
from ally_journal.domain.care_chart import care_and_warmth
from ally_journal.domain.cue_map import cue_map
from ally_journal.domain.feelings_chart import feelings
from ally_journal.domain.habit import Pause
from ally_journal.domain.heard_chart import heard_out
from ally_journal.domain.insights import NOTICED, Form, Undone, noticed
from ally_journal.domain.stretches import month_stretches
from tests.domain.chart_samples import (
    AREAS,
    CARE,
    CUES,
    HIDING,
    KINDNESSES,
    POWERS,
    SETTINGS,
    TODAY,
    WARM,
    entries,
    ticked,
)  # fmt: skip

FORBIDDEN = re.compile(
    r"\b(scores?|points?|better|worse|best|worst|should|must|fail\w*|good|bad|great|well done|proud"
    r"|improv\w*|progress|goal|target|rising|falling|rises?|falls?|increase\w*|increasing"
    r"|decrease\w*|decreasing|trend|more|less|fewer|only|just|never|always|enough"
    r"|congrat\w*|level up|ranks?|you are)\b|!|\d%",
    re.IGNORECASE,
)
UNDONE = (Undone("Ask Fern", "e1"),)


def span_of(given):
    return month_stretches([one.day for one in given], TODAY, None)


def charts(given):
    """All charts of ticks, over all there is."""
    return {
        one.key: one
        for one in (
            noticed(given, TODAY, None),
            action_grid(given, UNDONE),
            power_lent(given, POWERS, UNDONE),
            area_map(given, AREAS, UNDONE),
            cue_map(given, SETTINGS, CUES),
            heard_out(given, TODAY),
            feelings(given, TODAY),
            care_and_warmth(given, TODAY, CARE, WARM),
            given_and_received(given, span_of(given), KINDNESSES, HIDING),
        )
    }


def total(chart, *rows):
    return sum(v or 0 for row in rows or range(len(chart.series)) for v in chart.series[row].values)


def tabled(chart):
    """The sum of all figures in a table."""
    return sum(int(cell) for row in chart.table.rows for cell in row[1:] if cell.isdigit())


def known(value, options):
    """The options that a list of ticks holds; "other: words" is other."""
    ids = {"other" if one.startswith("other:") else one for one in value or []}
    return [one.id for one in options if one.id in ids]


def asks(given, *practices):
    return [one for one in given if one.practice in practices]


@given(entries())
def test_every_chart_fits_its_points_its_table_and_its_entries(given):
    ids = {one.entry for one in given}
    for chart in charts(given).values():
        points, rows = len(chart.points), len(chart.series)
        assert all(len(one.values) == points for one in chart.series)
        assert all(len(row) == len(chart.table.head) for row in chart.table.rows)
        assert chart.form is not Form.WORDS
        assert chart.drawable is (chart.count >= chart.fewest)
        assert chart.days in ((), tuple(sorted(chart.days)))
        for (row, point), behind in chart.entries.items():
            assert row < rows
            assert point < points
            assert behind
            assert set(behind) <= ids
            assert chart.series[row].values[point] is not None


@given(entries())
def test_every_sentence_is_plain_and_praises_nothing(given):
    for chart in charts(given).values():
        assert chart.sentence.endswith(".")
        assert not FORBIDDEN.search(chart.sentence), chart.sentence


@given(entries())
def test_entries_behind_a_square_stand_newest_first_and_are_as_many_as_its_value(given):
    days, found = {one.entry: one.day for one in given}, charts(given)
    for key in ("noticed", "actions", "power", "areas", "cues", "heard"):
        chart = found[key]
        for (row, point), behind in chart.entries.items():
            assert len(set(behind)) == chart.series[row].values[point]
            assert [days[one] for one in behind] == sorted(map(days.get, behind), reverse=True)


@given(entries())
def test_what_is_counted_is_what_is_tabled(given):
    found = charts(given)
    for key in ("noticed", "actions", "power", "areas", "cues", "heard", "feelings"):
        assert total(found[key]) == tabled(found[key])
    assert total(found["belonging"], 0, 1) == tabled(found["belonging"])


@given(entries())
def test_the_action_grid_agrees_with_a_plain_count(given):
    chart = charts(given)["actions"]
    pairs = Counter(
        (one.answers.get("timing"), one.answers.get("level")) for one in asks(given, "action")
    )
    for series in chart.series:
        for level, value in zip(("self", "person", "group", "system"), series.values, strict=True):
            assert value == pairs[series.key, level]
    assert chart.undone == (UNDONE if chart.count else ())


@given(entries())
def test_power_lent_agrees_with_a_plain_count(given):
    chart = charts(given)["power"]
    acts = [one for one in asks(given, "action") if known(one.answers.get("power"), POWERS)]
    first = ("they-asked", "i-asked-first", "they-had-told-me-before")
    for at, kind in enumerate(POWERS):
        using = [one for one in acts if kind.id in known(one.answers["power"], POWERS)]
        asked = sum(one.answers.get("asked") in first for one in using)
        assert [one.values[at] for one in chart.series] == [asked, len(using) - asked]
    assert chart.count == len(acts)


@given(entries())
def test_the_area_map_agrees_with_a_plain_count(given):
    chart = charts(given)["areas"]
    for row, practice in enumerate(("scan", "action")):
        said = Counter(one.answers.get("area") for one in asks(given, practice))
        assert chart.series[row].values == tuple(said[area.id] for area in AREAS)


@given(entries(most=60))
def test_the_cue_map_agrees_with_a_plain_count_and_is_empty_below_eight(given):
    chart = charts(given)["cues"]
    pairs, count = Counter(), 0
    for one in asks(given, "catch", "bias_check"):
        cues = known(one.answers.get({"catch": "set_off", "bias_check": "cue"}[one.practice]), CUES)
        where = known([one.answers["setting"]] if "setting" in one.answers else [], SETTINGS)
        count += bool(cues and where)
        pairs.update((place, cue) for place in where for cue in cues)
    assert chart.count == count
    assert total(chart) == (pairs.total() if count >= 8 else 0)
    labels = {one.label.casefold(): one.id for one in CUES}
    for series in chart.series:
        for point, value in zip(chart.points, series.values, strict=True):
            assert value == pairs[series.key, labels[point.casefold()]]


@given(entries())
def test_hearing_out_agrees_with_a_plain_count(given):
    chart = charts(given)["heard"]
    said = Counter()
    for one in asks(given, "feedback", "reaction"):
        said[one.day, one.answers.get({"feedback": "did", "reaction": "heard"}[one.practice])] += 1
    ways = ("heard-them-out", "defended", "both")
    for series, way in zip(chart.series, ways, strict=True):
        assert series.values == tuple(said[day, way] for day in chart.days)
    assert chart.count == sum(n for (_day, way), n in said.items() if way in ways)


@given(entries())
def test_feelings_agree_with_a_plain_count(given):
    chart = charts(given)["feelings"]
    pairs = []
    for one in asks(given, "debrief"):
        pair = [one.answers.get(key) for key in ("gate.level", "level_after")]
        pair = [value if value is not None and 0 <= value <= 10 else None for value in pair]
        pairs += [pair] if any(value is not None for value in pair) else []
    assert [list(one) for one in zip(*(s.values for s in chart.series), strict=True)] == pairs
    assert chart.count == sum(None not in pair for pair in pairs)


@given(entries())
def test_every_point_of_care_and_warmth_stands_somewhere_once(given):
    chart = charts(given)["care"]
    steps = {
        "label_lens": ("care0", "care1"), "label_followup": ("", "", "care2"),
        "seek_prep": ("warm",), "seek_debrief": ("", "warm_after"),
        "seek_followup": ("", "", "warm"),
    }  # fmt: skip
    for row in range(3):
        said = Counter(
            value
            for one in given
            for key in steps.get(one.practice, ())[row : row + 1]
            if 1 <= (value := one.answers.get(key) or 0) <= 5
        )
        assert Counter(v for v in chart.series[row].values if v is not None) == said


@given(entries())
def test_given_and_received_agree_with_a_plain_count(given):
    chart = charts(given)["belonging"]
    for at, month in enumerate(span_of(given)):
        here = [
            one.answers for one in asks(given, "belonging") if month.first <= one.day <= month.last
        ]
        for row, key in enumerate(("gave", "got")):
            said = [known(one[key]["what"], KINDNESSES) for one in here if key in one]
            number = sum(len([kind for kind in one if kind != "nothing"]) for one in said)
            assert chart.series[row].values[at] == (number if said else None)
        hid = [one["hide"] for one in here if 1 <= one.get("hide", 0) <= 5]
        assert chart.series[2].values[at] == (median_low(hid) if hid else None)


@given(entries())
def test_a_month_is_a_gap_exactly_where_nothing_stands(given):
    found = charts(given)
    for key in ("noticed", "belonging"):
        chart = found[key]
        for at in range(len(chart.points)):
            empty = all(one.values[at] is None for one in chart.series)
            assert (at in chart.gaps) is empty


SAMPLES = {
    "noticed": ("catch", {"when_noticed": "later"}),
    "actions": ("action", {"timing": "reply", "level": "person"}),
    "power": ("action", {"power": ["my-role"], "asked": "guessed"}),
    "areas": ("scan", {"area": "credit"}),
    "cues": ("catch", {"set_off": ["rush"], "setting": "meeting"}),
    "heard": ("feedback", {"did": "both"}),
    "feelings": ("debrief", {"gate__level": 5, "level_after": 4}),
    "care": ("label_lens", {"care0": 2, "care1": 2}),
    "belonging": ("belonging", {"gave": {"what": ["listened"]}, "hide": 2}),
}


@pytest.mark.parametrize("number", [0, 1, 4, 5, 7, 8])
@pytest.mark.parametrize("key", SAMPLES)
def test_a_picture_needs_five_and_the_map_of_cues_eight(key, number):
    practice, answers = SAMPLES[key]
    given = [ticked(practice, ago, **answers) for ago in range(number, 0, -1)]
    chart = charts(given)[key]
    assert chart.count == number
    assert chart.drawable is (number >= (8 if key == "cues" else 5))
    assert (chart.sentence == "Nothing noted here yet.") is (number == 0)


def test_a_gap_in_a_pause_says_so():
    given = [ticked("belonging", ago, hide=2) for ago in (65, 1)]
    whole = Pause(date(2026, 2, 1), date(2026, 2, 28))
    span = span_of(given)
    for pauses, why in (((whole,), "pause"), ((), "no entries")):
        chart = given_and_received(given, span, KINDNESSES, HIDING, pauses)
        assert chart.gaps == {1: why}
        assert chart.table.rows[1] == ("February 2026", why, "", "")
    part = Pause(date(2026, 2, 1), date(2026, 2, 27) - timedelta(days=1))
    assert given_and_received(given, span, KINDNESSES, HIDING, [part]).gaps == {1: "no entries"}


def test_nothing_is_counted_that_is_not_known_as_when_something_was_noticed():
    assert set(NOTICED) == {one.key for one in charts([])["noticed"].series}
