from datetime import date

from ally_journal.domain.packet import Packet, PacketEntry, PacketPart
from ally_journal.formats.outgoing_text import of_markdown
from ally_journal.formats.packet_markdown import packet_markdown

PART = PacketPart("story", "What happened?", ("A day.", "# <b>not</b> a *heading*\n- nor a list"))
ENTRY = PacketEntry("A day", "debrief", "Look back", "Week of 9 March 2026", (PART,))
PACKET = Packet("id", date(2026, 3, 2), "Fern", "How?\n\nAnd when?", ("Person A",), (ENTRY,), "key")


def test_every_paragraph_stands_behind_its_place():
    text = packet_markdown(PACKET)
    assert text.startswith("# Packet from Fern\n\nPrivate reflection. Not a work record.\n")
    assert "## 1 · A day\n\nWeek of 9 March 2026 · Look back\n" in text
    assert "### What happened?\n\n1.1.1 · A day.\n" in text
    assert "## What I want help with\n\nHow?\n\nAnd when?\n" in text


def test_nothing_that_was_written_is_markdown():
    text = packet_markdown(PACKET)
    assert "1.1.2 · \\# \\<b>not\\</b> a \\*heading\\* - nor a list\n" in text
    assert "# <b>not</b> a heading - nor a list" in of_markdown(text.encode())


def test_a_packet_may_be_nearly_empty():
    bare = Packet("id", date(2026, 3, 2), "", "", (), (PacketEntry("", "", "", "", ()),), "key")
    assert packet_markdown(bare).endswith("## 1 · Entry 1\n")
