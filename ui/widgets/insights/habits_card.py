"""HabitsCard: all habits, each with its latest units, its streak and its chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget
from typing_extensions import override

from ally_journal.domain import habit_words as words
from ally_journal.domain.amounts import goal_words
from ally_journal.domain.goal import measure_of
from ally_journal.domain.habit_charts import habits_table
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.empty_state import EmptyState
from ui.widgets.habit_list import HabitList
from ui.widgets.habit_row import HabitRow, HabitWords
from ui.widgets.insights.save_link import SaveLink
from ui.widgets.legend import Legend
from ui.widgets.link import Link
from ui.widgets.marks import MarkState
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.habit import HabitView
    from ally_journal.domain.insights import Table
    from ui.theme import Theme
    from ui.widgets.table_view import TableView

LATEST, LEGEND_BESIDE, ACTS_BESIDE = 14, 520, 400
_STATES = (*(MarkState.KEPT, MarkState.REST, MarkState.PAUSED, MarkState.OPEN, MarkState.RUNNING),)


class HabitsCard(Card):
    """`chosen` and `opened` tell the id of a habit."""

    is_wide = True

    chosen = Signal(str)
    opened = Signal(str)
    pause_asked = Signal()
    add_asked = Signal()
    archive_asked = Signal()
    save_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(22, 16, 22, 14), gap=4, parent=parent)
        self._views: tuple[HabitView, ...] = ()
        self._table: TableView | None = None
        self._today: date | None = None
        self.pause = Button(theme, _("Pause all…"), "quiet", "sm", icon="pause", parent=self)
        self.add = Button(theme, _("Add a habit"), "secondary", "sm", icon="plus", parent=self)
        self._sentence = Text(theme, "", "quote", "ink2", parent=self)
        self.list = HabitList(theme, self)
        self._empty = EmptyState(
            theme,
            "loop",
            _("A habit is a small thing on a schedule"),
            _("A check-in on three days a week is a good one to begin with."),
            parent=self,
        )
        self._legend = Legend(theme, _STATES, self)
        self.save = SaveLink(theme, self)
        self.link = Link(theme, _("Show as table"), icon="table", parent=self)
        self.archive = Link(theme, _("Archived habits…"), parent=self)
        self._foot = QWidget(self)
        self._build()

    def show_habits(
        self, views: Sequence[HabitView], today: date, chosen: str, *, has_archived: bool = False
    ) -> None:
        """Show these, one of them chosen, and the way to those that are archived."""
        self._views, self._today = tuple(views), today
        pairs = [(view.habit.id, habit_row_words(view, today)) for view in views]
        self.list.show_habits(pairs, chosen)
        self._empty.setVisible(not views)
        self._foot.setVisible(bool(views))
        goes = self.archive.hasFocus() and not has_archived
        self.archive.setVisible(has_archived)
        self.pause.setVisible(bool(views))
        self.say(self.list.value())
        if self._table is not None:
            self._show_table()
        else:
            self.list.setVisible(bool(views))
        if goes:
            self.take_focus()

    @property
    def name(self) -> str:
        """What the card is called."""
        return _("Habits")

    @property
    def key(self) -> str:
        """Which card it is, for the name of a file."""
        return "habits"

    @property
    def rows(self) -> Table | None:
        """All habits as a table, with their latest units in words."""
        return habits_table(self._views, self._today) if self._today is not None else None

    @property
    def picture_room(self) -> QWidget:
        """The rows."""
        return self.list

    @property
    def sentence(self) -> Text:
        """What is said above them."""
        return self._sentence

    def say(self, habit: str) -> None:
        """Say in one sentence where a habit stands."""
        view = next((one for one in self._views if one.habit.id == habit), None)
        self._sentence.setVisible(view is not None)
        self._sentence.setText(words.summary_sentence(view) if view else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their width asks for: tell the layouts that it is another one."""
        super().resizeEvent(event)
        self._space()
        for row in self.list.findChildren(HabitRow):
            row.updateGeometry()

    def take_focus(self) -> None:
        """Go to the chosen habit, or to the first act where there is none."""
        rows = [row for row in self.list.findChildren(HabitRow) if row.isChecked()]
        # Those before them may still be there, on their way out.
        target = rows[-1] if rows and self.list.isVisible() else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_table(self) -> None:
        """From rows to table and back."""
        if self._table is None:
            self._show_table()
            return
        self._drop_table()
        self.list.show()
        self.link.setText(_("Show as table"))
        self.link.set_icon("table")

    def _show_table(self) -> None:
        if self._today is None:
            return
        from ui.widgets.table_view import TableView  # noqa: PLC0415 not for the rows

        self._drop_table()
        table = habits_table(self._views, self._today)
        # The latest units read as words are too long for a column; they are in the rows.
        head, rows = table.head[:-1], [row[:-1] for row in table.rows]
        self._table = TableView(self.theme, head, rows, _("Habits"), parent=self)
        self.body.insertWidget(self.body.indexOf(self.list) + 1, self._table)
        self._table.show()
        self.list.hide()
        self.link.setText(_("Show as rows"))
        self.link.set_icon("insights")

    def _drop_table(self) -> None:
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None

    def _space(self) -> None:
        """Where it is narrow, the acts stand under the name, and the links under the legend."""
        direction, room = QBoxLayout.Direction, self.theme.effective(self.width())
        in_a_row = room >= ACTS_BESIDE
        self._head.setDirection(direction.LeftToRight if in_a_row else direction.TopToBottom)
        beside = room >= LEGEND_BESIDE
        self._foot_row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._foot_row.setSpacing(self.theme.px(16 if beside else 8))

    def _build(self) -> None:
        px = self.theme.px
        self._head, acts = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        heading = Text(self.theme, _("Habits"), "heading", "ink", parent=self)
        self._head.setSpacing(px(8))
        self._head.addLayout(centred(heading), 1)
        acts.setSpacing(px(8))
        acts.addWidget(self.pause)
        acts.addWidget(self.add)
        acts.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))
        self._head.addLayout(acts)
        links = QHBoxLayout()
        links.setSpacing(px(16))
        links.addWidget(self.save)
        links.addWidget(self.link)
        links.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._foot_row.setContentsMargins(0, px(8), 0, 0)
        self._foot_row.addLayout(centred(self._legend), 1)
        self._foot_row.addLayout(links)
        self.body.addLayout(self._head)
        for widget in (self._sentence, self.list, self._empty, self._foot):
            self.body.addWidget(widget)
        self.body.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignLeft)
        self.archive.hide()
        self.archive.clicked.connect(self.archive_asked)
        self.pause.clicked.connect(self.pause_asked)
        self.add.clicked.connect(self.add_asked)
        self.link.clicked.connect(self.toggle_table)
        self.save.asked.connect(self.save_asked)
        self.save.setAccessibleName(_("Save: {name}").format(name=_("Habits")))
        self.list.chosen.connect(self.say)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)


def habit_row_words(view: HabitView, today: date) -> HabitWords:
    """What the row of a habit says."""
    goal = goal_words(measure_of(view.habit))
    schedule = ", ".join(filter(None, (words.schedule_words(view.habit.schedule), goal)))
    streak = words.streak_words(view)
    parts = (schedule, streak, words.since_words(view, today), words.chapters_words(view))
    said = ", ".join(part for part in parts if part)
    return HabitWords(
        name=view.habit.name,
        schedule=schedule,
        marks=unit_marks(view),
        streak=streak if view.standing.streak else "",
        since=words.since_words(view, today),
        longest=words.longest_words(view),
        earlier=words.earlier_words(view),
        spoken=_("{said}. Latest: {latest}").format(said=said, latest=words.latest_words(view)),
        ahead=words.ahead_words(view),
    )


def unit_marks(view: HabitView, number: int = LATEST) -> tuple[MarkState, ...]:
    """The marks of the latest units, oldest first."""
    return tuple(MarkState(unit.state.value) for unit in view.standing.units[-number:])
