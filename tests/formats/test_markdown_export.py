"""The Markdown export is readable, and nothing written in an answer leaves its place."""

import io
import re
import tracemalloc
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ally_journal.formats import markdown_export
from ally_journal.formats.markdown_export import markdown_chunks, own_words
from tests.formats.entries import SECRET_ID, WORDING, answer, entry
from tests.pace import paced

COMMONMARK = MarkdownIt("commonmark").enable("table")

REACHING = [
    "# Journal",
    "a\n===",
    "a\n-",
    "- - -",
    "```\nnever closed",
    "- a\n  ~~~\n  never closed",
    "> ```\n> never closed",
    "<!-- never closed",
    "<script>",
    "<pre>\n\nnever closed",
    "text <div>",
    "<![CDATA[ x",
    "<?php",
    "[Wren]: http://fern.example",
    "1. # in a list",
    "> > # in quotations",
    "    # in code",
    "a\n\t# tab",
]
PROSE = [
    "One line.",
    "Two\nlines",
    "*soft* and **strong**, `code`",
    "- a\n- b\n\n1. c",
    "> said so",
    "5 < 6, and <3",
    "a | b\n- | -\n1 | 2",
    "see https://fern.example",
]


def exported(*entries) -> str:
    return "".join(markdown_chunks(entries, WORDING))


def headings(text: str) -> list[str]:
    """The headings of the document itself, not those inside quotations or lists."""
    tokens = COMMONMARK.parse(text)
    return [
        f"{token.tag} {inline.content}"
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0
    ]


def test_an_entry_reads_well():
    one = entry(
        answer("It was *hard*.\nI stayed."),
        answer("7", "scale", "How strong?"),
        answer(["calm", "worried"], "choices", "What did you feel?"),
        answer("  ", "text", "Nothing said?"),
        people=("Wren",), tags=("repair",), notes=("It went on.",),
    )  # fmt: skip
    assert exported(one) == (
        "# Journal\n\nPrivate reflection. Not a work record.\n"
        "\n## Fern\n\n14/3/2026 · After a hard talk\n"
        "\nPeople: Wren\n\nTags: repair\n"
        "\n### What happened?\n\nIt was *hard*.\nI stayed.\n"
        "\n### How strong?\n\n7\n"
        "\n### What did you feel?\n\n- calm\n- worried\n"
        "\n### Later note, 14/3/2026\n\nIt went on.\n"
    )


def test_an_entry_without_a_title_has_its_practice_over_it():
    assert "\n## After a hard talk\n" in exported(entry(title=" \n "))


def test_no_ids_and_no_keys_go_out():
    text = exported(entry(answer("x"), notes=("y",)))
    assert SECRET_ID not in text
    assert "secret_key" not in text


@pytest.mark.parametrize("text", PROSE)
def test_prose_stays_as_it_was_typed(text):
    assert own_words(text) == text


@pytest.mark.parametrize("text", REACHING)
def test_what_could_reach_further_stands_as_a_quotation(text):
    assert own_words(text) == "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("text", [*REACHING, *PROSE])
def test_the_outline_is_ours(text):
    expected = ["h1 Journal", "h2 Fern", "h3 What happened?", "h3 Why?", "h3 Later note, 14/3/2026"]
    one = entry(answer(text), answer(text, "text", "Why?"), notes=(text,))
    assert headings(exported(one)) == expected


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("ab1 \n\t#=-_*`~<>!?/[]():.+|\\&;$") | st.characters(codec="utf-8")))
def test_the_outline_is_ours_whatever_is_written(text):
    one = entry(answer(text), answer(text, "text"), notes=(text,))
    own = headings(exported(one, entry(answer("last"))))
    assert own[-2:] == ["h2 Fern", "h3 What happened?"]
    assert len(own) == 5 + 2 * bool(text.strip())


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("ab1 #=-_*`~<>!?/[]():.+|\\&;$"), min_size=1))
def test_plain_words_are_shown_as_they_are(text):
    shown = COMMONMARK.render(exported(entry(title=f"a {text}")))
    told = re.search(r"<h2>(.*?)</h2>", shown)
    assert told is not None
    assert plain(told[1]).split() == f"a {text}".split()


def plain(html: str) -> str:
    assert not re.search(r"<[a-z]", html)
    return unescape(html)


def test_entries_are_taken_one_at_a_time():
    one = entry(answer("x" * 10_000))
    tracemalloc.start()
    with Path("/dev/null").open("w", encoding="utf-8") as stream:
        stream.writelines(markdown_chunks((one for _ in range(2_000)), WORDING))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize(
    "text", ["- " * 50_000 + "x", "[" * 100_000, "> " * 50_000, "=" * 99_999 + "x"]
)
def test_hostile_text_is_quick(text):
    stream = io.StringIO()
    with paced() as taken:
        stream.write(exported(entry(answer(text))))
    assert taken.seconds < 1


@given(st.text(st.sampled_from("aZ9é .-:#*_`&;~ \n(’"), max_size=12))
def test_text_that_is_told_to_be_plain_needs_no_escape(text):
    slowly = markdown_export._START.sub(  # every step of it, whatever the text
        r"\1\\", markdown_export._SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    )
    assert markdown_export.escaped(text) == slowly
