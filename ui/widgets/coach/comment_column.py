"""CommentColumn: what was written to one place of a packet, and room to write there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.packet import RemarkKind
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.coach.comment_card import CommentCard
from ui.widgets.coach.comment_field import CommentField
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from ally_journal.domain.coach_notes import Writing
    from ui.models.coach_writing import CoachWriting
    from ui.theme import Theme


class CommentColumn(QWidget):
    """`kept`: a comment was kept or let go, so the focus goes back to its paragraph."""

    kept = Signal()

    def __init__(
        self,
        theme: Theme,
        writing: CoachWriting,
        anchor: str,
        *,
        offer: str,
        parent: QWidget | None = None,
    ) -> None:
        """`offer`: the words of the button that begins a comment."""
        super().__init__(parent)
        self.theme, self.writing, self.anchor = theme, writing, anchor
        self.add = Button(theme, offer, "quiet", "sm", icon="plus", parent=self)
        self.field: CommentField | None = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._add_row())
        self.add.clicked.connect(partial(writing.begin, anchor))
        writing.changed.connect(self._follow)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.show_notes()

    @property
    def is_written(self) -> bool:
        """Whether somebody writes here now."""
        return self.field is not None

    @property
    def has_notes(self) -> bool:
        """Whether something was kept here."""
        return bool(self.writing.notes.at(self.anchor))

    def begin(self) -> None:
        """Write a new comment here, or go on with the one that is being written."""
        now = self.writing.notes.writing
        if now is None or now.at != self.anchor:
            self.writing.begin(self.anchor)
        elif self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(8))

    def show_notes(self) -> None:
        """Show what there is now."""
        self._clear()
        now = self.writing.notes.writing
        here = now if now is not None and now.at == self.anchor else None
        for index, note in self.writing.notes.at(self.anchor):
            if here is not None and here.index == index:
                self._show_field(here)
                continue
            card = CommentCard(self.theme, note, self)
            card.edit_asked.connect(partial(self.writing.begin, self.anchor, index))
            card.more_asked.connect(partial(self.writing.begin, self.anchor))
            self._put(card)
        if here is not None and here.index is None:
            self._show_field(here)
        self.add.setVisible(not self._parts)

    def _add_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        return row

    def _follow(self, anchor: str) -> None:
        if anchor != self.anchor:
            return
        had = self.field is not None
        self.show_notes()
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            self.kept.emit()

    def _show_field(self, now: Writing) -> None:
        self.field = CommentField(self.theme, _("Your comment"), parent=self)
        self.field.set_text(now.text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.changed.connect(self._typed)
        self.field.kept.connect(self.writing.keep)
        self._put(self.field)
        self._put(self._buttons(now))

    def _buttons(self, now: Writing) -> QWidget:
        row = QWidget(self)
        layout = FlowLayout(row, self.theme.px(6), self.theme.px(6))
        keep = Button(self.theme, _("Keep the comment"), "secondary", "sm", parent=row)
        keep.setToolTip(_("Keep the comment (Esc)"))
        drop = Button(self.theme, _("Let it go"), "quiet", "sm", parent=row)
        ask = Chip(self.theme, _("A question"), small=True, parent=row)
        with QSignalBlocker(ask):
            ask.setChecked(now.kind is RemarkKind.QUESTION)
        keep.clicked.connect(self.writing.keep)
        drop.clicked.connect(self.writing.let_go)
        ask.toggled.connect(self._asked)
        for one in (keep, drop, ask):
            layout.addWidget(one)
        return row

    def _typed(self) -> None:
        if self.field is not None:
            self.writing.type(self.field.text())

    def _asked(self, on: bool) -> None:  # noqa: FBT001 Qt's signal
        self.writing.be(RemarkKind.QUESTION if on else RemarkKind.COMMENT)

    def _put(self, part: QWidget) -> None:
        self._column.insertWidget(len(self._parts), part)
        self._parts.append(part)
        part.show()

    def _clear(self) -> None:
        self.field = None
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
