"""A practice that anybody may have written: right, or refused in no time with key and reason."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.own_practice import is_same, read_own, text_of, with_version
from ally_journal.errors import PracticeFileError
from tests.pace import paced

HEAD = 'id = "thanks"\ntitle = "A thank-you"\nclosing = "Said, it counts."\n'
STEP = '[[steps]]\nkey = "what"\nquestion = "What did they do?"\nkind = "text"\n'
WHOLE = HEAD + STEP
SIZE = 250 * 1024


def refused(text):
    with pytest.raises(PracticeFileError) as caught:
        read_own(text, "mine.toml")
    return caught.value


def test_a_right_file_is_a_practice_of_ones_own():
    practice = read_own(WHOLE)
    assert (practice.id, practice.title, practice.source) == ("thanks", "A thank-you", "own")


def test_the_file_the_key_and_the_reason_are_told():
    error = refused(HEAD + 'oops = "x"\n' + STEP)
    assert (error.file, error.key, error.reason) == ("mine.toml", "oops", "there is no such key")


HOSTILE = {
    "deep key": "a" + ".a" * (SIZE // 2) + " = 1",
    "deep heading": "[a" + ".a" * (SIZE // 2) + "]",
    "deep quoted heading": '["a"' + ' . "a b"' * 9 + "]",
    "deep arrays": "a = " + "[" * SIZE,
    "deep tables": "a = " + "{a=" * (SIZE // 3),
    "endless number": "a = " + "9" * SIZE,
    "escapes": 'a = "' + "\\n" * (SIZE // 2) + '"',
    "many headings": "".join(f"[a{n}]\n" for n in range(24_000)),
    "many deep headings": "".join(f"[k{n}.a.b.c.d.e.f.g]\n" for n in range(9_000)),
    "many headings of four names": "".join(f"[k{n}.a.b.c]\n" for n in range(15_000)),
    "many keys of four names": "".join(f"k{n}.a.b.c=1\n" for n in range(16_000)),
    "many deep keys": "".join(f"k{n}.a.b.c.d.e.f.g=1\n" for n in range(9_000)),
    "many steps": HEAD + STEP * 3_500,
    "large version": f"version = {'9' * 4000}\n" + WHOLE,
    "version": "version = 1000001\n" + WHOLE,
    "long name": f'"{"k" * SIZE}" = 1',
    "loop of offers": WHOLE + '[[offers]]\npractice = "thanks"\nlabel = "Again"\n',
    "larger than all": "#" * (256 * 1024 + 1),
    "surrogate": 'title = "\\ud800"',
    "nothing": "",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_a_second(name):
    with paced() as taken:
        error = refused(HOSTILE[name])
    assert taken.seconds < 1
    assert len(error.key) <= 160
    assert len(error.reason) <= 160


def test_a_file_of_too_many_lines_is_not_looked_into():
    assert read_own(WHOLE + "\n" * 3900).title == "A thank-you"
    assert refused(WHOLE + "\n" * 4000).reason == "it has more than 4,000 lines"


@pytest.mark.parametrize("hidden", ["\\u0007", "\\u202e", "\\u0000", "\\u2028", "\\u007f"])
def test_what_cannot_be_seen_is_refused(hidden):
    error = refused(WHOLE.replace("A thank", f"A {hidden}thank"))
    assert (error.key, error.reason) == ("title", "it holds a character that cannot be seen")


def test_a_place_in_a_list_is_told_by_its_number():
    error = refused(WHOLE + f'help = "{"x" * 2001}"\n')
    assert (error.key, error.reason) == ("steps[0].help", "it is too long")


def test_a_title_is_a_line():
    assert refused(WHOLE.replace("A thank-you", "y" * 121)).key == "title"


def test_joined_emoji_and_scripts_are_text():
    assert read_own(WHOLE.replace("A thank-you", "👩‍🌾 می‌خواهم")).title == "👩‍🌾 می‌خواهم"


def test_names_of_tables_are_looked_at_too():
    error = refused(HEAD + 'lists = { "m\\u0007" = ["a", "b"] }\n' + STEP)
    assert error.key == "lists.m"


def test_bytes_become_text_with_one_kind_of_line_end():
    assert text_of("\ufeffa = 1\r\n".encode(), "x") == "a = 1\n"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a" * (256 * 1024 + 1)])
def test_bytes_that_are_no_practice_file_are_refused(content):
    with pytest.raises(PracticeFileError):
        text_of(content, "x.toml")


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_any_text_is_a_practice_or_refused(text):
    try:
        read_own(text)
    except PracticeFileError as error:
        assert error.reason  # noqa: PT017 either way is right


@given(st.lists(st.sampled_from([*WHOLE.splitlines(), "when = { what = 'x' }", "version = 2"])))
def test_any_lines_of_a_practice_are_one_or_refused(lines):
    try:
        read_own("\n".join(lines))
    except PracticeFileError as error:
        assert error.reason  # noqa: PT017 either way is right


def test_a_version_is_written_where_there_was_none():
    text = with_version(WHOLE, 3)
    assert tomllib.loads(text)["version"] == 3
    assert text.endswith(WHOLE)


def test_a_version_is_changed_in_its_line_and_comments_stay():
    text = with_version("# Mine.\nversion = 2  # of spring\n" + WHOLE, 7)
    assert text.startswith("# Mine.\nversion = 7  # of spring\n")


def test_words_that_look_like_a_version_stay():
    text = 'title = """\nversion = 2\n"""\n' + STEP
    assert tomllib.loads(with_version(text, 5)) == {**tomllib.loads(text), "version": 5}


def test_a_version_that_cannot_be_written_is_left():
    text = '"version" = 2\n' + WHOLE
    assert with_version(text, 3) == text


def test_files_say_the_same_whatever_their_version_and_comments():
    assert is_same(WHOLE, "# Mine.\nversion = 4\n" + WHOLE)
    assert not is_same(WHOLE, WHOLE.replace("they", "he"))
