"""From a session to the step that is seen: editor, notes, and the small lines around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.editors.asked import EditorTools
from ui.widgets.editors.factory import editor_for
from ui.widgets.practice.below_note import BelowNote
from ui.widgets.practice.earlier_note import EarlierNote
from ui.widgets.practice.month_note import MonthNote
from ui.widgets.practice.name_watch import NameWatch
from ui.widgets.practice.promises_note import PromisesNote
from ui.widgets.practice.reading_note import ReadingNote
from ui.widgets.practice.step_view import StepView
from ui.widgets.practice.week_note import WeekNote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ally_journal.domain.practice import Step
    from ally_journal.domain.walk import Walk
    from ui.desk import Desk
    from ui.models.practice_session import PracticeSession
    from ui.widgets.editors.step_editor import StepEditor
    from ui.widgets.practice.shown_note import ShownNote

BEFORE, AFTER = "gate.level", "level_after"
_GATE = "gate."
_ONE_MINUTE = "1"
_NOTES: Mapping[str, type[ShownNote]] = {
    "week": WeekNote,
    "month": MonthNote,
    "promises": PromisesNote,
}


def made_step(desk: Desk, session: PracticeSession, step: Step) -> StepView:
    """A fresh view of a step, with its answer as far as it is known."""
    tools = EditorTools(desk.theme, session.today, session.people, session.names)
    view = StepView(desk.theme, step, editor_of(desk, tools, step))
    view.editor.set_value(session.walk.answers.get(step.key))
    NameWatch(view, session)
    before = session.walk.answers.get(BEFORE)
    if step.key == AFTER and isinstance(before, int):
        words = _("When you began, you chose {n}. There is no right number, nothing is scored.")
        view.add_calm(words.format(n=before))
    if step.shows == "month-entries":
        view.add_below(ReadingNote(desk, session.today))
    elif step.shows and step.shows not in _NOTES:
        view.add_below(BelowNote(desk, step, session.today))
    if not session.walk.can_go_back:
        view.add_line(_("You can skip any question."))
        view.add_below(EarlierNote(desk, session))
    return view


def progress_words(walk: Walk) -> str:
    """How far along, in words; branches that skip questions never move it back."""
    if walk.current is None:
        return _("Finished")
    if walk_ends_here(walk):
        return _("Last question") if len(walk.steps) > 1 else _("One question")
    at = walk.progress
    return _("Question {number} of about {about}").format(number=at.number, about=at.about)


def walk_ends_here(walk: Walk) -> bool:
    """Whether the step on the screen is the last one that applies."""
    steps = walk.steps
    return walk.current is not None and bool(steps) and steps[-1].key == walk.current.key


def offers_short_path(walk: Walk) -> bool:
    """At the first question after those of the gate, where a short path is worth it.

    It has to leave out more than what need not be answered anyway, and what takes a minute has
    nothing to shorten.
    """
    if walk.is_short or walk.current is None or walk.practice.minutes == _ONE_MINUTE:
        return False
    plain = [step for step in walk.steps if not step.key.startswith(_GATE)]
    is_first = bool(plain) and walk.current.key == plain[0].key
    leaves_out = any(not (step.short or step.optional) for step in plain)
    return is_first and leaves_out and any(step.short for step in plain)


def editor_of(desk: Desk, tools: EditorTools, step: Step) -> StepEditor:
    """The editor of a step, also of one that shows what the journal knows."""
    note = _NOTES.get(step.shows)
    return editor_for(step, tools) if note is None else note(desk, tools, step)
