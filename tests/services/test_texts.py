"""Each text of a packet has a place of its own, which goes with its words."""

from types import SimpleNamespace

from ally_journal.domain.outgoing import OutgoingEntry, OutgoingPart
from ally_journal.domain.preview import Choice
from ally_journal.domain.share_fields import Field
from ally_journal.services.texts import texts_of


def entry(name, *texts, title="A day"):
    part = OutgoingPart(Field.STORY, "What happened?", texts)
    return SimpleNamespace(id=name), OutgoingEntry(title, "debrief", "Look back", "", (part,), ())


def places(*going, question=""):
    choice = Choice((), frozenset(), question=question)
    picked, told = zip(*going, strict=True)
    return {one.at: one.place for one in texts_of(choice, picked, told)}


def test_every_text_has_its_anchor_and_words_for_it():
    picked, told = zip(entry("e1", "Moss.", "Fern."), strict=True)
    found = texts_of(Choice((), frozenset(), question=" How? "), picked, told)
    assert [(one.at, one.words, one.text) for one in found] == [
        ("question", "the question", "How?"),
        ("1.title", "entry 1, title", "A day"),
        ("1.kind", "entry 1, title", "Look back"),
        ("1.1.label", "entry 1", "What happened?"),
        ("1.1.1", "entry 1, What happened?", "Moss."),
        ("1.1.2", "entry 1, What happened?", "Fern."),
    ]


def test_a_place_stays_when_other_entries_and_paragraphs_come_before():
    before = places(entry("e1", "Moss.", "Fern."))
    after = places(entry("e2", "Ivy."), entry("e1", "New.", "Moss.", "Fern."))
    assert (after["2.1.2"], after["2.1.3"]) == (before["1.1.1"], before["1.1.2"])


def test_other_words_another_entry_and_the_same_words_again_have_other_places():
    found = places(entry("e1", "Moss.", "Moss.", "Fern."), entry("e2", "Moss."), question="Moss.")
    assert len(set(found.values())) == len(found)
