"""ChipsEditor: options as chips, with a line for "other"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from typing_extensions import override

from ally_journal.domain.answers import OTHER
from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.editors.step_editor import StepEditor
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import show_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from ui.widgets.editors.asked import Asked, EditorTools


class ChipsEditor(StepEditor):
    """What choosing one and choosing some have in common."""

    def __init__(
        self, asked: Asked, tools: EditorTools, *, single: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(asked, tools, parent)
        self.add_label()
        self.chips = ChipGroup(
            tools.theme,
            asked.pairs,
            at_most=0 if single else asked.most or 0,
            single=single,
            name=asked.name,
        )
        self.other = LineField(tools.theme, _("In your own words, if you like"))
        self.other.setContentsMargins(0, tools.theme.px(6), 0, 0)
        self.other.hide()
        self.column.addWidget(self.chips)
        self.column.addWidget(self.other)
        self.chips.changed.connect(self._chips_changed)
        self.other.changed.connect(self.tell)
        self.other.returned.connect(self.finished)

    def chosen(self) -> tuple[str, ...]:
        """Ids of the options, "other: words" where words were added."""
        words = " ".join(self.other.text().split())
        return tuple(
            f"{OTHER}: {words}" if one == OTHER and words else one for one in self.chips.chosen()
        )

    def show_chosen(self, values: Iterable[str]) -> None:
        """Show these; own words of "other" go into its line."""
        known = list(values)
        said = next((one for one in known if is_other(one)), "")
        self.other.setText(own_words(said))
        self.chips.set_chosen([OTHER if is_other(one) else one for one in known])
        self._show_other()

    @override
    def focus_first(self) -> None:
        """Put the focus on the chip that is chosen, else on the first."""
        chosen = self.chips.chosen()
        if chosen:
            self.chips.chip(chosen[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chips.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chips_changed(self) -> None:
        was_shown = not self.other.isHidden()
        self._show_other()
        if not was_shown and not self.other.isHidden():
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self.other, partial(show_whole, self.other))
        self.tell()

    def _show_other(self) -> None:
        self.other.setVisible(OTHER in self.chips.chosen())


def is_other(answer: str) -> bool:
    """Whether a choice is the one that opens a line of its own."""
    return answer == OTHER or answer.startswith(f"{OTHER}:")


def own_words(answer: str) -> str:
    """What stands behind "other: "; empty for the plain option."""
    return answer.partition(":")[2].strip()
