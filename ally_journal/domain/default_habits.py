"""The habits a journal begins with, and those it offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class DefaultHabit:
    """A habit to begin with; `on` ones are made with the journal, the others are offered.

    `cue` is something that happens anyway, to tie it to; both are told in the offer.
    """

    name: str
    schedule: str
    practice: str
    why: str
    cue: str
    on: bool = False


def default_habits() -> tuple[DefaultHabit, ...]:
    """All of them, in the person's language."""
    return (*_on(), *_weekly(), *_now_and_then())


def _on() -> tuple[DefaultHabit, ...]:
    return (
        DefaultHabit(
            _("Check-in"),
            "3/week",
            "checkin",
            _("A minute at the same cue is how a habit grows. Three days leave some slack."),
            _("when I shut my laptop"),
            on=True,
        ),
        DefaultHabit(
            _("Weekly review"),
            "1/week",
            "weekly",
            _("Ten minutes in which open promises come to an end, or get smaller."),
            _("on the last work day, before I go"),
            on=True,
        ),
    )


def _weekly() -> tuple[DefaultHabit, ...]:
    return (
        DefaultHabit(
            _("Bias check"),
            "1/week",
            "bias_check",
            _("One quick judgement, looked at slowly."),
            _("after a talk that stays with me"),
        ),
        DefaultHabit(
            _("One if-then plan"),
            "1/week",
            "plan",
            _("A plan with its moment named is carried out far more often."),
            _("in the weekly review"),
        ),
        DefaultHabit(
            _("An act of support"),
            "1/week",
            "action",
            _("Something done, however small, counts more than something meant."),
            _("before the week’s first meeting"),
        ),
        DefaultHabit(
            _("Belonging"),
            "1/week",
            "belonging",
            _("What was given and received, so that the journal is not only about faults."),
            _("on my way home"),
        ),
    )


def _now_and_then() -> tuple[DefaultHabit, ...]:
    return (
        DefaultHabit(
            _("Solidarity scan"),
            "every-14-days",
            "scan",
            _("One area at a time: acts that are planned, not only answers to what happens."),
            _("when I plan the next two weeks"),
        ),
        DefaultHabit(
            _("Label lens"),
            "every-14-days",
            "label_lens",
            _("Behind a label there is one person."),
            _("when a “too…” comes to mind"),
        ),
        DefaultHabit(
            _("Culture"),
            "1/month",
            "culture",
            _("A little at a time: humility is no course to finish."),
            _("on the first quiet evening of the month"),
        ),
        DefaultHabit(
            _("Monthly review"),
            "1/month",
            "monthly",
            _("Reading back, and cleaning up names."),
            _("in the first week of the month"),
        ),
    )


def reason_words(habit: DefaultHabit) -> str:
    """Why it is worth having, and a cue to tie it to."""
    return _("{why} A moment for it: {cue}.").format(why=habit.why, cue=habit.cue)


def offered(taken: Iterable[str]) -> tuple[DefaultHabit, ...]:
    """Those whose names no habit has yet, in any spelling of their letters."""
    names = {name.casefold() for name in taken}
    return tuple(habit for habit in default_habits() if habit.name.casefold() not in names)
