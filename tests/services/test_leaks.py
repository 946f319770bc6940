"""The last look at finished bytes."""

from dataclasses import replace
from datetime import date

import pytest

from ally_journal.domain.packet import Packet, PacketEntry, PacketPart
from ally_journal.domain.preview import Choice, Piece, Preview
from ally_journal.domain.redaction_values import Cast, Correction, Known, Redacted
from ally_journal.formats.age_file import new_key
from ally_journal.formats.packet_json import packet_bytes
from ally_journal.packet_errors import LeakFound
from ally_journal.services import leaks

CAST = Cast((Known("p1", ("Juniper",), "Person A"), Known("p2", ("May",), "")))
CHOICE = Choice((), frozenset())


def made(text="Moss.", chosen=CHOICE, **more):
    """A preview whose only paragraph was not looked at by anybody."""
    part = PacketPart("story", "What happened?", (text,))
    entry = PacketEntry("A day", "", "A page", "Week of 4 May 2026", (part,))
    values = {"sender": "", "question": "", "people": ("Person A",)} | more
    packet = Packet(
        "01234567-0123-4123-8123-0123456789ab", date(2026, 5, 4), entries=(entry,),
        reply_key=new_key().recipient, **values,
    )  # fmt: skip
    piece = Piece("1.1.1", "place", "entry 1, What happened?", Redacted(text, (), text))
    return Preview(chosen, packet, (piece,), CAST, CAST, (), 0, (), {}, "")


def stopped(preview):
    with pytest.raises(LeakFound) as caught:
        leaks.check_packet(preview, packet_bytes(preview.packet))
    return caught.value.places


def test_what_holds_no_name_passes():
    preview = made()
    leaks.check_packet(preview, packet_bytes(preview.packet))


def test_a_name_anywhere_in_the_json_is_found_with_its_place():
    assert stopped(made("I told Juniper.")) == ("entry 1, What happened?",)
    assert stopped(made(sender="Juniper")) == ("what you are called",)
    assert len(stopped(made("Juniper.", sender="Juniper"))) == 2


@pytest.mark.parametrize("name", ["title", "kind", "label", "question", "people"])
def test_no_text_of_the_json_is_left_out(name):
    preview = made()
    (entry,) = preview.packet.entries
    if name == "label":
        entry = replace(entry, parts=(replace(entry.parts[0], label="To Juniper"),))
    elif name in {"title", "kind"}:
        entry = replace(entry, **{name: "To Juniper"})
    more = {"question": {"question": "Juniper?"}, "people": {"people": ("Juniper",)}}.get(name, {})
    assert stopped(replace(preview, packet=replace(preview.packet, entries=(entry,), **more)))


def test_a_word_kept_by_hand_passes_in_its_own_place_alone():
    keep = Correction("place", 4, 11, "keep")
    preview = made("The juniper grows.", replace(CHOICE, corrections=(keep,)))
    leaks.check_packet(preview, packet_bytes(preview.packet))
    other = replace(keep, place="other place")
    assert stopped(made("The juniper grows.", replace(CHOICE, corrections=(other,))))


def test_the_week_on_a_page_is_no_leak_and_a_name_on_it_is():
    preview = made()
    page = "Made on 2026-05-04. Week of 4 May 2026. Moss."
    leaks.check_page(preview, page, lambda _packet: "Made on 2026-05-04.")
    with pytest.raises(LeakFound) as caught:
        leaks.check_page(preview, page + " Juniper", lambda _packet: "")
    assert caught.value.places == ("the page",)


def test_words_of_ours_on_a_page_are_no_leak():
    preview = replace(made(), watched=Cast((Known("p3", ("Room",), ""),)))
    leaks.check_page(preview, "Room for notes", lambda _packet: "Room for notes")


def test_the_name_of_the_file_is_looked_at():
    leaks.check_name(made(), "packet.age")
    with pytest.raises(LeakFound):
        leaks.check_name(made(), "juniper_2026.age")
