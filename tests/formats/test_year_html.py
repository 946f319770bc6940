import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from ally_journal.domain.year_words import YearItem, YearPart
from ally_journal.formats.html_style import POLICY
from ally_journal.formats.year_html import year_html
from ally_journal.formats.year_markdown import escaped, year_markdown

HOSTILE = '<img src=x onerror="a()"> [b](http://c) *d* & `e`'
PART = YearPart(
    "done", "Promises that were done", ("A line",), (YearItem("ask Fern", "2 March"),), "A note"
)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    @override
    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    @override
    def handle_data(self, data):
        self.text.append(data)


def read(*parts, title="2026"):
    reader = Reader()
    reader.feed("".join(year_html(title, "So far", parts)))
    return reader


def test_the_page_holds_every_part():
    text = " ".join(" ".join(read(PART).text).split())
    for words in ("2026", "So far", "Promises that were done", "A line", "2 March", "ask Fern"):
        assert words in text


def test_the_page_loads_nothing_and_runs_nothing():
    page = "".join(year_html("2026", "So far", [PART]))
    assert "http" not in re.sub(r'http-equiv="', "", page)
    assert "script" not in {tag for tag, _attrs in read(PART).tags}
    policies = [attrs.get("content") for tag, attrs in read(PART).tags if tag == "meta"]
    assert POLICY in policies


@given(st.text(max_size=60))
def test_what_was_written_is_text_and_nothing_else(words):
    part = YearPart("done", words, (words,), (YearItem(words, words),), words)
    page = read(part, title=words)
    assert {tag for tag, _attrs in page.tags} <= {tag for tag, _attrs in read(PART).tags}


def test_hostile_words_stay_words():
    part = YearPart("done", HOSTILE, (HOSTILE,), (YearItem(HOSTILE, HOSTILE),), HOSTILE)
    assert not {tag for tag, _attrs in read(part).tags} & {"img", "a", "code"}


def test_markdown_has_a_heading_a_part_and_escapes_words():
    part = YearPart("done", "Done", (), (YearItem(HOSTILE, "2 March"),), "A note")
    text = year_markdown("So far", [part])
    assert text.startswith("So far\n\n## Done\n\n- 2 March: \\<img")
    assert r"\[b\](http://c) \*d\*" in text
    assert text.endswith("*A note*")


@given(st.text(max_size=60))
def test_escaped_words_are_one_line(words):
    assert "\n" not in escaped(words)
