"""Walking through practices in tests: answers by key, and what was asked on the way."""

from ally_journal.domain.answers import checked
from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.walk import Walk

CALM = {"gate.level": 3, "gate.kind": "no"}
LIBRARY = load_built_in()

SOME = {
    Kind.TEXT: "a few words",
    Kind.LONG: "more words",
    Kind.PEOPLE: ["Wren"],
    Kind.DATE: "2026-03-19",
    Kind.LIST: ["one", "two"],
    Kind.IF_THEN: {"if": "it comes up", "then": "I wait"},
    Kind.NOTE: None,
}


def some_answer(asked):
    """An answer that fits a step or a part."""
    if getattr(asked, "parts", ()):
        return {part.key: some_answer(part) for part in asked.parts}
    if asked.kind is Kind.CHOICE:
        return asked.options[0].id
    if asked.kind is Kind.CHOICES:
        return [asked.options[0].id]
    return 1 if asked.kind is Kind.SCALE else SOME[asked.kind]


def begun(practice, facts=None, answers=None, **more):
    return Walk.start(LIBRARY.get(practice), facts=facts, answers=answers, **more)


def walked(practice, answers=None, facts=None, *, gate=True):
    """Through to the closing: (walk, keys that were asked). Steps without an answer are skipped."""
    given = {**(CALM if gate else {}), **(answers or {})}
    walk, asked = begun(practice, facts), []
    while walk.current is not None:
        asked.append(walk.current.key)
        value = given.get(walk.current.key)
        walk = walk.answer(checked(walk.practice.step(walk.at), value))
    return walk, asked


def asked_of(practice, answers=None, facts=None, **more):
    return walked(practice, answers, facts, **more)[1]


def offered(practice, answers=None, facts=None, **more):
    return [offer.practice for offer in walked(practice, answers, facts, **more)[0].offers]
