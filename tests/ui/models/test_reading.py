from datetime import UTC, datetime, timedelta

import pytest

from ally_journal.clock import FixedClock
from ally_journal.errors import UnknownEntry
from ally_journal.journal import Journal
from ui.models.reading import read_entry, read_wordings

PASSPHRASE = "marigold under the stairs"


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 3, 12, 18, 30, tzinfo=UTC))


@pytest.fixture
def journal(journal_folder, clock):
    journal = Journal.open(journal_folder, PASSPHRASE, clock)
    yield journal
    journal.close()


def write(journal, practice, **answers):
    return journal.writing.write(practice, answers)[0]


def test_what_was_written_and_what_was_chosen_are_told_apart(journal):
    entry = write(journal, "catch", what="Guessed from a name.", when_noticed="same day")
    reading = read_entry(entry.id, journal)
    assert [told.html for told in reading.told] == ["<p>Guessed from a name.</p>"]
    assert "same day" in [fact.words for fact in reading.facts]


def test_the_title_is_not_told_twice(journal):
    entry = write(journal, "free", title="The delay call", page="Wren began.")
    assert [told.html for told in read_entry(entry.id, journal).told] == ["<p>Wren began.</p>"]


def test_what_could_do_something_is_only_text(journal):
    entry = write(journal, "free", page="<script>alert(1)</script> ![x](file:///etc/passwd)")
    html = read_entry(entry.id, journal).told[0].html
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("hour", "words"), [(3, "night"), (9, "morning"), (14, "afternoon"), (19, "evening")]
)
def test_when_is_said_with_the_part_of_the_day(journal, clock, hour, words):
    clock.instant = clock.instant.replace(hour=hour)
    entry = write(journal, "free", page="words")
    assert read_entry(entry.id, journal).when == f"Thursday 12 March, {words}"


def test_an_entry_of_another_day_does_not_say_a_part_of_it(journal):
    entry = write(journal, "free", page="words")
    journal.writing.set_day(entry.id, datetime(2026, 3, 10, tzinfo=UTC).date())
    assert read_entry(entry.id, journal).when == "Tuesday 10 March"


def test_a_later_note_says_how_long_after(journal, clock):
    entry = write(journal, "free", page="words")
    journal.writing.add_note(entry.id, "now")
    clock.move(timedelta(days=3))
    journal.writing.add_note(entry.id, "then")
    notes = read_entry(entry.id, journal).notes
    assert [(note.when, note.text) for note in notes] == [
        ("the same day", "now"),
        ("3 days after", "then"),
    ]


def test_the_wordings_before_each_edit_can_be_read(journal):
    entry = write(journal, "free", page="first")
    draft = journal.writing.edit(entry.id)
    draft.answers["page"] = "second"
    journal.writing.keep(draft)
    (wording,) = read_wordings(entry.id, journal)
    assert "<p>first</p>" in [told.html for told in wording.told]
    assert wording.when.startswith("Until 12 March")


def test_an_entry_that_is_not_there_is_an_error(journal):
    with pytest.raises(UnknownEntry):
        read_entry("nobody", journal)


def test_a_chosen_day_is_said_as_a_person_says_it(journal):
    entry = write(journal, "plan", wish="A quieter call.", due="2026-03-19")
    assert "19 March" in [fact.words for fact in read_entry(entry.id, journal).facts]
