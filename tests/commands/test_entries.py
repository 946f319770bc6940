import json
import re
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

PASSPHRASE = "amber fern under slate"
CATCH = {"what": "A quick thought about Fern's accent", "when_noticed": "same-day"}


def written(ally, practice="catch", *options, **answers):
    said = ally("write", practice, "--answers", ally.answers(**answers or CATCH), *options)
    assert said.code == 0, said.err
    return said.out.strip()


def test_writing_prints_the_id_and_nothing_else(ally):
    said = ally("write", "catch", "--answers", ally.answers(**CATCH))
    assert re.fullmatch(r"[0-9a-f-]{36}\n", said.out)
    assert said.err == ""


def test_what_was_written_is_listed(ally):
    entry = written(ally)
    (row,) = ally("list", "--json").json["entries"]
    assert row["id"] == entry
    assert set(row) == {
        "id", "practice", "title", "day", "created", "people", "tags", "excerpt",
    }  # fmt: skip
    assert (row["practice"], row["day"]) == ("catch", "2026-03-02")


def test_an_empty_list_is_json_too(ally):
    assert ally("list", "--json").json == {"entries": []}


def test_the_newest_stands_first(ally):
    first = written(ally, "catch", "--at", "2026-03-01T10:00")
    last = written(ally, "catch", "--at", "2026-03-02T08:00")
    middle = written(ally, "catch", "--at", "2026-03-01T11:00")
    rows = ally("list", "--json").json["entries"]
    assert [row["id"] for row in rows] == [last, middle, first]


def test_a_search_finds_by_words(ally):
    written(ally, what="moss and ivy")
    birch = written(ally, what="a birch")
    assert [row["id"] for row in ally("list", "birch", "--json").json["entries"]] == [birch]


@pytest.mark.parametrize(
    "given",
    [("catch", CATCH), ("debrief", {"facts": "A call", "fits": {"fits": "haste", "against": "b"}})],
)
def test_an_entry_has_the_same_head_in_the_list_and_by_itself(ally, given):
    practice, answers = given
    shown = ally("show", written(ally, practice, **answers), "--json").json
    (row,) = ally("list", "--json").json["entries"]
    assert {key: shown[key] for key in row} == row


def test_showing_adds_the_answers(ally):
    entry = written(ally)
    shown = ally("show", entry, "--json").json
    assert [answer["key"] for answer in shown["answers"]] == ["what", "when_noticed"]
    assert set(shown["answers"][0]) == {"key", "question", "kind", "value"}
    assert shown["answers"][1]["value"] == "same-day"


def test_a_later_note_is_shown_below(ally):
    entry = written(ally)
    with ally.session.opened(Path(ally.journal), lambda: PASSPHRASE) as journal:
        journal.writing.add_note(entry, "The ivy heard of it")
    assert ally("show", entry).out.endswith("The ivy heard of it\n")


def test_a_later_note_has_its_day_where_the_entry_was_written(ally):
    ally.clock.zone_name = "Pacific/Kiritimati"
    entry = written(ally)
    ally.clock.move(timedelta(hours=2))
    with ally.session.opened(Path(ally.journal), lambda: PASSPHRASE) as journal:
        journal.writing.add_note(entry, "The ivy heard of it")
    there = ally.clock.instant.astimezone(ZoneInfo("Pacific/Kiritimati")).date()
    assert there > ally.clock.instant.date()
    assert f"\n{there}\nThe ivy" in ally("show", entry).out


def test_showing_as_text_has_the_question_and_the_answer(ally):
    said = ally("show", written(ally))
    assert CATCH["what"] in said.out


def test_what_could_steer_a_terminal_is_not_shown(ally):
    entry = written(ally, what="moss\x1b]0;ivy\x07\x9b31m")
    assert not re.search("[\x1b\x07\x9b]", ally("show", entry).out + ally("list").out)


def test_answers_and_passphrase_may_both_come_from_standard_input(ally):
    stdin = "amber fern under slate\n" + json.dumps(CATCH)
    options = ("--answers", "-", "--passphrase-file", "-")
    assert ally.bare("write", ally.journal, "catch", *options, stdin=stdin).code == 0


@pytest.mark.parametrize(
    ("practice", "answers", "says"),
    [
        ("gardening", "{}", "There is no practice “gardening”"),
        ("catch", '{"colour": "teal"}', "no step “colour”"),
        ("catch", '{"when_noticed": "never"}', "“when_noticed”"),
        ("catch", '["moss"]', "one JSON object"),
        ("catch", '{"what": "a\\u0000b"}', "cannot be kept"),
        ("catch", '{"what": "\\ud800"}', "cannot be kept"),
        ("catch", "{", "not JSON"),
    ],
)
def test_answers_that_do_not_fit_are_one_sentence_and_keep_nothing(ally, practice, answers, says):
    said = ally("write", practice, "--answers", ally.file("answers", answers))
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert ally("list", "--json").json == {"entries": []}


@pytest.mark.parametrize("at", ["tomorrow", "2031-01-01T10:00", "1066-10-14"])
def test_a_moment_that_cannot_be_is_refused(ally, at):
    said = ally("write", "catch", "--answers", ally.answers(**CATCH), "--at", at)
    assert said.code == 1
    assert "not a moment" in said.err


@pytest.mark.parametrize("entry", ["0", "", "\udcff", "moss"])
def test_an_unknown_entry_is_one_sentence(ally, entry):
    said = ally("show", entry)
    assert said.code == 1
    assert "no entry with this id" in said.err


def test_no_promises_is_an_empty_list(ally):
    assert ally("promises", "--json").json == {"promises": []}


def test_a_plan_leaves_a_promise(ally):
    written(ally, "plan", **PLAN)
    (promise,) = ally("promises", "--json").json["promises"]
    assert promise["state"] == "planned"
    assert promise["text"] in ally("promises").out


PLAN = {
    "wish": "I listen to the end",
    "ifthen": {"if": "Fern speaks", "then": "I wait for a breath"},
}
