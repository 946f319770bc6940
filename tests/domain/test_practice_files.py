import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_files import PracticeLibrary, load_built_in, read_practice
from ally_journal.domain.practice_schema import RawLists, RawPractice, parsed
from ally_journal.domain.walk import Walk
from ally_journal.errors import PracticeFileError, UnknownPractice

ROOT = Path(__file__).parents[2]
HIDDEN = 'key = "a", kind = "choice", options = [{ label = "x", when = { pick = "yes" } }]'
HINT = 'kind = "text"\nhints = [{ text = "x", when = { pick = "yes" } }]'
MOVED = 'parts = [{ key = "moved", kind = "text" }]'
AGAIN = '[[follow_ups]]\npractice = "small"\ndays = 3\n'
COUNTS = "[[counts]]\n"
SETTLED = '[[settles]]\nstate = "moved"\nwhen = { pick = "yes" }\n'
HEAD = 'id = "small"\ntitle = "Small"\nclosing = "Done."\n'
ONE = '[[steps]]\nkey = "one"\nquestion = "One?"\nkind = "text"\n'
PICK = '[[steps]]\nkey = "pick"\nquestion = "Pick?"\nkind = "choice"\noptions = ["yes", "no"]\n'
DAY = '[[steps]]\nkey = "day"\nquestion = "When?"\nkind = "date"\n'
NOTE = '[[steps]]\nkey = "look"\nquestion = "Look."\nkind = "note"\n'


def step(rest, key="two"):
    return f'[[steps]]\nkey = "{key}"\nquestion = "Two?"\n{rest}\n'


def parts(*rest):
    return step("parts = [" + ", ".join("{ " + one + " }" for one in rest) + "]")


def named(practice_id, rest="", steps=ONE):
    text = f'id = "{practice_id}"\ntitle = "A title"\nclosing = "Done."\n{rest}\n{steps}'
    return read_practice(text, f"{practice_id}.toml")


def offer(practice, rest=""):
    return f'[[offers]]\npractice = "{practice}"\nlabel = "Go on"\n{rest}\n'


def refused(text):
    with pytest.raises(PracticeFileError) as caught:
        read_practice(text, "small.toml")
    assert caught.value.file == "small.toml"
    assert caught.value.reason
    return caught.value.key


def test_a_small_file_makes_a_practice():
    practice = read_practice(HEAD + ONE, "small.toml")
    assert (practice.id, practice.title, practice.source) == ("small", "Small", "own")
    assert practice.step("one").kind is Kind.TEXT
    assert practice.step("two") is None


def test_options_get_ids_and_lists_have_names():
    text = step('kind = "choice"\noptions = "moods"')
    practice = read_practice(HEAD + 'lists = { moods = ["So so", "well"] }\n' + text, "small.toml")
    assert [(one.id, one.label) for one in practice.steps[0].options] == [
        ("so-so", "So so"), ("well", "well"),
    ]  # fmt: skip
    known = read_practice(HEAD + step('kind = "choices"\noptions = "feelings"'), "small.toml")
    assert known.steps[0].options[-1].id == "other"


def test_the_gate_stands_before_the_steps_and_brings_its_rules():
    practice = named("hard", "gate = true", step('kind = "text"\nshort = true'))
    assert [one.key for one in practice.steps] == ["gate.level", "gate.kind", "two"]
    assert practice.support[0].when == {"gate.level": (">= 8",)}
    assert {rule.after for rule in practice.support} == {"gate.kind"}
    assert practice.lens_off == ({"gate.level": (">= 7",)},)


