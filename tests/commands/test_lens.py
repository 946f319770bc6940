"""Words to look at again, from the command line."""

LOADED = "Grüße 🙂\r\nShe is lazy.\n"
START = LOADED.index("She")


def test_a_file_is_looked_at_again(empty):
    said = empty.bare("lens", empty.file("a.txt", LOADED), "--json")
    question = "Swap the trait for the act: what did you see or hear?"
    assert said.json == {
        "hits": [
            {
                "start": START,
                "end": START + 11,
                "text": "She is lazy",
                "rule": "L10",
                "question": question,
            }
        ]
    }


def test_standard_input_is_read_without_a_file(empty):
    from_input = empty.bare("lens", stdin=LOADED)
    assert from_input == empty.bare("lens", "-", stdin=LOADED)
    assert from_input.out.startswith(f"{START}-{START + 11}  L10  She is lazy  Swap")


def test_a_hit_over_two_lines_is_shown_on_one(empty):
    said = empty.bare("lens", stdin="She is\nso lazy")
    assert said.out.count("\n") == 1
    assert "She is so lazy" in said.out


def test_nothing_found_is_an_empty_list(empty):
    assert empty.bare("lens", "--json", stdin="").json == {"hits": []}
    assert empty.bare("lens", stdin="The fan is loud.").out == ""


def test_a_file_that_is_not_there_is_one_sentence(empty):
    said = empty.bare("lens", str(empty.folder / "none.txt"))
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)


def test_bytes_that_are_no_text_are_refused(empty):
    assert empty.bare("lens", stdin=b"\xff\xfe").code == 1


def test_a_text_that_no_person_wrote_is_refused(empty, monkeypatch):
    monkeypatch.setattr("ally_journal.commands.lens.MOST_BYTES", 10)
    said = empty.bare("lens", stdin="x" * 11)
    assert (said.code, said.out) == (1, "")
    assert "16 MiB" in said.err


def test_no_words_of_the_text_stand_in_an_error(empty):
    assert "lazy" not in empty.bare("lens", stdin=b"She is lazy \xff").err
