"""A packet on paper: what goes out, room for notes, and numbers to name paragraphs by."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ally_journal.domain.packet import BAR, Packet, PacketEntry, PacketPart
from ally_journal.formats.packet_pdf import packet_pdf, paper_of_packet
from ally_journal.formats.pdf import LETTER
from tests.formats.packets import DAY, ID, entries
from tests.formats.paper_text import read, words

PACKET = Packet(
    id=ID,
    created=DAY,
    sender="Sam",
    question="How could I say it sooner?\n\nAnd to whom?",
    people=("Person A",),
    entries=(
        PacketEntry(
            "A talk",
            "debrief",
            "After a hard talk",
            "A week in March",
            (
                PacketPart(
                    "learned", "What I learned", ("To ask Person A.", f"To leave {BAR} out.")
                ),
            ),
        ),
    ),
    reply_key="age1secret",
)


def test_all_of_it_can_be_read_with_the_number_of_each_paragraph():
    text = words(packet_pdf(PACKET))
    for part in (
        "From Sam · 2026-03-02",
        "How could I say it sooner? And to whom?",
        "A week in March · After a hard talk",
        "What I learned",
        "1.1.1 To ask Person A.",
        f"1.1.2 To leave {BAR} out.",
        "Room for notes",
        "Private reflection. Not a work record. 1 of 1",
    ):
        assert part in text


def test_neither_its_id_nor_its_key_is_on_paper():
    data = packet_pdf(PACKET)
    assert ID not in words(data)
    assert "age1secret" not in words(data)


def test_nobody_named_and_nothing_asked_leaves_no_empty_lines():
    text = words(packet_pdf(replace(PACKET, sender="", question="", people=())))
    assert "From" not in text
    assert "help" not in text
    assert "Person A, Person B" not in text


@pytest.mark.parametrize("size", ["a4", LETTER])
def test_the_text_leaves_room_for_notes(size):
    page = read(paper_of_packet(PACKET, size).data).pages[0]
    ends = []
    page.extract_text(
        visitor_text=lambda told, _cm, at, _font, _size: ends.append(at[4]) if "1.1." in told else 0
    )
    assert max(ends) < float(page.mediabox.width) - 150


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(st.lists(entries, max_size=3).map(tuple), st.text(max_size=80))
def test_whatever_is_in_it_can_be_set(chosen, question):
    assert packet_pdf(replace(PACKET, entries=chosen, question=question)).startswith(b"%PDF")