def test_support_opens_after_the_last_step_that_it_names():
    rules = '[[support]]\nwhen = { "hour" = ">= 3" }\n[[support]]\nwhen = { one = "filled" }\n'
    practice = named("late", steps=ONE + DAY + rules)
    assert [rule.after for rule in practice.support] == ["day", "one"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("not toml at all", ""),
        ("x = " + "[" * 3000, ""),
        (HEAD + ONE + "#" * 262_144, ""),
        (HEAD + "colour = 'red'\n" + ONE, "colour"),
        (HEAD + ONE + "colour = 'red'\n", "steps[0].colour"),
        ("id = 'x'\ntitle = 'X'\n" + ONE, "closing"),
        (HEAD, "steps"),
        (HEAD + "steps = []", "steps"),
        (HEAD + 'minutes = 3\n' + ONE, "minutes"),
        (HEAD + "[[steps]]\nkey = 'one'\nkind = 'text'\n", "steps[0].question"),
    ],
)  # fmt: skip
def test_a_file_of_another_shape_is_refused(text, key):
    assert refused(text) == key


HEADS = {
    "id": ("id = 'Not an id'", "id = 'support'", "id = ''", "id = 'é'"),
    "title": ("title = ' '",),
    "closing": ("closing = ''",),
    "version": ("version = 0",),
    "group": ("group = 'mine'",),
    "place": ("place = -1", "place = 1001"),
    "on_today": ("on_today = 9", "on_today = -1"),
}


