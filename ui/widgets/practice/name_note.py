"""NameNote: under an answer, what looks like a real name; it asks nothing and blocks nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ally_journal.domain.real_names import Looks, Sighting
from ally_journal.errors import InputError
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui import icons
from ui.widgets.button import Button
from ui.widgets.chip_group import ChipGroup
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import show_whole
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.models.known_names import KnownNames
    from ui.theme import Theme

MOST_OFFERED, LONGEST = 8, 40


class NameNote(QFrame):
    """`chosen` tells the made-up name that is to be written instead; `closed` that it is over."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self, theme: Theme, seen: Sighting, names: KnownNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._names = theme, names
        self.setObjectName("honey")
        self._icon = QLabel(self)
        self.words = Text(theme, words_for(seen), "text14", "ink", parent=self)
        self.keep = Button(theme, _("Keep it"), "secondary", "sm", parent=self)
        self.change = Button(theme, _("Use a made-up name"), "secondary", "sm", parent=self)
        offered = [(one.name, one.name) for one in names.find("", MOST_OFFERED)]
        self.chips = ChipGroup(theme, offered, single=True, small=True, name=_("Made-up names"))
        self.line = LineField(theme, "", placeholder=_("A made-up name, then Enter"))
        self.line.edit.setAccessibleName(_("A made-up name"))
        self.setAccessibleName(self.words.text())
        self._build()
        self._connect()
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        px, ratio = self.theme.px, self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self.theme, "people", "honey", 18, ratio))
        self._row.setContentsMargins(px(17), px(12), px(16), px(12))
        self._row.setSpacing(px(13))
        self._column.setSpacing(px(10))
        self._acts.setSpacing(px(8))
        self._names_column.setSpacing(px(10))

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        sign = QVBoxLayout()
        sign.addWidget(self._icon)
        sign.addStretch(1)
        self._column = QVBoxLayout()
        self._column.addWidget(self.words)
        self._acts = QHBoxLayout()
        self._acts.addWidget(self.keep)
        self._acts.addWidget(self.change)
        self._acts.addStretch(1)
        self._column.addLayout(self._acts)
        self._holder = QWidget(self)
        self._names_column = QVBoxLayout(self._holder)
        self._names_column.setContentsMargins(0, 0, 0, 0)
        self._names_column.addWidget(self.chips)
        self._names_column.addWidget(self.line)
        self._column.addWidget(self._holder)
        self._holder.hide()
        self._row.addLayout(sign)
        self._row.addLayout(self._column, 1)

    def _connect(self) -> None:
        self.keep.clicked.connect(self.closed)
        self.change.clicked.connect(self._ask)
        self.chips.changed.connect(self._take_chip)
        self.line.returned.connect(self._take_line)
        self.theme.changed.connect(self.restyle)

    def _ask(self) -> None:
        """Offer the names that are known, and a line for a new one."""
        has_names = bool(self._names.people)
        self.chips.setVisible(has_names)
        self._holder.show()
        self.change.hide()
        (self.chips if has_names else self.line).setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, partial(show_whole, self))

    def _take_chip(self) -> None:
        chosen = self.chips.chosen()
        if chosen:
            self._take(chosen[0])

    def _take_line(self) -> None:
        try:
            name = self._names.add(self.line.text())
        except InputError as error:
            self.line.set_error(sentence(error))
        else:
            self._take(name)

    def _take(self, name: str) -> None:
        self.chosen.emit(name)
        self.closed.emit()


def words_for(seen: Sighting) -> str:
    """What was seen, and why a made-up name is better."""
    text = seen.text if len(seen.text) <= LONGEST else f"{seen.text[: LONGEST - 1]}…"
    forms = {
        Looks.NAME: _("“{text}”: This looks like a full name. A made-up name keeps them safe."),
        Looks.EMAIL: _(
            "“{text}”: This looks like an e-mail address. A made-up name keeps them safe."
        ),
        Looks.NUMBER: _(
            "“{text}”: This looks like a telephone number. A made-up name keeps them safe."
        ),
    }
    return forms[seen.looks].format(text=text)
