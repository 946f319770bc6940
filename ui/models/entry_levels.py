"""How far an entry may go, in words and signs; what stays is said where somebody tries."""

from __future__ import annotations

from ally_journal.domain.entry import Sensitivity
from ally_journal.language import _

SIGNS = {Sensitivity.COACH: "eye", Sensitivity.NEVER: "hide"}
"""A sign only where it is not as every entry begins: private."""


def level_words(level: Sensitivity) -> str:
    """As a choice."""
    return {
        Sensitivity.PRIVATE: _("Private"),
        Sensitivity.COACH: _("A coach may see it"),
        Sensitivity.NEVER: _("It never leaves"),
    }[level]


def level_sentence(level: Sensitivity) -> str:
    """What it means, below the facts of an entry."""
    return {
        Sensitivity.PRIVATE: _("Private. It leaves this computer only where you pick it yourself."),
        Sensitivity.COACH: _("A coach may see it. It goes out once you seal it, and not before."),
        Sensitivity.NEVER: _(
            "Told in confidence. It never leaves: it is not shared, exported, printed or copied."
        ),
    }[level]


def row_words(level: Sensitivity) -> str:
    """As a row is read out; nothing for what is as every entry begins."""
    return {Sensitivity.COACH: _("a coach may see it"), Sensitivity.NEVER: _("never leaves")}.get(
        level, ""
    )


def not_copied() -> str:
    """Why nothing of it is on the clipboard."""
    return _("This entry never leaves, so it is not copied either. You can read it here.")


def copied_inside() -> str:
    """While it is edited."""
    return _("This entry never leaves. What you cut or copy can be pasted in it, by its keys.")


def unusual(level: Sensitivity) -> Sensitivity | None:
    """The level, where it is not as every entry begins."""
    return None if level is Sensitivity.PRIVATE else level
