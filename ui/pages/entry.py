"""One entry by itself: to read, to add to, to edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.entry import Sensitivity
from ally_journal.language import _
from ui.models.entry_levels import level_sentence
from ui.models.reading import Reading, read_entry
from ui.overriding import override
from ui.places import (
    EntryPlace,
    JournalPlace,
    PracticePlace,
    PromisesPlace,
    RevisionsPlace,
    TrashPlace,
)
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.journal.comment_margin import CommentMargin
from ui.widgets.journal.entry_acts import EntryActs, put_back
from ui.widgets.journal.entry_facts import EntryFacts
from ui.widgets.journal.entry_paper import EntryPaper
from ui.widgets.journal.note_card import NoteCard
from ui.widgets.menu import Menu
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.changes import Change
    from ui.desk import Desk

TEXT, GAP, MARGIN = 620, 56, 220
WIDER = 16  # than the facts, for the line beside a paragraph
BESIDE, BUTTONS, COMMENTS_BESIDE = 860, 760, 1000


class EntryPage(BarredPage):
    """Text in the middle, facts in the margin or under it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Journal"), parent, ground="paper")
        self.desk = desk
        self._wanted = ""
        self._reading: Reading | None = None
        self.acts = EntryActs(desk, self)
        self.add_note = Button(
            self.theme, _("Add a later note"), "secondary", "sm", icon="plus", parent=self.bar
        )
        self.edit = Button(self.theme, _("Edit"), "quiet", "sm", icon="pencil", parent=self.bar)
        self.share = Button(self.theme, _("Share…"), "quiet", "sm", icon="share", parent=self.bar)
        self.more = IconButton(self.theme, "more", _("More about this entry"), parent=self.bar)
        self.page = ScrollPage(
            self.theme,
            widest=TEXT + GAP + MARGIN,
            margins=(36, 24, 36, 36),
            ground="paper",
            centred=True,
            parent=self,
        )
        self.when = Text(self.theme, "", "small", "ink3")
        self.paper = EntryPaper(self.theme)
        self.note = NoteCard(self.theme)
        self.facts = EntryFacts(self.theme)
        self.margin = CommentMargin(self.theme)
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: EntryPlace) -> None:
        """Show this entry."""
        if place.entry != self._wanted:
            self._clear()
        self._wanted = place.entry
        self._ask()
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """A note that is being written is kept: nothing that was written is lost."""
        if self.note.text().strip() and self._wanted:
            self._keep_note()
        self.note.close_card()

    def forget(self) -> None:
        """Let go of all text, after keeping a note that is being written."""
        self.leave()
        self._clear()
        self._wanted = ""

    @override
    def restyle(self) -> None:
        """Take new widths after a change of size."""
        room, px = self.theme.effective(self.window().width()), self.theme.px
        is_beside = room >= BESIDE
        self.page.set_widest(TEXT + GAP + MARGIN if is_beside else TEXT)
        has_margin = room >= COMMENTS_BESIDE and bool(self._reading and self._reading.comments)
        self._place_facts(beside=is_beside and not has_margin)
        self._sheet.setSpacing(px(GAP if is_beside else 28))
        self.margin.setFixedWidth(px(MARGIN + WIDER))
        self.margin.setVisible(has_margin)
        self.paper.comments.stand_in(self.margin if has_margin else None)
        self._column.setSpacing(px(10))
        is_here = self._reading is not None and self._reading.entry.trashed is None
        self.edit.setVisible(room >= BUTTONS and is_here and self._is_editable)
        self.share.setVisible(room >= BUTTONS and is_here)
        self.add_note.setVisible(is_here)

    def _place_facts(self, *, beside: bool) -> None:
        """Beside the text, or under it: where there is little room, or comments have it."""
        ways, px = QHBoxLayout.Direction, self.theme.px
        is_narrow = self.theme.effective(self.window().width()) < BESIDE
        self._sheet.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        if beside or is_narrow:
            self._sheet.addWidget(self.facts)
        else:
            self._under.addWidget(self.facts)
        self._under.setContentsMargins(0, 0 if beside or is_narrow else px(28), 0, 0)
        self.facts.setMinimumWidth(px(MARGIN) if beside else 0)
        self.facts.setMaximumWidth(px(MARGIN) if beside else px(TEXT))

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self._left, self.margin, self.facts]

    @property
    def _is_trashed(self) -> bool:
        return self._reading is not None and self._reading.entry.trashed is not None

    @property
    def _is_editable(self) -> bool:
        return self._reading is not None and self._reading.is_editable

    def _ask(self) -> None:
        self.desk.ask(partial(read_entry, self._wanted), self._show, owner=self, failed=self._gone)

    def _show(self, reading: Reading) -> None:
        if reading.entry.id != self._wanted:
            return
        self._reading = reading
        entry = reading.entry
        self.bar.back.setText(_("Trash") if self._is_trashed else _("Journal"))
        self.when.setText(reading.when)
        is_never = entry.sensitivity is Sensitivity.NEVER
        self.share.setEnabled(not is_never)
        tip = level_sentence(entry.sensitivity)
        self.share.setToolTip(tip if is_never else "")
        self.paper.seal(on=is_never)
        self.paper.show_entry(entry.title, self._meta(reading), reading.icon, reading.told)
        self.paper.show_notes(reading.notes)
        self.paper.comments.show_comments(reading.comments)
        self.facts.show_facts(
            people=entry.people,
            feeling=reading.feeling,
            promises=reading.promises,
            facts=reading.facts,
            tags=entry.tags,
            revisions=entry.revisions,
            level=entry.sensitivity,
            today=reading.today,
        )
        self._left.show()
        self.restyle()

    @staticmethod
    def _meta(reading: Reading) -> str:
        parts = [reading.practice]
        if reading.entry.star:
            parts.append(_("starred"))
        if reading.entry.trashed is not None:
            parts.append(_("in the trash"))
        return " · ".join(parts)

    def _gone(self, _error: object) -> None:
        self._clear()
        self.desk.messages.say(_("This entry is not there any more."))

    def _clear(self) -> None:
        self._reading = None
        self.paper.clear()
        self.facts.show_facts()
        self.note.close_card()
        self.when.setText("")
        self._left.hide()

    # -- acts

    def _back(self) -> None:
        if self._is_trashed:
            self.desk.visit.emit(TrashPlace())
        else:
            self.desk.visit.emit(JournalPlace(entry=self._wanted or None))

    def _edit(self) -> None:
        if self._reading is not None and self._is_editable:
            entry = self._reading.entry
            self.desk.visit.emit(PracticePlace(entry.practice, edit=entry.id))

    def _share(self) -> None:
        self.acts.share(self._wanted)

    def _open_note(self) -> None:
        self.note.open_card()
        self.page.ensureWidgetVisible(self.note)

    def _keep_note(self) -> None:
        text, entry = self.note.text(), self._wanted
        self.desk.write(lambda journal: journal.writing.add_note(entry, text))
        self.note.close_card()

    def _open_menu(self) -> None:
        if self._reading is None:
            return
        menu, entry = Menu(self.theme, self), self._reading.entry
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.trashed is not None:
            menu.item(_("Put back"), "left", then=partial(put_back, self.desk, entry.id))
            menu.popup_at(self.more)
            return
        if self.edit.isHidden() and self._is_editable:
            menu.item(_("Edit"), "pencil", then=self._edit)
        if entry.revisions:
            menu.item(
                _("Earlier wordings"), "clock", str(entry.revisions), then=self._show_wordings
            )
        if self._is_editable and self.desk.library.get(entry.practice).gate:
            menu.item(_("Write about this again"), "loop", then=self._write_again)
        self.acts.add_to(menu, entry)
        menu.popup_at(self.more)

    def _write_again(self) -> None:
        """Another entry on the same event."""
        if self._reading is not None:
            entry = self._reading.entry
            self.desk.visit.emit(PracticePlace(entry.practice, event=entry.event or entry.id))

    def _throw_away(self) -> None:
        if self._reading is not None and self._reading.entry.trashed is None:
            self.acts.throw_away(self._wanted)

    def _thrown(self, _entry: str) -> None:
        self.desk.visit.emit(JournalPlace())

    def _show_wordings(self) -> None:
        self.desk.visit.emit(RevisionsPlace(self._wanted))

    def _person_asked(self, name: str) -> None:
        self.desk.visit.emit(JournalPlace(query=f'person:"{name}"'))

    def _changed(self, change: Change) -> None:
        is_mine = self._wanted in change.entries or change.everything
        if self._wanted and (is_mine or (change.promises and self.isVisible())):
            self._ask()

    def _build(self) -> None:
        for act in (self.add_note, self.edit, self.share, self.more):
            self.bar.add(act)
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.when, self.paper, self.note):
            self._column.addWidget(widget)
        self._under = QVBoxLayout()
        self._column.addLayout(self._under)
        self._column.addStretch(1)
        self._sheet = QHBoxLayout()
        self._sheet.addWidget(self._left, 1)
        self._sheet.addWidget(self.margin)
        self._sheet.addWidget(self.facts)
        self.page.column.addLayout(self._sheet)
        self.stand_below(self.page)
        self._left.hide()

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._back)
        self.add_note.clicked.connect(self._open_note)
        self.edit.clicked.connect(self._edit)
        self.share.clicked.connect(self._share)
        self.paper.comments.remove_asked.connect(self.acts.take_comment_away)
        self.paper.text.copy_refused.connect(self.acts.refuse_copy)
        self.more.clicked.connect(self._open_menu)
        self.note.kept.connect(self._keep_note)
        self.acts.moved_away.connect(self._thrown)
        self.facts.person_asked.connect(self._person_asked)
        self.facts.wordings_asked.connect(self._show_wordings)
        self.facts.promises_asked.connect(partial(self.desk.visit.emit, PromisesPlace()))
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self._throw_away)
