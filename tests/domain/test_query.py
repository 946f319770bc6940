"""The search box: any text is a search, and it finds what a person would expect."""

import random
import unicodedata
from datetime import date

import pytest
import sqlcipher3
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.query import (
    Chip,
    Query,
    Term,
    as_text,
    chips,
    fts_match,
    parse,
    without,
)
from ally_journal.domain.words import index_text
from tests.pace import paced

TABLE = """CREATE VIRTUAL TABLE entry_text USING fts5 (
    title, body, people, tags, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3')"""

ODD = "\"'*^:(){}[]+-,.;!?~&|\\/<>=%#@_`´“”«»\0\n\t \ud800\udfff\u200b\u200d\ufeff\U0001f642山田ก็नि"


class Shelf:
    """An index like the journal's, with one body of text."""

    def __init__(self) -> None:
        self.connection = sqlcipher3.connect(":memory:")
        self.connection.execute(TABLE)

    def finds(self, typed: str, body: str) -> bool:
        self.connection.execute("DELETE FROM entry_text")
        self.connection.execute("INSERT INTO entry_text (body) VALUES (?)", (index_text(body),))
        match = fts_match(parse(typed))
        unwanted = match.unwanted and self._count(match.unwanted)
        return not unwanted and (not match.wanted or self._count(match.expression) == 1)

    def _count(self, expression: str) -> int:
        found = self.connection.execute(
            "SELECT count(*) FROM entry_text WHERE entry_text MATCH ?", (expression,)
        )
        return int(found.fetchone()[0])


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("", "anything"),
        ('!!! ... "" -', "anything"),
        ("har", "the harbour"),
        ("HARBOUR wren", "Wren at the harbour"),
        ("uber", "Über"),
        ("ÜBER", "uber"),
        ("cafe", unicodedata.normalize("NFD", "Cafés")),
        ("strasse", "Straße"),
        ("lodz", "Łódź"),
        ("ωρα", "Ώρα"),
        ('"hard talk"', "a hard talk today"),
        ('"hard tal', "a hard talk today"),
        ("“hard talk”", "a hard talk today"),
        ("don't", "I don't know"),
        ("e-mail", "by e-mail"),
        ("a_b", "see a_b there"),
        ("http://fern.example/x", "at http://fern.example/x?y"),
        ("C++", "learning c++"),
        ("OR AND NOT NEAR", "near and not or"),
        ("hard*", "hardly"),
        ("foo:bar", "foo: bar"),
        ("on:0000-99", "on 0000 99"),
        ("🙂", "fine 🙂👍🏽"),
        ("👍", "fine 🙂👍🏽"),
        ("山", "我的山田花子"),
        ("田", "我的山田"),
        ("山田", "我的山田花子"),
        ('"山田"', "我的山田花子"),
        ("山田花子", "我的山田花子!"),
        ("が", unicodedata.normalize("NFD", "ながい")),
        ("ﾅｶﾞｲ", "ナガイ"),
        ("iPhone修理", "昨日iPhone修理した"),
        ("修理iPhone", "昨日修理iPhoneした"),
        ("นั้น", "วันนั้นเรา"),
        ("नमस्", "नमस्ते"),
        ("שלום", "שָׁלוֹם"),
        ("한국", "한국어를"),
        ("-meeting", "a talk"),
        ("talk -meeting -call", "a talk"),
    ],
)
def test_it_finds(shelf, typed, body):
    assert shelf.finds(typed, body)


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("arbour", "the harbour"),
        ("harbour wren", "the harbour"),
        ('"hard tal"', "a hard talk today"),
        ('"talk hard"', "a hard talk"),
        ("-meeting", "a meeting"),
        ("talk -meet", "a talk, a meeting"),
        ('-"hard talk"', "a hard talk"),
        ("花山", "我的山田花子"),
        ("🙂", "fine"),
        ("วน", "วันนั้น"),
        ("नमि", "नमस्ते"),
    ],
)
def test_it_does_not_find(shelf, typed, body):
    assert not shelf.finds(typed, body)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("a  b", Query(terms=(Term("a"), Term("b")))),
        ('-"a  b"', Query(terms=(Term("a b", phrase=True, negated=True),))),
        ("practice:debrief", Query(practices=("debrief",))),
        ('person:Wren Person:"Wren  Blue"', Query(people=("Wren", "Wren Blue"))),
        ("tag:#repair tag:repair -tag:old", Query(tags=("repair",), not_tags=("old",))),
        ("-person:Wren -practice:free", Query(not_people=("Wren",), not_practices=("free",))),
        ("from:2026-01-05", Query(first=date(2026, 1, 5))),
        ("to:2026-02", Query(last=date(2026, 2, 28))),
        ("to:2026", Query(last=date(2026, 12, 31))),
        ("on:2026-3", Query(first=date(2026, 3, 1), last=date(2026, 3, 31))),
        ("from:2026-01 from:2026-02", Query(first=date(2026, 2, 1))),
        ("is:star", Query(starred=True)),
        ("-is:starred", Query(starred=False)),
        ("is:draft", Query(terms=(Term("is:draft"),))),
        ("from:soon", Query(terms=(Term("from:soon"),))),
        ("on:2026-02-30", Query(terms=(Term("on:2026-02-30"),))),
        ("colour:blue", Query(terms=(Term("colour:blue"),))),
        ("tag: person:", Query()),
        ('tag:"" tag::', Query()),
    ],
)
def test_filters_are_read(typed, query):
    assert parse(typed) == query


def test_a_long_paste_is_a_search_too(shelf):
    assert len(parse("word " * 100_000).terms) <= 64
    shelf.finds('"' + "a." * 100_000, "a")


def test_ten_thousand_odd_searches_are_no_error(shelf):
    chance = random.Random(7)  # noqa: S311 the same at every run, no secret
    pieces = [*ODD, "word", "tag:", "-", "on:2026", "NEAR(", "OR", "title:", '""']
    with paced() as taken:
        for _ in range(10_000):
            shelf.finds("".join(chance.choices(pieces, k=chance.randrange(1, 14))), "word")
    assert taken.seconds < 30


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_parses_and_any_text_is_indexed(text):
    match = fts_match(parse(text))
    assert not {"\0"} & set(match.wanted + match.unwanted + index_text(text))
    (match.expression + index_text(text)).encode()


@given(st.text(st.sampled_from(ODD + "ab:2026") | st.characters(), max_size=60))
def test_a_query_can_be_typed_again(text):
    assert parse(as_text(parse(text))) == parse(text)


@given(st.lists(st.sampled_from(["tag:a", "-tag:a", "from:2026", "is:star", 'person:"a b"', "w"])))
def test_without_its_chips_only_words_are_left(typed):
    query = parse(" ".join(typed))
    for chip in chips(query):
        query = without(query, chip)
    assert query == Query(terms=parse("w " * typed.count("w")).terms)


def test_chips_are_the_filters():
    assert chips(parse("word tag:a -person:b is:star to:2026-01-02")) == (
        Chip("tag", "a"),
        Chip("person", "b", negated=True),
        Chip("to", "2026-01-02"),
        Chip("is", "star"),
    )


def test_what_is_not_text_parts_words():
    assert parse("tag:fern\ud83dmoss\0ivy") == parse("tag:fern moss ivy")
