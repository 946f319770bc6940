import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.redaction_signs import GLUE, plain_letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ᴡʀᴇɴ", "wren"),
        ("🅦🅡🅔🅝 🅹🅾", "WREN JO"),
        ("Ⓦ ⓡ ⒠", "W r e"),
        ("take the Ⓜ to 🅿", "take the Ⓜ to 🅿"),
        ("a<b>c</b>", f"a{GLUE * 3}c{GLUE * 4}"),
        ("a <juniper> b", "a <juniper> b"),
    ],
)
def test_letters_and_tags_are_made_plain(text, plain):
    assert plain_letters(text) == plain


@given(st.text(st.characters(exclude_categories=()), max_size=100))
def test_every_place_stays(text):
    assert len(plain_letters(text)) == len(text)
