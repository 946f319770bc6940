"""What goes to a coach: words that stay, keys, what went out, replies, the agreement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from ally_journal.language import _, ngettext
from ui.places import ReplyPlace, SentPlace
from ui.widgets.button import Button
from ui.widgets.menu import Menu
from ui.widgets.settings.coach_list import CoachList
from ui.widgets.settings.section import SettingsSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.changes import Change
    from ally_journal.domain.preview import CoachRow
    from ally_journal.journal import Journal
    from ui.desk import Desk


class SharingSection(SettingsSection):
    """Nothing here sends anything."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Sharing with a coach"), parent)
        self._words: tuple[str, ...] = ()
        self.words = Button(self.theme, _("Change…"), "secondary", "sm")
        self.words.setAccessibleName(_("Change the words to take out"))
        self.add_key = Button(self.theme, _("Add a key…"), "secondary", "sm")
        self.sent = Button(self.theme, _("Open"), "secondary", "sm")
        self.sent.setAccessibleName(_("Open what went out"))
        self.reply = Button(self.theme, _("Bring a reply home…"), "secondary", "sm")
        self.agreement = Button(self.theme, _("Print or save…"), "secondary", "sm")
        self.agreement.setAccessibleName(_("Print or save the agreement"))
        self._add_rows()
        self.coaches = CoachList(self.theme, self)
        self._column.addWidget(self.coaches)
        self._connect()

    def show_now(self) -> None:
        """Read words and keys."""
        self.desk.ask(_read, self._show, owner=self)

    def forget(self) -> None:
        """Let go of them."""
        self._show(((), ()))

    def _add_rows(self) -> None:
        self.add_row(
            _("Words to take out"),
            _("Employer, team, product: a bar stands for them in whatever goes out."),
            self.words,
        )
        self.add_row(_("What went out"), _("When, to whom, and exactly which words."), self.sent)
        self.add_row(
            _("A reply of your coach"),
            _("You see it first. Comments stand beside your entries, never in them."),
            self.reply,
        )
        self.add_row(
            _("Who sees what: an agreement"),
            _("One page for you, your coach and whoever pays, to fill in and sign."),
            self.agreement,
        )
        self.add_row(
            _("Keys of coaches"),
            _("A packet that is sealed for a key needs no six words; only its owner opens it."),
            self.add_key,
        )
        self.end_rows()

    def _connect(self) -> None:
        self.words.clicked.connect(self._change_words)
        self.add_key.clicked.connect(self._add_key)
        self.sent.clicked.connect(partial(self.desk.visit.emit, SentPlace()))
        self.reply.clicked.connect(partial(self.desk.visit.emit, ReplyPlace("settings")))
        self.agreement.clicked.connect(self._open_agreement)
        self.coaches.remove_asked.connect(self._remove)
        self.desk.changed.connect(self._changed)

    def _show(self, found: tuple[tuple[str, ...], tuple[CoachRow, ...]]) -> None:
        self._words, coaches = found
        number = len(self._words)
        said = ngettext("{n} word…", "{n} words…", number).format(n=number)
        self.words.setText(said if number else _("Add words…"))
        self.coaches.show_coaches(coaches)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and (change.lists or change.everything):
            self.show_now()

    def _change_words(self) -> None:
        from ui.widgets.settings.taken_out_sheet import TakenOutSheet  # noqa: PLC0415 on demand

        TakenOutSheet(self.desk, self.window(), self._words).open()

    def _add_key(self) -> None:
        from ui.widgets.settings.coach_sheet import CoachSheet  # noqa: PLC0415 on demand

        CoachSheet(self.desk, self.window()).open()

    def _remove(self, asked: object) -> None:
        desk, coach = self.desk, cast("CoachRow", asked)

        def put_back() -> None:
            desk.write(lambda journal: journal.sharing.add_coach(coach.label, coach.public))

        def gone(_nothing: object) -> None:
            words = _("The key was taken away. What went out to it stays in the list.")
            desk.messages.say(words, _("Undo"), put_back)

        desk.write(lambda journal: journal.sharing.remove_coach(coach.id), gone, owner=self)

    def _open_agreement(self) -> None:
        from ui.widgets.sharing.share_keeping import ShareKeeping  # noqa: PLC0415 on demand

        keeping = ShareKeeping(self.desk, self)
        menu = Menu(self.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.item(_("Print it…"), "file", then=keeping.print_agreement)
        menu.item(_("Save it as a PDF…"), "file", then=keeping.save_agreement)
        menu.popup_at(self.agreement)


def _read(journal: Journal) -> tuple[tuple[str, ...], tuple[CoachRow, ...]]:
    return journal.sharing.words(), journal.sharing.coaches()
