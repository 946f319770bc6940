"""PeopleField: who it was about, by made-up names; names that are known are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.theme import Theme


class PeopleField(QWidget):
    """A chip for each known name, chosen or not, and a line to add one."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        suggest: Callable[[str], Sequence[str]] | None = None,
        known: Sequence[str] = (),
        at_most: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`known` names are offered as chips and while typing; `suggest` finds more for a prefix.

        `at_most` 0 means any number.
        """
        super().__init__(parent)
        self.theme, self._at_most, self._suggest = theme, at_most, suggest
        self._names: list[str] = list(known)
        label = name or _("People")
        self._chips = ChipGroup(theme, (), at_most=at_most, name=label, parent=self)
        self._line = LineField(theme, "", placeholder=_("A made-up name, then Enter"), parent=self)
        self._line.edit.setAccessibleName(_("Add a name"))
        self._model = QStringListModel(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._chips)
        self._column.addWidget(self._line)
        self._build_completer()
        self._connect()
        self.set_known(known)
        self.restyle()

    def names(self) -> tuple[str, ...]:
        """The chosen names; one that is typed and not yet added counts too."""
        typed = self._line.text().strip()
        chosen = self._chips.chosen()
        is_new = bool(typed) and typed.casefold() not in {name.casefold() for name in chosen}
        return (*chosen, typed) if is_new and self._has_room() else chosen

    def set_names(self, names: Iterable[str]) -> None:
        """Choose exactly these, without a signal; unknown ones become known."""
        wanted = list(names)
        self._names += [name for name in wanted if name not in self._names]
        self._show(wanted)

    def set_known(self, names: Sequence[str]) -> None:
        """Offer these names; those that are chosen stay."""
        chosen = self._chips.chosen()
        self._names = [*names, *(name for name in chosen if name not in names)]
        self._show(chosen)

    def take_instead(self, names: Sequence[str], known: Sequence[str]) -> None:
        """Choose these, offer them and the known ones alone, and forget what was typed."""
        self._line.setText("")
        self._names = list(dict.fromkeys((*known, *names)))
        self._show(names)

    def restyle(self) -> None:
        """Take a new gap after a change of theme."""
        self._column.setSpacing(self.theme.px(12))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the names, or to the line while there are none."""
        (self._chips if self._names else self._line).setFocus(reason)

    def _build_completer(self) -> None:
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._line.edit.setCompleter(completer)

    def _connect(self) -> None:
        self._chips.changed.connect(self.changed)
        self._line.edit.textEdited.connect(self._typed)
        self._line.returned.connect(self._add_typed)
        self.theme.changed.connect(self.restyle)

    def _typed(self, text: str) -> None:
        if self._suggest is not None:
            self._model.setStringList(list(self._suggest(text)))
        self.changed.emit()

    def _has_room(self) -> bool:
        return not self._at_most or len(self._chips.chosen()) < self._at_most

    def _add_typed(self) -> None:
        typed = self._line.text().strip()
        if not typed or not self._has_room():
            return
        same = (name for name in self._names if name.casefold() == typed.casefold())
        name = next(same, typed)
        chosen = [*self._chips.chosen(), name]
        self._line.setText("")
        self.set_names(chosen)
        self.changed.emit()

    def _show(self, chosen: Iterable[str]) -> None:
        wanted = tuple(chosen)
        self._chips.set_options([(name, name) for name in self._names])
        self._chips.set_chosen(wanted)
        self._chips.setVisible(bool(self._names))
        self._model.setStringList(self._names)
