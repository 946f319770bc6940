"""What a person wrote is shown whole, and can do nothing."""

import random
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from ally_journal.formats import rendering as the_gate
from ally_journal.formats.rendering import TAGS, _cleaned, _new_markdown, plain, rendered
from tests.pace import paced

HOSTILE = {
    "file": '<img src="file:///etc/passwd">',
    "file in markdown": "![x](file:///etc/passwd) [x](file:///etc/passwd)",
    "UNC": r'<img src="\\host\share\x.png"> ![x](\\host\share) <\\host\share>',
    "host": '<img src="//host/x.png"> ![x](//host/x.png) [x](//host/x)',
    "data": '<a href="data:text/html;base64,PHN2Zz4=">x</a> [x](data:text/html,x)',
    "javascript": "[x](javascript:alert(1)) [x](JaVa\tScRiPt:alert(1)) <javascript:alert(1)>",
    "entity": "[x](&#106;avascript:alert(1)) [x](javascript&colon;alert(1))",
    "reference": "[x]\n\n[x]: javascript:alert(1)",
    "script": "<script>alert(1)</script>\n\n<script src=//host/x.js></script>",
    "svg": '<svg onload="alert(1)"><use href="//host/x.svg#a"/></svg>',
    "style": '<style>@import url(//host/x.css)</style><p style="background:url(//host/x)">',
    "background": '<body background="//host/x"><table background="//host/y">',
    "frames": '<iframe src="//host"></iframe><object data="//host"><embed src="//host">',
    "form": '<form action="//host"><input name=x autofocus onfocus=alert(1)></form>',
    "meta": '<meta http-equiv="refresh" content="0;url=//host"><base href="//host">',
    "link": '<link rel="stylesheet" href="//host"><video poster="//host"><audio src="//host">',
    "math": '<math><mi xlink:href="//host">x</mi></math>',
    "attribute": '[x](http://a" onmouseover="alert(1)) [x](http://a "t\\" onclick=\\"alert(1)")',
    "comment": "<!-- <img src=//host> --!><img src=//host>",
    "stash": "\x02klzzwxh:0000\x03 \x02amp\x03 \x02wzxhzdk:0\x03",
    "nested div": "<div>" * 20_000,
    "nested quote": ">" * 20_000 + "x",
    "nested quotes": "\n".join(">" * depth + " x" for depth in range(1_000)),
    "nested list": "\n".join("    " * depth + "- x" for depth in range(400)),
    "nested list in a line": "- " * 20_000 + "x",
    "brackets": "[" * 100_000,
    "pictures": "![" * 100_000,
    "links": "[a](" * 25_000,
    "most brackets": "![a][" * 400 + "x" * 90_000,
    "stars": "*a **b ***c " * 10_000,
    "underlines": "_" * 100_000,
    "ticks": "`" * 99_999 + " " + "``` `" * 1_000,
    "wide table": "|" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "a|b\n" * 1_000,
    "long table": "a|b\n-|-\n" + "a|b\n" * 25_000,
    "table of twenty": "a|" * 20 + "\n" + "-|" * 20 + "\n" + "a\n" * 1_500,
    "headings": "# a\n" * 25_000,
    "setext": "a\n===\n" * 16_000,
    "entities": "&amp;&#0;&#x110000;&bogus;" * 4_000,
    "a million letters": "a *b* " * 166_666,
    "blanks": " " * 99_999 + "*",
    "blank lines": "*a*" + "\n \n" * 30_000,
    "definitions": "[a]: b\n" * 14_000,
}


class Outline(HTMLParser):
    """The tags and attributes of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


def assert_harmless(html: str) -> None:
    outline = Outline(html)
    assert outline.tags <= TAGS
    for tag, name, value in outline.attributes:
        assert (tag, name) in {("a", "href"), ("a", "rel"), ("ol", "start")}
        assert name != "href" or re.match(r"(https?|mailto):", value)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_harmless_and_quick(name):
    rendered("*warm*")
    with paced() as taken:
        html = rendered(HOSTILE[name])
    assert taken.seconds < 1
    assert_harmless(html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("I said <nothing> & <3", "<p>I said &lt;nothing&gt; &amp; &lt;3</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("", ""),
        ("C:\\new", "<p>C:\\new</p>"),
    ],
)
def test_markdown_is_shown(text, html):
    assert rendered(text) == html


def test_links_lead_out_safely():
    html = rendered("[a](https://fern.example/x?y=1&z=2) ![moss](http://fern.example/m.png)")
    assert html.count('rel="noopener noreferrer nofollow"') == 2
    assert 'href="http://fern.example/m.png"' in html
    assert "<img" not in html


def test_headings_stand_below_the_page():
    assert rendered("# a\n\n###### b", below=3) == "<h4>a</h4>\n<h6>b</h6>"
    assert rendered("# a") == "<h1>a</h1>"


def test_tables_are_shown_without_styles():
    html = rendered("a | b\n:-: | -\n1 | 2")
    assert "<td>1</td>" in html
    assert "style" not in html


def test_too_much_is_shown_as_plain_text():
    assert rendered("[" * 1_000) == f"<p>{'[' * 1_000}</p>"
    assert "<strong>" not in rendered("**a** " * 20_000)


def test_what_is_nested_too_deeply_to_show_is_plain_text():
    assert rendered("- " * 15 + "**x**").startswith("<ul>")
    assert rendered("- " * 20 + "**x**").startswith("<p>")
    assert rendered("- " * 21 + "**x**") == f"<p>{'- ' * 21}**x**</p>"
    assert rendered("\n".join("> - " * 12 + "x" for _ in range(2))).startswith("<p>")


def test_a_page_that_goes_too_deep_does_not_spoil_the_next(monkeypatch):
    monkeypatch.setattr(the_gate, "_is_moderate", lambda _: True)
    assert rendered("- " * 5_000 + "**x**").startswith("<p>- - -")
    assert rendered("**x**") == "<p><strong>x</strong></p>"


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("aé *_`[]()<>#&\\|~!:/-+=.1\"'\n\t\0\x02\x03") | st.characters()))
def test_whatever_is_written_is_harmless(text):
    assert_harmless(rendered(text))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab c.,;:!?'\"()~-\n ") | st.characters(exclude_categories=("C",))))
def test_prose_takes_the_short_way_to_the_same_page(text):
    if rendered(text) == plain(text):
        whole = _cleaned(_new_markdown().convert(text))
        assert Outline(whole).text.split() == Outline(plain(text)).text.split()


def test_random_markup_of_any_size_is_quick():
    chance = random.Random(11)  # noqa: S311 the same at every run, no secret
    pieces = ["*", "**", "_", "`", "[", "](", ")", "<", ">", "&", "\n", "\n\n", "- ", "    ", "# ",
              "a ", "|", "-|-", "> ", "1. ", "![", "\\", "http://a ", "==="]  # fmt: skip
    for _ in range(40):
        text = "".join(chance.choices(chance.sample(pieces, 5), k=20_000))
        with paced() as taken:
            assert_harmless(rendered(text))
        assert taken.seconds < 1, text[:80]
