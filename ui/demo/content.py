"""Content: the half year of a made-up ally, read from resources/demo and put into a journal."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from importlib import resources
from itertools import cycle
from typing import TYPE_CHECKING, Any

from ally_journal.clock import zone_of
from ally_journal.domain.entry import Entry
from ally_journal.domain.promise import PromiseState
from ally_journal.journal import Journal

if TYPE_CHECKING:
    from ally_journal.clock import FixedClock

ZONE = "Europe/Lisbon"
# Days before the last evening on which the journal made a backup of itself.
BACKUPS = (93, 62, 34, 12, 6, 3, 1, 0)
LAST_DAY = date(2026, 3, 12)
LAST_TIME = time(18, 42)
_FILES = ("half_year.toml", "long_entries.toml", "between.toml", "by_hand.toml", "lists.toml")
_CHECKIN_TIMES = (time(17, 50), time(18, 5), time(17, 35), time(18, 20), time(13, 10))


@dataclass(frozen=True, slots=True)
class ByHand:
    """One practice that is typed into the window: answers by step, and the entry's name."""

    practice: str
    answers: Mapping[str, Any]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the demonstration writes. Days are counted back from the last one."""

    called: str
    people: Mapping[str, str]
    checkins: Mapping[str, Any]
    entries: tuple[Mapping[str, Any], ...]
    habits: tuple[Mapping[str, Any], ...]
    pauses: tuple[Mapping[str, Any], ...]
    by_hand: tuple[ByHand, ...]
    lists: Mapping[str, tuple[str, ...]]


@dataclass(order=True)
class _Deed:
    """Something done at a moment; `entries` by their place in the content are known to all."""

    at: datetime
    order: int
    act: Callable[[Journal, dict[int, Entry]], object] = field(compare=False)


def read_content() -> Content:
    """What resources/demo holds."""
    whole: dict[str, Any] = {"entries": []}
    for name in _FILES:
        text = (resources.files("resources.demo") / name).read_text(encoding="utf-8")
        found = tomllib.loads(text)
        whole["entries"] += found.pop("entries", [])
        whole |= found
    return Content(
        called=whole["called"],
        people=whole["people"],
        checkins=whole["checkins"],
        entries=tuple(whole["entries"]),
        habits=tuple(whole["habits"]),
        pauses=tuple(whole["pauses"]),
        by_hand=tuple(ByHand(**one) for one in whole["by_hand"]),
        lists={name: tuple(texts) for name, texts in whole["lists"].items()},
    )


def first_moment(content: Content) -> datetime:
    """When the journal is made: an hour before its first check-in."""
    return moment(max(content.checkins["days"]), time(17, 20))


def moment(ago: int, at: time = LAST_TIME) -> datetime:
    """An instant so many days before the last day, at this time there."""
    return datetime.combine(LAST_DAY - timedelta(days=ago), at, zone_of(ZONE))


def live_through(content: Content, journal: Journal, clock: FixedClock) -> None:
    """Do everything of the half year, each thing at its time; the clock is moved along."""
    begin(content, journal)
    kept: dict[int, Entry] = {}
    for deed in sorted(_deeds(content)):
        clock.instant = deed.at
        deed.act(journal, kept)
    clock.instant = moment(0)
    for asked in journal.promises.follow_ups(LAST_DAY):
        journal.promises.settle_follow_up(asked.id)


def begin(content: Content, journal: Journal) -> None:
    """Habits, people and lists, as on the first day."""
    for listed, texts in content.lists.items():
        for text in texts:
            journal.lists.add(listed, text)
    for name, role in content.people.items():
        journal.people.add(name, role)
    known = {view.habit.name for view in journal.habits.views()}
    for habit in content.habits:
        if habit["name"] not in known:
            practices = tuple(habit["practices"])
            journal.habits.add(habit["name"], habit["schedule"], practices)


def _deeds(content: Content) -> list[_Deed]:
    acts: list[tuple[datetime, Callable[[Journal, dict[int, Entry]], object]]] = []
    acts += _checkins(content)
    for place, entry in enumerate(content.entries):
        acts += _entry_deeds(place, entry)
    for habit in content.habits:
        acts += _marks(habit)
    for pause in content.pauses:
        acts.append((moment(pause["from"] + 1), partial(_pause, pause)))
    acts += [(moment(ago, time(7, 58)), _back_up) for ago in BACKUPS]
    return [_Deed(at, order, act) for order, (at, act) in enumerate(acts)]


# -- check-ins and habits


def _checkins(content: Content) -> list[tuple[datetime, Callable[..., object]]]:
    given = content.checkins
    feelings, points, lines = (cycle(given[key]) for key in ("feelings", "self", "lines"))
    acts: list[tuple[datetime, Callable[..., object]]] = []
    for ago, at in zip(given["days"], cycle(_CHECKIN_TIMES), strict=False):
        answers = {"feel": next(feelings), "self": next(points), "line": next(lines)}
        acts.append((moment(ago, at), partial(_check_in, answers)))
    return acts


def _check_in(answers: Mapping[str, Any], journal: Journal, _kept: dict[int, Entry]) -> None:
    journal.writing.write("checkin", {key: value for key, value in answers.items() if value})


def _back_up(journal: Journal, _kept: dict[int, Entry]) -> None:
    journal.copies.make("session")


def _marks(habit: Mapping[str, Any]) -> list[tuple[datetime, Callable[..., object]]]:
    done = [(moment(ago, time(18, 30)), partial(_mark, habit)) for ago in habit.get("days", ())]
    rests = [(moment(ago, time(8, 0)), partial(_rest, habit)) for ago in habit.get("rests", ())]
    return [*done, *rests]


def _mark(habit: Mapping[str, Any], journal: Journal, _kept: dict[int, Entry]) -> None:
    journal.habits.mark(journal.habits.by_name(habit["name"]).id, journal.today())


def _rest(habit: Mapping[str, Any], journal: Journal, _kept: dict[int, Entry]) -> None:
    journal.habits.rest(journal.habits.by_name(habit["name"]).id, journal.today())


def _pause(pause: Mapping[str, Any], journal: Journal, _kept: dict[int, Entry]) -> None:
    first, last = (LAST_DAY - timedelta(days=pause[key]) for key in ("from", "to"))
    journal.habits.pause(None, first, last, pause["reason"])


# -- entries


def _entry_deeds(
    place: int, entry: Mapping[str, Any]
) -> list[tuple[datetime, Callable[..., object]]]:
    acts: list[tuple[datetime, Callable[..., object]]] = []
    acts.append((moment(entry["ago"], _time(entry["at"])), partial(_write, place, entry)))
    for note in entry.get("notes", ()):
        at = moment(note["ago"], _time(note["at"]))
        acts.append((at, partial(_add_note, place, note["text"])))
    acts += [
        (moment(step["ago"], time(17, 0)), partial(_settle, place, step))
        for step in entry.get("promises", ())
    ]
    if "edited" in entry:
        edited = entry["edited"]
        at = moment(edited["ago"], _time(edited["at"]))
        acts.append((at, partial(_edit, place, edited["answers"])))
    if "trashed" in entry:
        acts.append((moment(entry["trashed"], time(19, 0)), partial(_trash, place)))
    return acts


def _write(place: int, entry: Mapping[str, Any], journal: Journal, kept: dict[int, Entry]) -> None:
    follows = kept.get(_place_before(entry, kept))
    draft = journal.writing.begin(
        entry["practice"],
        carry=entry["answers"],
        event=follows.event if follows is not None else None,
    )
    written, _change = journal.writing.keep(replace(draft, title=entry.get("title", "")))
    kept[place] = written
    if "tags" in entry:
        journal.writing.set_tags(written.id, tuple(entry["tags"]))
    if entry.get("star"):
        journal.writing.star(written.id, on=True)


def _place_before(entry: Mapping[str, Any], kept: Mapping[int, Entry]) -> int:
    """Where the entry stands that this one follows, by its title; -1 for none."""
    named = (place for place, one in kept.items() if one.title == entry.get("follows"))
    return next(named, -1)


def _add_note(place: int, text: str, journal: Journal, kept: dict[int, Entry]) -> None:
    journal.writing.add_note(kept[place].id, text)


def _edit(place: int, answers: Mapping[str, Any], journal: Journal, kept: dict[int, Entry]) -> None:
    draft = journal.writing.edit(kept[place].id)
    journal.writing.keep(replace(draft, answers=draft.answers | dict(answers)))


def _trash(place: int, journal: Journal, kept: dict[int, Entry]) -> None:
    journal.bin.move(kept[place].id)


def _settle(place: int, step: Mapping[str, Any], journal: Journal, kept: dict[int, Entry]) -> None:
    own = [one for one in journal.promises.all(open_only=False) if one.entry == kept[place].id]
    promise = own[step.get("number", 0)]
    journal.promises.settle(
        promise.id,
        PromiseState(step["state"]),
        due=date.fromisoformat(step["due"]) if "due" in step else None,
        text=step.get("text", ""),
        why=step.get("why", ""),
    )


def _time(text: str) -> time:
    return time.fromisoformat(text)
