"""What a coach wrote, in words for beside an entry: whose it is, and what it was about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.packet import RemarkKind
from ally_journal.language import _

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.preview import KeptComment


@dataclass(frozen=True, slots=True)
class CommentTold:
    """A comment that stands beside an entry.

    Attributes:
        id: of the comment.
        who: whose it is, and since when it is here.
        text: what they wrote.
        label: the question that it is about; empty for the whole entry.
        words: the paragraph of today that it is about; empty where that is not there any more.
        since: what became of that paragraph; empty where nothing did.
    """

    id: str
    who: str
    text: str
    label: str = ""
    words: str = ""
    since: str = ""


def comment_told(comment: KeptComment, today: date) -> CommentTold:
    """One comment in words."""
    is_whole = comment.paragraph is None
    return CommentTold(
        comment.id,
        who_words(comment.sender, comment.kind.value, plain_day(comment.day, today)),
        comment.text,
        "" if is_whole else comment.label,
        "" if is_whole else comment.now or "",
        "" if is_whole else since_words(comment.then, comment.now, changed=comment.changed),
    )


def who_words(sender: str, kind: str, when: str = "") -> str:
    """Whose it is: "Juniper · your coach", with a day where it came home."""
    role = _("a question of your coach") if kind == "question" else _("your coach")
    if not sender.strip():
        role = role[:1].upper() + role[1:]  # it begins the line
    return " · ".join(filter(None, (sender.strip(), role, when)))


def whole_heads() -> dict[RemarkKind, str]:
    """What stands above the remarks to a whole packet, in this order."""
    return {
        RemarkKind.COMMENT: _("On the whole of it"),
        RemarkKind.QUESTION: _("Questions to take along"),
    }


def since_words(then: str, now: str | None, *, changed: bool) -> str:
    """What was written there when it went out, where that is not so any more."""
    if now is None and then:
        words = _("What this was about is not there any more. Then: “{then}”")
        return words.format(then=then)
    if changed:
        return _("You changed this since. Then: “{then}”").format(then=then)
    return ""
