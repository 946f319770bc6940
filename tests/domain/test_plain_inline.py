"""The signs inside a paragraph."""

import pytest

from ally_journal.domain.plain_inline import without_signs

TEXTS = {
    "stress": ("**a** *b* __c__ _d_ ~~e~~ ***f***", "a b c d e f"),
    "within a word": ("J*unip*er and W**re**n", "Juniper and Wren"),
    "names of files": ("snake_case_name", "snake_case_name"),
    "no stress": ("2 * 3 * 4 and a_ b", "2 * 3 * 4 and a_ b"),
    "crossed": ("*a _b* c_", "a b c"),
    "never closed": ("**a", "**a"),
    "escapes": (r"\*a\* \_ \\ \a", r"*a* _ \ \a"),
    "code": ("`*a*` ``b`c`` `d", "*a* b`c `d"),
    "entities": ("Q&amp;A W&#114;en &#x57;ren AT&T &nosuch;", "Q&A Wren Wren AT&T &nosuch;"),
    "link": ("[Wr*en*](https://a.example/x_y_z)", "Wren (https://a.example/x_y_z)"),
    "link with a title": ('[a](<b c> "Fern")', 'a (b c "Fern")'),
    "link without words": ("[](https://a.example)", "https://a.example"),
    "link within a link": ("[![a](b.png)](c)", "a (b.png) (c)"),
    "mail": ("<fern@a.example> and <https://a.example>", "fern@a.example and https://a.example"),
    "no link": ("[a] (b) c] [d](e", "[a] (b) c] [d](e"),
    "html": ("<b>a</b>", "<b>a</b>"),
    "hard ends": ("a  \nb\\\nc", "a\nb\nc"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_left(name):
    text, left = TEXTS[name]
    assert without_signs(text) == left
