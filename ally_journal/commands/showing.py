"""How things stand on standard output: as JSON of a stable shape, or as lines to read."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import click

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ally_journal.domain.entry import Entry, EntrySummary
    from ally_journal.domain.habit import HabitView
    from ally_journal.domain.insights import Insight
    from ally_journal.domain.practice import Part, Practice, Step
    from ally_journal.domain.promise import Promise

    Shape = dict[str, Any]


class OutputLost(Exception):
    """Standard output takes nothing more: its disk is full, or its reader went away."""


def line(text: str = "") -> None:
    """Write a line to standard output; what could steer a terminal is shown as �."""
    _out("".join(_shown(letter) for letter in text) + "\n")


def check_heard() -> None:
    """Make sure that what a command makes can be told, before it makes it.

    Raises:
        OutputLost: standard output is closed.
    """
    if sys.stdout is None:
        raise OutputLost


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    click.echo("".join(_shown(letter) for letter in text), err=True)


def as_json(value: object) -> None:
    """Write one JSON value."""
    _out(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def as_json_rows(name: str, rows: Iterable[Shape]) -> None:
    """Write an object that holds one list, a row a line and no more than one in memory."""
    _out(f'{{"{name}": [')
    between = "\n"
    for row in rows:
        _out(between + json.dumps(row, ensure_ascii=False))
        between = ",\n"
    _out("\n]}\n")


def practice(one: Practice) -> Shape:
    """A practice with its steps."""
    return {
        "id": one.id,
        "title": one.title,
        "minutes": one.minutes,
        "steps": [_step(step) for step in one.steps],
    }


def summary(row: EntrySummary) -> Shape:
    """An entry as the list has it."""
    return _head(row) | {"excerpt": row.excerpt}


def entry(one: Entry, excerpt: str) -> Shape:
    """A whole entry."""
    answers = [
        {"key": each.key, "question": each.question, "kind": each.kind, "value": each.value}
        for each in one.answers
    ]
    return _head(one) | {"excerpt": excerpt, "answers": answers}


def habit(view: HabitView) -> Shape:
    """A habit and where it stands."""
    stands = view.standing
    return {
        "id": view.habit.id,
        "name": view.habit.name,
        "schedule": view.habit.schedule,
        "unit": stands.unit,
        "streak": stands.streak,
        "longest": stands.longest,
        "strength": round(stands.strength, 9),
        "chapters": [
            {"from": one.first.isoformat(), "to": one.last.isoformat(), "length": one.length}
            for one in stands.chapters
        ],
    }


def promise(one: Promise) -> Shape:
    """A promise and how it stands."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "text": one.text,
        "state": one.state.value,
        "due": one.due.isoformat() if one.due else None,
        "created": one.created.isoformat(),
        "entry": one.entry,
        "practice": one.practice,
    }


def insight(one: Insight) -> Shape:
    """What a chart shows, as words and numbers."""
    return {
        "key": one.key,
        "title": one.title,
        "sentence": one.sentence,
        "caution": one.caution,
        "count": one.count,
        "table": {"head": list(one.table.head), "rows": [list(row) for row in one.table.rows]},
        "form": one.form.value,
        "points": list(one.points),
        "series": [
            {"key": each.key, "label": each.label, "values": list(each.values)}
            for each in one.series
        ],
        "gaps": [{"point": at, "why": why} for at, why in sorted(one.gaps.items())],
        "undone": [{"text": each.text, "entry": each.entry} for each in one.undone],
    }


def insight_lines(one: Insight) -> Iterator[str]:
    """What a chart shows, to be read: the sentence, the table, what is still undone."""
    yield one.title
    yield one.sentence
    if one.table.rows:
        for row in (one.table.head, *one.table.rows):
            yield "  " + "  ".join(row)
    if one.undone:
        yield _("What is still undone?")
        for each in one.undone:
            yield f"  {each.text}"


def _out(text: str) -> None:
    """Write and flush: what is written counts once it has left us."""
    check_heard()
    try:
        click.echo(text, nl=False)
    except OSError as error:
        raise OutputLost from error


def _head(one: Entry | EntrySummary) -> Shape:
    return {
        "id": one.id,
        "practice": one.practice,
        "title": one.title,
        "day": one.day.isoformat(),
        "created": one.created.isoformat(),
        "people": list(one.people),
        "tags": list(one.tags),
    }


def _step(step: Step) -> Shape:
    shape = {
        "key": step.key,
        "question": step.question,
        "help": step.help,
        "kind": step.kind.value,
        "options": _options(step),
        "short": step.short,
    }
    return shape | {"parts": [_part(part) for part in step.parts]} if step.parts else shape


def _part(part: Part) -> Shape:
    return {
        "key": part.key,
        "label": part.label,
        "kind": part.kind.value,
        "options": _options(part),
    }


def _options(step: Step | Part) -> list[Shape]:
    return [{"id": option.id, "label": option.label} for option in step.options]


def _shown(letter: str) -> str:
    steers = unicodedata.category(letter) == "Cc" and letter not in "\n\t"
    return "\N{REPLACEMENT CHARACTER}" if steers else letter
