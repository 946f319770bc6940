from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ally_journal.clock import FixedClock
from ally_journal.domain.promise import PromiseState
from ally_journal.errors import BadName, BadText, PersonExists, UnknownPerson
from ally_journal.journal import Journal
from ally_journal.storage import people
from tests.services.conftest import CHEAP, PASSPHRASE


def test_people_are_added_renamed_and_removed(journal):
    journal.people.add("Wren", "designer")
    journal.people.add("wren")
    (wren,) = journal.people.all()
    assert (wren.name, wren.role, wren.pseudonym) == ("Wren", "designer", 1)
    journal.people.rename(wren.id, "Robin")
    journal.people.set_role(wren.id, "lead")
    assert [(one.name, one.role) for one in journal.people.all()] == [("Robin", "lead")]
    journal.people.remove(wren.id)
    assert journal.people.all() == ()


def test_a_removed_person_leaves_the_entries_they_were_in(journal):
    answers = {"role": "I saw it", "facts": "A call", "who": ["Wren"]}
    entry, _ = journal.writing.write("debrief", answers)
    journal.people.remove(journal.people.all()[0].id)
    assert journal.reading.entry(entry.id).people == ()


def test_names_are_suggested_by_their_first_letters(journal):
    for name in ("Wren", "Willow", "Moss"):
        journal.people.add(name)
    assert journal.people.suggest("w") == ("Willow", "Wren")
    assert journal.people.suggest("%") == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "this is much more than a name"])
def test_what_is_no_name_is_refused(journal, name):
    with pytest.raises(BadName):
        journal.people.add(name)


def person(journal, name):
    return next(one for one in journal.people.all() if one.name == name)


def met(journal, *names, facts="A call by the river", at=None):
    answers = {"role": "I saw it", "facts": facts, "who": list(names)}
    entry, _ = journal.writing.write("debrief", answers, at)
    return entry.id


def test_somebody_renamed_is_shown_by_the_new_name_and_found_by_both(journal):
    entry = met(journal, "Wren", facts="Wren was late")
    change = journal.people.rename(person(journal, "Wren").id, "Heron")
    assert change.entries == {entry}
    kept = journal.reading.entry(entry)
    assert kept.people == ("Heron",)
    assert next(one.value for one in kept.answers if one.key == "facts") == "Wren was late"
    for query in ("heron", "wren", "person:Heron", "person:Wren", "hero"):
        assert journal.reading.count(query) == 1, query


def test_the_index_knows_both_names_where_the_text_says_neither(journal):
    met(journal, "Wren")
    entry = journal.reading.find("")[0].id
    journal.people.rename(person(journal, "Wren").id, "Heron")
    journal.writing.set_tags(entry, ("river",))
    assert [journal.reading.count(name) for name in ("wren", "heron", "river")] == [1, 1, 1]


def test_an_old_name_that_is_not_kept_finds_nobody(journal):
    met(journal, "Wren")
    wren = person(journal, "Wren")
    journal.people.rename(wren.id, "Heron", keep_old=False)
    assert person(journal, "Heron").aliases == ()
    assert journal.reading.count("person:Wren") == 0


def test_a_name_can_be_taken_back_and_is_no_other_name_then(journal):
    journal.people.add("Wren")
    wren = person(journal, "Wren").id
    journal.people.rename(wren, "Heron")
    journal.people.rename(wren, "WREN")
    assert person(journal, "WREN").aliases == ("Heron",)
    journal.people.rename(wren, "Wren")
    assert person(journal, "Wren").aliases == ("Heron",)


def test_who_is_written_by_an_old_name_is_the_same_person(journal):
    met(journal, "Wren")
    journal.people.rename(person(journal, "Wren").id, "Heron")
    entry = met(journal, "wren", facts="Again")
    assert journal.reading.entry(entry).people == ("Heron",)
    assert journal.reading.count("heron") == 2


@pytest.mark.parametrize("taken", ["Fern", "fern", "Moss"])
def test_a_name_that_somebody_has_is_refused_in_every_way(journal, taken):
    journal.people.add("Wren")
    journal.people.add("Fern")
    fern, wren = person(journal, "Fern").id, person(journal, "Wren").id
    journal.people.set_aliases(fern, ("Moss",))
    with pytest.raises(PersonExists):
        journal.people.rename(wren, taken)
    with pytest.raises(PersonExists):
        journal.people.set_aliases(wren, ("Bird", taken))
    with pytest.raises(PersonExists):
        journal.people.add_new(taken)
    assert person(journal, "Wren").aliases == ()


