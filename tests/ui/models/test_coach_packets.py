"""The packets that a coach has open: by label, sealed at a lock, back with their notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ally_journal.domain.coach_notes import CoachNotes
from ally_journal.formats.unsealing import OpenedPacket
from ui.locked_places import CoachOpenPlace
from ui.models.coach_packets import CoachPackets

NOTES = CoachNotes(questions=("Who could hold the floor?",))


@pytest.fixture
def packets(locked_desk):
    return CoachPackets.of(locked_desk)


def other(opened, sender, digest):
    return OpenedPacket(replace(opened.packet, sender=sender), digest * 32)


def test_they_stand_by_the_label_of_the_client_alone(packets, opened_packet, tmp_path):
    for number, sender in enumerate(("Rowan", "ash", "Juniper")):
        packets.take(tmp_path / f"{number}.age", other(opened_packet, sender, f"c{number}"))
    assert [one.name for one in packets.listed()] == ["ash", "Juniper", "Rowan"]


def test_the_same_packet_is_held_once(packets, opened_packet, held_packet, tmp_path):
    held_packet.notes = NOTES
    assert packets.take(tmp_path / "copy.age", opened_packet) is held_packet
    assert held_packet.notes == NOTES


def test_a_lock_seals_all_and_the_same_packet_brings_it_back(packets, held_packet, opened_packet):
    held_packet.notes = NOTES
    packets.seal()
    assert held_packet.opened is None
    assert held_packet.notes.is_empty
    assert held_packet.is_unsaved
    assert packets.take(held_packet.path, opened_packet) is held_packet
    assert held_packet.notes == NOTES


def test_what_was_saved_is_still_known_as_saved_after_a_lock(packets, held_packet, opened_packet):
    held_packet.notes = held_packet.saved = NOTES
    packets.seal()
    packets.take(held_packet.path, opened_packet)
    assert not held_packet.is_unsaved


def test_another_packet_brings_nothing_back_and_both_are_held(packets, held_packet, opened_packet):
    held_packet.notes = NOTES
    packets.seal()
    fresh = packets.take(held_packet.path, other(opened_packet, "Rowan", "cd"))
    assert fresh.notes.is_empty
    assert held_packet in packets.listed()


def test_a_sealed_one_shows_only_what_its_file_is_called(packets, held_packet):
    assert held_packet.name == "Juniper"
    packets.seal()
    assert held_packet.name == "Packet.age"


def test_closing_lets_go_of_everything(packets, held_packet):
    held_packet.notes = NOTES
    assert packets.is_unsaved
    packets.close_all()
    assert not packets.is_unsaved
    assert packets.listed() == ()


def test_the_window_begins_with_packets_as_long_as_some_are_held(packets, held_packet, locked_desk):
    assert isinstance(locked_desk.begins_at, CoachOpenPlace)
    packets.close(held_packet)
    assert locked_desk.begins_at is None


def test_there_is_one_for_each_window(locked_desk, packets):
    assert CoachPackets.of(locked_desk) is packets
