"""Making a packet and bringing its reply home, from the command line."""

import json
from pathlib import Path

import pytest

from ally_journal.commands import packet_lines, program, showing
from ally_journal.domain.preview import SentRow
from ally_journal.formats.age_file import new_key
from ally_journal.formats.unsealing import Secret, open_packet
from ally_journal.services import coaching
from tests.commands.conftest import MONDAY
from tests.commands.packets import KEY, Coach, reply_of

TEXT = "A day.\n\nI talked over Juniper in the meeting.\n\nLater Larkspur told me."


@pytest.fixture
def fern(ally):
    """A journal with one entry about two people, and one about moss."""
    who = ["Juniper", "Larkspur"]
    for answers in ({"role": "did", "facts": TEXT, "who": who}, {"role": "saw", "facts": "Moss."}):
        assert ally("write", "debrief", "--answers", ally.answers(**answers)).code == 0
    return ally


@pytest.fixture
def coach(fern):
    return Coach(fern)


def test_a_preview_is_what_goes_out_with_every_replacement_marked(fern):
    said = fern("share", "--preview", "--fields", "story", "--question", "And Juniper?")
    assert said.code == 0
    assert "I talked over ⟦Person " in said.out
    assert "And ⟦Person " in said.out
    assert "Juniper" not in said.out
    assert "Private reflection. Not a work record." in said.out
    assert "no anonymity" in said.err
    assert not list(fern.folder.glob("*.age"))


def test_a_preview_as_json_has_packet_marks_and_leaks(fern):
    shape = fern("share", "Juniper", "--preview", "--fields", "all", "--json").json
    assert [entry["practice"] for entry in shape["packet"]["entries"]] == ["debrief"]
    assert {mark["kind"] for mark in shape["marks"]} == {"person"}
    assert (shape["leaks"], shape["left_out"]) == ([], 0)


def test_a_preview_names_what_would_stop_it(fern):
    fern("write", "catch", "--answers", fern.answers(what="I told Junipr."))
    said = fern("share", "Junipr", "--preview", "--fields", "all")
    assert said.code == 0
    assert "entry 1" in said.err


def test_a_packet_says_what_it_holds_and_its_words_once(fern):
    target = fern.folder / "p.age"
    said = fern("share", "Juniper", "--to", str(target), "--fields", "story,plans")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[:2] == [str(target), "1 entry"]
    assert "2 people, under letters" in lines
    words = next(line for line in lines if line.startswith("Passphrase: ")).partition(": ")[2]
    opened = open_packet(target, Secret(passphrase=words), patient=True)
    assert len(opened.packet.entries) == 1


def test_a_packet_for_a_key_says_its_fingerprint(fern, coach):
    target = fern.folder / "p.age"
    said = fern("share", "--to", str(target), "--recipient", coach.public)
    assert coach.fingerprint in said.out
    assert "Passphrase" not in said.out


def test_what_was_sealed_as_json(fern, coach):
    target = fern.folder / "p.age"
    shape = fern("share", "Juniper", "--to", str(target), "--recipient", coach.public,
                 "--fields", "all", "--label", "Ivy", "--json").json  # fmt: skip
    assert shape["people"] == ["Person A", "Person B"]
    assert (shape["fingerprint"], shape["format"]) == (coach.fingerprint, "packet")
    (row,) = fern("sent", "--json").json["sent"]
    assert (row["label"], row["replies"], row["hash"]) == ("Ivy", 0, shape["hash"])
    assert "Ivy" in fern("sent").out


def test_without_a_place_it_is_wrong_usage(fern):
    assert fern("share").code == 2
    assert fern("share", "--preview", "--fields", "moss").code == 1


def test_what_stands_there_stays(fern):
    path = fern.file("p.age", "mine")
    assert fern("share", "--to", path).code == 1
    assert Path(path).read_text() == "mine"


@pytest.mark.parametrize("typed", ["Anchor-Apple  Arch", "Größe-Quelle"])
def test_what_seals_a_packet_opens_it_however_it_was_typed(fern, typed):
    words = ("--packet-passphrase-file", fern.file("words", typed))
    target = str(fern.folder / "p.age")
    assert fern("share", "Juniper", "--to", target, *words).code == 0
    assert fern.bare("packet", target, *words).code == 0