def test_letters_beyond_ascii_are_compared_without_case(journal):
    journal.people.add("Éva")
    journal.people.add("ÉVA")
    assert len(journal.people.all()) == 1
    with pytest.raises(PersonExists):
        journal.people.add_new("éva")
    assert journal.people.add_new("Öl", "x").people


@pytest.mark.parametrize(
    "call",
    [
        lambda people: people.rename("nobody", "Wren"),
        lambda people: people.set_role("nobody", "lead"),
        lambda people: people.set_aliases("nobody", ()),
        lambda people: people.remove("nobody"),
        lambda people: people.merge("nobody", "nobody else"),
        lambda people: people.look("nobody"),
    ],
)
def test_nobody_cannot_be_changed(journal, call):
    with pytest.raises(UnknownPerson):
        call(journal.people)


def test_what_cannot_be_kept_as_text_is_no_name(journal):
    with pytest.raises(BadText):
        journal.people.add("Wr\0en")


def test_other_names_are_tidy_each_once_and_never_the_name_itself(journal):
    entry = met(journal, "Wren")
    wren = person(journal, "Wren").id
    journal.people.set_aliases(wren, (" Bird ", "bird", "", "WREN", "Finch"))
    assert person(journal, "Wren").aliases == ("Bird", "Finch")
    assert journal.reading.find("finch")[0].id == entry
    journal.people.set_aliases(wren, ())
    assert journal.reading.count("finch") == 0


def test_removing_takes_the_name_out_of_the_index_but_not_out_of_the_texts(journal):
    silent, told = met(journal, "Wren"), met(journal, "Wren", facts="Wren was late")
    before, change = journal.people.remove(person(journal, "Wren").id)
    assert change.entries == {silent, told}
    assert journal.reading.count("person:Wren") == 0
    assert journal.people.put_back(before).entries == {silent, told}
    assert person(journal, "Wren").entries == 2


def test_after_a_removal_a_name_that_no_text_holds_is_nowhere(journal):
    met(journal, "Wren")
    wren = person(journal, "Wren").id
    journal.people.set_aliases(wren, ("Zaunkoenig",))
    assert "entry_text_data" in held_by(journal, b"zaunko")
    journal.people.remove(wren)
    assert held_by(journal, b"zaunko") == []


def held_by(journal, word):
    """The tables, those of the search index too, that hold some letters."""
    vault = journal._vault
    tables = [name for (name,) in vault.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: vault.rows(f"SELECT * FROM {name}") for name in tables}  # noqa: S608 ours
    return [
        name
        for name, found in rows.items()
        if any(word in str(value).encode().lower() for row in found for value in row)
    ]


def test_undo_of_a_removal_brings_everything_back(journal):
    entry = met(journal, "Wren", "Fern")
    wren = person(journal, "Wren")
    journal.people.set_role(wren.id, "lead")
    journal.people.set_aliases(wren.id, ("Bird",))
    was = journal.people.all()
    before, _ = journal.people.remove(wren.id)
    assert journal.reading.entry(entry).people == ("Fern",)
    journal.people.put_back(before)
    assert journal.people.all() == was
    assert journal.reading.count("bird") == 1
    with pytest.raises(UnknownPerson):
        journal.people.put_back(before)


def test_undo_is_refused_where_the_name_has_gone_to_somebody_else(journal):
    journal.people.add("Wren")
    before, _ = journal.people.remove(person(journal, "Wren").id)
    journal.people.add("wren")
    with pytest.raises(PersonExists):
        journal.people.put_back(before)
    assert len(journal.people.all()) == 1
    with pytest.raises(UnknownPerson):
        journal.people.put_back(replace(before, id="nobody", name="Moss"))


def test_undo_leaves_out_entries_that_were_erased_meanwhile(journal):
    entry, other = met(journal, "Wren"), met(journal, "Wren")
    before, _ = journal.people.remove(person(journal, "Wren").id)
    journal.bin.move(entry)
    journal.bin.empty()
    journal.people.put_back(before)
    assert person(journal, "Wren").entries == 1
    assert journal.reading.entry(other).people == ("Wren",)


