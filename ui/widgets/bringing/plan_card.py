"""PlanCard: what a file would bring in; each habit can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ally_journal import import_words
from ally_journal.language import _, ngettext
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.habit_import import Plan, PlannedHabit
    from ui.models.bringing import Looked
    from ui.theme import Theme

MOST_CHECKS = 200
"""Of more habits than these none is chosen by itself: all of them come in."""
GAP = 6


class PlanCard(Card):
    """The sentence of the plan, a line for each habit, and what is left out."""

    wanted = Signal()
    put_away = Signal()

    def __init__(self, theme: Theme, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(theme, gap=GAP, parent=parent)
        self.checks: dict[str, Check] = {}
        self.every = Check(theme, _("All of these habits"))
        self.notes: Check | None = None
        self.bring = Button(theme, _("Bring it in"), "primary")
        self.close_button = Button(theme, _("Not now"), "secondary")
        if looked.plan is not None:
            self._show_plan(looked.plan)
        else:
            self._show_sections(looked)
        self._follow()

    def only(self) -> tuple[str, ...] | None:
        """The keys of the habits that are wanted; None for all of them."""
        if not self.checks:
            return None
        return tuple(key for key, check in self.checks.items() if check.isChecked())

    def wants_notes(self) -> bool:
        """Whether the notes are to come too."""
        return self.notes is None or self.notes.isChecked()

    def _show_plan(self, plan: Plan) -> None:
        self._say(plan.program, "bodym", "ink")
        self._say(import_words.plan_words(plan), "body", "ink2")
        self._say(import_words.there_words(plan), "small", "ink3")
        self._add_buttons(empty=plan.is_empty)
        if not plan.is_empty:
            self._add_habits(plan)
            self._add_notes(plan.fresh_pages)
        if plan.left:
            self.body.addSpacing(self.theme.px(GAP))
        for left in plan.left:
            self._say(import_words.left_words(left), "small", "ink3")

    def _show_sections(self, looked: Looked) -> None:
        self._say(_("An export of Ally Journal"), "bodym", "ink")
        new = {name: number for name, number in (looked.sections or {}).items() if number}
        words = ", ".join(f"{name.replace('_', ' ')}: {number}" for name, number in new.items())
        nothing = _("Everything in it is here already. Nothing would change.")
        self._say(_("New: {sections}.").format(sections=words) if new else nothing, "body", "ink2")
        self._add_buttons(empty=looked.is_empty)

    def _say(self, words: str, style: str, role: str) -> None:
        if words:
            self.body.addWidget(Text(self.theme, words, style, role))

    def _add_habits(self, plan: Plan) -> None:
        bringing = [one for one in plan.habits if one.is_new or one.fresh]
        if len(bringing) > MOST_CHECKS:
            return
        if len(bringing) > 1:
            self.body.addWidget(self.every)
            self.every.clicked.connect(self._take_every)
        for habit in bringing:
            check = Check(self.theme, habit.name, _line(habit))
            check.setChecked(True)
            check.toggled.connect(self._follow)
            self.checks[habit.key] = check
            self.body.addWidget(check)

    def _add_notes(self, number: int) -> None:
        if not number:
            return
        words = ngettext("{n} note, as a free page", "{n} notes, as free pages", number)
        line = _("Each stands on its day. Look through them: they may name people.")
        self.notes = Check(self.theme, words.format(n=number), line)
        self.notes.setChecked(True)
        self.notes.toggled.connect(self._follow)
        self.body.addWidget(self.notes)

    def _add_buttons(self, *, empty: bool) -> None:
        self.body.addSpacing(self.theme.px(GAP))
        row = FlowLayout(gap=self.theme.px(10), row_gap=self.theme.px(8))
        row.addWidget(self.bring)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.body.addSpacing(self.theme.px(GAP))
        self.bring.setVisible(not empty)
        if empty:
            self.close_button.setText(_("Close"))
        self.bring.clicked.connect(self.wanted)
        self.close_button.clicked.connect(self.put_away)

    def _take_every(self) -> None:
        on = self.every.isChecked()
        for check in self.checks.values():
            check.setChecked(on)

    def _follow(self) -> None:
        """The box for all says what its boxes say; with nothing chosen nothing is brought in."""
        chosen = [check.isChecked() for check in self.checks.values()]
        self.every.setChecked(bool(chosen) and all(chosen))
        self.every.set_partial(any(chosen) and not all(chosen))
        notes = self.notes is not None and self.notes.isChecked()
        self.bring.setEnabled(not self.checks or any(chosen) or notes)


def _line(habit: PlannedHabit) -> str:
    """What becomes of a habit, and how its schedule came about."""
    why = import_words.nearness_words(habit.schedule) if habit.is_new else ""
    return "; ".join(filter(None, (import_words.habit_words(habit), why)))