@pytest.mark.parametrize(("key", "line"), [(key, one) for key in HEADS for one in HEADS[key]])
def test_a_wrong_head_is_refused(key, line):
    head = "".join(one + "\n" for one in HEAD.splitlines() if not one.startswith(f"{key} ="))
    assert refused(head + line + "\n" + ONE) == key


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        (ONE + ONE, "steps.one.key"),
        (step('kind = "text"', key="Two"), "steps.Two.key"),
        (step('kind = "text"', key="gate"), "steps.gate.key"),
        (step('kind = "text"', key="gate.level"), "steps.gate.level.key"),
        (ONE.replace("One?", " "), "steps.one.question"),
        (ONE * 1 + "".join(step('kind = "text"', key=f"s{n}") for n in range(100)), "steps"),
        (step('kind = "essay"'), "steps.two.kind"),
        (step(""), "steps.two.kind"),
        (step('kind = "choice"'), "steps.two.options"),
        (step('kind = "choice"\noptions = "nowhere"'), "steps.two.options"),
        (step('kind = "text"\noptions = ["a"]'), "steps.two.options"),
        (step('kind = "choice"\noptions = ["a", "A"]'), "steps.two.options.a"),
        (step('kind = "choice"\noptions = ["empty"]'), "steps.two.options.empty"),
        (step('kind = "choice"\noptions = ["?"]'), "steps.two.options."),
        (step('kind = "choice"\noptions = [{ id = "a", label = " " }]'), "steps.two.options.a"),
        (step(f'kind = "choice"\noptions = {[f"o{n}" for n in range(101)]}'), "steps.two.options"),
        (step('kind = "text"\npoints = ["a", "b"]'), "steps.two.points"),
        (step('kind = "scale"\npoints = ["a"]'), "steps.two.points"),
        (step('kind = "text"\nlow = "calm"'), "steps.two.low"),
        (step('kind = "scale"\npoints = ["a", "b"]\nhigh = "c"'), "steps.two.low"),
        (step('kind = "text"\nmost = 3'), "steps.two.most"),
        (step('kind = "list"\nmost = 0'), "steps.two.most"),
        (step('kind = "text"\ndefault = "+7 days"'), "steps.two.default"),
        (step('kind = "date"\ndefault = "soon"'), "steps.two.default"),
        (step('kind = "note"\nshows = "stars"'), "steps.two.shows"),
        (step('kind = "text"\nshows = "week"'), "steps.two.shows"),
        (step('kind = "text"\nparts = [{ key = "a", kind = "text" }]'), "steps.two.kind"),
        (step('most = 3\nparts = [{ key = "a", kind = "text" }]'), "steps.two"),
        (parts('key = "a", kind = "note"'), "steps.two.parts.a.kind"),
        (parts('key = "a", kind = "text"', 'key = "a", kind = "text"'), "steps.two.parts.a"),
        (parts('key = "A", kind = "text"'), "steps.two.parts.A.key"),
        (parts('key = "a", kind = "choice"'), "steps.two.parts.a.options"),
        (step(MOVED, key="plan"), "steps.plan.parts.moved.key"),
        (PICK + step('kind = "text"\nwhen = { pick = "maybe" }'), "steps.two.when.pick"),
        (PICK + step('kind = "text"\nunless = { nowhere = "yes" }'), "steps.two.unless.nowhere"),
        (step('kind = "text"\nwhen = { pick = "yes" }') + PICK, "steps.two.when.pick"),
        (step('kind = "text"\nwhen = { two = "filled" }'), "steps.two.when.two"),
        (step('kind = "text"\nwhen = { "hour" = "late" }'), "steps.two.when.hour"),
        (step(HINT), "steps.two.hints.when.pick"),
        (
            PICK + step('kind = "choice"\noptions = [{ label = "a", when = { pick = "maybe" } }]'),
            "steps.two.options.a.when.pick",
        ),
        (parts(HIDDEN), "steps.two.options.x.when.pick"),
        (step('kind = "text"', key="count"), "steps.count.key"),
        (step('kind = "text"\nwhen = { "count.x" = ">= 1" }'), "steps.two.when.count.x"),
        (step('kind = "text"\nwhen = { "count.x" = "yes" }'), "steps.two.when.count.x"),
        (PICK + step(HINT.replace('"x"', '" "')), "steps.two.hints.text"),
    ],
)  # fmt: skip
def test_a_wrong_step_is_refused(steps, key):
    assert refused(HEAD + steps) == key


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        (offer("small"), "offers.small"),
        (offer("plan").replace("Go on", " "), "offers.plan.label"),
        (offer("plan", 'when = { pick = "maybe" }'), "offers.plan.when.pick"),
        (offer("plan", 'unless = { nowhere = "yes" }'), "offers.plan.unless.nowhere"),
        (offer("plan", 'carry = { wish = "nowhere" }'), "offers.plan.carry.wish"),
        ('[[follow_ups]]\npractice = "small"\ndays = 0', "follow_ups.small.days"),
        ('[[follow_ups]]\npractice = "small"\ndays = 3\non = "one"', "follow_ups.small.on"),
        (AGAIN + 'on = "day"\nlater = -1', "follow_ups.small.later"),
        (AGAIN + "later = 1", "follow_ups.small.later"),
        (AGAIN + "asked = true", "follow_ups.small.label"),
        (AGAIN + 'when = { x = "yes" }', "follow_ups.small.when.x"),
        ('[[promises]]\nkind = "plan"\ntext = "nowhere"', "promises.nowhere.text"),
        ('[[promises]]\nkind = "plan"\ntext = "look"', "promises.look.text"),
        ('[[promises]]\nkind = "wish"\ntext = "one"', "promises.one.kind"),
        ('[[promises]]\nkind = "plan"\ntext = "one"\ndue = "one"', "promises.one.due"),
        ('[[promises]]\nkind = "plan"\ntext = "one"\ndue = "+many"', "promises.one.due"),
        ('[[promises]]\nkind = "plan"\ntext = "one"\nwhen = { x = "yes" }', "promises.one.when.x"),
        ('[[items]]\nlist = "wishes"\ntext = "one"', "items.one.list"),
        ('[[items]]\nlist = "norms"\ntext = "nowhere"', "items.nowhere.text"),
        ('[[items]]\nlist = "norms"\ntext = "one"\nwhen = { x = "yes" }', "items.one.when.x"),
        ('[[settles]]\nstate = "lost"\nwhen = { pick = "yes" }', "settles.state"),
        ('[[settles]]\nstate = "done"\nwhen = {}', "settles.done.when"),
        (SETTLED + 'text = "nowhere"', "settles.moved.text"),
        (SETTLED + 'due = "one"', "settles.moved.due"),
        ("[[support]]\nwhen = {}", "support.when"),
        ('[[support]]\nwhen = { one = "filled" }\nafter = "x"', "support.after"),
        ('[[support]]\nwhen = { x = "filled" }', "support.when.x"),
        ('[[closings]]\ntext = "Done."\nwhen = { x = "filled" }', "closings.when.x"),
        ('[[closings]]\ntext = " "\nwhen = { one = "filled" }', "closings.text"),
        (COUNTS + 'name = "Two"\nwhen = { one = "filled" }', "counts.Two.name"),
        (COUNTS + 'name = "two"\nwhen = {}', "counts.two.when"),
        (COUNTS + 'name = "two"\nwhen = { x = "filled" }', "counts.two.when.x"),
        (COUNTS + 'name = "two"\nwhen = { hour = ">= 3" }', "counts.two.when"),
        (2 * (COUNTS + 'name = "two"\nwhen = { one = "filled" }\n'), "counts.two"),
        (offer("plan", 'when = { "count.two" = ">= 2" }'), "offers.plan.when.count.two"),
        (offer("plan", 'unless = { "count.two" = ">= 2" }'), "offers.plan.unless.count.two"),
        ('[[closings]]\ntext = "x"\nwhen = { "count.x" = ">= 2" }', "closings.when.count.x"),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_refused(rule, key):
    assert refused(HEAD + ONE + PICK + DAY + NOTE + rule) == key


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("short_when = [{}]", "short_when"),
        ("lens_off = [{ x = 'filled' }]", "lens_off.x"),
        ("gate = true", "gate"),
    ],
)
def test_a_wrong_rule_of_the_path_is_refused(line, key):
    assert refused(HEAD + line + "\n" + ONE) == key


