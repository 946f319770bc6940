from dataclasses import replace

import pytest

from ally_journal.errors import DamagedHeader
from ally_journal.storage.header import PASS, RECOVERY, new_header
from ally_journal.storage.keys import KdfCost

CHEAP = KdfCost(19 * 1024, 1, 1)
ROOT = b"r" * 32
ID = "0195512f-2a80-7000-8000-000000000000"


@pytest.fixture(scope="module")
def header():
    blank = new_header(ID)
    return blank.with_slot(PASS, b"fern", CHEAP, ROOT).with_slot(RECOVERY, b"moss", CHEAP, ROOT)


@pytest.mark.parametrize(("kind", "secret"), [(PASS, b"fern"), (RECOVERY, b"moss")])
def test_each_slot_opens_by_its_own_secret(header, kind, secret):
    assert header.unwrap(header.slot(kind), secret) == ROOT
    assert header.unwrap(header.slot(kind), b"ivy") is None


def test_each_writing_raises_the_generation(header):
    assert header.generation == 2
    assert header.with_slot(PASS, b"ivy", CHEAP, ROOT).generation == 3


def test_a_new_slot_takes_the_place_of_the_old_one(header):
    changed = header.with_slot(PASS, b"ivy", CHEAP, ROOT)
    assert [slot.kind for slot in changed.slots] == [PASS, RECOVERY]
    assert changed.unwrap(changed.slot(PASS), b"fern") is None


def test_a_slot_does_not_open_under_another_cost_kind_or_vault(header):
    slot = header.slot(PASS)
    cheaper = replace(slot, cost=KdfCost(19 * 1024, 2, 1))
    assert header.unwrap(cheaper, b"fern") is None
    assert header.unwrap(replace(slot, kind=RECOVERY), b"fern") is None
    other = replace(header, id=ID.replace("7000", "7001"))
    assert other.unwrap(slot, b"fern") is None


@pytest.mark.parametrize(
    "change",
    [
        lambda header: replace(header, slots=header.slots[:1]),
        lambda header: replace(header, generation=9),
        lambda header: replace(header, salt=b"s" * 16),
        lambda header: replace(header, code=b"c" * 32),
    ],
)
def test_a_header_that_was_changed_by_something_else_is_noticed(header, change):
    with pytest.raises(DamagedHeader):
        change(header).unwrap(header.slot(PASS), b"fern")


def test_a_missing_slot_is_none(header):
    assert replace(header, slots=()).slot(PASS) is None
