"""PracticesField: the practices whose entries mark a habit; those that never can be say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.schedule import NOT_TO_BE_SCHEDULED
from ally_journal.habit_sentences import never_a_target_words
from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.domain.practice_files import PracticeLibrary
    from ui.theme import Theme

BY_HAND = ""


class PracticesField(QWidget):
    """Chosen ones stand as chips; taking the tick of one away lets it go."""

    changed = Signal()

    def __init__(
        self, theme: Theme, library: PracticeLibrary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._library = theme, library
        self._chosen: tuple[str, ...] = ()
        self.box = ChoiceBox(theme, [], _("What marks it"), self)
        self.chips = ChipGroup(theme, [], small=True, name=_("Marked by each"), parent=self)
        self.sentence = Text(theme, "", "small", "ink2", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.chips, self.box, self.sentence):
            self._column.addWidget(widget)
        self.box.chosen.connect(self._add)
        self.chips.changed.connect(self._drop)
        theme.changed.connect(self.restyle)
        self.set_practices(())
        self.restyle()

    def practices(self) -> tuple[str, ...]:
        """Their ids, in the order in which they were chosen."""
        more = self.box.value()
        return (*self._chosen, more) if more else self._chosen

    def set_practices(self, practices: Iterable[str]) -> None:
        """Show these, without a signal."""
        self._chosen = tuple(dict.fromkeys(practices))
        self.chips.set_options([(one, self._title(one)) for one in self._chosen])
        self.chips.set_chosen(self._chosen)
        self.chips.setVisible(bool(self._chosen))
        first = _("Another practice too…") if self._chosen else _("I mark it by hand")
        others = [one for one in self._library.listed() if one.id not in self._chosen]
        self.box.set_options(
            [
                (BY_HAND, first),
                *((one.id, _("Each “{practice}”").format(practice=one.title)) for one in others),
            ]
        )
        self.box.set_value(BY_HAND)
        self._say("")

    def restyle(self) -> None:
        """Take a new gap after a change of theme."""
        self._column.setSpacing(self.theme.px(8))

    def _add(self, practice: str) -> None:
        if practice == BY_HAND:
            return
        if self._is_never(practice):
            self.box.set_value(BY_HAND)
            self._say(never_a_target_words(self._title(practice)))
            return
        self.set_practices((*self._chosen, practice))
        self.changed.emit()

    def _drop(self) -> None:
        self.set_practices(self.chips.chosen())
        self.changed.emit()

    def _is_never(self, practice: str) -> bool:
        known = self._library.find(practice)
        return practice in NOT_TO_BE_SCHEDULED or (known is not None and not known.schedulable)

    def _title(self, practice: str) -> str:
        known = self._library.find(practice)
        return known.title if known else practice

    def _say(self, words: str) -> None:
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))
