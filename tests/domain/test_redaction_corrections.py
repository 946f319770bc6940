from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.packet import BAR
from ally_journal.domain.redaction_corrections import corrected
from ally_journal.domain.redaction_values import Correction, MarkKind, Span

NAME = Span(5, 9, MarkKind.PERSON, "Person A", frozenset("1"))
ACTS = st.sampled_from(["blank", "keep", "person", "else"])
MANY = st.lists(st.builds(Correction, st.just("1"), st.integers(-5, 50), st.integers(-5, 50), ACTS))


def by(*corrections):
    spans = corrected([NAME], [Correction("1", *one) for one in corrections], 40)
    return [(one.start, one.end, one.kind.value, one.shown) for one in spans]


def test_a_part_of_a_name_that_is_blanked_blanks_the_whole():
    assert by((8, 12, "blank")) == [(5, 12, "blank", BAR)]


def test_what_is_kept_is_kept_whole():
    assert by((6, 7, "keep")) == []


def test_a_word_is_given_to_somebody():
    assert by((20, 24, "person", "Person B"))[1] == (20, 24, "person", "Person B")
    assert by((20, 24, "person"))[1] == (20, 24, "person", "someone")


def test_the_last_correction_wins():
    assert by((5, 9, "keep"), (5, 9, "blank")) == [(5, 9, "blank", BAR)]
    assert by((5, 9, "blank"), (5, 9, "keep")) == []


def test_what_is_no_place_or_act_changes_nothing():
    assert by((50, 60, "blank"), (9, 5, "blank"), (-4, 0, "keep"), (5, 9, "burn")) == by()


@given(MANY)
def test_corrected_spans_stand_apart_within_the_text(corrections):
    spans = corrected([NAME, Span(20, 30, MarkKind.WORD, BAR)], corrections, 40)
    places = [place for span in spans for place in (span.start, span.end)]
    assert places == sorted(places)
    assert all(0 <= place <= 40 for place in places)
