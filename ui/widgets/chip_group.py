"""ChipGroup: chips of one question; one tab stop, arrows move inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.theme import Theme

GAP, SMALL_GAP = 8, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipGroup(QWidget):
    """Several chips, of which any number, at most some, or only one can be chosen.

    `confirmed`, where `enter_confirms`: Enter was pressed on a chip that is chosen already.
    """

    changed = Signal()
    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        *,
        at_most: int = 0,
        single: bool = False,
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Options are pairs of id and label, in the order they are shown."""
        super().__init__(parent)
        self.theme = theme
        self._at_most, self._is_single, self._is_small = at_most, single, small
        self._chips: dict[str, Chip] = {}
        self.enter_confirms = False
        self._flow = FlowLayout(self)
        self.setAccessibleName(name)
        self.set_options(options)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show these options instead; none of them is chosen."""
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        self._chips = {key: self._made(label) for key, label in options}
        self._set_tab_stop(next(iter(self._chips.values()), None))

    def chip(self, key: str) -> Chip:
        """The chip of this option."""
        return self._chips[key]

    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen options, in the order they are shown."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_chosen(self, keys: Iterable[str]) -> None:
        """Choose exactly these, without a signal."""
        wanted = set(keys)
        for key, chip in self._chips.items():
            chip.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
            chip.setChecked(key in wanted)
            chip.blockSignals(False)  # noqa: FBT003 the same
            chip.update()
        self._hold_to_most()

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        gap = self.theme.px(SMALL_GAP if self._is_small else GAP)
        self._flow.set_gaps(gap, gap)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the chip that stands for the group."""
        for chip in self._chips.values():
            if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                chip.setFocus(reason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move from chip to chip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(watched, step)
                return True
            if self.enter_confirms and _is_enter(event) and _is_chosen(watched):
                self._confirm(event)
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Chip):
            self._set_tab_stop(watched)
        return super().eventFilter(watched, event)

    def _made(self, label: str) -> Chip:
        chip = Chip(self.theme, label, small=self._is_small, parent=self)
        chip.toggled.connect(self._chip_toggled)
        chip.installEventFilter(self)
        self._flow.addWidget(chip)
        return chip

    def _chip_toggled(self, on: bool) -> None:  # noqa: FBT001 Qt's signal
        if on and self._is_single:
            sender = self.sender()
            self.set_chosen(key for key, chip in self._chips.items() if chip is sender)
        self._hold_to_most()
        self.changed.emit()

    def _hold_to_most(self) -> None:
        is_full = 0 < self._at_most <= len(self.chosen()) and not self._is_single
        for chip in self._chips.values():
            chip.setEnabled(chip.isChecked() or not is_full)

    def _confirm(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.confirmed.emit()

    def _move(self, watched: QObject, step: int) -> None:
        chips = [chip for chip in self._chips.values() if chip.isEnabled()]
        if isinstance(watched, Chip) and watched in chips:
            chip = chips[(chips.index(watched) + step) % len(chips)]
            self._set_tab_stop(chip)
            chip.setFocus(_BY_KEY)

    def _set_tab_stop(self, stop: Chip | None) -> None:
        for chip in self._chips.values():
            is_stop = chip is stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)


def _is_enter(event: QKeyEvent) -> bool:
    is_plain = event.modifiers() in (_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
    return is_plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_chosen(watched: QObject) -> bool:
    return isinstance(watched, Chip) and watched.isChecked()


_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_BY_KEY = Qt.FocusReason.TabFocusReason