def test_a_library_finds_lists_and_orders():
    library = PracticeLibrary.of(
        (named("b", "on_today = 2"), named("a", "on_today = 1"), named("c", "listed = false"))
    )
    assert [one.id for one in library.all()] == ["b", "a", "c"]
    assert [one.id for one in library.listed()] == ["b", "a"]
    assert [one.id for one in library.today()] == ["a", "b"]
    assert library.find("a") == library.get("a")


def test_what_is_not_in_a_library_is_none_or_an_error():
    library = PracticeLibrary.of((named("a", ""),))
    assert library.find("d") is None
    with pytest.raises(UnknownPractice):
        library.get("d")


def test_offers_and_follow_ups_of_what_is_not_there_are_left_out():
    rules = offer("gone") + offer("support") + offer("b")
    rules += '[[follow_ups]]\npractice = "gone"\ndays = 3\n'
    library = PracticeLibrary.of((named("a", steps=ONE + rules), named("b")))
    assert [one.practice for one in library.get("a").offers] == ["support", "b"]
    assert library.get("a").follow_ups == ()
    grown = library.with_own([named("gone")])
    assert len(grown.get("a").offers) == 3


def test_an_id_that_is_taken_is_refused():
    with pytest.raises(PracticeFileError):
        load_built_in().with_own([named("plan")])


def test_offers_without_a_condition_do_not_lead_round():
    round_trip = (named("a", steps=ONE + offer("b")), named("b", steps=ONE + offer("c")),
                  named("c", steps=ONE + offer("a")))  # fmt: skip
    with pytest.raises(PracticeFileError) as caught:
        PracticeLibrary.of(round_trip)
    assert "a → b → c → a" in caught.value.reason


def test_with_an_answer_between_they_may():
    there = named("a", steps=ONE + offer("b") + offer("c") + offer("support"))
    back = named("b", steps=ONE + offer("c") + offer("a", 'when = { one = "filled" }'))
    assert PracticeLibrary.of((there, back, named("c"))).get("b").offers


CARRIES = [
    (ONE, "one", ONE.replace("text", "long"), True),
    (ONE, "one", PICK.replace("pick", "one"), False),
    (PICK, "pick", PICK.replace("pick", "one"), True),
    (PICK, "pick", PICK.replace("pick", "one").replace('"yes", ', ""), False),
    (ONE, "one", ONE.replace("one", "other"), False),
    (parts('key = "a", kind = "text"'), "two.a", ONE, True),
    (parts('key = "a", kind = "text"'), "two", ONE, False),
    (step('kind = "list"'), "two", step('kind = "list"\nmost = 3', key="one"), False),
    (step('kind = "list"\nmost = 2'), "two", step('kind = "list"\nmost = 3', key="one"), True),
]


