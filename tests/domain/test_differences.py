"""What changed between two wordings: nothing is lost, and only what changed is marked."""

from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.differences import Answered, Kind, Stretch, compared, differences

SAME, ADDED, GONE = Kind.SAME, Kind.ADDED, Kind.TAKEN_OUT
TEXTS = st.text(alphabet="ab é’\n.花火", max_size=60)


def of_kind(stretches, *kinds):
    return "".join(one.text for one in stretches if one.kind in kinds)


def tidy(text):
    return text.split()


@given(TEXTS, TEXTS)
def test_the_later_wording_is_whole(before, after):
    assert of_kind(compared(before, after), SAME, ADDED) == after


@given(TEXTS, TEXTS)
def test_of_the_earlier_wording_only_spaces_may_differ(before, after):
    kept = of_kind(compared(before, after), SAME, GONE)
    assert "".join(tidy(kept)) == "".join(tidy(before))


def test_one_word_for_another_is_two_stretches():
    found = compared("Fern said yes.", "Fern said no.")
    assert found == (
        Stretch(SAME, "Fern said "),
        Stretch(GONE, "yes"),
        Stretch(ADDED, "no"),
        Stretch(SAME, "."),
    )


def test_a_word_at_the_end_stays_the_same_when_more_comes_after_it():
    found = compared("Fern left", "Fern left early")
    assert found == (Stretch(SAME, "Fern left "), Stretch(ADDED, "early"))


def test_scripts_without_spaces_are_compared_sign_by_sign():
    assert of_kind(compared("花火大会", "花火見物"), SAME) == "花火"


def test_the_same_text_is_one_stretch_and_no_text_is_none():
    assert compared("a b", "a b") == (Stretch(SAME, "a b"),)
    assert compared("", "") == ()


def test_a_long_text_with_one_change_is_told_apart_at_once():
    lines = [f"line {number} of many words in a row\n" for number in range(5_000)]
    after = [*lines[:2_500], "a new line\n", *lines[2_500:]]
    assert of_kind(compared("".join(lines), "".join(after)), ADDED) == "a new line\n"


def test_two_long_texts_without_lines_are_told_apart_as_a_whole():
    before, after = "a " * 3_000, "b " * 3_000
    assert compared(before, after) == (Stretch(GONE, before), Stretch(ADDED, after))


def test_each_question_tells_what_became_of_its_answer():
    before = [Answered("a", "A?", "one"), Answered("b", "B?", "two"), Answered("c", "C?", "three")]
    after = [Answered("a", "A?", "one"), Answered("c", "C?", "four"), Answered("d", "D?", "five")]
    found = differences(before, after)
    assert [(one.question, one.kind) for one in found] == [
        ("A?", SAME),
        ("B?", GONE),
        ("C?", Kind.CHANGED),
        ("D?", ADDED),
    ]
