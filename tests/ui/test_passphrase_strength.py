"""How hard a passphrase is to guess."""

import subprocess
import sys

from ui.passphrase_strength import MOST_SCORED, strength_of

PROGRAM = """
import sys
from ui.passphrase_strength import strength_of
strength_of("")
print("zxcvbn" in sys.modules)
strength_of("fern")
print("zxcvbn" in sys.modules)
"""


def test_more_words_are_harder_to_guess():
    texts = ("", "password1", "marigold stairs", "marigold stairs forever")
    parts = [strength_of(text).part for text in texts]
    assert parts == sorted(parts)


def test_a_very_long_one_is_scored_and_not_refused():
    assert strength_of("fern " * 60).part > 0


def test_our_own_words_are_no_help():
    assert strength_of("allyjournal").part <= 0.25


def test_what_comes_after_the_first_72_letters_counts_for_nothing():
    easy = "a" * MOST_SCORED
    assert MOST_SCORED == 72
    assert strength_of(f"{easy}marigold heron under stairs") == strength_of(easy)
    assert strength_of(easy).part < strength_of("marigold heron under stairs").part


def test_the_word_lists_are_loaded_with_the_first_letter_and_not_before():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
