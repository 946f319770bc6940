"""Every practice of the application can be suggested, without a journal."""

from __future__ import annotations

from dataclasses import replace

from ally_journal.domain.practice_files import load_built_in
from ui.models.coach_practices import suggestions


def test_all_that_can_be_chosen_are_there_once(packet):
    keys = [key for key, _title in suggestions(packet)]
    assert sorted(keys) == sorted(one.id for one in load_built_in().listed())


def test_what_the_practices_of_the_entries_lead_to_comes_first(packet):
    library = load_built_in()
    listed = {one.id for one in library.listed()}
    walked = next(
        one for one in library.listed() if listed & {offer.practice for offer in one.offers}
    )
    entry = replace(packet.entries[0], practice=walked.id)
    first, _title = suggestions(replace(packet, entries=(entry,)))[0]
    assert first in {one.practice for one in walked.offers}
