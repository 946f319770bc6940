"""The HTML export is one page that loads nothing, runs nothing and tells only what was chosen."""

import base64
import hashlib
import random
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from ally_journal.formats.html_export import html_chunks
from ally_journal.formats.html_style import STYLE
from ally_journal.formats.rendering import TAGS
from tests.formats.entries import SECRET_ID, WORDING, answer, entry
from tests.formats.test_rendering import HOSTILE
from tests.pace import paced

PAGE_TAGS = frozenset(
    {"html", "head", "meta", "title", "style", "body", "header", "main", "article", "section",
     "div", "dl", "dt", "dd", "time"}
)  # fmt: skip
PAGE_ATTRIBUTES = frozenset(
    {"lang", "charset", "http-equiv", "content", "name", "aria-labelledby", "id", "dir", "class",
     "datetime", "href", "rel", "start"}
)  # fmt: skip
VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """A page read back, with whether every tag is closed where it was opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: dict[str, set[str]] = {}
        self.text = ""
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value or "")
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


def exported(*entries, language: str = "en") -> str:
    return "".join(html_chunks(entries, replace(WORDING, language=language)))


def everywhere(text: str):
    """An entry that holds a text in every place where text can be."""
    return entry(
        answer(text), answer(text, "text", text), answer([text], "list"), answer({"a": text}),
        title=text, notes=(text,), people=(text,), tags=(text,),
    )  # fmt: skip


def assert_stands_alone(html: str) -> Page:
    page = Page(html)
    assert page.open == []
    assert set(page.tags) <= TAGS | PAGE_TAGS
    assert set(page.attributes) <= PAGE_ATTRIBUTES
    assert all(re.match(r"(https?|mailto):", link) for link in page.attributes.get("href", ()))
    assert not re.search(r"url\(|@import", STYLE)
    return page


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name):
    assert_stands_alone(exported(everywhere(HOSTILE[name])))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("<>/\"'&=a -!#`") | st.characters(codec="utf-8"), max_size=40))
def test_the_outline_is_ours_whatever_is_written(text):
    page = assert_stands_alone(exported(everywhere(text), entry(answer("last"))))
    assert page.tags.count("article") == 2
    assert page.tags.count("h1") == 1
    assert page.tags.count("h2") == 2


def test_the_page_may_load_nothing():
    html = exported(entry(answer("x")))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert policy is not None
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert "default-src &#x27;none&#x27;" in policy[1]
    assert f"sha256-{digest}" in policy[1]


def test_it_has_landmarks_a_language_and_headings():
    page = Page(exported(entry(answer("x")), language="pt"))
    assert page.attributes["lang"] == {"pt"}
    assert {"header", "main", "article", "section", "h1", "h2", "h3", "time"} <= set(page.tags)


def test_what_was_written_is_there():
    page = Page(exported(everywhere("moss & fern <3")))
    assert page.text.count("moss & fern <3") == 9
    assert "Private reflection. Not a work record." in page.text


def test_no_ids_no_keys_and_no_title_go_out():
    html = exported(entry(answer("x"), title="canary", notes=("y",)))
    assert SECRET_ID not in html
    assert "secret_key" not in html
    assert "<title>Journal</title>" in html


def test_the_set_that_goes_out_is_the_set_that_was_chosen():
    chance = random.Random(5)  # noqa: S311 the same at every run, no secret
    entries = [entry(answer(f"canary{number:03}")) for number in range(100)]
    for _ in range(50):
        chosen = set(chance.sample(range(100), chance.randrange(20)))
        html = exported(*(entries[number] for number in chosen))
        assert {int(found) for found in re.findall(r"canary(\d+)", html)} == chosen


def test_a_thousand_entries_go_out_quickly():
    one = entry(answer("A plain day by the harbour.\n" * 20), answer("It was *hard*."))
    exported(one)
    with paced() as taken:
        exported(*[one] * 1_000)
    assert taken.seconds < 3
