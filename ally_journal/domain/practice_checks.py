"""Checks of a practice once its tables are right: names that must be there, rules that make sense.

Refused: an empty closing, title or question; keys and options that stand twice; conditions on what
is not asked before; promises, follow-ups and carried answers of steps that are not there; an offer
of a practice to itself.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from ally_journal.domain import conditions
from ally_journal.domain.answers import day_from
from ally_journal.domain.list_item import LISTS
from ally_journal.domain.practice import Kind
from ally_journal.domain.promise import SETTLING, PromiseKind
from ally_journal.errors import PracticeFileError
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ally_journal.domain.practice import Condition, Hint, Option, Part, Practice, Step

Trouble: TypeAlias = "Iterator[tuple[str, str]]"
"""Place in the file and reason, one by one."""

SUPPORT = "support"
"""What an offer names in place of a practice to open the Support page."""

GROUPS = ("happened", "closer", "going", "free")
SHOWS = ("", "week", "month", "promises")
"""What a note may show."""

SHOWS_BELOW = (
    *("", "week-done", "week-noticed"),
    *("month-done", "month-cues", "month-acts", "month-entries"),
)
"""What may stand below the answer of any other step."""

MOST_STEPS, MOST_OPTIONS, MOST_DAYS, MOST_ON_TODAY = 100, 100, 3660, 8
MOST_PLACES = 1000
FEWEST_POINTS, MOST_POINTS = 2, 11

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
_OPTION = re.compile(r"[^\W_][\w-]{0,79}")
_RESERVED = frozenset({"gate", "hour", "count"})
_OF_CHOICE = frozenset({Kind.CHOICE, Kind.CHOICES})
_OF_MANY = frozenset({Kind.CHOICES, Kind.LIST, Kind.PEOPLE})
_WORDED = frozenset({Kind.TEXT, Kind.LONG, Kind.LIST, Kind.IF_THEN, Kind.CHOICE, Kind.CHOICES})
_ANY_DAY = date(2026, 1, 1)


def check(practice: Practice, file: str, before: int = 0) -> None:
    """Refuse a practice that could not be walked, or whose rules point nowhere.

    Args:
        practice: the practice, with the steps of the gate.
        file: the file's name, for messages.
        before: how many of its first steps are not its own.

    Raises:
        PracticeFileError: the first thing that is not right.
    """
    for key, reason in _troubles(practice, before):
        raise PracticeFileError(file, key, reason)


def _troubles(practice: Practice, before: int) -> Trouble:
    yield from _head(practice)
    for step in practice.steps[before:]:
        yield from _own_key(step.key, f"steps.{step.key}")
    yield from _steps(practice)
    steps = {step.key: step for step in practice.steps}
    yield from _offers(practice, steps)
    yield from _follow_ups(practice, steps)
    yield from _promises(practice, steps)
    yield from _items(practice, steps)
    yield from _settles(practice, steps)
    yield from _rules(practice, steps)
    yield from _counts(practice, steps)


def _head(practice: Practice) -> Trouble:
    if not _NAME.fullmatch(practice.id) or practice.id == SUPPORT:
        yield "id", _("an id is a word of small letters, digits and “_”")
    for name, text in (("title", practice.title), ("closing", practice.closing)):
        if not text.strip():
            yield name, _("it is empty")
    if practice.version < 1:
        yield "version", _("versions count from 1")
    if practice.group not in GROUPS:
        yield "group", _("it is one of {names}").format(names=", ".join(GROUPS))
    yield from _places(practice)
    if not 1 <= len(practice.steps) <= MOST_STEPS:
        yield "steps", _("a practice has from 1 to 100 steps")


def _places(practice: Practice) -> Trouble:
    if not 0 <= practice.on_today <= MOST_ON_TODAY:
        yield "on_today", _("it is a place from 1 to 8, or 0")
    if not 0 <= practice.place <= MOST_PLACES:
        yield "place", _("it is a place from 1 to 1000, or 0")


def _steps(practice: Practice) -> Trouble:
    earlier: dict[str, Step] = {}
    for step in practice.steps:
        place = f"steps.{step.key}"
        if step.key in earlier:
            yield f"{place}.key", _("two steps have this key")
        yield from _step(step, place)
        for name, condition in _step_conditions(step):
            yield from _condition(condition, f"{place}.{name}", earlier)
        earlier[step.key] = step
    if practice.gate and not any(step.short for step in practice.steps if "." not in step.key):
        yield "gate", _("a practice behind the gate has steps of the short path")


def _own_key(key: str, place: str) -> Trouble:
    if not _NAME.fullmatch(key):
        yield f"{place}.key", _("a key is a word of small letters, digits and “_”")
    if key in _RESERVED:
        yield f"{place}.key", _("this word is taken")


def _step(step: Step, place: str) -> Trouble:
    if not step.question.strip():
        yield f"{place}.question", _("it is empty")
    yield from _hints(step.hints, f"{place}.hints")
    known = SHOWS if step.kind is Kind.NOTE else SHOWS_BELOW
    if step.shows not in known:
        names = ", ".join(f"“{one}”" for one in known[1:])
        yield f"{place}.shows", _("it may show {names}").format(names=names)
    if not step.parts:
        yield from _field(step, place)
        return
    if step.options or step.points or step.most is not None or step.default:
        yield place, _("options, points, most and default belong to its parts")
    yield from _twice((part.key for part in step.parts), f"{place}.parts")
    for part in step.parts:
        at = f"{place}.parts.{part.key}"
        yield from _own_key(part.key, at)
        if part.kind is Kind.NOTE:
            yield f"{at}.kind", _("a part asks for something")
        if f"{step.key}.{part.key}" in conditions.FACTS:
            yield f"{at}.key", _("this word is taken")
        yield from _field(part, at)


def _field(asked: Step | Part, place: str) -> Trouble:
    has_choice = asked.kind in _OF_CHOICE
    if has_choice != bool(asked.options):
        yield f"{place}.options", _("a choice has options, other kinds have none")
    if len(asked.options) > MOST_OPTIONS:
        yield f"{place}.options", _("there are more than 100")
    yield from _twice((option.id for option in asked.options), f"{place}.options")
    for option in asked.options:
        yield from _option(option, f"{place}.options.{option.id}")
    yield from _scale(asked, place)
    if asked.most is not None and (asked.kind not in _OF_MANY or asked.most < 1):
        yield f"{place}.most", _("it is a number from 1 up, where several can be given")
    if asked.default and (asked.kind is not Kind.DATE or not day_from(asked.default, _ANY_DAY)):
        yield f"{place}.default", _("a default is a day, or such as “+7 days”, of a date")


def _scale(asked: Step | Part, place: str) -> Trouble:
    is_scale = asked.kind is Kind.SCALE
    is_right = is_scale and FEWEST_POINTS <= len(asked.points) <= MOST_POINTS
    if asked.points and not is_right:
        yield f"{place}.points", _("a scale in words has from 2 to 11 points")
    if (asked.low or asked.high) and (not is_scale or asked.points):
        yield f"{place}.low", _("end words belong to a scale from 0 to 10")


def _option(option: Option, place: str) -> Trouble:
    if not option.label.strip():
        yield place, _("it is empty")
    if not _OPTION.fullmatch(option.id) or option.id in (conditions.EMPTY, conditions.FILLED):
        yield place, _("this cannot be the id of an option")


def _twice(names: Iterable[str], place: str) -> Trouble:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{place}.{name}", _("it stands there twice")
        seen.add(name)


def _hints(hints: Iterable[Hint], place: str) -> Trouble:
    for hint in hints:
        if not hint.text.strip():
            yield f"{place}.text", _("it is empty")


def _step_conditions(step: Step) -> Iterator[tuple[str, Condition]]:
    yield "when", step.when
    yield "unless", step.unless
    for hint in step.hints:
        yield "hints.when", hint.when
    for options in (step.options, *(part.options for part in step.parts)):
        for option in options:
            yield f"options.{option.id}.when", option.when


def _condition(condition: Condition, place: str, earlier: Mapping[str, Step]) -> Trouble:
    wrong = conditions.trouble(condition, earlier)
    if wrong:
        yield f"{place}.{wrong[0]}", wrong[1]


def _offers(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    for offer in practice.offers:
        place = f"offers.{offer.practice}"
        if offer.practice == practice.id:
            yield place, _("a practice does not offer itself")
        if not offer.label.strip():
            yield f"{place}.label", _("it is empty")
        yield from _condition(offer.when, f"{place}.when", steps)
        yield from _condition(offer.unless, f"{place}.unless", steps)
        yield from _carry(offer.carry, place, steps)


def _follow_ups(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    for rule in practice.follow_ups:
        place = f"follow_ups.{rule.practice}"
        if not 1 <= rule.days <= MOST_DAYS:
            yield f"{place}.days", _("it is a number of days from 1 up")
        if rule.on and not _is_date(rule.on, steps):
            yield f"{place}.on", _("there is no date step of this name")
        if not 0 <= rule.later <= MOST_DAYS or (rule.later and not rule.on):
            yield f"{place}.later", _("it is a number of days after the day of `on`")
        if rule.asked and not rule.label.strip():
            yield f"{place}.label", _("what is asked for has a label")
        yield from _carry(rule.carry, place, steps)
        yield from _condition(rule.when, f"{place}.when", steps)


def _carry(carry: Mapping[str, str], place: str, steps: Mapping[str, Step]) -> Trouble:
    for there, here in carry.items():
        if conditions.found(here, steps) is None:
            yield f"{place}.carry.{there}", _("there is no step of this name here")


def _promises(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    for promise in practice.promises:
        place = f"promises.{promise.text}"
        if not _has_words(promise.text, steps):
            yield f"{place}.text", _("there is no step of this name with an answer")
        if promise.kind not in set(PromiseKind):
            yield f"{place}.kind", _("it is one of {names}").format(names=", ".join(PromiseKind))
        is_day = promise.due.startswith("+") and day_from(promise.due, _ANY_DAY)
        if promise.due and not is_day and not _is_date(promise.due, steps):
            yield f"{place}.due", _("it is a date step, or such as “+7 days”")
        yield from _condition(promise.when, f"{place}.when", steps)


def _items(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    for item in practice.items:
        place = f"items.{item.text}"
        if not _has_words(item.text, steps):
            yield f"{place}.text", _("there is no step of this name with words")
        if item.list not in LISTS:
            yield f"{place}.list", _("it is one of {names}").format(names=", ".join(LISTS))
        yield from _condition(item.when, f"{place}.when", steps)


def _settles(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    for rule in practice.settles:
        place = f"settles.{rule.state}"
        if rule.state not in SETTLING:
            yield "settles.state", _("it is one of {names}").format(names=", ".join(SETTLING))
        if not rule.when:
            yield f"{place}.when", _("it is empty")
        for name, key in (("text", rule.text), ("why", rule.why)):
            if key and not _has_words(key, steps):
                yield f"{place}.{name}", _("there is no step of this name with words")
        if rule.due and not _is_date(rule.due, steps):
            yield f"{place}.due", _("there is no date step of this name")
        yield from _condition(rule.when, f"{place}.when", steps)


def _has_words(name: str, steps: Mapping[str, Step]) -> bool:
    asked = conditions.found(name, steps)
    has_parts = name in steps and bool(steps[name].parts)
    return asked is not None and asked.kind in _WORDED and not has_parts


def _is_date(key: str, steps: Mapping[str, Step]) -> bool:
    return key in steps and steps[key].kind is Kind.DATE and not steps[key].parts


def _rules(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    for rule in practice.support:
        if not rule.when:
            yield "support.when", _("it is empty")
        if rule.after not in steps:
            yield "support.after", _("there is no step of this name")
        yield from _condition(rule.when, "support.when", steps)
    yield from _hints(practice.closings, "closings")
    for closing in practice.closings:
        yield from _condition(closing.when, "closings.when", steps)
    for name, all_of_it in (("short_when", practice.short_when), ("lens_off", practice.lens_off)):
        for condition in all_of_it:
            if not condition:
                yield name, _("it is empty")
            yield from _condition(condition, name, steps)


def _counts(practice: Practice, steps: Mapping[str, Step]) -> Trouble:
    yield from _twice((one.name for one in practice.counts), "counts")
    for count in practice.counts:
        place = f"counts.{count.name}"
        if not _NAME.fullmatch(count.name):
            yield f"{place}.name", _("a key is a word of small letters, digits and “_”")
        if not count.when:
            yield f"{place}.when", _("it is empty")
        if any(map(conditions.is_fact, count.when)):
            yield f"{place}.when", _("it asks about answers alone")
        yield from _condition(count.when, f"{place}.when", steps)
    known = {f"{conditions.COUNT}{one.name}" for one in practice.counts}
    for place, condition in _all_conditions(practice):
        for name in condition:
            if name.startswith(conditions.COUNT) and name not in known:
                yield f"{place}.{name}", _("there is no count of this name")


def _all_conditions(practice: Practice) -> Iterator[tuple[str, Condition]]:
    """Every condition but those of counts, with its place."""
    for step in practice.steps:
        for name, condition in _step_conditions(step):
            yield f"steps.{step.key}.{name}", condition
    for offer in practice.offers:
        yield f"offers.{offer.practice}.when", offer.when
        yield f"offers.{offer.practice}.unless", offer.unless
    rules = {
        "follow_ups.when": [one.when for one in practice.follow_ups],
        "promises.when": [one.when for one in practice.promises],
        "items.when": [one.when for one in practice.items],
        "settles.when": [one.when for one in practice.settles],
        "support.when": [one.when for one in practice.support],
        "closings.when": [one.when for one in practice.closings],
        "short_when": practice.short_when,
        "lens_off": practice.lens_off,
    }
    for place, several in rules.items():
        yield from ((place, condition) for condition in several)
