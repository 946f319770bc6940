"""The habits a journal begins with, and those it offers."""

from __future__ import annotations

from dataclasses import dataclass

from ally_journal.language import _


@dataclass(frozen=True, slots=True)
class DefaultHabit:
    """A habit to begin with; `on` ones are made with the journal, the others are offered."""

    name: str
    schedule: str
    practice: str
    on: bool = False


def default_habits() -> tuple[DefaultHabit, ...]:
    """All of them, in the person's language."""
    return (
        DefaultHabit(_("Check-in"), "3/week", "checkin", on=True),
        DefaultHabit(_("Weekly review"), "1/week", "weekly", on=True),
        DefaultHabit(_("Bias check"), "1/week", "bias_check"),
        DefaultHabit(_("One if-then plan"), "1/week", "plan"),
        DefaultHabit(_("An act of support"), "1/week", "action"),
        DefaultHabit(_("Belonging"), "1/week", "belonging"),
        DefaultHabit(_("Solidarity scan"), "every-14-days", "scan"),
        DefaultHabit(_("Label lens"), "every-14-days", "label_lens"),
        DefaultHabit(_("Culture"), "1/month", "culture"),
        DefaultHabit(_("Monthly review"), "1/month", "monthly"),
    )
