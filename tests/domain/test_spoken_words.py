"""Words that can be told over the telephone: enough of them, and none that is taken for another."""

import math
import random
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from ally_journal.domain.spoken_words import passphrase, same_words, spoken_words

EVERY = spoken_words()
DOC = Path(__file__).parents[2] / "docs" / "packet.md"
# How letters sound in English, roughly: enough to find sail beside sale.
SOUNDS = (
    ("eigh", "ei"), ("augh|ough", "o"), ("igh", "ai"), ("tch", "ch"), ("dge", "j"), ("ph", "f"),
    ("wh", "w"), ("^kn|^gn", "n"), ("^wr", "r"), ("mb$", "m"), ("ck", "k"), ("que$", "k"),
    ("qu", "kw"), ("x", "ks"), ("sc(?=[eiy])|c(?=[eiy])", "s"), ("sch", "sk"), ("c(?!h)", "k"),
    ("g(?=[ei])", "j"), ("z", "s"), ("gh", ""), (r"(.)\1", r"\1"),
    ("a(.)e$", r"ei\1"), ("i(.)e$", r"ai\1"), ("o(.)e$", r"ou\1"), ("u(.)e$", r"uu\1"),
    ("ee|ea|ie|ey$", "i"), ("ai|ay|ei|ey", "ei"), ("oa|ow|oe", "ou"), ("oo|ew|ue", "uu"),
    ("au|aw|al(?=k)", "o"), ("(er|or|ar|ur|re|our)$", "er"), ("ir|er|ur|ear", "er"), ("y", "i"),
    ("(le|el|al|il|ol|yl)$", "l"), ("e$", ""),
)  # fmt: skip


def sound(word: str) -> str:
    for letters, heard in SOUNDS:
        word = re.sub(letters, heard, word)
    return word


def test_there_are_two_thousand_and_forty_eight_short_plain_words():
    assert len(set(EVERY)) == len(EVERY) == 2048
    assert all(re.fullmatch("[a-z]{3,7}", word) for word in EVERY)
    assert list(EVERY) == sorted(EVERY)


def test_none_begins_another_or_sounds_like_it():
    assert not [pair for pair in pairwise(EVERY) if pair[1].startswith(pair[0])]
    heard = Counter(map(sound, EVERY))
    assert not [word for word in EVERY if heard[sound(word)] > 1]


def test_the_document_tells_how_much_six_words_are_worth():
    assert f"{6 * int(math.log2(len(EVERY)))} bits" in DOC.read_text("utf-8")


def test_six_words_are_drawn_evenly():
    chance = random.Random(4)  # noqa: S311 the same at every run
    drawn = [word for _ in range(4000) for word in passphrase(chance).split(" ")]
    assert len(drawn) == 24_000
    counts = Counter(drawn)
    assert len(counts) == 2048
    assert max(counts.values()) < 40


def test_as_many_words_as_asked_for():
    assert len(passphrase(random.SystemRandom(), 8).split()) == 8
    assert passphrase(random.SystemRandom()) != passphrase(random.SystemRandom())


@pytest.mark.parametrize(
    "typed",
    [
        "acorn apple moss", " Acorn  APPLE\tmoss\n", "acorn-apple-moss",
        "acorn\u2011apple\u2014moss",
        "acorn, apple, moss.", "ａｃｏｒｎ apple moss", "acorn\u00a0apple moss",
    ],
)  # fmt: skip
def test_small_slips_of_typing_do_not_count(typed):
    assert same_words(typed) == "acorn apple moss"


@pytest.mark.parametrize(
    "typed", ["My Own-Secret ", "acorn apple mos", "Acorn Apple 7", "", " ", "—"]
)
def test_what_a_person_chose_stays_as_it_is(typed):
    assert same_words(typed) == typed


def test_what_is_drawn_stays_as_it_is():
    drawn = passphrase(random.SystemRandom())
    assert same_words(drawn) == drawn


def test_a_letter_and_its_accent_are_one_however_they_were_typed():
    assert same_words("Gro\u0308ße am Fluss") == same_words("Größe am Fluss") == "Größe am Fluss"