@pytest.mark.parametrize(("here", "source", "there", "fits"), CARRIES)
def test_what_is_carried_fits(here, source, there, fits):
    carrying = offer("b", f'carry = {{ one = "{source}" }}')
    practices = (named("a", steps=here + carrying), named("b", steps=there))
    if fits:
        assert PracticeLibrary.of(practices)
        return
    with pytest.raises(PracticeFileError) as caught:
        PracticeLibrary.of(practices)
    assert caught.value.key == "offers.b.carry.one"


@pytest.mark.parametrize(("here", "source", "there", "fits"), CARRIES)
def test_what_a_follow_up_carries_fits_too(here, source, there, fits):
    rule = f'[[follow_ups]]\npractice = "b"\ndays = 3\ncarry = {{ one = "{source}" }}\n'
    practices = (named("a", steps=here + rule), named("b", steps=there))
    if fits:
        assert PracticeLibrary.of(practices)
        return
    with pytest.raises(PracticeFileError) as caught:
        PracticeLibrary.of(practices)
    assert caught.value.key == "follow_ups.b.carry.one"


def test_the_example_of_the_documentation_is_right():
    text = (ROOT / "docs" / "practice-files.md").read_text("utf-8")
    example = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0]
    practice = read_practice(example, "thanks.toml")
    library = load_built_in().with_own([practice])
    walk = Walk.start(library.get("thanks")).skip().answer("They waited").answer("not-now")
    assert walk.at is None
    assert [one.practice for one in walk.offers] == ["plan"]
    assert walk.carried(walk.offers[0], library.get("plan")) == {"wish": "They waited"}


def test_the_documentation_names_every_key():
    from ally_journal.domain import practice_schema as schema  # noqa: PLC0415 for its fields

    text = (ROOT / "docs" / "practice-files.md").read_text("utf-8")
    rules = (schema.RawFollowUp, schema.RawOffer, schema.RawPromise, schema.RawCount)
    for table in (schema.RawPractice, schema.RawStep, schema.RawPart, schema.RawSupport, *rules):
        for name in table.__struct_fields__:
            assert re.search(rf"`{name}\b", text), name


def test_all_that_comes_with_the_program_is_read_in_no_time():
    load_built_in.cache_clear()
    begun = time.perf_counter()
    assert len(load_built_in().all()) >= 27
    assert time.perf_counter() - begun < 0.5
    assert load_built_in() is load_built_in()


@pytest.mark.parametrize(
    "text",
    [
        "version = " + "9" * 5000,
        "version = 99999999999",
        "a" + ".a" * 90_000 + "=1",
        "[" + "a." * 90_000 + "a]",
        "a = " + "[" * 90_000,
        "a = 1\n" * 5000,
        "a" * 300_000,
    ],
    ids=["digits", "large", "dotted", "table", "nested", "lines", "bytes"],
)
@pytest.mark.parametrize("kind", [RawPractice, RawLists], ids=["practice", "lists"])
def test_what_would_be_endless_is_refused_at_once_wherever_it_comes_from(text, kind):
    begun = time.process_time()
    with pytest.raises(PracticeFileError) as raised:
        parsed(text, "x.toml", kind)
    assert raised.value.reason
    assert time.process_time() - begun < 1


@given(st.text(max_size=200))
def test_any_text_is_a_practice_or_refused(text):
    with pytest.raises(PracticeFileError):
        read_practice(text, "any.toml")


@given(st.data())
def test_a_damaged_file_is_refused_with_its_name(data):
    whole = (ROOT / "resources" / "practices" / "catch.toml").read_text("utf-8")
    at = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(at, min(at + 40, len(whole))))
    try:
        made = read_practice(whole[:at] + whole[end:], "catch.toml")
        named_as = made.source
    except PracticeFileError as error:
        named_as = error.file
    assert named_as in {"own", "catch.toml"}
