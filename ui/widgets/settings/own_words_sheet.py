"""OwnWordsSheet: a word or phrase to be asked about, and the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.domain.lens_choice import question_of
from ally_journal.errors import BadItem
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.button import Button
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.changes import Change
    from ally_journal.domain.list_item import ListItem
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk


class OwnWordsSheet(QObject):
    """New words, or those of `item` to be changed or taken away."""

    def __init__(self, desk: Desk, host: QWidget, item: ListItem | None) -> None:
        super().__init__(host)
        self._desk, self._item = desk, item
        theme = desk.theme
        self.words = LineField(theme, _("Words"), help=_("A word, or a phrase of up to twelve."))
        self.question = LineField(
            theme, _("Question"), help=_("What you want to be asked. It may stay empty.")
        )
        self.sheet = FormSheet(
            theme, host, _("Words of your own"), act=_("Keep it"), leave=_("Not now")
        )
        self.remove = Button(theme, _("Take them off the list"), "quiet", "sm", icon="trash")
        for field in (self.words, self.question, self.remove):
            self.sheet.content.addWidget(field)
        self.remove.setVisible(item is not None)
        if item is not None:
            self.words.setText(item.text)
            self.question.setText(question_of(item))
        self.sheet.begin_with(self.words)
        self.sheet.submitted.connect(self._keep)
        self.words.returned.connect(self._keep)
        self.question.returned.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.setParent(self.sheet)

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _keep(self) -> None:
        words, question = self.words.text(), self.question.text()
        item = self._item

        def keep(journal: Journal) -> Change:
            if item is None:
                return journal.lens.add(words, question)[1]
            return journal.lens.change(item.id, words, question)

        self._desk.write(keep, self._kept, owner=self, failed=self._failed)

    def _kept(self, _nothing: None) -> None:
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        if isinstance(error, BadItem):
            self.words.set_error(_("Write a word, or a phrase of up to twelve words."))
        else:
            self.words.set_error(sentence(error))

    def _remove(self) -> None:
        item = self._item
        if item is not None:
            found = item.id
            self._desk.write(lambda journal: journal.lens.remove(found), self._removed)
            self.sheet.close_sheet()

    def _removed(self, item: ListItem) -> None:
        desk = self._desk
        words = _("The words are off the list.")
        desk.messages.say(
            words, _("Undo"), lambda: desk.write(lambda journal: journal.lens.put_back(item))
        )
