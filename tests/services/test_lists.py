from __future__ import annotations

from datetime import date, timedelta

import pytest

from ally_journal.changes import Change
from ally_journal.errors import BadItem, BadText, UnknownListItem

TODAY = date(2026, 3, 12)


@pytest.fixture
def three(journal):
    """Three values, in their order."""
    return [journal.lists.add("values", text)[0] for text in ("Patience", "Candour", "Rest")]


def texts(journal, name="values"):
    return [item.text for item in journal.lists.all(name)]


def test_what_is_added_stands_at_the_end_as_one_line(journal, three):
    item, change = journal.lists.add("values", "  Fair \n play ")
    assert (item.text, change) == ("Fair play", Change(lists=True))
    assert texts(journal) == ["Patience", "Candour", "Rest", "Fair play"]


@pytest.mark.parametrize("text", ["", " \n ", "x" * 501])
def test_nothing_and_too_much_are_refused(journal, text):
    with pytest.raises(BadItem):
        journal.lists.add("values", text)


def test_what_cannot_be_kept_is_refused(journal):
    with pytest.raises(BadText):
        journal.lists.add("values", "moss\0")


def test_lists_stand_apart_and_all_are_read_at_once(journal, three):
    contact, _change = journal.lists.add("contacts", "Fern", {"phone": "at work"})
    assert contact.detail == {"phone": "at work"}
    found = journal.lists.everything()
    assert [item.text for item in found["values"]] == ["Patience", "Candour", "Rest"]
    assert found["contacts"] == (contact,)


def test_an_item_is_worded_anew_and_its_detail_changed(journal, three):
    journal.lists.change(three[0].id, "Patience with myself")
    journal.lists.change(three[0].id, detail={"kind": "slow"})
    first = journal.lists.all("values")[0]
    assert (first.text, first.detail) == ("Patience with myself", {"kind": "slow"})


def test_items_are_put_in_order(journal, three):
    journal.lists.move(three[2].id, 0)
    assert texts(journal) == ["Rest", "Patience", "Candour"]
    journal.lists.move(three[2].id, 99)
    assert texts(journal) == ["Patience", "Candour", "Rest"]
    journal.lists.move(three[1].id, -4)
    assert texts(journal) == ["Candour", "Patience", "Rest"]


def test_what_is_removed_comes_back_where_it_stood(journal, three):
    item, _change = journal.lists.remove(three[1].id)
    assert texts(journal) == ["Patience", "Rest"]
    journal.lists.put_back(item)
    assert journal.lists.all("values") == tuple(three)


def test_what_is_removed_leaves_no_words(journal, three):
    journal.lists.remove(three[1].id)
    rows = journal._vault.rows("SELECT text, detail FROM list_item WHERE id = ?", (three[1].id,))
    assert rows == [("", "{}")]


def test_what_is_not_there_is_named(journal):
    for act in (journal.lists.remove, journal.lists.change):
        with pytest.raises(UnknownListItem):
            act("nothing")
    with pytest.raises(UnknownListItem):
        journal.lists.move("nothing", 0)


def test_each_value_and_reminder_has_its_day_in_turn(journal, three):
    journal.lists.add("reminders", "Who has not spoken yet?")
    journal.lists.add("norms", "People arrive on time")
    days = [journal.lists.reminder(TODAY + timedelta(days=n)) for n in range(8)]
    assert {one.text for one in days[:4]} == {*texts(journal), "Who has not spoken yet?"}
    assert days[:4] == days[4:]


def test_no_reminder_where_there_is_none(journal):
    assert journal.lists.reminder(TODAY) is None


@pytest.mark.parametrize(
    "chosen",
    [
        {"show_reminders": False},
        {"reminder_put_away": TODAY.isoformat()},
        {"quiet_until": "2026-03-19"},
    ],
)
def test_no_reminder_where_it_was_put_away_or_it_is_quiet(journal, three, chosen):
    journal.settings.change(**chosen)
    assert journal.lists.reminder(TODAY) is None


def test_what_was_put_away_yesterday_comes_back_today(journal, three):
    journal.settings.change(reminder_put_away="2026-03-11")
    assert journal.lists.reminder(TODAY) is not None


def test_a_list_goes_out_and_comes_in_with_the_journal(journal, other, three, tmp_path):
    journal.carrying.export("json", tmp_path / "all.json")
    other.carrying.import_json(tmp_path / "all.json")
    assert other.lists.all("values") == tuple(three)
