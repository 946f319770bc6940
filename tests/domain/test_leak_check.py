import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.leak_check import Leak, LeakCheck, leaks
from ally_journal.domain.redaction import Cast, Known
from tests.pace import paced

CAST = Cast(
    (
        Known("1", ("Juniper Stone", "Junie"), "Person A"),
        Known("2", ("Wren",), "Person B"),
        Known("3", ("Will Moss",), "Person C"),
        Known("4", ("山田花子", "🦊"), "Person D"),
        Known("5", ("Aster Briar",), "Person E"),
    ),
    ("Acme", "Blue Heron", "C++"),
)
CHECK = LeakCheck(CAST)


def kinds(text, allowed=()):
    return {leak.kind for leak in CHECK.leaks(text, allowed)}


def test_what_has_no_letters_lets_nothing_else_through():
    assert kinds("🦊", {"", "…", "🐻"}) == kinds("🦊") == {"name"}
    assert kinds("🦊", {" 🦊 "}) == set()


@pytest.mark.parametrize(
    "text",
    ["Juniper", "JUNIPER STONE", "stone", "juniperstone", "juniper_stone", "Juniper’s",
     "Junipers",
     "J.S. said", "J. S. said", "JS", "J. Stone", "Juniper S.", "jstone", "J. said",
     "Juni-\nper", "Jun\u200biper", "Jun\u00adiper", "Wr\u0435n", "Ｗｒｅｎ", "Wrén",
     "Wre\u0301n", "W R E N", "w.r.e.n", "notes_wren_2.docx", "teamjuniper", "TeamWren",
     "Juni-per", "Juni per", "Ju<b>nip</b>er", "| Juni | per |", "J/u/n/i/e", "Wr\n  en",
     "J\u2011S", "J/S", "J&S", "J+S", "ᴡʀᴇɴ", "🅦🅡🅔🅝", "Ⓦⓡⓔⓝ", "🆆🆁🅴🅽", "wrenandjunie.pdf", "W.T.",
     "Will", "は山田花子さん", "花子", "🦊", "Wren."],
)  # fmt: skip
def test_a_name_is_seen(text):
    assert "name" in kinds(f"then {text} came")


@pytest.mark.parametrize(
    "text", ["Jumiper", "Junper", "Junipper", "Juinper", "Junyper's", "Asteer", "Brair"]
)
def test_a_near_spelling_is_seen(text):
    assert kinds(f"then {text} came") == {"near"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at acme", "word"), ("the Acmes", "word"), ("BlueHeron", "word"), ("blue-heron's",
        "word"),
        ("in C++", "word"), ("a@b.org", "email"), ("https://x", "link"), ("www.x.y", "link"),
        ("\\\\srv\\a", "link"), ("C:\\a", "link"), ("/home/a/b", "link"), ("moss.com", "link"),
        ("+44 20 7946 0958", "phone"), ("020 7946 0958", "phone"), ("555-010-9999", "phone"),
    ],
)  # fmt: skip
def test_words_addresses_and_numbers_are_seen(text, kind):
    assert kind in kinds(f"see {text} then")


@pytest.mark.parametrize(
    "text",
    ["Person A's note, Person B", "[e-mail] [number] [link]", "I will go, may I",
     "after the faster",
     "milestones", "wrench", "plan J. Then", "on 22.11.2026 and 2026-11-22", "how rent rose",
     "Store, stole, alone", "someone", "█████", "HR and IT", "1 200 000",
     "2019 2020 2021 2022"],
)  # fmt: skip
def test_innocent_words_are_no_leak(text):
    assert kinds(text) == set()


def test_a_leak_has_its_place():
    assert leaks("to Wren’s desk", CAST) == (Leak("name", 3, 7),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Blue Harbour", "word"), ("BlueHarbour", "word"), ("xylo-corp", "word"),
     ("Xylo Corp", "word"), ("Xylocrop", "near"), ("Xylocor", "near"), ("the new one", "")],
)  # fmt: skip
def test_words_without_their_kind_and_misspelt_are_seen(text, kind):
    check = LeakCheck(Cast((), ("Blue Harbour GmbH", "Xylocorp", "The New Team")))
    assert {leak.kind for leak in check.leaks(f"at {text} now")} == ({kind} if kind else set())


def test_a_name_in_two_words_of_every_day_stops_only():
    check = LeakCheck(Cast((Known("1", ("Cornflower",), "Person A"),)))
    assert [leak.kind for leak in check.leaks("with corn flower there")] == ["name"]


@pytest.mark.parametrize("word", ["wren", "WREN", "Wrén"])
def test_what_was_let_through_is_none(word):
    assert leaks("to Wren’s desk", CAST, [word]) == ()
    assert leaks("to Wren and Juniper", CAST, [word]) != ()


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_can_be_looked_at(text):
    for leak in CHECK.leaks(text):
        assert 0 <= leak.start < leak.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["Juniperaa spoke of Mossab. ", "A.", "a ", "山田", "/a", "1 2", "é"]
)
def test_long_texts_are_looked_at_quickly(piece):
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = [first + second for first in letters for second in letters][:500]
    many = Cast(tuple(Known(one, (f"Juniper{one} Moss{one}",), f"Person {one}") for one in pairs))
    check = LeakCheck(many)
    with paced() as taken:
        check.leaks((piece * 100_000)[:100_000])
    assert taken.seconds < 1
