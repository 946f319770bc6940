"""What became of a paragraph since it went out."""

import time

import pytest

from ally_journal.services.telling import digest_of, found_again

THEN = ("I waited.", "I talked over Juniper in the meeting.", "It was late.")
BEFORE = {f"1.{at}": digest_of(text) for at, text in enumerate(THEN, 1)}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (THEN, (THEN[1], False)),
        ((THEN[1],), (THEN[1], False)),
        (("New.", *THEN), (THEN[1], False)),
        ((THEN[0], "I talked over Juniper in the long meeting.", THEN[2]),
         ("I talked over Juniper in the long meeting.", True)),
        ((THEN[0], THEN[2]), (None, True)),
        ((THEN[0], "Something else altogether.", THEN[2]), (None, True)),
        ((), (None, True)),
    ],
)  # fmt: skip
def test_a_paragraph_is_found_again(now, told):
    assert found_again(THEN[1], "1.2", BEFORE, now) == told


def test_the_only_paragraph_of_an_answer_is_the_one_that_was_edited():
    before = {"1.1": digest_of("Moss.")}
    assert found_again("Moss.", "1.1", before, ["All of it anew."]) == ("All of it anew.", True)


def test_two_spellings_have_one_digest():
    assert digest_of("caf\u00e9") == digest_of("cafe\u0301")


def test_long_paragraphs_are_compared_in_no_time():
    long = "the moss and the fern " * 20_000
    began = time.monotonic()
    assert found_again(long, "1.1", {}, [f"{long} once", "ivy"]) == (f"{long} once", True)
    assert time.monotonic() - began < 5
