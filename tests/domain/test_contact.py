"""A contact is what an item of a list holds, whatever an import put there."""

from datetime import UTC, datetime

import pytest

from ally_journal.domain.contact import CONTACTS, LONGEST, Contact, contact_of, detail_of
from ally_journal.domain.list_item import ListItem


def item(**detail):
    return ListItem("1", CONTACTS, "Marigold", 0, datetime(2026, 3, 12, tzinfo=UTC), detail)


def test_what_is_kept_comes_back():
    detail = detail_of("Friend,  evenings ", " 0000 123")
    assert contact_of(item(**detail)) == Contact("1", "Marigold", "Friend, evenings", "0000 123")


@pytest.mark.parametrize("detail", [{}, {"line": 3, "number": None}, {"other": "x"}])
def test_only_the_name_has_to_be_there(detail):
    assert contact_of(item(**detail)) == Contact("1", "Marigold")


def test_all_stands_on_one_line_and_has_an_end():
    detail = detail_of("a\nb\tc\x00", "9" * 500)
    assert detail["line"] == "a b c"
    assert len(detail["number"]) == LONGEST
