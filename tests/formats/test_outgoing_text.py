"""All that can be read in a finished file is looked at."""

import json

import pytest

from ally_journal.formats import outgoing_text
from ally_journal.formats.csv_export import csv_chunks
from ally_journal.formats.html_export import html_chunks
from ally_journal.formats.markdown_export import markdown_chunks
from ally_journal.formats.pdf import paper_of_entries
from tests.formats.entries import WORDING, answer, entry

ENTRY = entry(
    answer("Moss *at* [the wall](https://example.org/fern-path) & j\\_ivy"),
    title="Heron_one",
    people=("Wren",),
    tags=("reed",),
    notes=("Later",),
)


def finished(form):
    if form == "pdf":
        return paper_of_entries([ENTRY], WORDING).data
    made = {
        "html": lambda: html_chunks([ENTRY], WORDING),
        "markdown": lambda: markdown_chunks([ENTRY], WORDING),
        "csv": lambda: csv_chunks(lambda: [ENTRY], WORDING),
    }
    return "".join(made[form]()).encode()


@pytest.mark.parametrize("form", ["pdf", "html", "markdown", "csv"])
def test_every_word_is_seen(form):
    text = "\n".join(text for _place, text in outgoing_text.pieces_of(form, finished(form)))
    for word in ("Moss at", "j_ivy", "Heron_one", "Wren", "reed", "Later", "fern-path"):
        assert word in text


def test_a_pdf_tells_the_page_and_its_own_notes():
    places = [place for place, _text in outgoing_text.pieces_of("pdf", finished("pdf"))]
    assert places[0] == "page 1"
    assert {"the bookmarks", "the file’s own notes"} <= set(places)
    assert "Heron_one" in outgoing_text.of_pdf(finished("pdf"))


def test_a_page_shows_its_attributes_and_comments_and_not_its_style():
    data = (
        b'<html><head><title>One</title><style>p{}</style></head><body title="Two"><!-- Three -->'
    )
    text = outgoing_text.of_html(data + b"<p>F<b>ou</b>r</p><p>Five</p></body></html>")
    for word in ("One", "Two", "Three", "Four", "Five"):
        assert word in text
    assert "p{}" not in text


def test_json_shows_keys_and_texts():
    data = json.dumps({"moss": ["ivy", {"fern": "W**re**n"}], "n": 1}).encode()
    assert outgoing_text.of_json(data).split("\n") == ["moss", "ivy", "fern", "Wren", "n"]