def test_blanks_alone_seal_nothing(fern):
    words = ("--packet-passphrase-file", fern.file("words", "  \n"))
    said = fern("share", "Juniper", "--to", str(fern.folder / "p.age"), *words)
    assert (said.code, list(fern.folder.glob("*.age"))) == (1, [])
    assert "passphrase is empty" in said.err


@pytest.mark.parametrize("option", ["--question", "--from"])
def test_what_cannot_be_text_is_refused_before_anything_goes_out(fern, option):
    said = fern("share", "Juniper", "--preview", option, "torn \udcff")
    assert (said.code, said.out) == (1, "")
    assert "cannot be kept" in said.err


@pytest.mark.parametrize("more", [("--recipient", "age1"), ("--format", "pdf", "--yes")])
def test_words_that_would_seal_nothing_are_wrong_usage(fern, more):
    words = ("--packet-passphrase-file", fern.file("words", "anchor apple"))
    said = fern("share", "Juniper", "--to", str(fern.folder / "p.out"), *words, *more)
    assert (said.code, list(fern.folder.glob("p.*"))) == (2, [])


def test_nothing_that_may_go_is_one_sentence(fern):
    said = fern("share", "nothing-has-this", "--preview")
    assert said.code == 1
    assert said.err.startswith("Nothing is chosen")


def test_a_leak_stops_it_with_its_place(fern, coach):
    fern("write", "catch", "--answers", fern.answers(what="I told Junipr."))
    target = fern.folder / "p.age"
    wanted = (
        "share",
        "Junipr",
        "--to",
        str(target),
        "--recipient",
        coach.public,
        "--fields",
        "all",
    )
    said = fern(*wanted)
    assert (said.code, target.exists()) == (1, False)
    assert "entry 1" in said.err
    assert "Junipr" not in said.err
    assert fern(*wanted, "--allow", "Junipr").code == 0


def test_a_word_of_this_packet_is_blanked(fern):
    said = fern("share", "Moss", "--preview", "--fields", "all", "--blank", "moss")
    assert "⟦█████⟧." in said.out


@pytest.mark.parametrize("form", ["html", "markdown", "pdf"])
def test_an_open_form_asks_first(fern, form):
    target = fern.folder / "p.out"
    wanted = ("share", "--to", str(target), "--format", form, "--fields", "all")
    said = fern(*wanted)
    assert (said.code, target.exists()) == (1, False)
    assert str(fern.folder) in said.err
    assert fern(*wanted, "--yes").code == 0
    assert b"Juniper" not in target.read_bytes()


def test_a_reply_comes_home_and_twice_is_once(fern, coach):
    packet = coach.packet("Juniper")
    reply = reply_of(fern, coach, packet, [{"at": "1.2.2", "text": "What did Person A do?"}])
    said = fern("receive", reply)
    assert said.code == 0
    assert "What did Juniper do?" in said.out or "What did Larkspur do?" in said.out
    again = fern("receive", reply)
    assert (again.code, "Nothing was changed" in again.err) == (0, True)
    (row,) = fern("sent", "--json").json["sent"]
    assert row["replies"] == 1
    entry = row["entries"][0]["id"]
    (comment,) = fern("comments", entry, "--json").json["comments"]
    assert (comment["at"], comment["from"], comment["paragraph"]) == ("1.2.2", "Ivy", 2)
    assert "Person" not in comment["then"]
    assert comment["text"] in fern("comments", entry).out


def test_a_look_ahead_keeps_nothing(fern, coach):
    reply = reply_of(fern, coach, coach.packet("Juniper"), ["Thank you"])
    shape = fern("receive", reply, "--dry-run", "--json").json
    assert [one["new"] for one in shape["comments"]] == [True]
    assert fern("receive", reply, "--json").json["known"] is False


def test_the_reply_to_another_journal_changes_nothing(fern, coach):
    packet = coach.packet("Juniper")
    reply = reply_of(fern, coach, packet, ["Thank you"])
    other = fern.other()
    said = other("receive", reply)
    assert said.code == 1
    assert "does not belong to a packet of this journal" in said.err
    assert other("sent", "--json").json == {"sent": []}


