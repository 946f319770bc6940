import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.text import MOST_CHARACTERS, kept_text
from ally_journal.errors import BadText

WRITTEN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("moss\0ivy", "nul"),
        ("moss \ud83c", "surrogate"),
        ("\udfff", "surrogate"),
        ("x" * (MOST_CHARACTERS + 1), "too-long"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(text, reason):
    with pytest.raises(BadText) as caught:
        kept_text(text)
    assert caught.value.reason == reason
    assert "moss" not in str(caught.value)


def test_line_ends_are_made_one():
    assert kept_text("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_million_characters_are_kept():
    assert len(kept_text("x" * MOST_CHARACTERS)) == MOST_CHARACTERS


@given(WRITTEN)
def test_everything_else_stays_and_can_be_kept_again(text):
    kept = kept_text(text)
    assert kept.encode().decode() == kept == kept_text(kept)
    assert kept.replace("\n", "") == text.replace("\r", "").replace("\n", "")
