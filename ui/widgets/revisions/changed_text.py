"""ChangedText: text to read, with what came in underlined and what was taken out struck through."""

from __future__ import annotations

from typing_extensions import override

from ui.widgets.journal.reading_text import ReadingText


class ChangedText(ReadingText):
    """Expects `u` and `s` in the HTML; both marks are shapes, so colour is not the only sign."""

    @override
    def _style(self) -> str:
        hexed = self.theme.hex
        return super()._style() + (
            f"u {{ color: {hexed('onSoft')}; background-color: {hexed('soft')}; }}"
            f"s {{ color: {hexed('ink3')}; }}"
        )
