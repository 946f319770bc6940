"""What stays, what does not show and where it is copied to, in words."""

import pytest

from ally_journal import paper_errors, paper_words
from ally_journal.sentences import sentence


def test_what_stays_is_counted():
    assert paper_words.stays_words(0) == ""
    assert paper_words.stays_words(1) == "1 entry told in confidence stays here."
    assert paper_words.stays_words(3) == "3 entries told in confidence stay here."


def test_characters_that_do_not_show_are_named():
    assert paper_words.missing_words(()) == ""
    assert "𐏿" in paper_words.missing_words(("𐏿",)) or "U+103FF" in paper_words.missing_words(
        ("𐏿",)
    )
    many = paper_words.missing_words([chr(0x1F600 + n) for n in range(30)])
    assert many.startswith("30 characters")
    assert "😀 (U+1F600)" in many
    assert many.endswith("….")
    assert "\x07" not in paper_words.missing_words(("\x07",))


def test_a_folder_that_is_copied_is_named():
    assert paper_words.synced_words("") == ""
    assert "Dropbox" in paper_words.synced_words("Dropbox")


@pytest.mark.parametrize("error", [paper_errors.ToldInConfidence(), paper_errors.PaperFailed()])
def test_each_error_has_its_sentence(error):
    assert sentence(error) == paper_words.PAPER_WORDS[type(error)](error)
