"""The coach's side: reading a packet, answering it, making a key."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from ally_journal.commands import packet_lines
from ally_journal.services import coaching
from tests.commands.packets import KEY, Coach


@pytest.fixture
def fern(ally):
    """A journal with one entry of three paragraphs."""
    text = "A day.\n\nI talked over Juniper.\n\nLater I rang."
    answers = ally.answers(role="did", facts=text, who=["Juniper"])
    assert ally("write", "debrief", "--answers", answers).code == 0
    return ally


@pytest.fixture
def coach(fern):
    return Coach(fern)


@pytest.fixture
def packet(coach):
    return coach.packet("")


def test_a_packet_can_be_read_each_paragraph_behind_its_place(coach, fern, packet):
    said = fern.bare("packet", packet, *coach.key)
    assert said.code == 0
    assert "1.2.2  I talked over Person A." in said.out
    assert said.out.startswith("Private reflection. Not a work record.\n")


def test_its_json_is_that_of_the_packet(coach, fern, packet):
    shape = fern.bare("packet", packet, *coach.key, "--json").json
    assert (shape["format"], shape["version"]) == ("ally-journal-packet", 1)
    assert shape["entries"][0]["parts"][1]["paragraphs"][1] == "I talked over Person A."
    assert "page" not in shape


def test_a_packet_for_words_opens_by_them_and_by_no_others(fern):
    path, words = str(fern.folder / "p.age"), fern.file("words", "moss fern ivy")
    given = ("--packet-passphrase-file", words)
    assert fern("share", "--to", path, *given).code == 0
    assert fern.bare("packet", path, *given).code == 0
    other = ("--packet-passphrase-file", fern.file("other", "moss fern oak"))
    said = fern.bare("packet", path, *other)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This passphrase does not open the file")


def test_a_packet_for_a_key_asks_for_the_key_file(coach, fern, packet):
    said = fern.bare("packet", packet, "--packet-passphrase-file", coach.secret)
    assert said.code == 1
    assert "--identity" in said.err


def test_a_packet_for_somebody_else_is_one_sentence(coach, fern, packet):
    secret = fern.file("other-secret", "other words")
    other = fern.folder / "other.key"
    wanted = ("--packet-passphrase-file", secret)
    assert fern.bare("coach-key", "--to", str(other), *wanted).code == 0
    said = fern.bare("packet", packet, "--identity", str(other), *wanted)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This packet was sealed for another key")


def test_a_damaged_packet_is_one_sentence(coach, fern, packet):
    whole = bytearray(Path(packet).read_bytes())
    whole[-5] ^= 1
    said = fern.bare("packet", fern.file("cut.age", bytes(whole)), *coach.key)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This file is damaged")


def test_what_is_no_packet_is_one_sentence(fern):
    said = fern.bare("packet", fern.file("moss.txt", "moss"))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This file is not a packet")


def test_a_packet_that_is_not_there_is_one_sentence(fern):
    assert fern.bare("packet", str(fern.folder / "none")).code == 1


def test_a_key_is_told_with_its_fingerprint_and_is_nobody_elses_to_read(fern):
    target, secret = fern.folder / "my.key", fern.file("key-secret", "moss")
    said = fern.bare("coach-key", "--to", str(target), "--packet-passphrase-file", secret)
    assert (said.code, said.out.count("age1")) == (0, 1)
    assert "Fingerprint: " in said.out
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert b"AGE-SECRET-KEY" not in target.read_bytes()
    again = fern.bare("coach-key", "--to", str(target), "--packet-passphrase-file", secret)
    assert again.code == 1


def test_a_bare_list_is_that_of_the_comments(coach, fern, packet):
    comments = fern.file("c.json", json.dumps(["Just this"]))
    to = str(fern.folder / "r.age")
    said = fern.bare("reply", packet, "--comments", comments, "--to", to, *coach.key)
    assert (said.code, said.out) == (0, to + "\n")
    assert "1 remark" in said.err


def test_a_place_that_is_not_there_is_one_sentence_and_writes_nothing(coach, fern, packet):
    comments, to = fern.file("c.json", '[{"at": "9.1.1", "text": "Hm"}]'), fern.folder / "r.age"
    said = fern.bare("reply", packet, "--comments", comments, "--to", str(to), *coach.key)
    assert (said.code, said.out, to.exists()) == (1, "", False)
    assert said.err.startswith("comments[0]: there is no place 9.1.1 in this packet.")


def test_comments_that_are_no_json_are_one_sentence(coach, fern, packet):
    comments, to = fern.file("c.json", "{"), fern.folder / "r.age"
    said = fern.bare("reply", packet, "--comments", comments, "--to", str(to), *coach.key)
    assert (said.code, to.exists()) == (1, False)


def test_a_reply_never_goes_over_a_file(coach, fern, packet):
    comments, to = fern.file("c.json", '["Hm"]'), fern.file("r.age", "mine")
    said = fern.bare("reply", packet, "--comments", comments, "--to", to, *coach.key)
    assert (said.code, Path(to).read_text()) == (1, "mine")


def test_the_agreement_is_a_sheet_to_print(empty):
    target = empty.folder / "agreement.pdf"
    said = empty.bare("agreement", "--to", str(target))
    assert (said.code, said.out) == (0, f"{target}\n")
    assert target.read_bytes().startswith(b"%PDF")
    assert empty.bare("agreement", "--to", str(target)).code == 1


def test_no_line_of_a_packet_looks_like_one_of_ours(coach, fern):
    packet = coach.packet("")
    made = coaching.open_by_key(Path(packet), Path(coach.file), KEY).packet
    forged = "Moss\n9.9.9  Settled\u202egnol\rFrom: Fern"
    part = replace(made.entries[0].parts[0], label=forged, paragraphs=(forged,))
    entry = replace(made.entries[0], title=forged, kind=forged, parts=(part,))
    shown = replace(made, sender=forged, question=forged, entries=(entry,), people=(forged,))
    lines = list(packet_lines.packet_lines(shown))
    assert not [one for one in lines if one.startswith(("9.9.9", "From: Fern"))]
    assert not set("\n\r\u202e") & set("".join(lines))
    assert "   1.1.1  Moss" in lines
    assert "          9.9.9  Settledgnol" in lines
