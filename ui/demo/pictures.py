"""Pictures: what the window shows, in each look, as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.errors import TargetUnwritable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QScrollArea

    from ui.demo.hand import Hand

PLAIN_SIZE, SMALL_SIZE = (1280, 800), (900, 600)
LIGHT, DARK, CONTRAST = "light", "dark", "contrast"
BOTH = (LIGHT, DARK)


class Album:
    """Takes pictures into one folder; `taken` holds those that were not told yet."""

    def __init__(self, hand: Hand, folder: Path) -> None:
        self._hand, self._folder = hand, folder
        self.taken: list[Path] = []

    def take(self, name: str, looks: Sequence[str] = BOTH, *, by_mouse: bool = True) -> None:
        """The window as it stands, once in each of these looks, the present one first.

        `by_mouse`: as for somebody who last used the mouse, without a ring around the focus.
        """
        if by_mouse:
            self._hand.touch_nothing()
        present = self._hand.desk.window_settings.appearance
        for look in sorted(looks, key=lambda one: one != present):
            self._dress(look)
            self._save(f"{name}-{look}")

    def take_small(self, name: str) -> None:
        """The window at its smallest."""
        self._hand.touch_nothing()
        self._dress(LIGHT)
        self._resize(SMALL_SIZE)
        self._save(f"{name}-light-900x600")
        self._resize(PLAIN_SIZE)

    def take_large(self, name: str, percent: int = 150) -> None:
        """The window with larger text."""
        self._hand.touch_nothing()
        self._dress(LIGHT, percent)
        self._save(f"{name}-light-{percent}")
        self._dress(LIGHT)

    def take_scrolled(self, name: str, page: QScrollArea, down: int) -> None:
        """A long page further down, in pixels."""
        bar = page.verticalScrollBar()
        bar.setValue(down)
        self.take(name)
        bar.setValue(0)

    def take_whole(self, name: str, page: QScrollArea, looks: Sequence[str] = BOTH) -> None:
        """A long page in a window that is high enough for all of it."""
        beyond = page.verticalScrollBar().maximum()
        self._resize((PLAIN_SIZE[0], PLAIN_SIZE[1] + max(0, beyond)))
        self.take(name, looks)
        self._resize(PLAIN_SIZE)

    def told(self) -> list[Path]:
        """What was taken since this was last asked."""
        fresh, self.taken = self.taken, []
        return fresh

    def _dress(self, look: str, percent: int = 100) -> None:
        desk = self._hand.desk
        chosen = desk.window_settings
        if (chosen.appearance, chosen.text_size) != (look, percent):
            desk.choose_look(appearance=look, text_size=percent)
        self._hand.settle()

    def _resize(self, size: tuple[int, int]) -> None:
        self._hand.window.resize(*size)
        self._hand.settle()

    def _save(self, name: str) -> None:
        target = self._folder / f"{name}.png"
        if not self._hand.window.grab().save(str(target)):
            raise TargetUnwritable
        self.taken.append(target)
