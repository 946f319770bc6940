"""Entries in which every word is marked, and for random fields which of them go and which stay.

What goes follows here from the table that people review (`share_table.txt`) and from the rule of
`docs/practice-files.md`, not from the code that is tested. `marked(chance)` makes one case; its
words are made up, so that none of them stands anywhere else. Names are apart: they go where their
field is ticked, to be replaced later.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from ally_journal.domain.entry import Answer, Entry, LaterNote, Revision
from ally_journal.domain.practice import Kind, Practice
from ally_journal.domain.practice_files import load_built_in, read_practice
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field
from tests.domain.share_table import NEVER, read_table

LIBRARY = load_built_in()
ALL = LIBRARY.all()
SHARED = read_table()
NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
_SOUNDS = [one + two for one in "bdfgklmnprstvz" for two in "aeiou"]
_CHANGES = {Kind.SCALE: Field.FEELINGS, Kind.DATE: Field.DATES}
_OPEN = (PromiseState.PLANNED, PromiseState.MOVED, PromiseState.SMALLER, PromiseState.OWNED)
_CLOSED = (PromiseState.DONE, PromiseState.CHECKED, PromiseState.DROPPED)

OWN = """
id = "my_page"
title = "A page of my own"
closing = "Kept."
version = 1
{export}
[[steps]]
key = "q1"
question = "What came up?"
kind = "long"
[[steps]]
key = "q2"
question = "Which was it?"
kind = "choice"
options = [{{ id = "one", label = "{one}" }}, {{ id = "two", label = "{two}" }}, "other"]
[[steps]]
key = "q3"
question = "How strong?"
kind = "scale"
[[steps]]
key = "q4"
question = "Which day?"
kind = "date"
[[steps]]
key = "q5"
question = "If, then?"
kind = "if_then"
[[steps]]
key = "q6"
question = "And if not?"
kind = "if_then"
export = false
[[steps]]
key = "q7"
question = "Only here?"
kind = "text"
stays = true
"""


@dataclass
class Marked:
    """One case. `goes` must stand in what goes out, whole; none of `stays` may.

    `names` are people's names that go, as they were typed. All texts are compared in small letters.
    """

    entry: Entry
    practice: Practice | None
    fields: frozenset[Field]
    promises: tuple[Promise, ...] = ()
    revisions: tuple[Revision, ...] = ()
    goes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    stays: set[str] = field(default_factory=set)


def marked(chance, fields=None):
    """A random entry of a random practice, and random fields that are ticked, or these."""
    making = _Making(chance)
    if fields is not None:
        making.fields = fields
    return making.case()


class _Making:
    def __init__(self, chance):
        self.chance = chance
        some = frozenset(chance.sample(list(Field), chance.choice((0, 2, 4, 6, 9, 11))))
        self.fields = DEFAULT_FIELDS if chance.random() < 0.2 else some
        self.practice, self.table, self.own = self._practice()
        self.words = {True: set(), False: set()}
        self.names, self.going_names, self.texts = set(), set(), []

    def _practice(self):
        """The practice, the fields of its steps, and those that all of it needs."""
        if self.chance.random() < 0.1:
            return None, {}, set()
        if self.chance.random() < 0.15:
            return self._own()
        practice = self.chance.choice(ALL)
        own, table = SHARED[practice.id]
        return practice, table, {Field(own)} if own else set()

    def _own(self):
        is_out = self.chance.random() < 0.3
        labels = {"one": self.word(), "two": self.word()}
        text = OWN.format(export="export = false" if is_out else "", **labels)
        table = dict.fromkeys(("q1", "q2", "q6"), "story") | {"q3": "feelings", "q4": "dates"}
        table |= {"q5": "story" if is_out else "plans", "q7": NEVER}
        return read_practice(text, "mine.toml"), table, {Field.STORY} if is_out else set()

    def case(self):
        answers = [*self._answers(), *self._older()]
        entry = Entry(
            id="entry-1",
            practice=self.practice.id if self.practice else "gone",
            practice_version=1,
            title="",
            day=NOW.date(),
            created=NOW,
            changed=NOW,
            zone="UTC",
            answers=tuple(answers),
            people=tuple(sorted(self.names)),
            tags=(self.noted(self._goes({Field.WORDS})), "plain"),
            notes=(LaterNote("note-1", NOW, self.text(self._goes({Field.NOTES}))),),
        )
        promises, revisions = tuple(self._promises()), (self._revision(entry),)
        entry = replace(entry, title=self._title())
        stays = self.words[False] - self.words[True]
        return Marked(
            entry, self.practice, self.fields, promises, revisions,
            self.words[True], self.going_names, stays,
        )  # fmt: skip

    def _goes(self, wanted):
        return (set(wanted) | self.own) <= self.fields

    def _answers(self):
        for step in self.practice.steps if self.practice else ():
            if step.kind is Kind.NOTE or self.chance.random() < 0.25:
                continue
            if not step.parts:
                value = self._value(step, self.table[step.key])
            else:
                value = {part.key: self._value(part, self.table[step.key]) for part in step.parts}
            yield Answer(step.key, step.question, step.kind.value, value)

    def _older(self):
        """Answers to steps that are not in the practice any more, of every kind."""
        if self.practice is not None and self.chance.random() < 0.7:
            return
        for kind in self.chance.sample(
            (Kind.LONG, Kind.TEXT, Kind.DATE, Kind.LIST, Kind.IF_THEN), 3
        ):
            step = replace(ALL[0].steps[0], kind=kind, options=())
            value = self._value(step, "story")
            yield Answer(f"old_{kind.value}", "An older question?", kind.value, value)
        yield Answer("old_parts", "And?", "long", {"more": self.noted(self._goes({Field.STORY}))})

    def _value(self, asked, share):
        wanted = {Field(share)} if share != NEVER else set()
        goes = share != NEVER and self._goes(wanted | {_CHANGES.get(asked.kind, *wanted)})
        makers = {
            Kind.LONG: self.text,
            Kind.TEXT: self.line,
            Kind.LIST: lambda goes: [self.line(goes), self.line(goes)],
            Kind.IF_THEN: lambda goes: {"if": self.noted(goes), "then": self.noted(goes)},
            Kind.PEOPLE: lambda goes: [self.name(goes), self.name(goes)],
            Kind.DATE: self.day,
        }
        if asked.kind in makers:
            return makers[asked.kind](goes)
        return self._level(asked, goes) if asked.kind is Kind.SCALE else self._choice(asked, goes)

    def _level(self, asked, goes):
        if asked.points:
            return self.chance.randint(1, len(asked.points))
        level = self.chance.randint(0, 10)
        self.words[goes].add(f"{level} of 10")
        return level

    def _choice(self, asked, goes):
        ids = [option.id for option in asked.options]
        picked = self.chance.choice(ids)
        label = next(option.label for option in asked.options if option.id == picked)
        if picked == "other":
            picked = f"other: {self.line(goes)}"
        elif self.practice.source != "built in":
            self.words[goes].add(label)
        return [picked] if asked.kind is Kind.CHOICES else picked

    def _promises(self):
        rules = self.practice.promises if self.practice else ()
        names = [(rule.kind, self.table[rule.text.partition(".")[0]]) for rule in rules]
        for number, (kind, _share) in enumerate(
            [*names, ("plan", ""), ("repair", ""), ("idea", "")]
        ):
            shares = {share for other, share in names if other == kind}
            wanted = {Field(one) for one in shares - {NEVER}} | {Field.PLANS}
            if not shares:
                wanted.add(Field.STORY)
            state = self.chance.choice(_OPEN if self.chance.random() < 0.7 else _CLOSED)
            goes = state.is_open and kind != "repair" and NEVER not in shares and self._goes(wanted)
            due = date.fromisoformat(self.day(goes and Field.DATES in self.fields))
            text, why = self.line(goes), self.noted(goes=False)
            yield Promise(
                f"p{number}", PromiseKind(kind), text, state, due, NOW, "entry-1", why=why
            )
        text = self.noted(goes=False)
        yield Promise("other", PromiseKind.PLAN, text, PromiseState.PLANNED, None, NOW, "entry-2")

    def _revision(self, entry):
        answers = [replace(one, value=self.line(goes=False)) for one in entry.answers[:2]]
        return Revision("rev-1", NOW, self.noted(goes=False), tuple(answers))

    def _title(self):
        """One of its own; the first words of something, cut or not; something within others."""
        style = self.chance.randrange(5)
        some = self.chance.choice(self.texts) if self.texts else "A title"
        first = " ".join(some.replace("*", "").split()[:6])
        is_told = not self.practice or self.own <= self.fields
        return (
            lambda: self.line(is_told),
            lambda: first,
            lambda: f"{first[: self.chance.randint(5, 30)].rstrip()}…",
            lambda: f"About {some}",
            some.upper,
        )[style]()

    def word(self):
        return "".join(self.chance.choices(_SOUNDS, k=5)) + "x"

    def noted(self, goes):
        """A marked word that goes or stays."""
        word = self.word()
        self.words[goes].add(word)
        return word

    def line(self, goes):
        text = " ".join(self.noted(goes) for _ in range(self.chance.randint(1, 5)))
        self.texts.append(text)
        return text

    def name(self, goes):
        name = self.word().capitalize()
        self.names.add(name)
        (self.going_names if goes else self.words[False]).add(name)
        return name

    def day(self, goes):
        day = date(2031, 1, 1) + timedelta(self.chance.randrange(20_000))
        word = f"{day.day} {day:%B} {day.year}"
        self.words[goes].add(word)
        if not goes:
            self.words[goes].add(day.isoformat())
        return day.isoformat()

    def text(self, goes):
        """Markdown of every kind, a marked word in each place."""
        word = iter([self.noted(goes) for _ in range(14)])
        one, two = next(word), next(word)
        self.texts.append(f"{one} {two}")
        return "\n".join((
            f"{one} {two}", "", f"## {next(word)} ##", f"**{next(word)}** and *{next(word)}*", "",
            f"- {next(word)}", f"  1. `{next(word)}`", "",
            f"> [{next(word)}](https://{next(word)}.example)", f"<b title='{next(word)}'>", "",
            f"| {next(word)} | b |", "|---|---|", f"| {next(word)} | c |", "",
            f"```{next(word)}", next(word), "```",
        ))  # fmt: skip


def shown(outgoing):
    """All that goes out of an entry, as one text."""
    lines = [outgoing.title, outgoing.practice, outgoing.kind, outgoing.when, *outgoing.tags]
    for part in outgoing.parts:
        lines += [part.label, *part.paragraphs]
    return "\n".join(lines)
