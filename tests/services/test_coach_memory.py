"""What waits in memory opens again only with the packet that it was written to."""

from __future__ import annotations

from ally_journal.services.coach_memory import brought_back, put_away

HERE, OTHER = "ab" * 32, "cd" * 32


def test_what_was_put_away_comes_back():
    assert brought_back(put_away(b"what next", HERE), HERE) == b"what next"


def test_another_packet_brings_nothing_back():
    assert brought_back(put_away(b"what next", HERE), OTHER) is None


def test_nothing_of_it_can_be_read_meanwhile():
    sealed = put_away(b"what next", HERE)
    assert b"what next" not in sealed
    assert sealed != put_away(b"what next", HERE)
