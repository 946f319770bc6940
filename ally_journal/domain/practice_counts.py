"""Counts: what earlier entries of a practice say together, as facts for its conditions.

A count runs back from the latest entry as long as its condition holds. An entry in which the
question was skipped ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain import conditions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ally_journal.domain.entry import AnswerValue
    from ally_journal.domain.practice import Condition, Practice, Step

LOOKED_BACK = 6
"""How many of the latest entries of a practice are enough to look at."""


def counted(practice: Practice, earlier: Sequence[Mapping[str, AnswerValue]]) -> dict[str, int]:
    """The facts of a practice's counts, "count.name" to number; nothing for one without counts.

    Args:
        practice: whose counts.
        earlier: the answers of its entries, the latest first, without the one that is written now.
    """
    steps = {step.key: step for step in practice.steps}
    return {
        f"{conditions.COUNT}{one.name}": _in_a_row(one.when, earlier, steps)
        for one in practice.counts
    }


def _in_a_row(
    when: Condition, earlier: Sequence[Mapping[str, AnswerValue]], steps: Mapping[str, Step]
) -> int:
    number = 0
    for answers in earlier[:LOOKED_BACK]:
        if not conditions.holds(when, answers, steps):
            break
        number += 1
    return number
