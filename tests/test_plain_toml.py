import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ally_journal import plain_toml

LINES = st.lists(
    st.sampled_from(
        [
            "# a note",
            "",
            "[one]",
            "[one.two]",
            "[two]",
            'name = "leaf"',
            'other = "le\\u0061f"',
            "number = 12",
            "number = 012",
            "odd = -0.5",
            "odd = 1.",
            "on = true",
            'chain = ["a", "b"]',
            'chain = ["a,b"]',
            "chain = []",
            'list = [\n  "a",\n]',
            "one.two = 3",
            "when = 1979-05-27",
            "  indented = 1",
            "mixed = [1, true]",
        ]
    ),
    max_size=8,
)


def read_by(reader, document):
    try:
        return reader(document)
    except ValueError:
        return ValueError


@given(LINES.map("\n".join) | st.text(max_size=40))
@example('a = "\t"')
@example("a = ٣")
@example("a = 1\r\nb = 2")
@example("[a]\n[a]")
@example("a = 1\n[a.b]")
@example("a = ")
@example("= 1")
@example("[]")
@example("a = -")
def test_it_reads_what_tomllib_reads(document):
    assert read_by(plain_toml.loads, document) == read_by(tomllib.loads, document)


def test_what_is_plain_is_read_without_the_library(monkeypatch):
    monkeypatch.setattr(tomllib, "loads", None)
    assert plain_toml.loads('[a.b]\nc = ["d", "e"]\nf = -1.5') == {
        "a": {"b": {"c": ["d", "e"], "f": -1.5}}
    }


def test_what_is_no_toml_at_all_is_refused():
    with pytest.raises(ValueError, match="Expected"):
        plain_toml.loads("no sign")
