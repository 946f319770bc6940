"""Orders to write: which file, what it is called, and what can still stop it."""

from __future__ import annotations

from datetime import date

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.preview import Choice
from ally_journal.domain.share_fields import Field
from ally_journal.packet_errors import SharingNothing
from ui.models.share_saving import SealOrder, file_name, to_print, write


@pytest.fixture
def asked(desk, settle):
    """A preview of one entry, and what a call with the journal gives or raises."""

    def ask(call):
        found = []
        desk.ask(lambda journal: found.append(call(journal)), owner=desk, failed=found.append)
        settle(desk)
        return found[0]

    return ask


@pytest.fixture
def entry(asked):
    return asked(lambda journal: journal.writing.write("free", {"page": "Fern spoke."})[0].id)


@pytest.fixture
def preview(asked, entry):
    return asked(lambda journal: journal.sharing.preview(Choice((entry,), frozenset(Field))))


def test_the_name_of_a_file_tells_the_day_alone():
    day = date(2026, 3, 12)
    assert file_name(SealOrder("packet", "For Marigold"), day) == "packet-2026-03-12.age"
    assert file_name(SealOrder("pdf"), day) == "packet-2026-03-12.pdf"


def test_words_and_keys_are_no_part_of_what_is_shown_of_an_order():
    assert "teal" not in repr(SealOrder("packet", passphrase="teal reef"))


def test_an_open_file_is_written_and_stands_in_the_log(asked, preview, entry, tmp_path):
    target = tmp_path / "packet.html"
    saved, change = asked(lambda j: write(j, preview, SealOrder("html", "Marigold"), target))
    assert "Fern spoke." in target.read_text()
    assert saved.row.label == "Marigold"
    assert change.entries == {entry}
    assert [row.format for row in asked(lambda journal: journal.sharing.sent())] == ["html"]


def test_the_printed_page_is_what_was_previewed(asked, preview):
    assert "Fern spoke." in asked(lambda journal: to_print(journal, preview))


def test_what_was_marked_to_stay_meanwhile_is_not_printed(asked, preview, entry):
    asked(lambda journal: journal.writing.set_sensitivity(entry, Sensitivity.NEVER))
    assert isinstance(asked(lambda journal: to_print(journal, preview)), SharingNothing)


def test_one_of_two_that_stays_now_keeps_both_from_the_printer(asked, entry):
    other = asked(lambda journal: journal.writing.write("free", {"page": "Moss."})[0].id)
    choice = Choice((entry, other), frozenset(Field))
    both = asked(lambda journal: journal.sharing.preview(choice))
    asked(lambda journal: journal.writing.set_sensitivity(other, Sensitivity.NEVER))
    assert isinstance(asked(lambda journal: to_print(journal, both)), SharingNothing)
