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
