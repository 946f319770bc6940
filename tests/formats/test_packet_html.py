"""The page inside a packet: everything that is in it, in order, and nothing that loads or runs."""

import re
from html import unescape
from itertools import pairwise

from hypothesis import given, settings

from ally_journal.domain.packet import not_a_record
from ally_journal.formats.packet_html import packet_page
from tests.formats.packets import entry, packet, packets

PAGE = packet_page(packet(entry(1), entry(2)))


def text_of(page):
    body = page.split("<body>")[1]
    return unescape(re.sub(r"<[^>]*>", " ", body))


def test_everything_stands_there_in_its_order():
    words = text_of(PAGE)
    told = [
        "Packet from Fern", "2026-03-02", not_a_record(), "How do I ask?", "Person A, Person B",
        "A slow talk", "in the week of 2 March", "What I learned", "moss 1",
        "Person A <was> slow & é 🌿", "Next time", "I ask first.", "moss 2",
    ]  # fmt: skip
    places = [words.index(one) for one in told]
    assert places == sorted(places)


def test_the_page_loads_and_runs_nothing():
    assert "default-src 'none'" in unescape(PAGE)
    assert not re.search(r"<script|<link|<img|<iframe|https?:|url\(|\bon\w+=", PAGE)


def test_each_paragraph_has_the_anchor_that_a_reply_names():
    made = packet(entry(1), entry(2))
    anchors = re.findall(r'<span class="at">([\d.]+)</span> ([^<]*)', PAGE)
    assert len(anchors) == 6
    assert all(made.text_at(anchor) == unescape(text) for anchor, text in anchors)


def test_headings_go_down_one_by_one_and_the_language_is_told():
    levels = [int(level) for level in re.findall(r"<h(\d)", PAGE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert '<html lang="en">' in PAGE
    assert '<html lang="de">' in packet_page(packet(), "de")


def test_there_is_room_for_notes_by_every_entry_and_the_question():
    assert PAGE.count('class="room"') == 3
    assert packet_page(packet(question=" ")).count('class="room"') == 1


def test_a_packet_without_a_name_has_a_title_all_the_same():
    assert "<h1>Packet</h1>" in packet_page(packet(sender=""))


@given(packets)
@settings(max_examples=40)
def test_no_text_is_ever_markup(made):
    page = packet_page(made)
    known = "html|head|meta|title|style|body|header|h1|h2|h3|p|main|article|section|span|div"
    body = page.split("<body>")[1]
    assert not re.search(rf"<(?!/?({known}|!DOCTYPE)\b)", body)
    for one in made.entries:
        for part in one.parts:
            assert all(text in unescape(body) for text in part.paragraphs)
