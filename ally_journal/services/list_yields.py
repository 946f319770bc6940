"""What an entry puts on the person's lists when it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.domain.answers import OTHER, as_text
from ally_journal.domain.list_item import ENTRY, STEP, ListItem, is_same, shortened
from ally_journal.domain.practice import Kind
from ally_journal.storage import lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ally_journal.domain.entry import AnswerValue, Entry
    from ally_journal.domain.practice import ItemRule, Part, Step
    from ally_journal.domain.walk import Walk
    from ally_journal.storage.reader import ReadWriter
    from ally_journal.storage.stamps import Stamp

_SEVERAL = frozenset({Kind.LIST, Kind.CHOICES})


def keep_items(
    tx: ReadWriter, entry: Entry, walk: Walk, stamp: Stamp, before: Entry | None = None
) -> bool:
    """Put what the answers of an entry say on its lists; whether there was anything new.

    What stands on the list already is not put there twice. After an edit only what the edit changed
    counts: what was taken off the list meanwhile stays off.

    Args:
        tx: the transaction that keeps the entry.
        entry: as it is kept.
        walk: with its answers.
        stamp: of now.
        before: the entry before an edit.
    """
    was = None if before is None else walk.of(before)
    is_new = False
    for rule in walk.items:
        said = _texts(walk, rule.text)
        earlier = _texts(was, rule.text) if was is not None and rule in was.items else []
        new = [text for text in said if not _holds(earlier, text)]
        gone = [text for text in earlier if not _holds(said, text)]
        there = lists.of(tx, rule.list)
        own = _of_entry(there, entry, rule)
        if len(new) == len(gone) == 1 and own and is_same(own[-1].text, gone[0]):
            lists.save(tx, replace(own[-1], text=new[0]), stamp)
            is_new = True
            continue
        for text in new:
            if not _holds((one.text for one in there), text):
                lists.append(tx, rule.list, text, {ENTRY: entry.id, STEP: rule.text}, stamp)
                is_new = True
    return is_new


def _of_entry(items: Iterable[ListItem], entry: Entry, rule: ItemRule) -> list[ListItem]:
    return [one for one in items if one.entry == entry.id and one.step == rule.text]


def _holds(texts: Iterable[str], text: str) -> bool:
    return any(is_same(one, text) for one in texts)


def _texts(walk: Walk, name: str) -> list[str]:
    """What a step, or one part of it, says: each line and each choice by itself.

    "Other" without words of its own says nothing.
    """
    found: dict[str, None] = {}
    for field, value in _said(walk, name):
        several = value if field.kind in _SEVERAL and isinstance(value, list) else [value]
        said = [one for one in several if not (one == OTHER and field.options)]
        found.update((shortened(as_text(field, one)), None) for one in said)
    return [text for text in found if text]


def _said(walk: Walk, name: str) -> Iterator[tuple[Step | Part, AnswerValue]]:
    key, _, part_key = name.partition(".")
    for step, value in walk.kept_answers:
        if step.key == name:
            yield step, value
            continue
        part = next((one for one in step.parts if one.key == part_key), None)
        if step.key == key and part is not None and isinstance(value, dict) and part_key in value:
            yield part, value[part_key]
