"""Ways through a practice that together take every option and both sides of every condition."""

from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from ally_journal.domain import conditions
from ally_journal.domain.answers import checked
from ally_journal.domain.practice import Kind
from ally_journal.domain.walk import Walk
from tests.domain.practice_walks import SOME

GATE_KIND, MOST_TRIES = "gate.kind", 3000
NUMBERS = {
    "hour": (18, 23),
    "asks.themes": (0, 1),
    "event.entries_7d": (0, 3),
    "plan.moved": (0, 2),
}


@dataclass(frozen=True)
class Path:
    """What is answered to which step, and the steps it leads to; the others are skipped."""

    answers: dict
    steps: tuple[str, ...]
    facts: dict = field(default_factory=dict)
    is_short: bool = False


def paths_through(practice):
    """Paths that cover the practice, and the conditions that none of them could turn."""
    left = {(step.key, repr(one)) for step in practice.steps for one in choices_of(practice, step)}
    rules = [rule for rule in all_conditions(practice) if rule]
    sides = {(at, side) for at in range(len(rules)) for side in (True, False)}
    chance, found = Random(practice.id), []  # noqa: S311 paths, no secrets
    for _try in range(MOST_TRIES):
        if not left and not sides:
            break
        path, walk, taken = one_path(practice, left, chance)
        turned = {(at, walk.unfolded.holds(rule)) for at, rule in enumerate(rules)}
        if taken & left or turned & sides:
            found.append(path)
        left -= taken
        sides -= turned
    return found, {f"{rules[at]} is {side}" for at, side in sides} | set(map(str, left))


def one_path(practice, left, chance):
    """Prefer what was not taken yet; else anything."""
    facts = {name: chance.choice(known) for name, known in facts_of(practice).items()}
    is_short = chance.random() < 1 / 4
    walk, answers, taken, steps = Walk.start(practice, facts=facts), {}, set(), []
    while walk.current is not None:
        step = walk.current
        if is_short and not walk.short and not step.key.startswith("gate."):
            walk = walk.shorter()
            continue
        steps.append(step.key)
        known = choices_of(practice, step)
        new = [one for one in known if (step.key, repr(one)) in left]
        value = new[0] if new else chance.choice(known)
        taken.add((step.key, repr(value)))
        if value is not None:
            answers[step.key] = value
        walk = walk.answer(checked(step, value))
        if walk.support is not None and walk.current is not None:
            walk = walk.shorter()
            walk = walk.skip() if walk.at == GATE_KIND else walk
    return Path(answers, tuple(steps), facts, is_short), walk, taken


def choices_of(practice, step):
    """What may be answered to a step, each option in one of them; None for nothing."""
    if not step.parts:
        return [*values_of(practice, step, step.key), None]
    columns = [[*values_of(practice, one, f"{step.key}.{one.key}"), None] for one in step.parts]
    rows = []
    for at in range(max(map(len, columns))):
        row = [column[min(at, len(column) - 1)] for column in columns]
        said = zip(step.parts, row, strict=True)
        rows.append({part.key: value for part, value in said if value is not None} or None)
    first = {part.key: column[0] for part, column in zip(step.parts, columns, strict=True)}
    alone = [{part.key: first[part.key]} for part in step.parts]
    return [*(row for row in rows if row), *alone, None]


def values_of(practice, asked, name):
    if asked.kind is Kind.CHOICE:
        return [*map(said, asked.options)]
    if asked.kind is Kind.CHOICES:
        size = min(asked.most or 99, len(asked.options))
        ends = [*range(0, len(asked.options), size), len(asked.options)]
        named = [one.id for one in asked.options if one.id in words_on(practice, name)]
        return [
            *([said(one) for one in asked.options[a:b]] for a, b in pairwise(ends)),
            *([one] for one in dict.fromkeys([asked.options[0].id, *named])),
        ]
    if asked.kind is Kind.SCALE:
        return points_of(practice, asked, name)
    return [] if asked.kind is Kind.NOTE else [SOME[asked.kind]]


def said(option):
    return "other: a few words" if option.id == "other" else option.id


def points_of(practice, asked, name):
    if asked.points:
        return list(range(1, len(asked.points) + 1))
    ends = {0, 10}
    for word in words_on(practice, name):
        number = int(word.split()[-1]) if word.split()[-1].isdigit() else 0
        ends |= {number - 1, number, number + 1}
    return sorted(one for one in ends if 0 <= one <= 10)


def words_on(practice, name):
    """What conditions say of a step."""
    rules = all_conditions(practice)
    return {word for rule in rules for key, words in rule.items() if key == name for word in words}


def facts_of(practice):
    """What conditions ask of the journal, and two answers to each."""
    names = {name for rule in all_conditions(practice) for name in rule if conditions.is_fact(name)}
    return {name: NUMBERS.get(name, (0, 4)) for name in sorted(names - {"level.change"})}


def all_conditions(practice):
    """Every condition of a practice but those of its counts."""
    found = [*practice.short_when, *practice.lens_off]
    for step in practice.steps:
        found += [step.when, step.unless, *(hint.when for hint in step.hints)]
        for asked in (step, *step.parts):
            found += [option.when for option in asked.options]
    for offer in practice.offers:
        found += [offer.when, offer.unless]
    for rules in (
        practice.follow_ups, practice.promises, practice.items, practice.settles,
        practice.support, practice.closings,
    ):  # fmt: skip
        found += [rule.when for rule in rules]
    return [rule for rule in found if rule]
