from datetime import date

import pytest

from ally_journal.domain.packet import BAR, Packet, PacketEntry, PacketPart


def entry(title=""):
    part = PacketPart("story", "What happened?", ("Person A spoke.", "Then it rained."))
    return PacketEntry(title, "free", "A free page", "Week of 9 March 2026", (part,))


PACKET = Packet("id", date(2026, 3, 13), "", "", ("Person A",), (entry(),), "age1")


@pytest.mark.parametrize("anchor", ["", "1", "1.1.1", "1.1.2"])
def test_what_is_in_it_has_a_place(anchor):
    assert PACKET.has(anchor)


@pytest.mark.parametrize(
    "anchor", ["0", "2", "1.1", "1.1.0", "1.1.3", "1.0.1", "2.1.1", "1.1.-1", "x", "1.x.1", "²"]
)
def test_what_is_not_in_it_has_none(anchor):
    assert not PACKET.has(anchor)
    assert PACKET.text_at(anchor) is None


def test_a_paragraph_is_found_by_its_anchor():
    assert PACKET.text_at("1.1.2") == "Then it rained."


def test_an_entry_without_a_title_is_called_by_its_practice():
    assert entry().heading == "A free page"
    assert entry("The call").heading == "The call"


def test_a_blanked_word_is_said_in_a_heading():
    assert entry(f"The {BAR} review").heading == "The [blanked] review"