def test_a_pseudonym_is_never_given_to_somebody_else(journal):
    journal.people.add("Wren")
    journal.people.remove(person(journal, "Wren").id)
    journal.people.add("Fern")
    assert person(journal, "Fern").pseudonym == 2


def test_merging_puts_entries_and_names_together(journal):
    one, both, other = met(journal, "Wren"), met(journal, "Wren", "Bird"), met(journal, "Bird")
    wren, bird = person(journal, "Wren"), person(journal, "Bird")
    journal.people.set_role(bird.id, "lead")
    before, change = journal.people.merge(bird.id, wren.id)
    assert change.entries == {one, both, other}
    (left,) = journal.people.all()
    assert (left.name, left.role, left.pseudonym) == ("Wren", "lead", wren.pseudonym)
    assert (left.aliases, left.entries) == (("Bird",), 3)
    assert journal.reading.count("person:bird") == journal.reading.count("bird") == 3
    journal.people.put_back(before)
    assert (person(journal, "Wren").entries, person(journal, "Bird").entries) == (2, 2)
    assert (person(journal, "Wren").role, person(journal, "Bird").role) == ("", "lead")
    assert person(journal, "Wren").aliases == ()


def test_undo_of_a_merge_leaves_alone_what_was_changed_since(journal):
    met(journal, "Wren")
    journal.people.add("Bird", "lead")
    wren = person(journal, "Wren").id
    before, _ = journal.people.merge(person(journal, "Bird").id, wren)
    journal.people.set_role(wren, "works in delivery")
    journal.people.put_back(before)
    assert person(journal, "Wren").role == "works in delivery"
    gone, _ = journal.people.merge(person(journal, "Bird").id, wren)
    journal.people.remove(wren)
    journal.people.put_back(gone)
    assert [one.name for one in journal.people.all()] == ["Bird"]


def test_nobody_is_merged_into_themselves(journal):
    journal.people.add("Wren")
    wren = person(journal, "Wren").id
    with pytest.raises(UnknownPerson):
        journal.people.merge(wren, wren)


def test_promises_are_looked_at_by_person_and_by_no_one(journal):
    answers = {"wish": "ask", "ifthen": {"if": "we meet", "then": "ask"}, "due": "2026-03-13"}
    entry, _ = journal.writing.write("plan", answers)
    assert journal.people.open_counts() == {"": 1}
    assert len(journal.people.look(None).open) == 1
    with journal._vault.atomic() as tx:
        key = tx.one("SELECT key FROM entry WHERE id = ?", (entry.id,))[0]
        people.put_into_entry(tx, key, ("Wren",), journal._context.stamp())
    wren = person(journal, "Wren").id
    assert journal.people.open_counts() == {wren: 1}
    seen = journal.people.look(wren)
    assert [one.text for one in seen.open] == [journal.promises.all()[0].text]
    assert [one.id for one in seen.entries] == [entry.id]
    journal.promises.settle(seen.open[0].id, PromiseState.DONE)
    seen = journal.people.look(wren)
    assert (len(seen.open), len(seen.closed)) == (0, 1)
    assert journal.people.look(None).entries == ()


def test_an_edit_shows_the_name_of_now_and_keeps_the_person(journal):
    entry = met(journal, "Wren", "Fern")
    journal.people.rename(person(journal, "Wren").id, "Heron")
    draft = journal.writing.edit(entry)
    assert draft.answers["who"] == ["Heron", "Fern"]
    kept, _ = journal.writing.keep(replace(draft, answers={**draft.answers, "facts": "Late"}))
    assert kept.people == ("Fern", "Heron")
    draft = journal.writing.edit(entry)
    kept, _ = journal.writing.keep(replace(draft, answers={**draft.answers, "who": ["Fern"]}))
    assert kept.people == ("Fern",)


def test_an_edit_shows_the_name_of_now_in_parts_too(journal):
    entry, _ = journal.writing.write("belonging", {"gave": {"who": ["Wren"]}})
    journal.people.rename(person(journal, "Wren").id, "Heron")
    assert journal.writing.edit(entry.id).answers["gave"] == {"who": ["Heron"]}


