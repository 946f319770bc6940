from pathlib import Path

from ally_journal.journal import Journal

PASSPHRASE = "amber fern under slate"


def test_the_practices_are_listed_without_a_journal(empty):
    practices = empty.bare("practices", "--json").json["practices"]
    assert {"debrief", "bias_check", "mistake", "action", "catch"} <= {
        one["id"] for one in practices
    }


def test_a_practice_has_its_steps(empty):
    one = empty.bare("practices", "catch", "--json").json
    assert {"id", "title", "minutes", "steps"} == set(one)
    step = next(step for step in one["steps"] if step["key"] == "when_noticed")
    assert {"key", "question", "help", "kind", "options", "short"} == set(step)
    assert {"id", "label"} == set(step["options"][0])


def test_practices_are_shown_as_lines(empty):
    assert "catch  " in empty.bare("practices").out
    assert "when_noticed" in empty.bare("practices", "catch").out


def test_an_unknown_practice_is_one_sentence(empty):
    said = empty.bare("practices", "gardening")
    assert (said.code, said.out) == (1, "")
    assert "gardening" in said.err


def test_a_journal_brings_its_own_practices(ally):
    files = ("--journal", ally.journal, "--passphrase-file", ally.secret)
    assert ally.bare("practices", *files, "--json").json["practices"]


def test_the_demonstration_tells_each_file(empty):
    made = []

    def make_demo(folder):
        made.append(folder)
        yield folder / "one.png"

    empty.with_demo(make_demo)
    said = empty.bare("demo", "--to", str(empty.folder / "demo"))
    assert (said.code, said.out) == (0, f"{empty.folder / 'demo' / 'one.png'}\n")
    assert made == [empty.folder / "demo"]


def test_without_a_window_there_is_no_demonstration(empty):
    assert empty.bare("demo", "--to", "x").code == 1


OWN = """id = "thanks"
title = "A thank-you"
closing = "Said, it counts."
[[steps]]
key = "what"
question = "What did they do?"
kind = "text"
"""


def test_a_practice_of_ones_own_is_listed_and_written(ally):
    journal = Journal.open(Path(ally.journal), PASSPHRASE, ally.clock)
    journal.own_practices.keep(OWN)
    journal.close()
    secret = ("--passphrase-file", ally.secret)
    one = ally.bare("practices", "thanks", "--journal", ally.journal, *secret, "--json").json
    assert [step["question"] for step in one["steps"]] == ["What did they do?"]
    answers = ally.answers(what="Held the door.")
    written = ally("write", "thanks", "--answers", answers).out.strip()
    shown = ally("show", written, "--json").json
    assert shown["title"] == "Held the door."
