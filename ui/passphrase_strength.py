"""How hard a passphrase is to guess, in words."""

from __future__ import annotations

from typing import NamedTuple

from ally_journal.language import _

# zxcvbn refuses longer texts; what is hard to guess by then stays so.
MOST_SCORED = 72
_STRONG_ENOUGH = 0.5
_OWN_WORDS = ["ally", "journal", "ally journal", "allyship"]


class Strength(NamedTuple):
    """A part from 0 to 1, and what that means."""

    part: float
    words: str

    @property
    def is_weak(self) -> bool:
        """Whether it falls to anyone who tries a little (a score of 0 or 1 of 4)."""
        return self.part < _STRONG_ENOUGH


def strength_of(passphrase: str) -> Strength:
    """Estimate it (zxcvbn). Slow the first time: to be called off the window's thread."""
    if not passphrase:
        return Strength(0.0, _("A few words that do not belong together"))
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # has no types; large, so late

    score = int(zxcvbn(passphrase[:MOST_SCORED], user_inputs=_OWN_WORDS)["score"])
    return (
        Strength(0.08, _("Guessed at once. Try a few words in a row.")),
        Strength(0.25, _("Easy to guess. Add a word or two.")),
        Strength(0.5, _("Could be guessed. One more word helps.")),
        Strength(0.75, _("Long enough to be hard to guess")),
        Strength(1.0, _("Very hard to guess")),
    )[score]
