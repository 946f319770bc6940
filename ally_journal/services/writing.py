"""Writing: a draft is committed while it is typed, and kept when the walk is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from ally_journal.changes import Change
from ally_journal.clock import journal_day, offset_name, zone_of
from ally_journal.domain.answers import checked
from ally_journal.domain.entry import AnswerValue, Draft, Entry, Sensitivity
from ally_journal.domain.text import kept_text
from ally_journal.domain.walk import Walk
from ally_journal.errors import BadAnswers, BadTime, UnknownStep, WrongAnswer
from ally_journal.ids import new_id
from ally_journal.services import composing, following, list_yields, spooling, yields
from ally_journal.storage import drafts, entries, habits, people
from ally_journal.storage.stamps import Stamp, to_micros

if TYPE_CHECKING:
    from ally_journal.services.context import Context

EARLIEST = datetime.fromisoformat("1900-01-01T00:00:00+00:00")


class WritingService:
    """Begins, saves, keeps and edits entries."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(
        self,
        practice_id: str,
        *,
        carry: Mapping[str, AnswerValue] | None = None,
        event: str | None = None,
        follows: str | None = None,
    ) -> Draft:
        """A new draft; nothing is stored until it is saved.

        Args:
            practice_id: which practice.
            carry: answers that are filled in already, by step key.
            event: the id that entries on the same event share.
            follows: the promise that this walk looks at again.

        Raises:
            UnknownPractice, UnknownStep, WrongAnswer.
        """
        practice = self._context.library.get(practice_id)
        now, zone = self._context.clock.now(), self._context.clock.zone()
        return Draft(
            id=new_id(now),
            practice=practice.id,
            practice_version=practice.version,
            created=now,
            zone=zone,
            day=self._context.today(),
            answers=self._checked(practice_id, carry or {}),
            event=event,
            follows=follows,
        )

    def facts(self, draft: Draft) -> dict[str, int | str]:
        """What the journal knows that conditions may ask for: hour, entries on the event, moves."""
        return yields.facts(self._context, draft)

    def walk(self, draft: Draft) -> Walk:
        """The walk of a draft, where it was left."""
        return Walk.start(
            self._context.library.get(draft.practice),
            facts=self.facts(draft),
            answers=draft.answers,
            skipped=draft.skipped,
            at=draft.at,
            short=draft.short,
        )

    def save_draft(self, draft: Draft) -> Change:
        """Commit a draft as it stands; when this returns it is on the disk.

        Raises:
            BadText: a title that cannot be kept.
        """
        practice = self._context.library.get(draft.practice)
        draft = replace(draft, title=kept_text(draft.title))
        words = composing.words(practice, draft.answers)

        def save() -> Change:
            with self._context.vault.atomic() as tx:
                drafts.save(tx, draft, self._context.stamp(), words.excerpt)
            return Change(drafts=True)

        return self._context.with_room(save)

    def spool(self, draft: Draft) -> None:
        """Seal a draft that cannot be saved into the state folder; it is a draft again next time.

        Raises:
            VaultClosed, DiskFull, DiskTrouble, NoPermission: it is not kept there either.
        """
        self._context.vault.spool(spooling.spelled(draft, self._context.clock.now()))

    def keep(self, draft: Draft) -> tuple[Entry, Change]:
        """Keep a draft as an entry, with its promises, follow-ups, people and marks, in one commit.

        A draft that revises a kept entry changes that entry; what it held before stays as a
        revision.
        """
        walk = self.walk(draft)
        stamp = self._context.stamp()
        if draft.revises is None:
            entry = composing.entry(draft, walk, stamp)
            return self._store(entry, walk, draft, stamp)
        before = entries.load(self._context.vault, draft.revises)
        called = people.called(self._context.vault)
        entry = composing.revised(before, draft, walk, stamp, called)
        return self._store(entry, walk, draft, stamp, before)

    def write(
        self, practice_id: str, answers: object, at: datetime | None = None
    ) -> tuple[Entry, Change]:
        """Keep an entry from answers given all at once.

        Args:
            practice_id: which practice.
            answers: {step key: answer}; options by id or label. "title" names the entry. All that
                is given is kept, also what would not be asked after the other answers.
            at: the moment it tells of, aware; now unless given. An offset of its own that is not
                UTC's says on which day it was lived; later today will do, another day will not.

        Raises:
            UnknownPractice, UnknownStep, WrongAnswer, BadAnswers, BadTime, BadText.
        """
        if not isinstance(answers, Mapping):
            raise BadAnswers
        given = dict(answers)
        title = (
            None
            if composing.TITLE in self._steps(practice_id)
            else given.pop(composing.TITLE, None)
        )
        if title is not None and not isinstance(title, str):
            raise WrongAnswer(composing.TITLE, "not-text")
        draft = replace(self.begin(practice_id, carry=given), title=kept_text(title or ""))
        if at is not None:
            draft = self._at(draft, at)
        walk, stamp = self.walk(draft), self._context.stamp()
        return self._store(composing.entry(draft, walk, stamp, whole=True), walk, draft, stamp)

    def edit(self, entry_id: str) -> Draft:
        """A draft that will change a kept entry when it is kept itself.

        Who was renamed since stands with today's name where people are asked for.

        Raises:
            UnknownEntry, UnknownPractice.
        """
        entry = entries.load(self._context.vault, entry_id)
        now = self._context.clock.now()
        practice = self._context.library.get(entry.practice)
        answers = {answer.key: answer.value for answer in entry.answers}
        return Draft(
            id=new_id(now),
            practice=entry.practice,
            practice_version=entry.practice_version,
            created=now,
            zone=entry.zone,
            day=entry.day,
            title=self._given_title(entry),
            event=entry.event,
            revises=entry.id,
            answers=composing.named_now(practice, answers, people.called(self._context.vault)),
        )

    def _given_title(self, entry: Entry) -> str:
        """The name that the person gave; empty where it is only the first words."""
        practice = self._context.library.get(entry.practice)
        return "" if entry.title == composing.title(practice, entry.answers) else entry.title

    def resume(self, draft_id: str) -> Draft:
        """A draft as it was left.

        Raises:
            UnknownEntry: there is none with this id.
        """
        return drafts.load(self._context.vault, draft_id)

    def discard(self, draft_id: str) -> Change:
        """Move a draft to the trash; it can be brought back from there."""
        now = to_micros(self._context.clock.now())
        with self._context.vault.atomic() as tx:
            entries.set_columns(tx, draft_id, self._context.stamp(), trashed=now)
        return Change(drafts=True, entries=frozenset({draft_id}))

    def add_note(self, entry_id: str, text: str) -> Change:
        """Add a later note to a kept entry; its text stays as it was.

        Raises:
            UnknownEntry, BadText.
        """
        entry = entries.load(self._context.vault, entry_id)
        stamp = self._context.stamp()
        with self._context.vault.atomic() as tx:
            entries.add_note(tx, entry.id, kept_text(text), stamp)
            noted = entries.load(tx, entry_id)
            body = composing.body(self._context.library, noted)
            entries.index(tx, entries.key_of(tx, entry_id), noted, body)
        return Change(entries=frozenset({entry_id}))

    def rename(self, entry_id: str, title: str) -> Change:
        """Give an entry a name; empty for its first words.

        Raises:
            UnknownEntry, BadText.
        """
        entry = entries.load(self._context.vault, entry_id)
        practice = self._context.library.get(entry.practice)
        named = replace(entry, title=composing.title(practice, entry.answers, kept_text(title)))
        with self._context.vault.atomic() as tx:
            entries.set_columns(tx, entry_id, self._context.stamp(), title=named.title)
            body = composing.body(self._context.library, named)
            entries.index(tx, entries.key_of(tx, entry_id), named, body)
        return Change(entries=frozenset({entry_id}))

    def set_tags(self, entry_id: str, tags: tuple[str, ...]) -> Change:
        """Make these the tags of an entry.

        Raises:
            UnknownEntry, BadText.
        """
        tidy = tuple(dict.fromkeys(" ".join(kept_text(tag).split()) for tag in tags))
        with self._context.vault.atomic() as tx:
            key = entries.key_of(tx, entry_id)
            entries.put_tags(tx, key, filter(None, tidy))
            entry = entries.load(tx, entry_id)
            entries.index(tx, key, entry, composing.body(self._context.library, entry))
        return Change(entries=frozenset({entry_id}))

    def star(self, entry_id: str, *, on: bool) -> Change:
        """Star an entry, or take the star off."""
        return self._set(entry_id, star=int(on))

    def set_sensitivity(self, entry_id: str, sensitivity: Sensitivity) -> Change:
        """Say how far an entry may go."""
        return self._set(entry_id, sensitivity=sensitivity.value)

    def set_day(self, entry_id: str, day: date) -> Change:
        """Let an entry count for another day; its place in time stays."""
        return self._set(entry_id, day=day.isoformat())

    def _set(self, entry_id: str, **columns: str | int) -> Change:
        with self._context.vault.atomic() as tx:
            entries.set_columns(tx, entry_id, self._context.stamp(), **columns)
        return Change(entries=frozenset({entry_id}))

    def _store(
        self, entry: Entry, walk: Walk, draft: Draft, stamp: Stamp, before: Entry | None = None
    ) -> tuple[Entry, Change]:
        words = composing.words(walk.practice, {one.key: one.value for one in entry.answers})

        def store() -> tuple[Entry, Change]:
            with self._context.vault.atomic() as tx:
                if before is not None:
                    entries.add_revision(tx, before, stamp)
                    drafts.remove(tx, draft.id)
                entries.keep(tx, entry, words, stamp)
                people.put_into_entry(tx, entries.key_of(tx, entry.id), entry.people, stamp)
                follows = draft.follows if before is None else None
                settled = following.settle_followed(tx, walk, follows, stamp)
                yields.keep_promises(tx, entry, walk, stamp, before=before, settled=settled)
                yields.keep_follow_ups(tx, entry, walk, stamp, self._context.library)
                has_items = list_yields.keep_items(tx, entry, walk, stamp, before)
                marked = before is None and habits.mark_for_practice(
                    tx, entry.practice, entry.day, stamp
                )
                kept = entries.load(tx, entry.id)
            touched = frozenset({entry.id})
            return kept, Change(
                entries=touched,
                drafts=True,
                promises=True,
                people=bool(entry.people),
                habits=marked,
                lists=has_items,
            )

        return self._context.with_room(store)

    def _at(self, draft: Draft, at: datetime) -> Draft:
        now = self._context.clock.now()
        zone = _zone_of(at, draft.zone)
        day = journal_day(at, zone, self._context.settings.day_ends) if at >= EARLIEST else None
        if day is None or (at > now and day > self._context.today()):
            raise BadTime
        return replace(draft, created=at.astimezone(UTC), zone=zone, day=day)

    def _steps(self, practice_id: str) -> frozenset[str]:
        return frozenset(step.key for step in self._context.library.get(practice_id).steps)

    def _checked(self, practice_id: str, given: Mapping[Any, object]) -> dict[str, AnswerValue]:
        practice = self._context.library.get(practice_id)
        answers: dict[str, AnswerValue] = {}
        for key, value in given.items():
            step = practice.step(key) if isinstance(key, str) else None
            if step is None:
                raise UnknownStep(practice_id, str(key)[:60])
            answer = checked(step, value)
            if answer is not None:
                answers[key] = answer
        return answers


def _zone_of(at: datetime, here: str) -> str:
    """The zone in which a moment was lived: by its own offset, where that is not the one here."""
    offset = at.utcoffset()
    is_here = not offset or offset == at.astimezone(zone_of(here)).utcoffset()
    return here if is_here else offset_name(offset)
