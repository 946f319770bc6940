"""A packet on paper has all its words, room for notes, and no form that came with it."""

from __future__ import annotations

from dataclasses import replace

from ui.models.coach_paper import MOST_PRINTED, paper_of


def test_every_word_and_the_line_that_it_is_no_record_are_on_it(packet):
    page = paper_of(packet)
    assert "Private reflection. Not a work record." in page
    assert all(text in page for part in packet.entries[0].parts for text in part.paragraphs)
    assert page.count("Room for notes") == len(packet.entries)


def test_text_stays_text(packet):
    page = paper_of(replace(packet, sender="<b>Ash</b>", question="<img src='x'>"))
    assert "&lt;b&gt;Ash" in page
    assert "<img" not in page


def test_a_packet_without_a_name_is_one_too(packet):
    assert "A packet<" in paper_of(replace(packet, sender="", question=""))


def test_a_packet_without_end_is_cut_and_says_so(packet):
    page = paper_of(replace(packet, entries=packet.entries * 20_000))
    assert "the rest is not printed" in page
    assert len(page) < 2 * MOST_PRINTED
