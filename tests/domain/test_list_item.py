from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ally_journal.domain.list_item import (
    LISTS,
    MOST_CHARACTERS,
    ListItem,
    is_same,
    item_text,
    reminder_for,
    shortened,
)
from ally_journal.errors import BadItem, BadText

ITEM = ListItem("a", "values", "Patience", 0, datetime(2026, 3, 12, tzinfo=UTC))
TODAY = date(2026, 3, 12)


def test_lists_have_names_of_their_own():
    assert len(set(LISTS)) == len(LISTS)


def test_what_came_out_of_an_entry_knows_it():
    item = replace(ITEM, detail={"entry": "e", "step": "theirs"})
    assert (item.entry, item.step) == ("e", "theirs")


@pytest.mark.parametrize("detail", [{}, {"entry": 4, "step": ["x"]}, {"entry": None}])
def test_what_is_no_entry_is_none(detail):
    item = replace(ITEM, detail=detail)
    assert (item.entry, item.step) == (None, None)


def test_words_are_kept_as_one_line():
    assert item_text(" Fair\n\tplay ") == "Fair play"
    assert item_text("x" * MOST_CHARACTERS)


@pytest.mark.parametrize("text", ["", "  \n", "x" * (MOST_CHARACTERS + 1)])
def test_nothing_and_too_much_are_no_item(text):
    with pytest.raises(BadItem):
        item_text(text)


def test_what_cannot_be_kept_is_refused():
    with pytest.raises(BadText):
        item_text("moss\0")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("two\nlines", "two lines"),
        ("x" * 600, "x" * (MOST_CHARACTERS - 1) + "…"),
        ("moss, " * 100, ("moss, " * 83).rstrip(" ,") + "…"),
    ],
)
def test_an_answer_is_cut_at_a_word(text, kept):
    assert shortened(text) == kept
    assert len(shortened(text)) <= MOST_CHARACTERS


def test_capitals_make_no_difference():
    assert is_same("My Role", "my role")
    assert not is_same("my role", "my rule")


def test_each_has_its_day_in_turn():
    items = [replace(ITEM, id=name) for name in "abc"]
    shown = [reminder_for(items, TODAY + timedelta(days=n)).id for n in range(6)]
    assert shown[:3] == shown[3:]
    assert set(shown) == {"a", "b", "c"}
    assert reminder_for([], TODAY) is None
