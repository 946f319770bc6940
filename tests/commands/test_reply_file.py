"""What a coach has to say: every shape, and every place of it checked."""

import json
from datetime import date

import pytest

from ally_journal.commands import reply_file
from ally_journal.commands.asking import Refused
from ally_journal.domain.packet import Packet, PacketEntry, PacketPart, RemarkKind
from ally_journal.errors import BadAnswers, UnknownPractice

PART = PacketPart("story", "What happened?", ("A day.", "I talked over Person A."))
ENTRY = PacketEntry("A day.", "debrief", "Look back", "", (PART, PART))
PACKET = Packet("", date(2026, 3, 2), "Fern", "", ("Person A",), (ENTRY,), "")

SHAPES = [
    {"comments": [{"at": "1.2.2", "text": "Hm"}]},
    {"comments": [{"entry": 1, "part": 2, "paragraph": 2, "text": "Hm", "kind": "question"}]},
    {"comments": [{"entry": 1, "text": "Hm"}, "On the whole"]},
    {"comments": [{"text": "On the whole"}]},
    {"questions": ["Where next?", {"at": "1.2.2", "text": "Why?"}]},
    {"practices": ["plan"]},
    {"comments": "Just this", "from": "Ivy"},
    ["Just this", {"at": "1", "text": "Hm"}],
]


def answered(tmp_path, given):
    path = tmp_path / "comments.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given))
    return reply_file.answer(reply_file.read(str(path)), PACKET)


@pytest.mark.parametrize("given", SHAPES)
def test_every_shape_is_taken(tmp_path, given):
    assert not answered(tmp_path, given).is_empty


def test_places_kinds_practices_and_the_name_are_those_that_were_given(tmp_path):
    found = answered(tmp_path, {
        "comments": [{"entry": 1, "part": 2, "paragraph": 2, "text": " Hm "}, "Whole"],
        "questions": [{"at": "1", "text": "Why?"}], "practices": ["plan", "plan"], "from": " Ivy ",
    })  # fmt: skip
    assert [(one.at, one.text, one.kind) for one in found.remarks] == [
        ("1.2.2", "Hm", RemarkKind.COMMENT),
        ("", "Whole", RemarkKind.COMMENT),
        ("1", "Why?", RemarkKind.QUESTION),
    ]
    assert (found.practices, found.sender) == (("plan",), "Ivy")


WRONG = [
    ({"comments": [{"at": "9.1.1", "text": "Hm"}]}, "comments[0]: there is no place 9.1.1"),
    ({"comments": ["ok", {"at": "1.2", "text": "Hm"}]}, "comments[1]: there is no place 1.2"),
    ({"questions": [{"at": 7, "text": "Hm"}]}, "questions[0].at"),
    ({"comments": [{"entry": 1, "part": 2, "text": "Hm"}]}, "comments[0]"),
    ({"comments": [{"entry": True, "text": "Hm"}]}, "comments[0]"),
    ({"comments": [{"at": "1", "entry": 1, "text": "Hm"}]}, "comments[0]"),
    ({"comments": [{"at": "1", "text": " "}]}, "comments[0].text"),
    ({"comments": [{"at": "1", "text": "Hm", "kind": "praise"}]}, "comments[0].kind"),
    ({"comments": [{"at": "1", "words": "Hm"}]}, "comments[0]"),
    ({"comments": 7}, "comments"),
    ({"practices": [7]}, "practices"),
    ({"from": 7, "comments": ["Hm"]}, "from"),
    ({"remarks": []}, "The file of comments is to hold"),
    ({}, "There is nothing to send"),
    (7, "The file of comments is to hold"),
]


@pytest.mark.parametrize(("given", "words"), WRONG)
def test_what_cannot_be_sent_names_its_place(tmp_path, given, words):
    with pytest.raises(Refused) as caught:
        answered(tmp_path, given)
    assert words in caught.value.format_message()


def test_a_practice_that_nobody_has_is_refused(tmp_path):
    with pytest.raises(UnknownPractice):
        answered(tmp_path, {"practices": ["none_such"]})


def test_what_is_no_json_is_refused(tmp_path):
    with pytest.raises(BadAnswers):
        answered(tmp_path, "{")
