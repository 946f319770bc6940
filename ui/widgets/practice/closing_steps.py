"""Which next steps the closing offers: at most three, and never a push."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.practice.closing_care import ClosingFound, days_steps, less_steps
from ui.widgets.practice.closing_view import MOST_STEPS, PROMISE, NextStep
from ui.widgets.practice_words import minutes_words
from ui.widgets.promise_words import due_words

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.practice import FollowUpRule, Offer
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.domain.promise import Promise
    from ally_journal.domain.walk import Walk

OFFER, TONIGHT, AGAIN = "offer:", "tonight:", "again:"


def closing_steps(
    walk: Walk, found: ClosingFound, library: PracticeLibrary, today: date
) -> list[NextStep]:
    """Less, where it was wished for; a promise on the list; then what the practice offers."""
    first = [_promise_step(promise, today) for promise in found.promises[:1]]
    first = less_steps(walk) + days_steps(walk, found.habits) + first
    room = MOST_STEPS - len(first)
    offers = [_offer_step(number, offer, library) for number, offer in enumerate(walk.offers)]
    if walk.practice.id == "checkin" and offers:
        offers = [offers[0], _tonight_step(0)]
    again = [_again_step(number, rule) for number, rule in enumerate(asked_follow_ups(walk))][:1]
    return first + offers[: room - len(again)] + again


def asked_follow_ups(walk: Walk) -> tuple[FollowUpRule, ...]:
    """What is looked at again only if the person asks for it."""
    return tuple(rule for rule in walk.follow_ups if rule.asked)


def _promise_step(promise: Promise, today: date) -> NextStep:
    when = due_words(promise.due, today)
    line = _("{text} · due {when}").format(text=promise.text, when=when) if when else promise.text
    return NextStep(PROMISE, "loop", _("It is on your list"), line)


def _offer_step(number: int, offer: Offer, library: PracticeLibrary) -> NextStep:
    if offer.practice == "support":
        return NextStep(f"{OFFER}{number}", "care", offer.label or _("Support"))
    practice = library.get(offer.practice)
    title = offer.label or practice.title
    return NextStep(f"{OFFER}{number}", practice.icon, title, minutes_words(practice.minutes))


def _again_step(number: int, rule: FollowUpRule) -> NextStep:
    line = _("One tap, only if you want it")
    return NextStep(f"{AGAIN}{number}", "calendar", rule.label or _("Ask me again"), line)


def _tonight_step(number: int) -> NextStep:
    return NextStep(
        f"{TONIGHT}{number}", "moon", _("Tonight"), _("It waits on Today, and leaves by itself.")
    )