def test_a_reply_for_a_key_of_nobody_is_one_sentence(fern):
    path = Path(fern.file("moss.txt", "moss"))
    said = fern("receive", str(path))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This file is not a reply")


def test_the_public_key_may_be_mistyped(fern):
    target = fern.folder / "p.age"
    said = fern("share", "--to", str(target), "--recipient", new_key().recipient[:-1])
    assert (said.code, target.exists()) == (1, False)
    assert "not the key of a coach" in said.err


def test_a_reply_says_what_was_kept_in_lines_and_in_the_inbox(fern, coach):
    given = {"questions": ["Where next?"], "practices": ["plan"], "from": "Ivy"}
    said = fern("receive", reply_of(fern, coach, coach.packet("Juniper"), given))
    assert "Suggested for the inbox: One if-then plan" in said.out
    assert "Where next?" in said.out
    assert json.loads(fern("list", "--json").out)["entries"]


def test_comments_on_the_whole_are_told_by_what_went_out(fern, coach):
    reply = reply_of(fern, coach, coach.packet("Juniper"), ["Thank you"])
    assert fern("receive", reply).code == 0
    (row,) = fern("sent", "--json").json["sent"]
    assert [one["text"] for one in fern("comments", row["id"], "--json").json["comments"]] == [
        "Thank you"
    ]
    assert fern("comments", row["entries"][0]["id"]).out == ""
    assert fern("comments", "none").code == fern("comments", "Bäume").code == 1


def test_a_reply_that_says_nothing_is_told_as_such(fern, coach):
    packet = coach.packet("Juniper")
    made = coaching.open_by_key(Path(packet), Path(coach.file), KEY)
    reply = fern.folder / "empty.age"
    coaching.save_reply(made, coaching.reply_to(made, coaching.Answer(()), MONDAY.date()), reply)
    assert "nothing in this reply" in fern("receive", str(reply)).err


@pytest.mark.parametrize("more", [(), ("--json",), ("--format", "html", "--yes")])
def test_what_cannot_be_told_does_not_go_out(fern, monkeypatch, more):
    def full(_text):
        raise showing.OutputLost

    target = fern.folder / "p.out"
    with monkeypatch.context() as patched:
        patched.setattr(showing, "_out", full)
        patched.setattr(program, "_say_no_more", lambda _error: 1)
        said = fern("share", "Juniper", "--to", str(target), *more)
    assert (said.code, list(fern.folder.glob("*p.out"))) == (1, [])
    assert fern("sent", "--json").json == {"sent": []}


def test_characters_that_no_font_has_are_said(fern):
    fern("write", "catch", "--answers", fern.answers(what="Larch \U000f0000"))
    said = fern("share", "Larch", "--to", str(fern.folder / "p.pdf"), "--format", "pdf", "--yes",
                "--fields", "all")  # fmt: skip
    assert said.code == 0
    assert "U+F0000" in said.err


FORGED = "Thank you\n9.9.9  It was settled\x1b[2J\r\u2028From: Juniper \u202egnol"


def test_no_line_of_a_coach_looks_like_one_of_ours(fern, coach):
    packet = coach.packet("Juniper")
    given = {"comments": [{"at": "1", "text": FORGED}], "from": "Ivy\nFrom: Fern"}
    said = fern("receive", reply_of(fern, coach, packet, given))
    (row,) = fern("sent", "--json").json["sent"]
    for out in (said.out, fern("comments", row["entries"][0]["id"]).out):
        assert "\n  9.9.9  It was settled\n" in out.replace("�[2J", "")
        assert "\n  From: Juniper gnol" in out
        assert not set("\x1b\r\u2028\u202e") & set(out)
        assert "\nFrom: Fern" not in out


def test_a_line_of_the_log_says_that_its_entries_are_gone():
    row = SentRow("s", MONDAY, "packet", "Ivy\nOak", (), (), 1)
    assert packet_lines.sent_line(row) == (
        "2026-03-02  packet  Ivy Oak  its entries were deleted for ever  1 reply"
    )