def test_an_edit_does_not_bring_back_who_was_removed(journal):
    entry = met(journal, "Wren", "Fern")
    journal.people.remove(person(journal, "Wren").id)
    draft = journal.writing.edit(entry)
    kept, _ = journal.writing.keep(replace(draft, answers={**draft.answers, "facts": "Late"}))
    assert kept.people == ("Fern",)
    assert [one.name for one in journal.people.all()] == ["Fern"]


def on(day):
    return datetime.fromisoformat(f"{day}T12:00:00+00:00")


def test_tidying_names_those_who_were_in_no_entry_for_a_year(tmp_path):
    clock = FixedClock(on("2025-01-10"), "Europe/Lisbon")
    journal, _ = Journal.create(tmp_path / "Old.ally", PASSPHRASE, clock, CHEAP)
    for name in ("Wren", "Fern", "Moss"):
        journal.people.add(name)
    met(journal, "Wren", at=on("2025-01-10"))
    clock.instant = on("2026-03-12")
    met(journal, "Fern", at=on("2025-03-12"))
    journal.people.add("Slate")
    today = journal.today()
    assert [one.name for one in journal.people.unused(today)] == ["Moss", "Wren"]
    assert [one.name for one in journal.people.tidy_due(today)] == ["Moss", "Wren"]
    journal.settings.change(people_tidied="2026-03-01")
    assert journal.people.tidy_due(today) == ()
    clock.instant = on("2026-04-01")
    assert len(journal.people.tidy_due(journal.today())) == 3
    journal.close()


NAMES = st.sampled_from(["Wren", "Fern", "Moss", "Teal"])
ACTS = st.lists(
    st.tuples(st.sampled_from(["met", "rename", "merge", "remove", "undo"]), NAMES, NAMES),
    max_size=12,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    clock = FixedClock(datetime(2026, 3, 12, tzinfo=UTC), "Europe/Lisbon")
    folder = tmp_path_factory.mktemp("people") / "Shared.ally"
    made, _ = Journal.create(folder, PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


def act(journal, kind, one, other, undo):
    """Do it, where it can be done."""
    known = {person.name: person.id for person in journal.people.all()}
    if kind == "met":
        met(journal, *dict.fromkeys((one, other)))
    elif kind == "rename" and one in known:
        journal.people.rename(known[one], f"{other} {len(undo)}")
    elif kind == "merge" and one in known and other in known:
        undo.append(journal.people.merge(known[one], known[other])[0])
    elif kind == "remove" and one in known:
        undo.append(journal.people.remove(known[one])[0])
    elif kind == "undo" and undo:
        journal.people.put_back(undo.pop())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ACTS)
def test_counts_and_index_agree_whatever_is_done(shared, acts):
    undo = []
    for one in acts:
        try:
            act(shared, *one, undo)
        except (PersonExists, UnknownPerson):
            continue
    for someone in shared.people.all():
        assert shared.reading.count(f'person:"{someone.name}"') == someone.entries
        for name in someone.names:
            assert shared.reading.count(f'person:"{name}"') == someone.entries
            assert shared.reading.count(f'"{name}"') >= someone.entries
    numbers = [one.pseudonym for one in shared.people.all()]
    assert len(set(numbers)) == len(numbers)
    keys = [name.casefold() for one in shared.people.all() for name in one.names]
    assert len(set(keys)) == len(keys)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sets(st.sampled_from(["Ash", "Bay", "Clay"]), min_size=1), max_size=5))
def test_merging_keeps_every_entry_and_undo_gives_back_the_counts(shared, groups):
    for one in shared.people.all():
        shared.people.remove(one.id)
    entries = [met(shared, *names) for names in groups]
    was = shared.people.all()
    known = {one.name: one.id for one in was}
    if {"Ash", "Bay"} <= set(known):
        before, _ = shared.people.merge(known["Ash"], known["Bay"])
        expected = sum(bool(names & {"Ash", "Bay"}) for names in groups)
        assert person(shared, "Bay").entries == expected
        shared.people.put_back(before)
        assert shared.people.all() == was
    assert [set(shared.reading.entry(one).people) for one in entries] == groups
