"""What an entry said before its edits, made ready for reading in the journal's lane."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ally_journal.domain.differences import Answered, Difference, Kind, differences
from ally_journal.domain.entry import Sensitivity
from ally_journal.language import _, ngettext
from ui.models.reading import Told, Wording, answer_words, practice_of, read_wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.entry import Answer
    from ally_journal.domain.practice import Practice
    from ally_journal.journal import Journal

_TITLE = "title"
_TAGS = {Kind.SAME: ("", ""), Kind.ADDED: ("<u>", "</u>"), Kind.TAKEN_OUT: ("<s>", "</s>")}


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier wording.

    Attributes:
        id: of the revision.
        wording: as it was.
        by_edit: what the edit that ended it changed, question by question.
        until_now: what all edits since then changed.
    """

    id: str
    wording: Wording
    by_edit: Changes
    until_now: Changes


@dataclass(frozen=True, slots=True)
class Changes:
    """The questions whose answers changed, with marks; `rest` says how many did not."""

    told: tuple[Told, ...]
    spoken: str
    rest: str


@dataclass(frozen=True, slots=True)
class History:
    """The title of an entry and its earlier wordings, the latest first.

    `stays`: it never leaves, so nothing of them is copied.
    """

    title: str
    earlier: tuple[Earlier, ...]
    may_copy: bool
    stays: bool = False


def read_history(entry_id: str, journal: Journal) -> History:
    """Read what an entry said before each edit; call it in the journal's lane.

    Raises:
        UnknownEntry: there is none with this id.
    """
    entry = journal.reading.entry(entry_id)
    practice = practice_of(journal, entry)
    now = _answered(practice, entry.title, entry.answers)
    after, earlier = now, []
    revisions = journal.reading.revisions(entry_id)
    for revision, wording in zip(revisions, read_wordings(entry_id, journal), strict=True):
        then = _answered(practice, revision.title, revision.answers)
        changes = changes_told(differences(then, after)), changes_told(differences(then, now))
        earlier.append(Earlier(revision.id, wording, *changes))
        after = then
    may_copy = entry.trashed is None and not journal.read_only
    stays = entry.sensitivity is Sensitivity.NEVER
    return History(entry.title, tuple(earlier), may_copy, stays)


def changes_told(found: Sequence[Difference]) -> Changes:
    """Differences as marked text, as a sentence to be read out, and the rest as a number."""
    changed = [one for one in found if one.kind is not Kind.SAME]
    same = len(found) - len(changed)
    rest = ngettext(
        "{n} answer stayed as it was.", "{n} answers stayed as they were.", same
    ).format(n=same)
    return Changes(
        tuple(Told(_question(one), _html(one)) for one in changed),
        " ".join(map(_spoken, changed)),
        rest if same else "",
    )


def _answered(practice: Practice | None, title: str, answers: Sequence[Answer]) -> list[Answered]:
    found = [Answered(one.key, one.question, answer_words(practice, one)) for one in answers]
    if any(one.key == _TITLE for one in found) or _is_first_words(title, found):
        return found
    return [Answered(_TITLE, _("Title"), title), *found]


def _is_first_words(title: str, answers: Sequence[Answered]) -> bool:
    """Whether nobody gave the title: then what changed in it is told under the answer."""
    start = title.rstrip("…")
    return any(" ".join(one.text.split()).startswith(start) for one in answers)


def _question(one: Difference) -> str:
    if one.kind is Kind.ADDED:
        return _("{question} (added)").format(question=one.question)
    if one.kind is Kind.TAKEN_OUT:
        return _("{question} (taken out)").format(question=one.question)
    return one.question


def _html(one: Difference) -> str:
    parts = []
    for stretch in one.stretches:
        before, after = _TAGS[stretch.kind]
        parts.append(before + escape(stretch.text).replace("\n", "<br>") + after)
    return f"<p>{''.join(parts)}</p>"


def _spoken(one: Difference) -> str:
    words = [one.question]
    for stretch in one.stretches:
        if stretch.kind is Kind.TAKEN_OUT:
            words.append(_("Taken out: {words}.").format(words=stretch.text.strip()))
        elif stretch.kind is Kind.ADDED:
            words.append(_("Added: {words}.").format(words=stretch.text.strip()))
    return " ".join(words)
