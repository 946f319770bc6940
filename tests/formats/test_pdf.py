"""Entries as a PDF, read back."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ally_journal.formats.pdf import A4, LETTER, paper_of_entries
from tests.formats.entries import SECRET_ID, WORDING, answer, entry
from tests.formats.paper_text import read, words

LONG = "x" * 400


def paper(*entries, size=A4):
    return paper_of_entries(entries, WORDING, size)


def test_what_was_written_is_read_back():
    one = entry(answer("Moss *at* the wall"), people=("Wren",), tags=("work",), notes=("Later",))
    text = words(paper(one).data)
    for part in ("Fern", "14/3/2026 · After a hard talk", "People: Wren", "Tags: work"):
        assert part in text
    assert "What happened? Moss at the wall" in text
    assert "Later note, 14/3/2026 Later" in text


def test_every_page_says_what_it_is_not_and_which_it_is():
    made = read(paper(*[entry(answer("Moss.\n\n" * 60))] * 2).data)
    of = len(made.pages)
    assert of > 2
    for number, page in enumerate(made.pages, start=1):
        last = page.extract_text().splitlines()[-1]
        assert last == f"Private reflection. Not a work record. {number} of {of}"


def test_it_tells_nothing_of_whoever_made_it():
    made = read(paper(entry(answer("Moss"))).data)
    assert made.metadata == {"/Title": "Journal", "/Creator": made.metadata["/Creator"]}
    assert made.xmp_metadata.xmp_create_date is None
    data = paper(entry(answer("Moss"))).data
    assert SECRET_ID.encode() not in data
    assert b"/home" not in data
    assert b"secret_key" not in data


def test_it_is_tagged_has_a_language_and_a_bookmark_for_each_entry():
    done = paper(entry(answer("Moss")), entry(answer("Ivy"), title="Ivy"))
    root = read(done.data).trailer["/Root"]
    assert done.accessible
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert [one.title for one in read(done.data).outline[1]] == ["Fern", "Ivy"]


@pytest.mark.parametrize(("size", "height"), [(A4, 842), (LETTER, 792)])
def test_both_papers(size, height):
    page = read(paper(entry(answer("Moss")), size=size).data).pages[0]
    assert round(page.mediabox.height) == height


@pytest.mark.parametrize(
    "text",
    [
        "#let x = 1 #panic(\"no\") #read(\"/etc/hostname\")",
        "$ x^2 $ @label <tag> = Head",
        "\\ #{ } [ ] \u2028 \x07",
        "<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_nothing_that_was_written_is_markup(text):
    shown = words(paper(entry(answer(text, kind="text"))).data)
    for piece in text.replace("\x07", "").split():
        assert piece in shown


@pytest.mark.parametrize("text", [LONG, f"| a | b |\n|---|---|\n| {LONG} | {LONG} |", f"`{LONG}`"])
def test_a_long_word_stays_on_the_page_and_in_one_piece_for_a_reader(text):
    page = read(paper(entry(answer(text))).data).pages[0]
    ends = []
    page.extract_text(
        visitor_text=lambda told, _cm, at, _font, size: ends.append(
            at[4] + 0.4 * size * max(map(len, told.split("\n")))
        )
    )
    assert max(ends) < float(page.mediabox.width)
    assert LONG in "".join(page.extract_text().split())


def test_a_long_table_goes_on_over_the_pages():
    rows = "\n".join(f"| moss{n} | ivy |" for n in range(120))
    made = read(paper(entry(answer(f"| a | b |\n|---|---|\n{rows}"))).data)
    text = "".join(page.extract_text() for page in made.pages)
    assert len(made.pages) > 2
    assert all(f"moss{n}" in text for n in range(120))


def test_right_to_left_text_is_read_whole():
    text = words(paper(entry(answer("שלום עולם, מה שלומך היום"), title="مرحبا بالعالم")).data)
    for word in ("שלום", "עולם", "מה", "היום", "مرحبا", "بالعالم"):
        assert word in unicodedata.normalize("NFKC", text)


def test_what_no_font_shows_is_named_and_the_rest_stands():
    done = paper(entry(answer("Moss \U000e0101\U0010fffd and 𐏿 ivy")))
    assert "𐏿" in done.missing
    assert not done.accessible
    assert read(done.data).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "ivy" in words(done.data)


def test_no_entry_makes_a_page_that_says_so_little():
    assert "Journal" in words(paper().data)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=6))
def test_whatever_is_written_can_be_set(texts):
    made = paper(*(entry(answer(text), title=text[:40]) for text in texts))
    assert len(read(made.data).pages) >= 1
